export { type BackupOptions, backUp } from './backup.js';
export type { Bound, Connection, Row, SqliteDriver, Statement } from './driver.js';
export { betterSqlite3, libsql } from './drivers/better-sqlite3.js';
export { nodeSqlite } from './drivers/node-sqlite.js';
export { type SqliteCabinetOptions, sqliteCabinet } from './keys/sqlite-cabinet.js';
export { pickDriver } from './pick-driver.js';
export type { Check } from './schema.js';
export { type SqliteJournalOptions, sqliteJournal } from './sqlite-journal.js';
export { type SqliteViewsOptions, sqliteViews } from './views/sqlite-views.js';
