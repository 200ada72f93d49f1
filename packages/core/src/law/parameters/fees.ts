/** Fees (lệ phí, phí) around a birth, in đồng. `null`: set by the province's council. */
import type { Parameter } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

/** An amount in đồng, or `null` where each province sets its own. */
export type Fee = Readonly<{ dong: number | null }>;

export const feeOnTime: Parameter<Fee> = parameter(
  'fee.on-time',
  'đồng',
  'Registering a birth in time, by a resident citizen',
  [
    row('2016-01-01', '2027-02-28', { dong: 0 }, cite('60/2014/QH13', 11, 1, 'b'), 'official'),
    row(
      '2027-03-01',
      open,
      { dong: 0 },
      cite('03/2026/QH16'),
      'inferred',
      'Not found for the new law; taken to go on.',
    ),
  ],
);

export const feeLate: Parameter<Fee> = parameter('fee.late', 'đồng', 'Registering a birth after the period', [
  row(
    '2016-01-01',
    '2027-02-28',
    { dong: null },
    cite('60/2014/QH13', 11, 2),
    'secondary',
    'Hà Nội: 5,000; an embedder adds its own province by a law pack.',
  ),
  row('2027-03-01', open, { dong: null }, cite('03/2026/QH16'), 'inferred', 'Not found for the new law.'),
]);

export const feeCopy: Parameter<Fee> = parameter('fee.copy', 'đồng', 'A paper copy of the entry', [
  row('2017-01-01', open, { dong: 8000 }, cite('281/2016/TT-BTC'), 'secondary', 'Amount from general knowledge.'),
]);

export const feeResidence: Parameter<Fee> = parameter('fee.residence', 'đồng', 'Registering residence', [
  row(
    '2023-02-05',
    open,
    { dong: null },
    cite('75/2022/TT-BTC'),
    'secondary',
    'A national table by channel; its amounts were not read.',
  ),
]);

/** Fees not taken from citizens with a level-2 account who meet resolution 66.22/2026/NQ-CP. */
export const feeWaiver: Parameter<Readonly<{ accountLevel: number; waived: readonly string[] }>> = parameter(
  'fee.waiver',
  'fees',
  'Fees waived for holders of an electronic identity',
  [
    row(
      '2026-08-15',
      '2027-02-28',
      { accountLevel: 2, waived: ['fee.copy', 'fee.residence'] },
      cite('117/2026/TT-BTC'),
      'official',
    ),
  ],
);

/** A fine lies between two amounts. */
export const sanctionLateResidence: Parameter<Readonly<{ least: number; most: number }>> = parameter(
  'fee.sanction-late-residence',
  'đồng',
  'Fine for not registering a child’s residence in time',
  [
    row(
      '2025-01-10',
      open,
      { least: 500_000, most: 1_000_000 },
      cite('154/2024/NĐ-CP', 7, 2),
      'secondary',
      'Amounts from the press; the act that sets them was not named.',
    ),
  ],
);
