/** What each class of funeral benefit gives (mức trợ cấp mai táng) on a day of death, by which rows, and what stands against it. */
import { E } from '../fp.js';
import {
  type Citation,
  type Confidence,
  type FuneralClass,
  type FuneralRate,
  type Insured,
  type LawInForce,
  type Parameter,
  provision,
  type Reference,
  type Row,
  referenceValue,
  weakest,
} from '../law/index.js';
import { type Dong, dong, timesDong } from '../values/money.js';

/** How the amount came about: so many times an amount, which is a reference value or a sum of the text itself. */
export type Formula = Readonly<{
  written: string;
  times: number;
  dong: Dong;
  of?: Reference;
  /** The texts behind the amount, but for the one that gives the benefit. */
  citations: readonly Citation[];
}>;

/** Why a class gives nothing, whatever the others give. */
export type Obstacle = 'ClassDidNotExist' | 'NoRateOnRecord' | 'TimePaidInTooShort';

/** One class as the law of the day sees it. `amount` is what it would give, also where an obstacle stands against it. */
export type Worth = Readonly<{
  class: FuneralClass;
  amount: Dong | null;
  formula: Formula | null;
  from: Citation | null;
  confidence: Confidence;
  /** Everything the amount rests on, the row of the class first. */
  rows: readonly Row<unknown>[];
  obstacle?: Readonly<{ because: Obstacle; citation: Citation | null }>;
}>;

/** What is known of an insured person. Months are those the condition asks for; not told, they are taken to suffice. */
export type InsuredFacts = Readonly<{ status: Insured; months?: number }>;

const rates: Readonly<Record<FuneralClass, Parameter<FuneralRate>>> = {
  'social-insurance': provision.funeralSocialInsurance,
  merit: provision.funeralMerit,
  veteran: provision.funeralVeteran,
  'social-pension': provision.funeralSocialPension,
  'social-protection': provision.funeralSocialProtection,
  disaster: provision.funeralDisaster,
  'social-facility': provision.funeralSocialFacility,
};

type Priced = Readonly<{ amount: Dong; formula: Formula; rows: readonly Row<unknown>[] }>;
type Unpriced = Readonly<{ obstacle: Obstacle; rows: readonly Row<unknown>[] }>;

const noRate = (rows: readonly Row<unknown>[]): Unpriced => ({ obstacle: 'NoRateOnRecord', rows });

const citationsOf = (rows: readonly Row<unknown>[]): readonly Citation[] => rows.map(({ citation }) => citation);

const multiple = (law: LawInForce, row: Row<FuneralRate>, times: number, of: Reference, province?: string) => {
  const value = referenceValue(law, of, province);
  const amount = value && timesDong(times, value.dong);
  if (!value || !amount || E.isLeft(amount)) return noRate([row]);
  const formula: Formula = {
    written: `${times} × ${value.dong}`,
    times,
    dong: value.dong,
    of,
    citations: citationsOf(value.rows),
  };
  return { amount: amount.right, formula, rows: [row, ...value.rows] };
};

const fixed = (row: Row<FuneralRate>, sum: number): Priced | Unpriced => {
  const amount = dong(sum);
  if (E.isLeft(amount)) return noRate([row]);
  const formula: Formula = { written: String(sum), times: 1, dong: amount.right, citations: [] };
  return { amount: amount.right, formula, rows: [row] };
};

/** Another class's amount counts as this one's; its texts are told after our own. */
const as = (row: Row<FuneralRate>, other: Priced | Unpriced): Priced | Unpriced => {
  if ('obstacle' in other) return noRate([row]);
  const rows = [row, ...other.rows];
  return { ...other, formula: { ...other.formula, citations: citationsOf(other.rows) }, rows };
};

const price = (
  law: LawInForce,
  of: FuneralClass,
  province: string | undefined,
  asked: readonly FuneralClass[] = [],
): Priced | Unpriced => {
  const row = law.row(rates[of]);
  if (!row || asked.includes(of)) return noRate([]);
  switch (row.value.kind) {
    case 'multiple':
      return multiple(law, row, row.value.times, row.value.of, province);
    case 'fixed':
      return fixed(row, row.value.dong);
    case 'as':
      return as(row, price(law, row.value.class, province, [...asked, of]));
    case 'no-such-class':
      return { obstacle: 'ClassDidNotExist', rows: [row] };
  }
};

/** The months that must have been paid in, for those of whom the law asks it. */
const monthsAsked = (law: LawInForce, of: FuneralClass, insured: InsuredFacts | undefined): Row<number> | undefined => {
  if (of !== 'social-insurance' || insured?.months === undefined) return undefined;
  if (insured.status === 'insured-reserved') return law.row(provision.funeralReservedMonths);
  return insured.status === 'insured-voluntary' ? law.row(provision.funeralVoluntaryMonths) : undefined;
};

/** What a class gives on the day the law governs. */
export const worth = (law: LawInForce, of: FuneralClass, insured?: InsuredFacts, province?: string): Worth => {
  const priced = price(law, of, province);
  const condition = monthsAsked(law, of, insured);
  const rows = [...priced.rows, ...(condition ? [condition] : [])];
  const from = priced.rows[0]?.citation ?? null;
  const confidence = rows.length === 0 ? 'inferred' : weakest(rows.map((row) => row.confidence));
  if ('obstacle' in priced) {
    const obstacle = { because: priced.obstacle, citation: from };
    return { class: of, amount: null, formula: null, from, confidence, rows, obstacle };
  }
  const short = condition && (insured?.months ?? 0) < condition.value;
  return {
    class: of,
    amount: priced.amount,
    formula: priced.formula,
    from,
    confidence,
    rows,
    ...(short ? { obstacle: { because: 'TimePaidInTooShort', citation: condition.citation } } : {}),
  };
};
