/**
 * The file of a key store: its own, never the journal's, so that it can be backed up on another, shorter cycle. Rows stay where
 * they were laid: a key is overwritten in its place, and nothing is ever moved, so no copy of it stays behind in a page.
 */
import { accessSync, chmodSync, constants, linkSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';
import { type KeyFault, type KeyFaultCode, keyFault } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import type { Connection, SqliteDriver } from '../driver.js';
import { faultOf, fileFault } from '../result-code.js';

/** `LTKY`: tells a file of keys from a journal and from any other program's. */
const APPLICATION_ID = 0x4c544b59;
const SCHEMA_VERSION = 1;
const BUSY_MS = 10;
const OWNER_ONLY = 0o600;
/** A wrapped key has one length, so that one overwrites another to the byte. */
export const WRAPPED_BYTES = 60;

const refuse = (verb: 'UPDATE' | 'DELETE', table: 'keys' | 'tombstones', when = ''): string =>
  `CREATE TRIGGER ${table}_refuse_${verb.toLowerCase()} BEFORE ${verb} ON ${table}${when} ` +
  `BEGIN SELECT RAISE(ABORT, 'what was erased stays erased'); END`;

const STATEMENTS: readonly string[] = [
  'CREATE TABLE keys (id INTEGER PRIMARY KEY AUTOINCREMENT, case_id TEXT NOT NULL, subject TEXT NOT NULL, ' +
    `master TEXT NOT NULL, wrapped BLOB NOT NULL CHECK (length(wrapped) = ${WRAPPED_BYTES})) STRICT`,
  'CREATE UNIQUE INDEX keys_by_place ON keys (case_id, subject)',
  'CREATE TABLE tombstones (number INTEGER PRIMARY KEY AUTOINCREMENT, key INTEGER NOT NULL UNIQUE REFERENCES keys (id), ' +
    'at TEXT NOT NULL, by_id TEXT NOT NULL, by_role TEXT NOT NULL, ground TEXT NOT NULL, request TEXT NOT NULL) STRICT',
  refuse('DELETE', 'keys'),
  refuse('UPDATE', 'keys', ' WHEN EXISTS (SELECT 1 FROM tombstones WHERE key = OLD.id)'),
  refuse('DELETE', 'tombstones'),
  refuse('UPDATE', 'tombstones'),
];

export const keyFaultOf = (code: number | undefined): KeyFault => {
  const { code: meaning, retry } = faultOf(code);
  return keyFault(meaning as KeyFaultCode, retry);
};

const fileKeyFault = (error: unknown): KeyFault => {
  const { code, retry } = fileFault(error);
  return keyFault(code as KeyFaultCode, retry);
};

const corrupt = E.left(keyFault('corrupt', false));
const unreachable = E.left(keyFault('unreachable', false));

const value = (connection: Connection, sql: string): unknown => connection.prepare(sql).all()[0]?.[0];

/** Made under another name and linked when it is whole: an empty file is a damaged one, never one that is being made. */
const create = (driver: SqliteDriver, path: string): void => {
  accessSync(dirname(path), constants.W_OK);
  const draft = `${path}.${process.pid}-${threadId}.new`;
  rmSync(draft, { force: true });
  try {
    const connection = driver.open(draft, { readOnly: false });
    try {
      connection.exec('PRAGMA journal_mode = WAL');
      connection.exec(
        `BEGIN IMMEDIATE; ${STATEMENTS.join('; ')}; PRAGMA application_id = ${APPLICATION_ID}; ` +
          `PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`,
      );
    } finally {
      connection.close();
    }
    chmodSync(draft, OWNER_ONLY);
    linkSync(draft, path);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

const ours = (connection: Connection): Either<KeyFault, Connection> => {
  if (value(connection, 'PRAGMA application_id') !== APPLICATION_ID) return corrupt;
  const version = value(connection, 'PRAGMA user_version');
  if (typeof version === 'number' && version > SCHEMA_VERSION) return E.left(keyFault('newer-schema', false));
  const laid = new Set(
    connection
      .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL')
      .all()
      .map(([sql]) => sql),
  );
  return STATEMENTS.every((sql) => laid.has(sql)) && value(connection, 'PRAGMA quick_check(1)') === 'ok'
    ? E.right(connection)
    : corrupt;
};

export type KeyFile = Readonly<{
  driver: SqliteDriver;
  path: string;
  /** Whether a missing file is made: for a new journal only, for old keys are nowhere else. */
  create: boolean;
  durability: 'full' | 'normal';
}>;

export const openKeyFile = ({ driver, path, create: makes, durability }: KeyFile): Either<KeyFault, Connection> => {
  try {
    if (path === '' || path.startsWith(':')) return unreachable;
    if (makes && statSync(path, { throwIfNoEntry: false }) === undefined) create(driver, path);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile()) return unreachable;
    if (stats.size === 0) return corrupt;
    accessSync(path, constants.R_OK | constants.W_OK);
    const connection = driver.open(path, { readOnly: false });
    try {
      connection.prepare(`PRAGMA busy_timeout = ${BUSY_MS}`).all();
      connection.prepare('PRAGMA secure_delete = ON').all();
      connection.exec(`PRAGMA synchronous = ${durability}`);
      const read = ours(connection);
      if (E.isLeft(read)) connection.close();
      return read;
    } catch (error) {
      connection.close();
      throw error;
    }
  } catch (error) {
    const code = driver.codeOf(error);
    return E.left(code === undefined ? fileKeyFault(error) : keyFaultOf(code));
  }
};
