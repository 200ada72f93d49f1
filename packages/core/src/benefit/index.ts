export { hearEndorsement, hearPayer } from './answers.js';
export { benefitLeg, routedTo } from './decider.js';
export type { Award, BenefitRules, Entitlement, More } from './entitlement.js';
export type {
  BenefitCommand,
  BenefitDecided,
  BenefitEvent,
  BenefitLeg,
  BenefitName,
  BenefitRejection,
  BenefitToppedUp,
  Weighed,
} from './events.js';
export type { BenefitToDecide, PayerAnswer, PayerDesk } from './ports.js';
export { type BenefitFacts, type BenefitReason, chains, endorsersOf } from './rules.js';
export {
  type Benefit,
  benefitSettled,
  type Decided,
  evolveBenefit,
  noBenefit,
  type OwnBenefitEvent,
  owedOf,
  payersOpen,
} from './state.js';
