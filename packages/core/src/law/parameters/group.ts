/** The linked group (nhóm thủ tục liên thông): who may use it, which legs may be chosen, through which channel. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

/** The procedures of the group: khai sinh, thường trú, thẻ BHYT, thẻ căn cước. */
export type Leg = 'birth' | 'residence' | 'card' | 'identity-card';

/** What lies outside the group: a child of this age in years or more, a later card, and special cases. */
export type GroupScope = Readonly<{ ageLimitYears: number; firstCardOnly: boolean; outside: readonly string[] }>;

const scope: GroupScope = {
  ageLimitYears: 6,
  firstCardOnly: true,
  outside: [
    'border-area',
    'foundling',
    'surrogacy',
    'father-acknowledged',
    'foreign-parent',
    'collective-household',
    'stillbirth',
  ],
};

export const groupScope: Parameter<GroupScope> = parameter(
  'group.scope',
  'scope',
  'Who and what the birth group serves, and what lies outside it',
  [
    row(
      '2023-07-10',
      '2024-06-30',
      scope,
      cite('2084/VPCP-KSTT', 'I'),
      'official',
      'Named are special and border-area births of decree 123/2015, later cards and collective households of agencies; the single kinds are our reading.',
    ),
    row(
      '2024-07-01',
      '2025-06-30',
      scope,
      cite('63/2024/NĐ-CP', 1),
      'inferred',
      'The exclusions of letter 2084 are taken to go on.',
    ),
    row(
      '2025-07-01',
      open,
      scope,
      cite('63/2024/NĐ-CP', 1),
      'inferred',
      'A foreign parent now belongs to the commune (120/2025 art. 4); whether the group covers it was not found.',
    ),
  ],
);

/** Each entry is a set of legs that may be chosen together. */
export type LegChoices = readonly (readonly Leg[])[];

const freeChoice: LegChoices = [['birth'], ['birth', 'residence'], ['birth', 'card'], ['birth', 'residence', 'card']];

const freeChoiceWithIdentityCard: LegChoices = [
  ...freeChoice,
  ['birth', 'identity-card'],
  ['birth', 'residence', 'identity-card'],
  ['birth', 'card', 'identity-card'],
  ['birth', 'residence', 'card', 'identity-card'],
];

export const legsOnOffer: Parameter<LegChoices> = parameter(
  'group.legs-on-offer',
  'sets of legs',
  'Which legs may be chosen together',
  [
    row(
      '2015-07-01',
      '2023-07-09',
      [
        ['birth', 'card'],
        ['birth', 'residence', 'card'],
      ],
      cite('05/2015/TTLT-BTP-BCA-BYT'),
      'official',
    ),
    row(
      '2023-07-10',
      '2024-06-30',
      [
        ['birth', 'residence', 'card'],
        ['birth', 'card'],
        ['birth', 'residence'],
      ],
      cite('2084/VPCP-KSTT', 'I'),
      'official',
    ),
    row(
      '2024-07-01',
      '2026-08-31',
      freeChoice,
      cite('63/2024/NĐ-CP', 5),
      'inferred',
      'The form asks which legs are wanted; no rule was seen that forbids a set with birth in it.',
    ),
    row(
      '2026-09-01',
      open,
      freeChoiceWithIdentityCard,
      cite('301/2026/NĐ-CP'),
      'secondary',
      'The identity card is optional, only on the parents’ request.',
    ),
  ],
);

/** Which leg waits for which others, if they were chosen. */
export type LegOrder = Readonly<Record<Exclude<Leg, 'birth'>, readonly Leg[]>>;

export const legOrder: Parameter<LegOrder> = parameter(
  'group.leg-order',
  'legs waited for',
  'Which legs must have ended before a leg starts, where chosen',
  [
    row(
      '2015-07-01',
      '2026-08-31',
      { residence: ['birth'], card: ['birth'], 'identity-card': ['birth'] },
      cite('2084/VPCP-KSTT', 'I'),
      'inferred',
      'Residence and card start together on the electronic certificate; said of decision 296, carried back to the earlier processes.',
    ),
    row(
      '2024-07-01',
      '2026-08-31',
      { residence: ['birth'], card: ['birth'], 'identity-card': ['birth'] },
      cite('296/QĐ-VPCP'),
      'official',
    ),
    row(
      '2026-09-01',
      open,
      { residence: ['birth'], card: ['birth'], 'identity-card': ['birth', 'residence'] },
      cite('301/2026/NĐ-CP'),
      'inferred',
      'The draft’s totals seem to hold residence before the identity card.',
    ),
  ],
);

export type Channel = 'desk' | 'national-portal' | 'vneid';

export const filingChannels: Parameter<readonly Channel[]> = parameter(
  'group.filing-channels',
  'channels',
  'Where an application may be filed',
  [
    row('2015-07-01', '2023-07-09', ['desk'], cite('05/2015/TTLT-BTP-BCA-BYT'), 'official'),
    row('2023-07-10', '2024-06-30', ['national-portal'], cite('2084/VPCP-KSTT'), 'official'),
    row('2024-07-01', open, ['national-portal', 'vneid'], cite('63/2024/NĐ-CP', 6), 'official'),
  ],
);

/** Two legs never undo each other: each body decides within its own competence (61/2018 art. 19). */
export const independentLegs: Provision = parameter(
  'group.independent-legs',
  'holds',
  'A later leg refused leaves the earlier results standing',
  [
    row(
      '2018-06-21',
      '2025-06-30',
      true,
      cite('61/2018/NĐ-CP', 19, 6, 'b'),
      'inferred',
      'Each body works within its own competence, and a refusal is its own result (art. 19 cl. 8); no rule cancels an earlier one.',
    ),
    row(
      '2025-07-01',
      open,
      true,
      cite('63/2024/NĐ-CP', 8, 1),
      'inferred',
      'The civil-status result is delivered as soon as it exists; decree 118/2025 was not read.',
    ),
  ],
);

export const declarationForm: Parameter<Readonly<{ form: string }>> = parameter(
  'group.declaration-form',
  'form',
  'The electronic declaration of the group (tờ khai điện tử mẫu 01)',
  [
    row('2023-07-10', '2024-06-30', { form: '01' }, cite('2084/VPCP-KSTT'), 'official'),
    row('2024-07-01', '2026-08-31', { form: '01' }, cite('63/2024/NĐ-CP', 5, 1), 'official'),
    row(
      '2026-09-01',
      open,
      { form: '01' },
      cite('301/2026/NĐ-CP'),
      'secondary',
      'A new form 01; its fields were not found.',
    ),
  ],
);

/** The system that splits and carries files, and whether the province's one-stop system stands in the way. */
export type Hub = Readonly<{ system: 'interlink' | 'portal'; throughProvince: boolean }>;

export const hub: Parameter<Hub> = parameter('group.hub', 'system', 'Which system carries files and results', [
  row('2023-07-10', '2024-06-30', { system: 'interlink', throughProvince: false }, cite('2084/VPCP-KSTT'), 'official'),
  row('2024-07-01', '2026-08-31', { system: 'interlink', throughProvince: true }, cite('63/2024/NĐ-CP', 7), 'official'),
  row(
    '2026-09-01',
    '2026-12-31',
    { system: 'interlink', throughProvince: false },
    cite('301/2026/NĐ-CP', 15, 14),
    'inferred',
    'The draft’s way of data suggests that the provincial hop is gone.',
  ),
  row('2027-01-01', open, { system: 'portal', throughProvince: false }, cite('301/2026/NĐ-CP', 18, 3), 'secondary'),
]);

/** Codes of the published procedure, for routing and statistics. */
export const procedureCode: Parameter<string> = parameter(
  'group.procedure-code',
  'code',
  'Code of the group in the national catalogue of procedures',
  [
    row('2024-07-01', '2026-08-31', '2.002621', cite('296/QĐ-VPCP'), 'secondary', 'First day inferred.'),
    row('2026-09-01', open, '3.000722', cite('301/2026/NĐ-CP'), 'secondary', 'Seen in a city decision, 3582/QĐ-UBND.'),
  ],
);

/** Nothing was found on withdrawal; the design lets a leg be withdrawn until it ends. */
export const withdrawal: Provision = parameter(
  'group.withdrawal',
  'holds',
  'An application or a leg may be withdrawn before its result (rút hồ sơ)',
  [
    row(
      '2015-07-01',
      '2024-06-30',
      true,
      cite('60/2014/QH13'),
      'inferred',
      'No rule on withdrawal was found in any text; a choice of design, which also covers the half year before the law.',
    ),
    row(
      '2024-07-01',
      open,
      true,
      cite('63/2024/NĐ-CP'),
      'inferred',
      'No rule on withdrawal was found; the one-stop circular of 2025 has a stop form.',
    ),
  ],
);

export const closedApplication: Provision = parameter(
  'group.closed-application',
  'holds',
  'What may still be done once every chosen leg has ended: corrections, late answers, guidance',
  [
    row(
      '2015-07-01',
      '2024-06-30',
      true,
      cite('60/2014/QH13', 5),
      'inferred',
      'A choice of design: an ended application is not asked for again; corrections are dossiers of their own.',
    ),
    row('2024-07-01', open, true, cite('63/2024/NĐ-CP', 8), 'inferred', 'As before; no text says it.'),
  ],
);
