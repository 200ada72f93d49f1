/** The way of a benefit after a death (giải quyết mai táng phí, tử tuất): routed, endorsed, decided, paid, topped up. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

export const benefitRouting: Provision = parameter(
  'benefit.routing',
  'holds',
  'The file goes to the payer of the class: social insurance, or the labour and social side',
  [
    row(
      '2023-07-10',
      '2024-06-30',
      true,
      cite('2084/VPCP-KSTT'),
      'inferred',
      'Not read for this process; that of decree 63/2024.',
    ),
    row('2024-07-01', open, true, cite('63/2024/NĐ-CP', '10–11'), 'official'),
  ],
);

export type BenefitPaper =
  | 'declaration'
  | 'death-extract'
  | 'death-notice'
  | 'relatives-consent'
  | 'capacity-assessment'
  | 'papers-of-the-class';

/** Thành phần hồ sơ, by payer; of social insurance by what is asked for. */
export type BenefitPapers = Readonly<
  Record<'funeral' | 'lump-sum' | 'monthly' | 'social-protection' | 'merit', readonly BenefitPaper[]>
>;

/** A capacity assessment only of grown relatives below the age that opens the allowance. */
export const benefitPapers: Parameter<BenefitPapers> = parameter(
  'benefit.papers',
  'papers',
  'What a file on a benefit holds',
  [
    row(
      '2024-07-01',
      open,
      {
        funeral: ['declaration', 'death-extract'],
        'lump-sum': ['declaration', 'death-extract', 'relatives-consent'],
        monthly: ['declaration', 'death-extract', 'capacity-assessment'],
        'social-protection': ['declaration', 'death-notice', 'papers-of-the-class'],
        merit: ['declaration', 'death-notice', 'papers-of-the-class'],
      },
      cite('63/2024/NĐ-CP', '10–11'),
      'inferred',
      'Those of social insurance were read in decision 1449/QĐ-BHXH, but for the assessment; the list of article 11 was not found. After a social pension the declaration alone is told.',
    ),
  ],
);

export const benefitEndorsement: Provision = parameter(
  'benefit.endorsement',
  'holds',
  'The commune sends its opinion with the file to whoever decides (ý kiến của UBND cấp xã)',
  [
    row(
      '2021-07-01',
      '2025-06-30',
      true,
      cite('20/2021/NĐ-CP', 11, 4, 'b'),
      'official',
      'For people with merit decree 131/2021 art. 122 cl. 2, from 2022-02-15.',
    ),
    row(
      '2025-07-01',
      open,
      true,
      cite('129/2025/NĐ-CP'),
      'inferred',
      'Its articles on funerals were not read: taken to go on towards the Department of Home Affairs. Of social support the commune’s own chair decides (147/2025 art. 5).',
    ),
  ],
);

export const oneFuneralBenefit: Provision = parameter(
  'benefit.one-funeral',
  'holds',
  'One death gives one funeral benefit',
  [
    row(
      '2021-07-01',
      open,
      true,
      cite('20/2021/NĐ-CP', 11, 2),
      'official',
      'People with merit: ordinance 02/2020 art. 6 cl. 4. Decree 335/2026 has the same, by secondary accounts.',
    ),
  ],
);

/** Người lo mai táng, not the heir: a person or an organisation. */
export const funeralOrganiser: Provision = parameter(
  'benefit.funeral-organiser',
  'holds',
  'The money goes to whoever takes care of the funeral, who declares it',
  [
    row('2016-01-01', '2021-06-30', true, cite('58/2014/QH13', 66), 'secondary', 'Social insurance only.'),
    row(
      '2021-07-01',
      open,
      true,
      cite('20/2021/NĐ-CP', 11, 3, 'a'),
      'official',
      'Social insurance: laws 58/2014 art. 66 and 41/2024 art. 85. That a file without a payee waits is inferred.',
    ),
  ],
);

export const benefitDecision: Provision = parameter(
  'benefit.decision',
  'holds',
  'A benefit is decided, or refused, in writing and with reasons',
  [
    row(
      '2016-01-01',
      '2025-06-30',
      true,
      cite('58/2014/QH13', 112),
      'inferred',
      'The limit of the article was read, its words on reasons were not; every refusal is written by decree 61/2018 art. 19 cl. 8.',
    ),
    row(
      '2025-07-01',
      open,
      true,
      cite('41/2024/QH15', '90–91'),
      'official',
      'Read for social insurance, and for one class of the merit side in decision 1136/QĐ-BNV.',
    ),
  ],
);

/** Of a death since July 2026 that was decided before the decree was known. */
export const benefitTopUp: Provision = parameter(
  'benefit.top-up',
  'holds',
  'A benefit decided at a lower rate is topped up to a rate that reaches back (truy lĩnh)',
  [
    row('2026-07-01', open, true, cite('335/2026/NĐ-CP'), 'inferred', {
      note: 'In force on 2026-10-05, its amounts from 2026-07-01: nobody could apply it before. That it reaches funerals decided earlier is our reading.',
      knownFrom: '2026-10-05',
    }),
  ],
);

/** How the relatives confirm one representative, and what is left once the time for it is over; `form` of their statement. */
export type SurvivorConsent = Readonly<{
  modes: readonly ('vneid' | 'e-statement')[];
  afterExpiry: readonly ('e-statement' | 'paper')[];
  form: string;
}>;

export const survivorConsent: Parameter<SurvivorConsent> = parameter(
  'survivor.consent',
  'ways',
  'How the relatives choose one representative for the survivor benefit',
  [
    row(
      '2024-07-01',
      open,
      { modes: ['vneid', 'e-statement'], afterExpiry: ['e-statement', 'paper'], form: '09-HSB' },
      cite('63/2024/NĐ-CP', 10),
      'official',
      'The form by decision 1449/QĐ-BHXH. What is left once the time is over is inferred.',
    ),
  ],
);

const monthAfter = { merit: 'month-after-death', social: 'month-after-death', pension: 'month-after-death' } as const;

/** The decision that stops an allowance of merit is form 72. For social allowances alone: `payment.allowance-stops`. */
export const allowanceEnds: Parameter<Readonly<Record<'merit' | 'social' | 'pension', 'month-after-death'>>> =
  parameter('payment.allowance-ends', 'month', 'From when what the deceased drew each month is no longer paid', [
    row(
      '2022-02-15',
      '2025-06-30',
      monthAfter,
      cite('131/2021/NĐ-CP', 122, 4),
      'inferred',
      'The article has the decision that stops the allowance; the month is that of the later decree on social allowances.',
    ),
    row(
      '2025-07-01',
      '2027-02-28',
      monthAfter,
      cite('147/2025/NĐ-CP', 5, 2, 'd'),
      'inferred',
      'Read for social allowances; the same month is taken for merit (131/2021 art. 122 cl. 4) and pensions.',
    ),
    row(
      '2027-03-01',
      open,
      monthAfter,
      cite('147/2025/NĐ-CP', 5, 2, 'd'),
      'inferred',
      'That decree ends; its successor was not found. Taken to go on.',
    ),
  ]);

/** Decided and paid may lie a month apart. */
export const benefitPaid: Provision = parameter(
  'payment.benefit',
  'holds',
  'A decided benefit is paid in cash or to an account, through a payment service or by social insurance itself',
  [
    row('2021-07-01', '2022-09-04', true, cite('20/2021/NĐ-CP'), 'official', 'Number of the article not seen.'),
    row(
      '2022-09-05',
      open,
      true,
      cite('44/2022/TT-BTC', 8),
      'official',
      'Read for merit and, in decree 20/2021, for social support; how social insurance pays was not read.',
    ),
  ],
);
