/**
 * The funeral benefits once more, for tests only: sums as they stand in tables, a line an article for who gives way to whom.
 * Written from the texts and not from the parameters, so that a slip in one is not repeated in the other.
 */
import type { FuneralClass, Insured } from '../../law/index.js';

/** A class gives an amount for deaths from a day to another, for those who decide on or after `known`. */
export type Sum = Readonly<{ of: FuneralClass; from: string; to: string; known: string; amount: number }>;

const early = '2000-01-01';
const decree335 = '2026-10-05';
const sum = (of: FuneralClass, from: string, to: string, amount: number, known = early): Sum => ({
  of,
  from,
  to,
  known,
  amount,
});

/** Ten base salaries (insurance, merit, veterans), twenty or fifty standards (social protection and the like). */
export const sums: readonly Sum[] = [
  sum('social-insurance', '2019-07-01', '2023-06-30', 14_900_000),
  sum('social-insurance', '2023-07-01', '2024-06-30', 18_000_000),
  sum('social-insurance', '2024-07-01', '2026-06-30', 23_400_000),
  sum('social-insurance', '2026-07-01', '2099-12-31', 25_300_000),
  sum('merit', '2021-07-01', '2023-06-30', 14_900_000),
  sum('merit', '2023-07-01', '2024-06-30', 18_000_000),
  sum('merit', '2024-07-01', '2026-06-30', 23_400_000),
  sum('merit', '2026-07-01', '2099-12-31', 25_300_000),
  sum('veteran', '2021-07-01', '2023-06-30', 14_900_000),
  sum('veteran', '2023-07-01', '2024-06-30', 18_000_000),
  sum('veteran', '2024-07-01', '2026-06-30', 23_400_000),
  sum('veteran', '2026-07-01', '2099-12-31', 25_300_000),
  sum('social-pension', '2025-07-01', '2099-12-31', 10_000_000),
  sum('social-pension', '2026-07-01', '2099-12-31', 10_800_000, decree335),
  sum('social-protection', '2021-07-01', '2024-06-30', 7_200_000),
  sum('social-protection', '2024-07-01', '2099-12-31', 10_000_000),
  sum('social-protection', '2026-07-01', '2099-12-31', 10_800_000, decree335),
  sum('disaster', '2021-07-01', '2024-06-30', 18_000_000),
  sum('disaster', '2024-07-01', '2099-12-31', 25_000_000),
  sum('disaster', '2026-07-01', '2099-12-31', 27_000_000, decree335),
  sum('social-facility', '2021-07-01', '2024-06-30', 18_000_000),
  sum('social-facility', '2024-07-01', '2099-12-31', 25_000_000),
  sum('social-facility', '2026-07-01', '2099-12-31', 27_000_000, decree335),
];

/** `barred` is not paid where one of `by` could be; `if: 'no-more'` only where it gives no more than that one. */
export type Bar = Readonly<{
  article: string;
  barred: FuneralClass;
  by: readonly FuneralClass[];
  if: 'always' | 'no-more';
}>;

export const bars: readonly Bar[] = [
  { article: 'Ordinance 02/2020, 6.4', barred: 'merit', by: ['social-insurance'], if: 'always' },
  { article: 'Circular 03/2020, 3.1', barred: 'veteran', by: ['social-insurance', 'merit'], if: 'always' },
  { article: 'insurance first', barred: 'social-pension', by: ['social-insurance'], if: 'always' },
  { article: 'insurance first', barred: 'social-protection', by: ['social-insurance'], if: 'always' },
  { article: 'Ordinance 02/2020, 6.4', barred: 'merit', by: ['social-pension', 'social-protection'], if: 'no-more' },
  { article: 'Decree 20/2021, 11.2', barred: 'veteran', by: ['social-pension', 'social-protection'], if: 'no-more' },
  {
    article: 'Decree 176/2025, 5.2',
    barred: 'social-pension',
    by: ['merit', 'veteran', 'social-protection'],
    if: 'no-more',
  },
  {
    article: 'Decree 20/2021, 11.2',
    barred: 'social-protection',
    by: ['merit', 'veteran', 'social-pension'],
    if: 'no-more',
  },
  { article: 'one funeral', barred: 'social-facility', by: ['disaster'], if: 'no-more' },
  { article: 'one funeral', barred: 'disaster', by: ['social-facility'], if: 'no-more' },
];

/** Support of which it is not known whether it is paid in addition: it bars nothing and nothing bars it. */
export const support: readonly FuneralClass[] = ['disaster', 'social-facility'];

/** Of two that give the same, the one that stands first. */
export const order: readonly FuneralClass[] = [
  'social-insurance',
  'merit',
  'veteran',
  'social-pension',
  'social-protection',
  'disaster',
  'social-facility',
];

/** Decree 20/2021, 14.2: burying an unclaimed body gives what it cost, where that is more than the sum of the class. */
export const atCost: readonly FuneralClass[] = ['disaster'];

/** Law 41/2024, 85.1: what opens the benefit of social insurance without the months below, and for whom. */
export const withoutMonths: readonly Readonly<{ ground: 'death by work' | 'injury benefit'; for: Insured }>[] = [
  { ground: 'death by work', for: 'insured-reserved' },
  { ground: 'injury benefit', for: 'insured-reserved' },
  { ground: 'injury benefit', for: 'insured-voluntary' },
];

/** Months without which social insurance gives nothing, by how the deceased was insured. */
export const monthsNeeded: Partial<Record<Insured, number>> = { 'insured-reserved': 12, 'insured-voluntary': 60 };
