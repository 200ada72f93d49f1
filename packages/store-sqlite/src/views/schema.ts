/**
 * The schema of the file of views. It is a file of its own beside the journal's: the journal's only grows, and its triggers and
 * its check at the start say so, while views are changed, dropped and built again, and may be thrown away at any time.
 */
import type { Connection } from '../driver.js';

/** `LTHV`: tells these files from the journal's and from any other program's. */
export const VIEWS_APPLICATION_ID = 0x4c544856;
export const VIEWS_SCHEMA_VERSION = 1;

const STATEMENTS: readonly string[] = [
  // AUTOINCREMENT: the number of a dropped generation is never used again.
  'CREATE TABLE generations (id INTEGER PRIMARY KEY AUTOINCREMENT, view TEXT NOT NULL, version TEXT NOT NULL, ' +
    'live INTEGER NOT NULL DEFAULT 0 CHECK (live IN (0, 1)), checkpoint TEXT, events INTEGER NOT NULL DEFAULT 0, ' +
    'error TEXT) STRICT',
  'CREATE INDEX generations_by_view ON generations (view, id)',
  'CREATE UNIQUE INDEX generations_live ON generations (view) WHERE live = 1',
  'CREATE TABLE rows (generation INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, ' +
    'PRIMARY KEY (generation, key)) STRICT, WITHOUT ROWID',
  'CREATE TABLE parked (generation INTEGER NOT NULL, position TEXT NOT NULL, event TEXT NOT NULL, ' +
    'PRIMARY KEY (generation, position)) STRICT, WITHOUT ROWID',
  'CREATE TABLE leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until TEXT NOT NULL) STRICT, WITHOUT ROWID',
];

/** Lays the schema into an empty file, in one transaction, and turns on the write-ahead log. */
export const createViewsSchema = (connection: Connection): void => {
  connection.exec('PRAGMA journal_mode = WAL');
  connection.exec(
    `BEGIN IMMEDIATE; ${STATEMENTS.join('; ')}; PRAGMA application_id = ${VIEWS_APPLICATION_ID}; ` +
      `PRAGMA user_version = ${VIEWS_SCHEMA_VERSION}; COMMIT`,
  );
};

const value = (connection: Connection, sql: string): unknown => connection.prepare(sql).all()[0]?.[0];

/** Whose file it is. One of another version of ours is built anew from the journal, so there is nothing to migrate. */
export const viewsSchemaOf = (connection: Connection): 'ours' | 'newer' | 'foreign' => {
  if (value(connection, 'PRAGMA application_id') !== VIEWS_APPLICATION_ID) return 'foreign';
  const version = value(connection, 'PRAGMA user_version');
  if (typeof version === 'number' && version > VIEWS_SCHEMA_VERSION) return 'newer';
  return version === VIEWS_SCHEMA_VERSION ? 'ours' : 'foreign';
};
