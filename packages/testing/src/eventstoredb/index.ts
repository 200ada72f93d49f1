export { type Belief, checkCommit, type Decision, emptyIdTable, type IdTable, remember } from './check-commit.js';
export { type EventLog, emptyLog, type Proposed, type Recorded, write, writeMetadata } from './event-log.js';
export type { Faults, Rpc, WireFault } from './faults.js';
export { type EventStoreServer, type EventStoreServerOptions, eventStoreServer } from './server.js';
