export type { NotPaid } from './choice.js';
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
export type { Formula, InsuredFacts, Obstacle } from './worth.js';
