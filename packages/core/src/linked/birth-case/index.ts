export { type LegOutcome, legsOf } from '../../application/index.js';

export { type Allowed, allowed } from './allowed.js';
export { requests } from './asking.js';
export { recallCommand } from './commands.codec.js';
export type { Apply, BirthCommand } from './commands.js';
export { type BirthDesks, birthDoors } from './contents.js';
export { type BirthDeadlines, type BirthDeadlinesAsked, birthDeadlines, type LegDeadline } from './deadlines.js';
export { birthCase } from './decider.js';
export type {
  BirthEvent,
  BirthLeg,
  Declaration,
  Lodging,
  Parent,
  Proof,
  Speciality,
} from './events.js';
export { birthTimers } from './keeping-time.js';
export { type BirthCaseKind, birthCaseKind } from './kind.js';
export { peopleOfBirth } from './people.js';
export type { BirthReason } from './reasons.js';
export { type BirthDueDate, dueDates, timers } from './scheduling.js';
export { type BirthApplication, type BirthCase, endedLegs, outcomeOf, readyLegs } from './state.js';
export { type CommandLine, commandTable } from './table.js';
export { apply, submit } from './workflow.js';
