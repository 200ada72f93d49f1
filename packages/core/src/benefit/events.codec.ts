/** How the events of a benefit are kept. */
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { type Codec, count, exact, listOf, oneOf, orNull, text } from '../borders/stored.codec.js';
import { keptDate, keptLawSet } from '../dossier/events.codec.js';
import { type Confidence, type DecidingBody, type FuneralClass, funeralClasses, type Payer } from '../law/index.js';
import type { BenefitEvent, BenefitLeg, BenefitName, BenefitRejection, Weighed } from './events.js';

export const keptBenefitLeg: Codec<BenefitLeg> = oneOf('funeral', 'survivor');
export const keptBenefit: Codec<BenefitName> = oneOf('funeral', 'merit-lump', 'survivor');
export const keptPayer: Codec<Payer> = oneOf('social-insurance', 'social-protection', 'merit');
export const keptClass: Codec<FuneralClass> = oneOf(...funeralClasses);
export const keptBody: Codec<DecidingBody> = oneOf('commune', 'district', 'province', 'social-insurance');
export const keptRejection: Codec<BenefitRejection> = oneOf(
  'NoEntitlement',
  'DoubleBenefit',
  'ConsentMissing',
  'PayeeMissing',
  'DossierIncomplete',
);

const confidence: Codec<Confidence> = oneOf('official', 'secondary', 'inferred');
const way = oneOf('once', 'monthly');
const leg = keptBenefitLeg;
const benefit = keptBenefit;

const weighed: Codec<Weighed> = exact<Weighed>({
  of: text,
  outcome: oneOf('paid', 'beside', 'not-paid'),
  amount: orNull(count),
  because: orNull(text),
  act: orNull(text),
  article: orNull(text),
  confidence,
});

export const benefitEvents: EventForms<BenefitEvent> = {
  BenefitRouted: event({
    leg,
    outcome: oneOf('routed', 'outside', 'none'),
    payers: listOf(keptPayer),
    class: orNull(keptClass),
    basis: text,
  }),
  BenefitEndorsed: event({ leg, by: keptBody }),
  BenefitDecided: event({
    leg,
    benefit,
    payer: keptPayer,
    way,
    amount: count,
    decisionNo: text,
    decidedOn: keptDate,
    law: keptLawSet,
    weighed: listOf(weighed),
  }),
  BenefitRejected: event({ leg, payer: keptPayer, cause: keptRejection }),
  BenefitToppedUp: event({ leg, benefit, amount: count, knownOn: keptDate, law: keptLawSet, confidence }),
};
