/** What each class of funeral benefit gives (mức trợ cấp mai táng) on a day of death, by which rows, and what stands against it. */
import { E } from '../fp.js';
import {
  type ActualCost,
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

/**
 * What is known of an insured person. Months are those the condition asks for; not told, they are taken to suffice.
 * `injuryLoss`: percent of capacity lost, where a monthly injury benefit was drawn for it.
 */
export type InsuredFacts = Readonly<{ status: Insured; months?: number; diedOfWork?: boolean; injuryLoss?: number }>;

/** A body that no relative claimed (thi thể không có thân nhân nhận), and what it cost to bury it. */
export type Unclaimed = Readonly<{ unclaimedBody: true; actualCost: Dong }>;

/** What is known beside the class itself. `province` is a code of either list. */
export type ClassFacts = Readonly<{ insured?: InsuredFacts; disaster?: Unclaimed; province?: string }>;

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

const multiple = (
  law: LawInForce,
  row: Row<unknown>,
  times: number,
  of: Reference,
  province?: string,
): Priced | Unpriced => {
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

const costAtLeast = (law: LawInForce, row: Row<ActualCost>, cost: Dong, province?: string): Priced | Unpriced => {
  const floor = multiple(law, row, row.value.atLeast, row.value.of, province);
  if ('obstacle' in floor || floor.amount >= cost) return floor;
  const { written, citations } = floor.formula;
  return { ...floor, amount: cost, formula: { written: `max(${cost}, ${written})`, times: 1, dong: cost, citations } };
};

const price = (
  law: LawInForce,
  of: FuneralClass,
  facts: ClassFacts,
  asked: readonly FuneralClass[] = [],
): Priced | Unpriced => {
  const row = law.row(rates[of]);
  if (!row || asked.includes(of)) return noRate([]);
  const { disaster, province } = facts;
  const unclaimed = of === 'disaster' && disaster ? law.row(provision.funeralUnclaimedBody) : undefined;
  if (unclaimed && disaster) return costAtLeast(law, unclaimed, disaster.actualCost, province);
  switch (row.value.kind) {
    case 'multiple':
      return multiple(law, row, row.value.times, row.value.of, province);
    case 'fixed':
      return fixed(row, row.value.dong);
    case 'as':
      return as(row, price(law, row.value.class, facts, [...asked, of]));
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

/** What opens the benefit though the months are too few: a death by work, or an injury benefit drawn each month. */
const monthsNotAsked = (law: LawInForce, { status, diedOfWork, injuryLoss }: InsuredFacts) => {
  const row = law.row(provision.funeralWithoutMonths);
  const byWork = diedOfWork === true && row?.value.diedOfWork.includes(status);
  const byInjury = (injuryLoss ?? 0) > 0 && row?.value.injuryBenefit.includes(status);
  return byWork || byInjury ? row : undefined;
};

/** What a class gives on the day the law governs. */
export const worth = (law: LawInForce, of: FuneralClass, facts: ClassFacts): Worth => {
  const { insured } = facts;
  const priced = price(law, of, facts);
  const asked = monthsAsked(law, of, insured);
  const tooFew = asked && (insured?.months ?? 0) < asked.value;
  const instead = tooFew && insured ? monthsNotAsked(law, insured) : undefined;
  const condition = instead ?? asked;
  const rows = [...priced.rows, ...(condition ? [condition] : [])];
  const from = priced.rows[0]?.citation ?? null;
  const confidence = rows.length === 0 ? 'inferred' : weakest(rows.map((row) => row.confidence));
  if ('obstacle' in priced) {
    const obstacle = { because: priced.obstacle, citation: from };
    return { class: of, amount: null, formula: null, from, confidence, rows, obstacle };
  }
  return {
    class: of,
    amount: priced.amount,
    formula: priced.formula,
    from,
    confidence,
    rows,
    ...(tooFew && !instead ? { obstacle: { because: 'TimePaidInTooShort', citation: asked.citation } } : {}),
  };
};
