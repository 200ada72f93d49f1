/**
 * A benefit on its way (giải quyết mai táng phí, tử tuất): routed to its payers, endorsed, decided or rejected, topped up.
 * Paying is another fact, and stands in `payment/`.
 */
import type { Command, DomainEvent } from '../kernel/index.js';
import type { Confidence, DecidingBody, FuneralClass, LawSetId, Payer } from '../law/index.js';
import type { PlainDate } from '../values/plain-date.js';

type Of<T extends string, F> = DomainEvent<T> & Readonly<F>;

/** The procedures that end in money. */
export type BenefitLeg = 'funeral' | 'survivor';
/** What is paid: `merit-lump` is three months of a merit allowance, beside any funeral benefit. */
export type BenefitName = 'funeral' | 'merit-lump' | 'survivor';

/** One class or relative that was looked at: what it would have given, whether it was paid, on which text, how surely. */
export type Weighed = Readonly<{
  of: string;
  outcome: 'paid' | 'beside' | 'not-paid';
  /** In đồng; `null` where no row gives one. */
  amount: number | null;
  because: string | null;
  act: string | null;
  article: string | null;
  confidence: Confidence;
}>;

/** `outside`: the family asks for it elsewhere, as where an employer files. `none`: no class gives anything. */
export type BenefitRouted = Of<
  'BenefitRouted',
  {
    leg: BenefitLeg;
    outcome: 'routed' | 'outside' | 'none';
    payers: readonly Payer[];
    class: FuneralClass | null;
    basis: string;
  }
>;
export type BenefitEndorsed = Of<'BenefitEndorsed', { leg: BenefitLeg; by: DecidingBody }>;
/** `amount` in đồng: all at once, or for one month. */
export type BenefitDecided = Of<
  'BenefitDecided',
  {
    leg: BenefitLeg;
    benefit: BenefitName;
    payer: Payer;
    way: 'once' | 'monthly';
    amount: number;
    decisionNo: string;
    decidedOn: PlainDate;
    law: LawSetId;
    weighed: readonly Weighed[];
  }
>;

export type BenefitRejection =
  | 'NoEntitlement'
  | 'DoubleBenefit'
  | 'ConsentMissing'
  | 'PayeeMissing'
  | 'DossierIncomplete';
/** A refusal in writing, by one payer. */
export type BenefitRejected = Of<'BenefitRejected', { leg: BenefitLeg; payer: Payer; cause: BenefitRejection }>;
/** A rate known later than it took effect: `amount` more than was decided (truy lĩnh). */
export type BenefitToppedUp = Of<
  'BenefitToppedUp',
  { leg: BenefitLeg; benefit: BenefitName; amount: number; knownOn: PlainDate; law: LawSetId; confidence: Confidence }
>;

export type BenefitEvent = BenefitRouted | BenefitEndorsed | BenefitDecided | BenefitRejected | BenefitToppedUp;

type On<F = unknown> = Readonly<{ leg: BenefitLeg }> & Readonly<F>;

/** Routes anew, after what decides on it was corrected. The first time it follows from the published extract. */
export type RouteBenefit = Command<'RouteBenefit', On>;
export type EndorseBenefit = Command<'EndorseBenefit', On<{ by: DecidingBody }>>;
/** The payer's officer decides; the amount is the law's. */
export type DecideBenefit = Command<'DecideBenefit', On<{ decisionNo: string; decidedOn: PlainDate }>>;
export type RejectBenefit = Command<'RejectBenefit', On<{ cause: BenefitRejection }>>;
export type TopUpBenefit = Command<'TopUpBenefit', On>;

export type BenefitCommand = RouteBenefit | EndorseBenefit | DecideBenefit | RejectBenefit | TopUpBenefit;
