export { commune, elsewhere, insuranceOffice } from './actors.js';
export { aBirthCase, after, type Setting, type Stage, stages, theBirthCase } from './birth/a-birth-case.js';
export { aDeclaration, aFamily } from './birth/a-declaration.js';
export { type ActorName, actors, usualActor } from './birth/actors.js';
export { answer, apply, type DataOf, type How, order, today } from './birth/order.js';
export {
  aDeathCase,
  afterDeath,
  type DeathSetting,
  type DeathStage,
  deathStages,
  theDeathCase,
} from './death/a-death-case.js';
export { aDeathDeclaration, aDeceased, someSurvivors, survivorsOfOneSum } from './death/a-death-declaration.js';
export { type DeathActorName, deathActors, meritOffice, usualDeathActor } from './death/actors.js';
export { type DeathDataOf, deathAnswer, deathApply, deathOrder, deathToday } from './death/order.js';
export { deepFreeze } from './freeze.js';
export { alone, citesLaw, deciderLaws, legLaws } from './laws.js';
export { Mismatch } from './mismatch.js';
export { at } from './ordering.js';
export { type Expected, type ExpectedRefusal, type Given, type Outcome, play, specify } from './specify.js';
export { caseOfEvents } from './story.js';
