export type { LegName, Span } from '../dossier/index.js';
export { AGENCIES, type Agency, GUIDANCE, type Guidance } from '../support/index.js';
export { type Alias, type AliasRecorded, hasAlias, type RecordAlias } from './aliases.js';
export { type Allowed, allowedAmong } from './allowed.js';
export type { ApplicationCommand, RecordFee, WithdrawCase, WithdrawLeg } from './commands.js';
export {
  type ApplicationFacts,
  type ApplicationReason,
  type Entry,
  type JudgedEvent,
  judgeApplication,
} from './decider.js';
export { type Escalating, escalatingOf } from './escalating.js';
export type {
  ApplicationEvent,
  Applied,
  CaseClosed,
  CaseWithdrawn,
  Declared,
  FeePaid,
  LegOutcome,
  LegWithdrawn,
  OwnApplicationEvent,
} from './events.js';
export { following } from './following.js';
export { type Gate, type Guarded, type GuardReason, guard, legOfCommand } from './guard.js';
export {
  afterDay,
  type DueDate,
  type Missing,
  missedAfter,
  missedOf,
  missedSupplements,
  timerOf,
} from './scheduling.js';
export { type Application, evolveApplication, legsAsked, legsOf, noApplication } from './state.js';
export { type CommandLine, linesOf } from './table.js';
export { type Claiming, claimHolder, fileInto } from './workflow.js';
