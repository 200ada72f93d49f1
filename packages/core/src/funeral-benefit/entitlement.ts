/**
 * Funeral benefit (trợ cấp mai táng): what is paid for one death, why not another benefit, and what a rate that became known
 * later adds. The day of death chooses the rate, the day of the decision what was known of it (R10, R25).
 */

import { E } from '../fp.js';
import {
  benefitLawOf,
  type Citation,
  type Confidence,
  type FuneralClass,
  filingLawOf,
  funeralClasses,
  type InBundle,
  type LawBook,
  type LawInForce,
  type LawSetId,
  provision,
  weakest,
} from '../law/index.js';
import { type Dong, dong } from '../values/money.js';
import type { PlainDate } from '../values/plain-date.js';
import { type Choice, choose, type NotPaid } from './choice.js';
import { type ClassFacts, type Formula, type InsuredFacts, type Worth, worth } from './worth.js';

/** `knownOn` later than `decidedOn` asks for a top-up; otherwise it asks nothing. */
export type FuneralQuestion = ClassFacts &
  Readonly<{
    diedOn: PlainDate;
    classes: readonly FuneralClass[];
    decidedOn: PlainDate;
    knownOn?: PlainDate;
  }>;

/** Whether the family asks for it within the linked application (R21); `open` where the texts are silent. */
export type Bundled = Readonly<{ place: InBundle[keyof InBundle]; citation: Citation | null }>;

export type Payable = Readonly<{
  class: FuneralClass;
  amount: Dong;
  from: Citation;
  formula: Formula;
  confidence: Confidence;
  bundle?: Bundled;
}>;

export type NotPayable = Readonly<{
  class: FuneralClass;
  amount: Dong | null;
  because: NotPaid;
  citation: Citation | null;
  inFavourOf?: FuneralClass;
}>;

/** Support that may or may not be paid in addition: no text was read that says which (R18). */
export type Beside = Readonly<{
  class: FuneralClass;
  amount: Dong;
  from: Citation;
  formula: Formula;
  because: 'CombinationNotSettled';
  citation: Citation;
  confidence: Confidence;
}>;

/** One class of those given, in the order of the law's list. */
export type Considered = Readonly<{
  class: FuneralClass;
  outcome: 'paid' | 'beside' | 'not-paid';
  amount: Dong | null;
  formula: Formula | null;
  from: Citation | null;
  confidence: Confidence;
}>;

export type TopUp = Readonly<{ amount: Dong; because: 'RateKnownLater'; citation: Citation; confidence: Confidence }>;

/** The shape of `lienthong benefit --json` (cli.md C). */
export type FuneralBenefit = Readonly<{
  payable: Payable | null;
  notPayable: readonly NotPayable[];
  beside?: Beside;
  considered: readonly Considered[];
  lawSet: LawSetId;
  topUp?: TopUp;
}>;

const appraise = (law: LawInForce, question: FuneralQuestion): readonly Worth[] =>
  funeralClasses.filter((each) => question.classes.includes(each)).map((each) => worth(law, each, question));

/**
 * Who files for whom is procedure, and goes by the day of the decision, whenever the person died. Where the person stood with
 * social insurance is not told: then the place is not known either.
 */
const bundled = (book: LawBook, decidedOn: PlainDate, insured: InsuredFacts | undefined): Bundled => {
  const row = filingLawOf(book, decidedOn).row(provision.funeralInBundle);
  return insured && row
    ? { place: row.value[insured.status], citation: row.citation }
    : { place: 'open', citation: row?.citation ?? null };
};

const payableOf = (book: LawBook, { paid }: Choice, { decidedOn, insured }: FuneralQuestion): Payable | null =>
  paid?.amount == null || !paid.formula || !paid.from
    ? null
    : {
        class: paid.class,
        amount: paid.amount,
        from: paid.from,
        formula: paid.formula,
        confidence: paid.confidence,
        ...(paid.class === 'social-insurance' ? { bundle: bundled(book, decidedOn, insured) } : {}),
      };

const besideOf = ({ beside }: Choice): Beside | undefined =>
  beside?.worth.amount == null || !beside.worth.formula || !beside.worth.from
    ? undefined
    : {
        class: beside.worth.class,
        amount: beside.worth.amount,
        from: beside.worth.from,
        formula: beside.worth.formula,
        because: 'CombinationNotSettled',
        citation: beside.citation,
        confidence: weakest([beside.worth.confidence, beside.citation.confidence]),
      };

/** What the class that was decided gives more, once more is known. Which class is paid is not opened again. */
const topUpOf = (book: LawBook, question: FuneralQuestion, decided: Payable | null): TopUp | undefined => {
  const { diedOn, decidedOn, knownOn } = question;
  if (!decided || knownOn === undefined || knownOn <= decidedOn) return undefined;
  const since = worth(benefitLawOf(book, diedOn, knownOn), decided.class, question);
  const more = dong((since.amount ?? 0) - decided.amount);
  if (E.isLeft(more) || more.right === 0) return undefined;
  const news = since.rows.find(({ knownFrom }) => knownFrom > decidedOn) ?? since.rows[0];
  return (
    news && { amount: more.right, because: 'RateKnownLater', citation: news.citation, confidence: since.confidence }
  );
};

/** The funeral benefit of one death. */
export const funeralBenefit = (book: LawBook, question: FuneralQuestion): FuneralBenefit => {
  const law = benefitLawOf(book, question.diedOn, question.decidedOn);
  const all = appraise(law, question);
  const choice = choose(law, all);
  const payable = payableOf(book, choice, question);
  const beside = besideOf(choice);
  const topUp = topUpOf(book, question, payable);
  return {
    payable,
    notPayable: choice.passed.map(({ worth: { class: of, amount }, ...why }) => ({ class: of, amount, ...why })),
    ...(beside ? { beside } : {}),
    considered: all.map(({ class: of, amount, formula, from, confidence }) => ({
      class: of,
      outcome: of === payable?.class ? 'paid' : of === beside?.class ? 'beside' : 'not-paid',
      amount,
      formula,
      from,
      confidence,
    })),
    lawSet: law.id,
    ...(topUp ? { topUp } : {}),
  };
};
