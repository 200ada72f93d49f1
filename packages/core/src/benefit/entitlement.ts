/** What the law gives, as a leg that ends in money asks for it: by day of decision, with everything that was weighed. */
import type { Confidence, FuneralClass, LawBook, LawSetId, Payer } from '../law/index.js';
import type { PlainDate } from '../values/plain-date.js';
import type { BenefitName, Weighed } from './events.js';

/** One thing to be paid, by one payer. */
export type Award = Readonly<{ benefit: BenefitName; payer: Payer; way: 'once' | 'monthly'; amount: number }>;

export type Entitlement = Readonly<{
  awards: readonly Award[];
  class: FuneralClass | null;
  /** Whether the family asks for it within the linked application; `open` where the texts are silent (R21). */
  place: 'inside' | 'outside' | 'open';
  /** Why it goes where it goes, or why nothing is given: a coded word. */
  basis: string;
  weighed: readonly Weighed[];
  law: LawSetId;
}>;

/** What a rate known later adds to one benefit. */
export type More = Readonly<{ amount: number; law: LawSetId; confidence: Confidence }>;

/** What a leg knows of the law of its benefit. `F` are the facts it judges by. */
export type BenefitRules<F> = Readonly<{
  entitlement: (book: LawBook, facts: F, decidedOn: PlainDate) => Entitlement;
  /** More than was decided, as known on a later day; `undefined` when it is not more. */
  more: (
    book: LawBook,
    facts: F,
    benefit: BenefitName,
    days: Readonly<{ decidedOn: PlainDate; knownOn: PlainDate }>,
  ) => More | undefined;
}>;
