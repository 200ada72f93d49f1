/**
 * Survivor benefits of social insurance (trợ cấp tuất): monthly for at most four relatives, or one sum where that is what
 * the law leaves or the family may choose. The day of death chooses the rule, the day of the decision what was known of it.
 */
import { E } from '../fp.js';
import {
  benefitLawOf,
  type Citation,
  type Confidence,
  type Insured,
  type LawBook,
  type LawInForce,
  provision,
  type Row,
  referenceValue,
  type SurvivorMonthly,
  weakest,
} from '../law/index.js';
import { type Dong, dong } from '../values/money.js';
import type { PlainDate } from '../values/plain-date.js';
import {
  type Contributions,
  lumpSumOfContributions,
  lumpSumOfPension,
  type Months,
  meritLumpOf,
  type Pension,
} from './lump-sum.js';
import { type NotEntitledBecause, type Relative, standing, youngerThan } from './relatives.js';

/** What of the deceased may open an allowance. `months` paid in; not those taken out in one payment. */
export type Deceased = Readonly<{
  insured?: Insured;
  months?: number;
  diedOfWork?: boolean;
  /** Percent of capacity lost, where a monthly injury benefit was drawn for it. */
  injuryLoss?: number;
}>;

export type SurvivorQuestion = Readonly<{
  diedOn: PlainDate;
  decidedOn: PlainDate;
  deceased: Deceased;
  relatives: readonly Relative[];
  prefer: 'monthly' | 'lump-sum';
  contributions?: Contributions;
  pension?: Pension;
}>;

/** One relative's monthly allowance; `percent` of the reference value, twice where two deaths count. */
export type Allowance = Readonly<{
  of: string;
  amount: Dong;
  from: Citation;
  formula: Readonly<{ written: string; percent: number; dong: Dong; times: number; citations: readonly Citation[] }>;
  confidence: Confidence;
}>;

export type NotEntitled = Readonly<{ of: string; because: NotEntitledBecause; citation: Citation | null }>;

/** Why one sum and not the monthly allowance; `HeirsInstead` where there are no relatives at all. */
export type LumpSumBecause = 'GroundMissing' | 'NoRelativeEntitled' | 'HeirsInstead' | 'Preferred';

export type SurvivorBenefit = Readonly<{ notEntitled: readonly NotEntitled[] }> &
  (
    | Readonly<{ monthly: readonly Allowance[]; lumpSumRefused?: Readonly<{ because: string; citation: Citation }> }>
    | Readonly<{ lumpSum: Months; because: LumpSumBecause; citation: Citation | null }>
    | Readonly<{ none: 'FactsMissing' | 'NoRuleOnRecord'; because: LumpSumBecause }>
  );

/** Time paid in, a pension, a death by work, or a grave injury benefit. */
const hasGround = (law: LawInForce, { insured, months, diedOfWork, injuryLoss }: Deceased): boolean => {
  const needed = law.row(provision.survivorGround)?.value;
  if (!needed) return false;
  return (
    insured === 'pensioner' ||
    diedOfWork === true ||
    (months ?? 0) >= needed.months ||
    (injuryLoss ?? 0) >= needed.injuryLoss
  );
};

const allowance = (
  law: LawInForce,
  rate: Row<SurvivorMonthly>,
  relative: Relative,
  rows: readonly Row<unknown>[],
): Allowance | undefined => {
  const { of, percent: usual, withoutCarer, forTwoDeaths } = rate.value;
  const reference = referenceValue(law, of);
  if (!reference) return undefined;
  const percent = relative.withoutCarer ? withoutCarer : usual;
  const times = relative.twoDeaths ? forTwoDeaths : 1;
  const amount = dong(Math.round((reference.dong * percent * times) / 100));
  const restsOn = [rate, ...reference.rows, ...rows];
  return E.isLeft(amount)
    ? undefined
    : {
        of: relative.of,
        amount: amount.right,
        from: rate.citation,
        formula: {
          written: `${times === 1 ? '' : `${times} × `}${percent} % × ${reference.dong}`,
          percent,
          dong: reference.dong,
          times,
          citations: restsOn.slice(1).map(({ citation }) => citation),
        },
        confidence: weakest(restsOn.map(({ confidence }) => confidence)),
      };
};

type Family = Readonly<{ entitled: readonly Allowance[]; people: readonly Relative[]; others: readonly NotEntitled[] }>;

/** Those entitled, in the order in which the family names them, up to the number the law allows. */
const familyOf = (law: LawInForce, relatives: readonly Relative[]): Family => {
  const rate = law.row(provision.survivorMonthly);
  const entitled: Allowance[] = [];
  const people: Relative[] = [];
  const others: NotEntitled[] = [];
  for (const relative of relatives) {
    const so = standing(law, relative);
    const given = so.entitled && rate ? allowance(law, rate, relative, so.rows) : undefined;
    if (!so.entitled) others.push({ of: relative.of, because: so.because, citation: so.citation });
    else if (!given || !rate) others.push({ of: relative.of, because: 'NoRuleOnRecord', citation: null });
    else if (entitled.length >= rate.value.atMost)
      others.push({ of: relative.of, because: 'EnoughRelatives', citation: rate.citation });
    else {
      entitled.push(given);
      people.push(relative);
    }
  }
  return { entitled, people, others };
};

/** The young and those who lost most of their capacity keep the monthly allowance, whatever the family prefers. */
const mustStayMonthly = (law: LawInForce, people: readonly Relative[]): Row<unknown> | undefined => {
  const row = law.row(provision.lumpSumChoice);
  if (!row) return undefined;
  const { childUnder, capacityLoss } = row.value;
  const bound = people.some(
    (each) =>
      (each.kind === 'child' && youngerThan(each.bornOn, childUnder, law.date.on)) ||
      (each.capacityLoss ?? 0) >= capacityLoss,
  );
  return bound ? row : undefined;
};

const inOneSum = (
  law: LawInForce,
  { contributions, pension, deceased }: SurvivorQuestion,
  notEntitled: readonly NotEntitled[],
  because: LumpSumBecause,
): SurvivorBenefit => {
  const drawn = deceased.insured === 'pensioner' ? pension : undefined;
  const told = drawn ?? contributions;
  const lumpSum = drawn
    ? lumpSumOfPension(law, drawn)
    : contributions && deceased.insured !== 'pensioner'
      ? lumpSumOfContributions(law, contributions)
      : undefined;
  if (!lumpSum) return { notEntitled, none: told ? 'NoRuleOnRecord' : 'FactsMissing', because };
  const ground: Readonly<Record<LumpSumBecause, Row<unknown> | undefined>> = {
    GroundMissing: law.row(provision.survivorGround),
    NoRelativeEntitled: law.row(provision.survivorRelatives),
    HeirsInstead: law.row(provision.lumpSumToHeirs),
    Preferred: law.row(provision.lumpSumChoice),
  };
  return { notEntitled, lumpSum, because, citation: ground[because]?.citation ?? null };
};

/** The survivor benefit of one death. */
export const survivorBenefit = (book: LawBook, question: SurvivorQuestion): SurvivorBenefit => {
  const law = benefitLawOf(book, question.diedOn, question.decidedOn);
  const { entitled, people, others } = familyOf(law, question.relatives);
  if (question.relatives.length === 0) return inOneSum(law, question, others, 'HeirsInstead');
  if (!hasGround(law, question.deceased)) return inOneSum(law, question, others, 'GroundMissing');
  if (entitled.length === 0) return inOneSum(law, question, others, 'NoRelativeEntitled');
  if (question.prefer === 'monthly') return { notEntitled: others, monthly: entitled };
  const bound = mustStayMonthly(law, people);
  return bound
    ? {
        notEntitled: others,
        monthly: entitled,
        lumpSumRefused: { because: 'RelativeMustStayMonthly', citation: bound.citation },
      }
    : inOneSum(law, question, others, 'Preferred');
};

/** Three months of a merit allowance (trợ cấp một lần), beside whatever else is paid; `null` where no row gives it. */
export const meritLump = (
  book: LawBook,
  {
    diedOn,
    decidedOn,
    monthlyAllowance,
  }: Readonly<{ diedOn: PlainDate; decidedOn: PlainDate; monthlyAllowance: Dong }>,
): Months | null => meritLumpOf(benefitLawOf(book, diedOn, decidedOn), monthlyAllowance) ?? null;
