/** Death registration (đăng ký khai tử): evidence, place, declarants, the entry and its paper, and what lies outside. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';
import type { Competence } from './birth-registration.js';

const goesOn = 'Not found for the new law; taken to go on.';

/**
 * Giấy báo tử of a health facility, or what takes its place (giấy tờ thay thế): record of an execution, decision of a court,
 * confirmation by the police, result of a forensic examination, confirmation by the commune of the place of death.
 */
export type DeathEvidence =
  | 'notice'
  | 'execution-record'
  | 'court-decision'
  | 'police-record'
  | 'forensic-result'
  | 'commune-confirmation'
  | 'old-papers';

const substitutes: readonly DeathEvidence[] = [
  'execution-record',
  'court-decision',
  'police-record',
  'forensic-result',
  'commune-confirmation',
];
const evidence = {
  kinds: ['notice', ...substitutes],
  longPast: ['notice', ...substitutes, 'old-papers'],
} satisfies Readonly<Record<string, readonly DeathEvidence[]>>;

/** `longPast` proves a death of long ago (chết đã lâu), of which no notice was made. */
export const deathEvidence: Parameter<
  Readonly<{ kinds: readonly DeathEvidence[]; longPast: readonly DeathEvidence[] }>
> = parameter('death.evidence', 'kinds', 'What proves a death', [
  row(
    '2016-01-01',
    '2027-02-28',
    evidence,
    cite('60/2014/QH13', 34, 1),
    'secondary',
    'The law asks for the notice or its substitute, which decree 123/2015 art. 4 cl. 2 lists; executions and courts from general knowledge. What proves a death long past is inferred.',
  ),
  row('2027-03-01', open, evidence, cite('03/2026/QH16'), 'inferred', goesOn),
]);

/** `officer`: the civil-status officer himself, where nobody can be found whose duty it is. */
export type DeathDeclarant = 'spouse' | 'child' | 'parent' | 'relative' | 'agency' | 'authorised' | 'officer';

const allDeclarants: readonly DeathDeclarant[] = [
  'spouse',
  'child',
  'parent',
  'relative',
  'agency',
  'authorised',
  'officer',
];

/** Spouse, child, parent, other relative; without any, the agency or person concerned; or whoever they authorise. */
export const deathDeclarants: Parameter<readonly DeathDeclarant[]> = parameter(
  'death.declarants',
  'relations',
  'Who declares a death',
  [
    row(
      '2016-01-01',
      '2027-02-28',
      allDeclarants,
      cite('60/2014/QH13', 33, 1),
      'official',
      'Those authorised by art. 6 cl. 2; the officer by art. 33.',
    ),
    row('2027-03-01', open, allDeclarants, cite('03/2026/QH16'), 'inferred', goesOn),
  ],
);

export const deathCompetentCommune: Parameter<Competence> = parameter(
  'death.competent-commune',
  'scope',
  'Which commune may register a death',
  [
    row(
      '2016-01-01',
      '2027-02-28',
      { scope: 'residence' },
      cite('60/2014/QH13', 32),
      'official',
      'Of the last residence; where that is unknown, the place of death or where the body was found.',
    ),
    row(
      '2027-03-01',
      open,
      { scope: 'anywhere', within: 'nation' },
      cite('03/2026/QH16', 8),
      'secondary',
      'A draft limited it to communes of one province; the final wording was not seen.',
    ),
  ],
);

/** Helping is not deciding: the file goes to the competent commune. */
export const deathHelpAnywhere: Provision = parameter(
  'death.help-anywhere',
  'holds',
  'The desk of any commune accepts a declaration and forwards it online to the competent one',
  [row('2025-07-01', '2027-02-28', true, cite('120/2025/NĐ-CP', 4), 'secondary')],
);

export const deathEntry: Provision = parameter(
  'death.entry',
  'holds',
  'The death is entered in the book, the declarant signs, and the chair issues the extract',
  [
    row('2016-01-01', '2027-02-28', true, cite('60/2014/QH13', 34, 2), 'official'),
    row('2027-03-01', open, true, cite('03/2026/QH16'), 'inferred', goesOn),
  ],
);

/** Khóa thông tin của người chết. */
export const deathLock: Provision = parameter(
  'death.lock',
  'holds',
  'The person is locked in the electronic database of civil status',
  [
    row('2016-01-01', '2027-02-28', true, cite('60/2014/QH13', 34, 2), 'official'),
    row('2027-03-01', open, true, cite('03/2026/QH16'), 'inferred', goesOn),
  ],
);

/** The officer reports, the chair issues: two people. */
export const deathDrafterIsNotSigner: Provision = parameter(
  'death.drafter-is-not-signer',
  'holds',
  'Whoever drafted an extract of a death does not sign it',
  [
    row(
      '2016-01-01',
      '2027-02-28',
      true,
      cite('60/2014/QH13', 34, 2),
      'inferred',
      'The officer reports and the chair issues.',
    ),
    row('2027-03-01', open, true, cite('03/2026/QH16'), 'inferred', goesOn),
  ],
);

/** Trích lục khai tử; giấy chứng tử under the law of 2026. */
export type DeathExtractForm = Readonly<{ form: 'death-extract' | 'death-certificate' }>;

export const deathExtractForm: Parameter<DeathExtractForm> = parameter(
  'death.extract-form',
  'form',
  'Which paper a registered death gives',
  [
    row('2016-01-01', '2027-02-28', { form: 'death-extract' }, cite('60/2014/QH13', 34, 2), 'official'),
    row(
      '2027-03-01',
      open,
      { form: 'death-certificate' },
      cite('301/2026/NĐ-CP', 18, 2),
      'secondary',
      'The Law on Civil Status of 2026 has the certificate among its papers.',
    ),
  ],
);

export type FeeExemption = 'poor' | 'disabled' | 'merit-family';

/** When a fee is due and who pays none; whoever declares in time pays none either (`fee.death-on-time`). */
export type DeathFeeDuty = Readonly<{ dueBefore: 'registration'; exempt: readonly FeeExemption[] }>;

const feeDuty: DeathFeeDuty = { dueBefore: 'registration', exempt: ['poor', 'disabled', 'merit-family'] };

export const deathFeeDuty: Parameter<DeathFeeDuty> = parameter(
  'fee.death-duty',
  'duty',
  'A fee due for a death is paid before it is registered, but by those exempt',
  [
    row(
      '2016-01-01',
      '2027-02-28',
      feeDuty,
      cite('60/2014/QH13', 11),
      'official',
      'Paid online when filing (63/2024 art. 12); that the entry waits for it is our reading.',
    ),
    row('2027-03-01', open, feeDuty, cite('03/2026/QH16'), 'inferred', goesOn),
  ],
);
