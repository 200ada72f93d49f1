export type { Locks } from './exclusively.js';
export { type IndexedDbJournalOptions, indexedDbJournal } from './indexed-db-journal.js';
