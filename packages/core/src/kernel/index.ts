export { checkAppend, checkedTexts, judgeAppend, type Verdict } from './appending.js';
export type { CaseKind, CommandCodec, EventCodec, Kept, Order } from './case-kind.js';
export { CLAIMED, type Claim, takeClaim } from './claim.js';
export { type Composition, compose, type Leg, type Legs } from './compose.js';
export {
  type Attribution,
  type Command,
  type Decider,
  type DomainEvent,
  fold,
  type Personal,
} from './decider.js';
export type { Actor, NewEvent, Party, StoredEvent } from './envelope.js';
export {
  type BadInput,
  type ClockBehind,
  type CommandIdReused,
  type Conflict,
  type Contended,
  type Fault,
  type IdReused,
  type OutcomeUnknown,
  type Stale,
  type Unavailable,
  type UnavailableCode,
  type Unreadable,
  unavailable,
} from './fault.js';
export { inGroups } from './group-commit.js';
export { type Committed, caseOf, type Handled, type HandleEnv, handle, streamOf } from './handle.js';
export { caseId, consequentId, eventId } from './ids.js';
export type {
  Appended,
  Clock,
  Expected,
  FeedOptions,
  FeedPage,
  Held,
  Journal,
  ReadOptions,
  StreamPage,
} from './journal.js';
export { foldStored, type Loaded, load } from './load.js';
export { memoryJournal } from './memory-journal.js';
export { allWhole, checkFeed, checkRead, FEED_PAGE, type FeedPlan, positionOf, type ReadPlan } from './reading.js';
export { COMMAND_ACCEPTED } from './record.js';
export {
  type Elsewhere,
  emits,
  examine,
  type Grounds,
  inForce,
  type Refusal,
  type Refused,
  type Remedy,
  type Rule,
  refuseUnless,
  when,
} from './refusal.js';
export { openPersonal, sealKept, unsealedFacts } from './seal-event.js';
