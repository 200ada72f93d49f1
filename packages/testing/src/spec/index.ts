export {
  aBirthCase,
  after,
  caseOfEvents,
  type Setting,
  type Stage,
  stages,
  theBirthCase,
} from './birth/a-birth-case.js';
export { aDeclaration, aFamily } from './birth/a-declaration.js';
export { type ActorName, actors, commune, elsewhere, insuranceOffice, usualActor } from './birth/actors.js';
export { answer, apply, at, type DataOf, type How, order, today } from './birth/order.js';
export { deepFreeze } from './freeze.js';
export { alone, citesLaw, deciderLaws, legLaws } from './laws.js';
export { Mismatch } from './mismatch.js';
export { type Expected, type ExpectedRefusal, type Given, type Outcome, play, specify } from './specify.js';
