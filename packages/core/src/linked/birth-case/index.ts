export type { LegName, Span } from '../../dossier/index.js';
export { type Allowed, allowed } from './allowed.js';
export { type Application, legsOf } from './application-state.js';
export { requests } from './asking.js';
export { recallCommand } from './commands.codec.js';
export type { Apply, BirthCommand } from './commands.js';
export { type BirthDesks, birthDoors } from './contents.js';
export { type BirthDeadlines, type BirthDeadlinesAsked, birthDeadlines, type LegDeadline } from './deadlines.js';
export { birthCase } from './decider.js';
export type {
  Applied,
  BirthEvent,
  CaseClosed,
  Declaration,
  LegOutcome,
  Lodging,
  Parent,
  Proof,
  Speciality,
} from './events.js';
export { birthTimers } from './keeping-time.js';
export { type BirthCaseKind, birthCaseKind } from './kind.js';
export type { BirthReason } from './reasons.js';
export { type DueDate, dueDates, type Timer, timers } from './scheduling.js';
export { type BirthCase, endedLegs, outcomeOf, readyLegs } from './state.js';
export { type CommandLine, commandTable } from './table.js';
export { apply, submit } from './workflow.js';
