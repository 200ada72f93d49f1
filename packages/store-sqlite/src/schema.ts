/**
 * The file's schema. Keys are lean: streams are integers, event ids 16 bytes, unique within their stream; the position is
 * AUTOINCREMENT, so none is ever used twice. An event is kept as the very text that was hashed. Nothing is ever changed
 * or deleted: triggers refuse it.
 */
import type { Connection, Row } from './driver.js';

/** `LTHG`: tells our files from any other program's. */
export const APPLICATION_ID = 0x4c544847;
export const SCHEMA_VERSION = 1;

const refuse = (verb: 'UPDATE' | 'DELETE', table: 'streams' | 'events'): string =>
  `CREATE TRIGGER ${table}_refuse_${verb.toLowerCase()} BEFORE ${verb} ON ${table} ` +
  `BEGIN SELECT RAISE(ABORT, 'a journal only grows'); END`;

const STATEMENTS: readonly string[] = [
  'CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT',
  'CREATE TABLE events (position INTEGER PRIMARY KEY AUTOINCREMENT, stream INTEGER NOT NULL REFERENCES streams (id), ' +
    'revision INTEGER NOT NULL, id BLOB NOT NULL CHECK (length(id) = 16), ' +
    "type TEXT NOT NULL CHECK (type = json_extract(text, '$.type')), " +
    'hash BLOB NOT NULL CHECK (length(hash) = 32), text TEXT NOT NULL) STRICT',
  'CREATE UNIQUE INDEX events_by_revision ON events (stream, revision)',
  'CREATE UNIQUE INDEX events_by_id ON events (stream, id)',
  refuse('UPDATE', 'streams'),
  refuse('DELETE', 'streams'),
  refuse('UPDATE', 'events'),
  refuse('DELETE', 'events'),
];

/**
 * Lays the schema into an empty file, in one transaction, and turns on the write-ahead log. By `exec` alone: libsql keeps a
 * file open, and its log apart, as long as a prepared statement lives.
 */
export const createSchema = (connection: Connection): void => {
  connection.exec('PRAGMA journal_mode = WAL');
  connection.exec(
    `BEGIN IMMEDIATE; ${STATEMENTS.join('; ')}; PRAGMA application_id = ${APPLICATION_ID}; ` +
      `PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`,
  );
};

const value = (connection: Connection, sql: string): unknown => connection.prepare(sql).all()[0]?.[0];

/**
 * Whose file it is: ours; a later release's, that has only added to what we laid and so may still be read by us (a release
 * that changes what a table means changes its statement), or has changed it; or nobody's we know: foreign, damaged, its
 * triggers taken away.
 */
export const schemaOf = (connection: Connection): 'ours' | 'newer' | 'newer-but-readable' | 'foreign' => {
  if (value(connection, 'PRAGMA application_id') !== APPLICATION_ID) return 'foreign';
  const version = value(connection, 'PRAGMA user_version');
  // As bytes, for a damaged text may be no text at all.
  const laid = connection.prepare('SELECT CAST(sql AS BLOB) FROM sqlite_schema WHERE sql IS NOT NULL').all();
  const found = new Set(laid.map(([sql]) => (sql instanceof Uint8Array ? new TextDecoder().decode(sql) : '')));
  const stands = STATEMENTS.every((sql) => found.has(sql));
  if (typeof version === 'number' && version > SCHEMA_VERSION) return stands ? 'newer-but-readable' : 'newer';
  return version === SCHEMA_VERSION && stands ? 'ours' : 'foreign';
};

/** How much of the file is looked at when it is opened. */
export type Check = 'full' | 'quick' | 'none';

const COUNTED =
  'SELECT (SELECT count(*) FROM events), (SELECT coalesce(max(position), 0) FROM events), ' +
  "(SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'events'), (SELECT count(*) FROM streams), " +
  '(SELECT count(DISTINCT stream) FROM events), ' +
  '(SELECT count(*) FROM (SELECT 1 FROM events GROUP BY stream HAVING count(*) <> max(revision) + 1))';

const countsAgree = ([events, last, sequence, streams, begun, broken]: Row): boolean =>
  events === last && last === sequence && streams === begun && broken === 0;

/**
 * Whether the file holds together. Rows are never deleted and a rolled-back number is handed out again, so as many
 * events must stand there as the last position says: a history that lost its end is noticed. `full` also compares every
 * index with its table; it reads the whole file.
 */
export const isSound = (connection: Connection, check: Check): boolean => {
  if (check === 'none') return true;
  const pages = connection.prepare(check === 'full' ? 'PRAGMA integrity_check(1)' : 'PRAGMA quick_check(1)').all();
  return pages[0]?.[0] === 'ok' && countsAgree(connection.prepare(COUNTED).all()[0] ?? []);
};
