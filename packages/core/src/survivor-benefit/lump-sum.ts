/** Survivor benefit in one sum (tuất một lần), and the merit lump of three months: months of an amount, exact to the đồng. */
import { E } from '../fp.js';
import { type Citation, type Confidence, type LawInForce, provision, type Row } from '../law/index.js';
import { type Dong, dong } from '../values/money.js';

/** What was paid in: average monthly salary, and years before and since the split, in halves. */
export type Contributions = Readonly<{ averageSalary: Dong; yearsBefore: number; yearsSince: number }>;

/** What was drawn: the pension, and for how many months. */
export type Pension = Readonly<{ monthly: Dong; monthsDrawn: number }>;

/** So many months of an amount. */
export type Months = Readonly<{
  amount: Dong;
  from: Citation;
  formula: Readonly<{ written: string; months: number; dong: Dong }>;
  confidence: Confidence;
}>;

/** Months may come in quarters; half a đồng is rounded up. */
const monthsOf = (months: number, monthly: Dong, row: Row<unknown>): Months | undefined => {
  const amount = dong(Math.round(months * monthly));
  return E.isLeft(amount)
    ? undefined
    : {
        amount: amount.right,
        from: row.citation,
        formula: { written: `${months} × ${monthly}`, months, dong: monthly },
        confidence: row.confidence,
      };
};

export const lumpSumOfContributions = (law: LawInForce, paid: Contributions): Months | undefined => {
  const row = law.row(provision.lumpSumOfWork);
  if (!row) return undefined;
  const { before, since, floor } = row.value;
  const months = before * paid.yearsBefore + since * paid.yearsSince;
  return monthsOf(Math.max(floor, months), paid.averageSalary, row);
};

export const lumpSumOfPension = (law: LawInForce, drawn: Pension): Months | undefined => {
  const row = law.row(provision.lumpSumOfPension);
  if (!row) return undefined;
  const { most, firstMonths, lessEachMonth, floor } = row.value;
  const months = most - lessEachMonth * Math.max(0, drawn.monthsDrawn - firstMonths);
  return monthsOf(Math.max(floor, months), drawn.monthly, row);
};

/** Paid in addition to any funeral benefit, to the representative of the relatives. */
export const meritLumpOf = (law: LawInForce, monthlyAllowance: Dong): Months | undefined => {
  const row = law.row(provision.meritLump);
  return row && monthsOf(row.value.months, monthlyAllowance, row);
};
