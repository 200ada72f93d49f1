/** The health-insurance card of a child under six (thẻ BHYT trẻ em dưới 6 tuổi). */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

/** What the card leg asks for; anything missing is a refusal with its reason. */
export const cardComplete: Parameter<readonly string[]> = parameter(
  'card.complete',
  'documents',
  'What a complete card dossier holds',
  [
    row(
      '2023-07-01',
      '2024-08-18',
      ['form-01', 'electronic-birth-certificate'],
      cite('976/QĐ-BHXH'),
      'inferred',
      'That an incomplete dossier is refused was read in decision 976; its list of documents was not.',
    ),
    row('2024-08-19', open, ['form-01', 'electronic-birth-certificate'], cite('1449/QĐ-BHXH'), 'official'),
  ],
);

/** No refusal to the citizen: the earlier body is told and mends its data. */
export const cardReturnUpstream: Provision = parameter(
  'card.return-upstream',
  'holds',
  'A dossier invalid through an earlier body’s error goes back to that body',
  [
    row('2023-07-01', '2024-08-18', true, cite('976/QĐ-BHXH'), 'official'),
    row('2024-08-19', open, true, cite('1449/QĐ-BHXH'), 'inferred', 'Read in decision 976, which 1449 replaced.'),
  ],
);

export const firstCard: Provision = parameter('card.first', 'holds', 'The group issues the child’s first card only', [
  row('2023-07-10', '2024-06-30', true, cite('2084/VPCP-KSTT', 'I'), 'official'),
  row('2024-07-01', open, true, cite('63/2024/NĐ-CP', 1), 'inferred', 'Letter 2084 taken to go on.'),
]);

/** Last day before school starts, `MM-DD`. */
type SplitDay = string;

/**
 * Until when a card is valid. `split-by-birthday`: born before the split day, to that day of the year of 72 months;
 * born after it, to the last day of the month of 72 months; on it, as `bornOnSplitDay` says.
 * `school-entry`: when 72 months are reached on or before the split day, to that day of that year; else to the day itself.
 */
export type CardValidityRule =
  | Readonly<{
      kind: 'split-by-birthday';
      months: number;
      splitDay: SplitDay;
      bornOnSplitDay: 'as-before' | 'as-after';
    }>
  | Readonly<{ kind: 'school-entry'; months: number; splitDay: SplitDay }>;

export const cardValidity: Parameter<CardValidityRule> = parameter(
  'card.validity',
  'rule',
  'From when and until when the card of a child under six is valid',
  [
    row(
      '2018-12-01',
      '2025-08-14',
      { kind: 'split-by-birthday', months: 72, splitDay: '09-30', bornOnSplitDay: 'as-before' },
      cite('146/2018/NĐ-CP', 13, 2),
      'official',
      'The decree speaks of births before and after 30 September; the day itself counts as before, inferred. Premium runs from the birth.',
    ),
    row(
      '2025-08-15',
      open,
      { kind: 'school-entry', months: 72, splitDay: '09-30' },
      cite('25/2008/QH12', 16, 3, 'd'),
      'inferred',
      {
        note: 'Decree 146/2018 was repealed; what stays is the law: to the day of 72 months, or to 30 September where school has not begun. Valid from birth (decree 188/2025).',
        knownFrom: '2025-07-01',
      },
    ),
  ],
);

export type CardNumberForm = 'TE-15' | 'digits-10' | 'personal-number';

/** Forms a card number may have; the first is the one issued. */
export const cardNumberForm: Parameter<readonly CardNumberForm[]> = parameter(
  'card.number-form',
  'forms',
  'Forms of a card number: 15 characters, the ten digits alone, the personal number',
  [
    row(
      '2015-11-16',
      '2025-07-31',
      ['TE-15', 'digits-10'],
      cite('1351/QĐ-BHXH'),
      'official',
      'That newer cards show the ten digits only is known practice.',
    ),
    row(
      '2025-08-01',
      open,
      ['personal-number', 'TE-15', 'digits-10'],
      cite('1804/BHXH-QLT'),
      'official',
      'Older cards stay readable.',
    ),
  ],
);

/** Group and benefit level of a child under six, `TE` and `1`. */
export const cardPrefix: Parameter<Readonly<{ group: string; level: string }>> = parameter(
  'card.prefix',
  'code',
  'First characters of a 15-character card number of a child under six',
  [row('2015-11-16', open, { group: 'TE', level: '1' }, cite('1351/QĐ-BHXH'), 'official')],
);

export const electronicCard: Parameter<Readonly<{ default: 'paper' | 'electronic' }>> = parameter(
  'card.medium',
  'medium',
  'In which form a card is issued unless asked otherwise',
  [
    row('2018-12-01', '2025-08-14', { default: 'paper' }, cite('146/2018/NĐ-CP'), 'inferred'),
    row('2025-08-15', open, { default: 'electronic' }, cite('188/2025/NĐ-CP', 10), 'official'),
  ],
);

/** Care before the card: billed by list, later on a temporary code. */
export const careWithoutCard: Parameter<'list' | 'temporary-code'> = parameter(
  'card.care-without-card',
  'way',
  'How care is billed for a child that has no card yet',
  [
    row('2018-12-01', '2025-08-14', 'list', cite('146/2018/NĐ-CP', 27, 1), 'official'),
    row('2025-08-15', open, 'temporary-code', cite('188/2025/NĐ-CP', 50, 1, 'a'), 'secondary'),
  ],
);

/** Provinces share area data so that the insurer can tell where a child lives. */
export const areaDataShared: Provision = parameter(
  'card.area-data',
  'holds',
  'The province shares the area data by which the insurer classes the place of living',
  [row('2024-07-01', open, true, cite('63/2024/NĐ-CP', 26, 2), 'official')],
);
