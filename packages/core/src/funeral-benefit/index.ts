export type { NotPaid } from './choice.js';
export { type FuneralFacts, funeralLeg, funeralRules } from './decider.js';
export {
  type Beside,
  type Bundled,
  type Considered,
  type FuneralBenefit,
  type FuneralQuestion,
  funeralBenefit,
  type NotPayable,
  type Payable,
  type TopUp,
} from './entitlement.js';
export type { ClassFacts, Formula, InsuredFacts, Obstacle } from './worth.js';
