export { type RaiseOptions, raiseEpoch } from './epoch.js';
export { keySchemaSql } from './keys/key-schema.js';
export { type PostgresCabinetOptions, postgresCabinet } from './keys/postgres-cabinet.js';
export { type PostgresJournalOptions, postgresJournal } from './postgres-journal.js';
export { grantsSql, type Roles, schemaSql } from './roles.js';
export type { FeedKind } from './schema/migrations.js';
export { type PostgresViewsOptions, postgresViews, viewsGrantsSql } from './views/postgres-views.js';
