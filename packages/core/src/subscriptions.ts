/** `@lienthong/core/subscriptions`: following a journal, and the views that are made of it. */
export { memoryViewStore } from './kernel/memory-view-store.js';
export { type Projection, stateKey } from './kernel/project.js';
export {
  type Rebuilding,
  type Rebuilt,
  rebuildView,
  runView,
  type ViewEnv,
} from './kernel/project-run.js';
export { type Lag, lagOf, type StandingAsked, statusOf, type ViewStanding } from './kernel/project-status.js';
export {
  type Begin,
  type Ending,
  type HandlingFailure,
  newSubscription,
  type Port,
  type PortFailure,
  type Signal,
  type SubscriptionEffect,
  type SubscriptionInput,
  type SubscriptionRules,
  type SubscriptionState,
  type Work,
} from './kernel/subscription.js';
export {
  type Following,
  follow,
  type Handed,
  type Keeper,
  type Subscription,
  type Timers,
} from './kernel/subscription-driver.js';
export { type Consumer, keeperOf, rewind } from './kernel/subscription-keeper.js';
export { codeOf, failureOf } from './kernel/subscription-reasons.js';
export { step } from './kernel/subscription-step.js';
export {
  checkCommit,
  checkKeys,
  checkRows,
  checkView,
  endOfPrefix,
  judgeCommit,
  judgeLease,
  judgeSwap,
  type KeptChange,
  ROW_PAGE,
  type RowsPlan,
} from './kernel/view-rules.js';
export type {
  At,
  Generation,
  LastError,
  Lease,
  LeaseAsked,
  LeaseHeld,
  NoSuchGeneration,
  OtherVersion,
  Parked,
  ParkedAsked,
  Row,
  RowChange,
  RowPage,
  RowsAsked,
  StaleCheckpoint,
  ViewCommit,
  ViewFault,
  ViewStatus,
  ViewStore,
} from './kernel/view-store.js';
