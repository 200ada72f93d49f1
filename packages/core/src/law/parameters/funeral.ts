/** Funeral benefits (trợ cấp mai táng): which classes there are, what each gives, and which of several is paid. */
import type { Parameter, Provision } from '../dated.js';
import { cite, type Line, open, parameter, row } from '../table.js';
import type { Reference } from './reference-values.js';

/** What the deceased was, in the eyes of whoever might pay. In the order in which answers list them. */
export const funeralClasses = [
  'social-insurance', // bảo hiểm xã hội
  'merit', // người có công với cách mạng và thân nhân
  'veteran', // cựu chiến binh, thanh niên xung phong và các nhóm theo quyết định riêng
  'social-pension', // trợ cấp hưu trí xã hội
  'social-protection', // bảo trợ xã hội
  'disaster', // chết do thiên tai, tai nạn, lý do bất khả kháng
  'social-facility', // đối tượng tại cơ sở trợ giúp xã hội
] as const;
export type FuneralClass = (typeof funeralClasses)[number];

/** How an insured person stood with social insurance: still paying, time kept (bảo lưu), voluntary, drawing a pension. */
export const insuredStates = ['insured-active', 'insured-reserved', 'insured-voluntary', 'pensioner'] as const;
export type Insured = (typeof insuredStates)[number];

/** A multiple of a reference value, a fixed sum, whatever another class gives, or a time when there was no such class. */
export type FuneralRate =
  | Readonly<{ kind: 'multiple'; times: number; of: Reference }>
  | Readonly<{ kind: 'fixed'; dong: number }>
  | Readonly<{ kind: 'as'; class: FuneralClass }>
  | Readonly<{ kind: 'no-such-class' }>;

const times = (n: number, of: Reference): FuneralRate => ({ kind: 'multiple', times: n, of });
const asInsurance: FuneralRate = { kind: 'as', class: 'social-insurance' };

const rate = (of: FuneralClass, about: string, lines: readonly Line<FuneralRate>[]): Parameter<FuneralRate> =>
  parameter(`funeral.${of}`, 'rate', about, lines);

/** Known only on the day decree 335/2026 entered into force; before that day nobody can have decided by it. */
const retroactive = {
  note: 'Text not read: whether its funeral amounts reach back to 2026-07-01, as its standard does, was not found.',
  knownFrom: '2026-10-05',
};
const since2026 = (rateNow: FuneralRate, article?: number): readonly Line<FuneralRate>[] => [
  row('2026-07-01', '2026-10-04', rateNow, cite('335/2026/NĐ-CP', article), 'inferred', retroactive),
  row('2026-10-05', open, rateNow, cite('335/2026/NĐ-CP', article), 'secondary'),
];

export const funeralSocialInsurance: Parameter<FuneralRate> = rate(
  'social-insurance',
  'Funeral benefit of social insurance, at the rate of the month of death',
  [
    row('2016-01-01', '2025-06-30', times(10, 'reference.base-salary'), cite('58/2014/QH13', 66), 'secondary'),
    row('2025-07-01', open, times(10, 'reference.level'), cite('41/2024/QH15', 85), 'secondary'),
  ],
);

export const funeralMerit: Parameter<FuneralRate> = rate(
  'merit',
  'Funeral benefit of people with merit and the relatives listed with them',
  [
    row('2021-07-01', '2022-02-14', asInsurance, cite('02/2020/UBTVQH14', 6, 4), 'official'),
    row('2022-02-15', open, asInsurance, cite('131/2021/NĐ-CP', 121, 1), 'official'),
  ],
);

export const funeralVeteran: Parameter<FuneralRate> = rate(
  'veteran',
  'Funeral benefit of veterans, youth volunteers and the groups of decisions 290/2005, 62/2011 and 49/2015',
  [
    row(
      '2021-07-01',
      open,
      asInsurance,
      cite('150/2006/NĐ-CP', 5, 6),
      'official',
      'As amended by 157/2016; the other groups by their own texts. Amounts were read for deaths from July 2021.',
    ),
  ],
);

export const funeralSocialPension: Parameter<FuneralRate> = rate(
  'social-pension',
  'Funeral benefit of those who draw the social pension',
  [
    row('2021-07-01', '2025-06-30', { kind: 'no-such-class' }, cite('176/2025/NĐ-CP'), 'secondary', {
      note: 'The class came with that decree on 2025-07-01; before it nobody belonged to it.',
      knownFrom: '2021-07-01',
    }),
    row(
      '2025-07-01',
      '2026-06-30',
      { kind: 'fixed', dong: 10_000_000 },
      cite('176/2025/NĐ-CP', 5),
      'secondary',
      'Amount from secondary accounts and general knowledge.',
    ),
    ...since2026(times(20, 'reference.social-standard')),
  ],
);

export const funeralSocialProtection: Parameter<FuneralRate> = rate(
  'social-protection',
  'Funeral support of those who draw social assistance: at least twenty times the standard',
  [
    row('2021-07-01', '2026-06-30', times(20, 'reference.social-standard'), cite('20/2021/NĐ-CP', 11, 2), 'official'),
    ...since2026(times(20, 'reference.social-standard'), 11),
  ],
);

export const funeralDisaster: Parameter<FuneralRate> = rate(
  'disaster',
  'Funeral support after a disaster, an accident or force majeure: at least fifty times the standard',
  [
    row('2021-07-01', '2026-06-30', times(50, 'reference.social-standard'), cite('20/2021/NĐ-CP', 14, 1), 'official'),
    ...since2026(times(50, 'reference.social-standard')),
  ],
);

/** What a burial cost, and never less than so many times a reference value. */
export type ActualCost = Readonly<{ atLeast: number; of: Reference }>;

/** Takes the place of the sum for the household, which there is none to receive. */
export const funeralUnclaimedBody: Parameter<ActualCost> = parameter(
  'funeral.unclaimed-body',
  'times the standard, at least',
  'Burying somebody whom no relative claims (không có thân nhân nhận): what it cost, at least fifty times the standard',
  [
    row(
      '2021-07-01',
      '2026-06-30',
      { atLeast: 50, of: 'reference.social-standard' },
      cite('20/2021/NĐ-CP', 14, 2),
      'official',
    ),
    row('2026-07-01', open, { atLeast: 50, of: 'reference.social-standard' }, cite('335/2026/NĐ-CP'), 'inferred', {
      note: 'Not found for that decree; taken to go on. Its standard reaches back to 2026-07-01.',
      knownFrom: '2026-10-05',
    }),
  ],
);

export const funeralSocialFacility: Parameter<FuneralRate> = rate(
  'social-facility',
  'Funeral costs of residents of a social facility: at least fifty times the standard',
  [
    row('2021-07-01', '2026-06-30', times(50, 'reference.social-standard'), cite('20/2021/NĐ-CP', 25, 3), 'official'),
    ...since2026(times(50, 'reference.social-standard')),
  ],
);

/** The decision on the social pension need not have been made while the person lived. */
export const socialPensionApplicants: Provision = parameter(
  'funeral.social-pension-applicants',
  'holds',
  'Somebody who qualified for the social pension and died before the decision counts as drawing it',
  [
    row('2025-07-01', '2026-10-04', true, cite('176/2025/NĐ-CP', 5, 1), 'official'),
    row('2026-10-05', open, true, cite('335/2026/NĐ-CP'), 'secondary'),
  ],
);

/**
 * Which class stands back, and for which. One `always` standing back does so wherever the other class exists; one that is
 * beaten `unlessHigher` is paid where it gives more.
 */
export type StandingBack = Readonly<{
  class: FuneralClass;
  before: readonly FuneralClass[];
  when: 'always' | 'unless-higher';
}>;

const standsBack = (name: string, about: string, line: Line<StandingBack>): Parameter<StandingBack> =>
  parameter(`funeral.stands-back.${name}`, 'classes', about, [line]);

export const meritAfterInsurance: Parameter<StandingBack> = standsBack(
  'merit',
  'Social insurance pays where it can; the merit benefit is not added',
  row(
    '2021-07-01',
    open,
    { class: 'merit', before: ['social-insurance'], when: 'always' },
    cite('02/2020/UBTVQH14', 6, 4),
    'official',
    'Whether or not social insurance pays inside the bundle.',
  ),
);

export const veteranLast: Parameter<StandingBack> = standsBack(
  'veteran',
  'The veterans’ benefit is only for those whom neither social insurance nor the merit benefit reaches',
  row(
    '2021-07-01',
    open,
    { class: 'veteran', before: ['social-insurance', 'merit'], when: 'always' },
    cite('03/2020/TT-BLĐTBXH', 3, 1),
    'official',
  ),
);

export const socialPensionAfterInsurance: Parameter<StandingBack> = standsBack(
  'social-pension',
  'Social insurance goes before the social pension’s funeral benefit',
  row(
    '2025-07-01',
    open,
    { class: 'social-pension', before: ['social-insurance'], when: 'always' },
    cite('176/2025/NĐ-CP', 5, 2),
    'inferred',
    'The text says: only the highest. That insurance goes first even where it gives less is our reading.',
  ),
);

export const socialProtectionAfterInsurance: Parameter<StandingBack> = standsBack(
  'social-protection',
  'Social insurance goes before the funeral support of social protection',
  row(
    '2021-07-01',
    open,
    { class: 'social-protection', before: ['social-insurance'], when: 'always' },
    cite('20/2021/NĐ-CP', 11, 2),
    'inferred',
    'The text says: only the highest. That insurance goes first even where it gives less is our reading.',
  ),
);

export const meritHighest: Parameter<StandingBack> = standsBack(
  'merit-unless-higher',
  'Of the merit benefit and another from the state’s budget, the higher is paid',
  row(
    '2021-07-01',
    open,
    { class: 'merit', before: ['social-pension', 'social-protection'], when: 'unless-higher' },
    cite('02/2020/UBTVQH14', 6, 4),
    'official',
  ),
);

export const veteranHighest: Parameter<StandingBack> = standsBack(
  'veteran-unless-higher',
  'Of the veterans’ benefit and social support, the higher is paid',
  row(
    '2021-07-01',
    open,
    { class: 'veteran', before: ['social-pension', 'social-protection'], when: 'unless-higher' },
    cite('20/2021/NĐ-CP', 11, 2),
    'inferred',
    'Said of social protection, which is paid where it is the highest; the other side of that sentence.',
  ),
);

export const socialPensionHighest: Parameter<StandingBack> = standsBack(
  'social-pension-unless-higher',
  'Of several benefits the social pension’s is paid only where it is the highest',
  row(
    '2025-07-01',
    open,
    { class: 'social-pension', before: ['merit', 'veteran', 'social-protection'], when: 'unless-higher' },
    cite('176/2025/NĐ-CP', 5, 2),
    'official',
  ),
);

export const socialProtectionHighest: Parameter<StandingBack> = standsBack(
  'social-protection-unless-higher',
  'Of several benefits social protection’s is paid only where it is the highest',
  row(
    '2021-07-01',
    open,
    { class: 'social-protection', before: ['merit', 'veteran', 'social-pension'], when: 'unless-higher' },
    cite('20/2021/NĐ-CP', 11, 2),
    'official',
  ),
);

/** Of two equal benefits the class named first is paid. */
export const funeralTies: Parameter<readonly FuneralClass[]> = parameter(
  'funeral.ties',
  'classes',
  'Which of two equal funeral benefits is paid',
  [
    row(
      '2016-01-01',
      open,
      ['social-insurance', 'merit', 'veteran', 'social-pension', 'social-protection', 'disaster', 'social-facility'],
      cite('20/2021/NĐ-CP', 11, 2),
      'inferred',
      'No text orders equal benefits; also for deaths before that decree.',
    ),
  ],
);

/** Classes that stand outside the choice of one benefit, and with what they combine (R18). */
export type Combining = Readonly<{ classes: readonly FuneralClass[]; combinesWith: readonly FuneralClass[] }>;

export const funeralCombining: Parameter<Combining> = parameter(
  'funeral.combines-with',
  'classes',
  'Support that is shown beside the one funeral benefit, because no text was read that sets one against the other',
  [
    row(
      '2021-07-01',
      open,
      {
        classes: ['disaster', 'social-facility'],
        combinesWith: ['social-insurance', 'merit', 'veteran', 'social-pension', 'social-protection'],
      },
      cite('20/2021/NĐ-CP', 14, 1),
      'inferred',
      'It may be support of the household and not an allowance for the deceased: both amounts are shown.',
    ),
  ],
);

/** Months a person whose time is kept must have paid. */
export const funeralReservedMonths: Parameter<number> = parameter(
  'funeral.reserved-months',
  'months',
  'Contribution needed where the time paid in is kept',
  [
    row('2016-01-01', '2025-06-30', 12, cite('58/2014/QH13', 66), 'inferred', 'Read in the pilot’s process of 2022.'),
    row('2025-07-01', open, 12, cite('41/2024/QH15', 85, 1), 'secondary'),
  ],
);

/** Months somebody in the voluntary scheme must have paid. */
export const funeralVoluntaryMonths: Parameter<number> = parameter(
  'funeral.voluntary-months',
  'months',
  'Contribution needed in the voluntary scheme',
  [
    row('2016-01-01', '2025-06-30', 60, cite('58/2014/QH13'), 'inferred', 'From general knowledge.'),
    row('2025-07-01', open, 60, cite('41/2024/QH15'), 'inferred', 'Not found for the new law; taken to go on.'),
  ],
);

/** How the deceased was insured, where a ground opens the benefit without months: a death by work, a monthly injury benefit. */
export type WithoutMonths = Readonly<Record<'diedOfWork' | 'injuryBenefit', readonly Insured[]>>;

const withoutMonths: WithoutMonths = {
  diedOfWork: ['insured-reserved'],
  injuryBenefit: ['insured-reserved', 'insured-voluntary'],
};

export const funeralWithoutMonths: Parameter<WithoutMonths> = parameter(
  'funeral.without-months',
  'insured',
  'Whose funeral benefit asks for no months paid in',
  [
    row(
      '2016-01-01',
      '2025-06-30',
      withoutMonths,
      cite('58/2014/QH13', 66),
      'inferred',
      'Read of the law that followed; taken to have been so before.',
    ),
    row(
      '2025-07-01',
      open,
      withoutMonths,
      cite('41/2024/QH15', 85, 1),
      'secondary',
      'Whoever left off work with a monthly injury benefit may have joined the voluntary scheme since, inferred.',
    ),
  ],
);

/** Whether the family asks within the linked application; `open` where the texts are silent. */
export type InBundle = Readonly<Record<Insured, 'inside' | 'outside' | 'open'>>;

export const funeralInBundle: Parameter<InBundle> = parameter(
  'funeral.in-bundle',
  'place',
  'Whose social-insurance benefits are asked for within the linked application',
  [
    row(
      '2022-11-21',
      '2023-07-09',
      {
        'insured-active': 'outside',
        'insured-reserved': 'inside',
        'insured-voluntary': 'inside',
        pensioner: 'inside',
      },
      cite('3504/QĐ-BHXH'),
      'inferred',
      'The pilot named kept time, the voluntary scheme and pensioners; that it left out the others is our reading.',
    ),
    row(
      '2023-07-10',
      '2024-06-30',
      { 'insured-active': 'outside', 'insured-reserved': 'open', 'insured-voluntary': 'inside', pensioner: 'inside' },
      cite('2084/VPCP-KSTT'),
      'inferred',
      'Not found for this process; that of decree 63/2024.',
    ),
    row(
      '2024-07-01',
      open,
      { 'insured-active': 'outside', 'insured-reserved': 'open', 'insured-voluntary': 'inside', pensioner: 'inside' },
      cite('63/2024/NĐ-CP', 10),
      'inferred',
      'Pensioners and the voluntary scheme are named. For those still paying the employer files, apart from the bundle.',
    ),
  ],
);

/** Who pays, and so which chain decides (E20). */
export type Payer = 'social-insurance' | 'social-protection' | 'merit';

const payers: Readonly<Record<FuneralClass, Payer>> = {
  'social-insurance': 'social-insurance',
  merit: 'merit',
  veteran: 'merit',
  'social-pension': 'social-protection',
  'social-protection': 'social-protection',
  disaster: 'social-protection',
  'social-facility': 'social-protection',
};

export const funeralPayers: Parameter<Readonly<Record<FuneralClass, Payer>>> = parameter(
  'funeral.payers',
  'payers',
  'Which payer a class belongs to',
  [
    row(
      '2016-01-01',
      open,
      payers,
      cite('63/2024/NĐ-CP', 11),
      'inferred',
      'Articles 10 and 11 tell social insurance from the rest; also for deaths before that decree.',
    ),
    row('2016-01-01', open, payers, cite('58/2014/QH13'), 'inferred', {
      suffix: 'before-63-2024',
      note: 'What could be known before decree 63/2024: its articles only wrote down who paid already.',
    }),
  ],
);
