export { legsOf } from '../../application/index.js';
export type { DeathLeg } from '../../law/index.js';
export { allowedInDeath } from './allowed.js';
export { recallDeathCommand } from './commands.codec.js';
export type { ApplyForDeath, DeathCommand } from './commands.js';
export { type DeathDesks, deathDoors } from './contents.js';
export {
  type ChainStep,
  type DeathDeadlines,
  type DeathDeadlinesAsked,
  type DeathLegDeadline,
  deathDeadlines,
  declaringDeathBy,
} from './deadlines.js';
export { deathCase } from './decider.js';
export type {
  DeathDeclaration,
  DeathEvent,
  DeathLegOutcome,
  Evidence,
  FuneralClaim,
  SurvivorClaim,
} from './events.js';
export { deathTimers } from './keeping-time.js';
export { type DeathCaseKind, deathCaseKind } from './kind.js';
export { peopleOfDeath } from './people.js';
export type { DeathReason } from './reasons.js';
export { type DeathDueDate, dueDates } from './scheduling.js';
export { type DeathApplication, type DeathCase, endedLegs, outcomeOf, owedIn, readyLegs, unpaidIn } from './state.js';
export { type DeathCommandLine, deathCommandTable } from './table.js';
export { applyForDeath, submitToDeath } from './workflow.js';
