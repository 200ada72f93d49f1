export { dbClient } from './db-client.js';
export type {
  Connection,
  DriverSettings,
  EventStoreDriver,
  NodeAddress,
  OpenDriver,
  Place,
  Proposal,
  Recorded,
  StreamQuestion,
  Trouble,
  Wire,
} from './driver.js';
export {
  type EventStoreJournalOptions,
  type EventStoreOptions,
  eventstoredbJournal,
  inspectEventstoredb,
} from './eventstoredb-journal.js';
export type { Foreign } from './feed.js';
export type { Alarm } from './inspect.js';
