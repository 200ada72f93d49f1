export { type BenefitCase, survivorQuestion } from './case.js';
export {
  ALL_RELATIVES,
  type ConsentCommand,
  type ConsentEvent,
  type ConsentFacts,
  type ConsentMode,
  type ConsentReason,
  type Consents,
  relativesConsent,
  relativesMissing,
} from './consent.js';
export { type SurvivorFacts, survivorLeg, survivorRules } from './decider.js';
export {
  type Allowance,
  type Deceased,
  type LumpSumBecause,
  meritLump,
  type NotEntitled,
  type SurvivorBenefit,
  type SurvivorQuestion,
  survivorBenefit,
} from './entitlement.js';
export type { Contributions, Months, Pension } from './lump-sum.js';
export type { NotEntitledBecause, Relative } from './relatives.js';
