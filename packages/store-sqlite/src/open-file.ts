/** Opening the file: made once and whole, never by a reader, and looked over before anything of it is believed. */
import { accessSync, constants, linkSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';
import { type Unavailable, unavailable } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { Connection, SqliteDriver } from './driver.js';
import { faultOf, fileFault, SYSTEM } from './result-code.js';
import { type Check, createSchema, isSound, SCHEMA_VERSION, schemaOf } from './schema.js';

/** Waits inside SQLite are short, for they stop the whole program; longer ones are the journal's. */
const BUSY_MS = 10;

export type Opening = Readonly<{
  driver: SqliteDriver;
  path: string;
  mode: 'write' | 'read';
  durability: 'full' | 'normal';
  check: Check;
}>;

const corrupt = E.left(unavailable(SYSTEM, 'corrupt', false));

/** Runs what may throw, be it SQLite or the file system, and answers its fault. */
const guarded = <T>(driver: SqliteDriver, work: () => Either<Unavailable, T>): Either<Unavailable, T> => {
  try {
    return work();
  } catch (error) {
    const code = driver.codeOf(error);
    return E.left(code === undefined ? fileFault(error) : faultOf(code));
  }
};

const sizeOf = (path: string): number | undefined => {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? undefined : stats.isFile() ? stats.size : -1;
};

/**
 * Makes the file under another name and links it to its own when it is whole: of two processes that start together one
 * makes it and the other finds it, and an empty file is always a damaged one, never one that is being made.
 */
const create = ({ driver, path }: Opening): void => {
  accessSync(dirname(path), constants.W_OK);
  const draft = `${path}.${process.pid}-${threadId}.new`;
  rmSync(draft, { force: true });
  try {
    const connection = driver.open(draft, { readOnly: false });
    try {
      createSchema(connection);
    } finally {
      connection.close();
    }
    linkSync(draft, path);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** SQLite opens for reading what it may not write, and says so only when it is asked to write: so it is asked, in vain. */
const mustBeWritable = (connection: Connection): void => {
  connection.exec('BEGIN IMMEDIATE');
  try {
    connection.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  } finally {
    connection.exec('ROLLBACK');
  }
};

const prepare = (connection: Connection, { mode, durability, check }: Opening): Either<Unavailable, Connection> => {
  connection.prepare(`PRAGMA busy_timeout = ${BUSY_MS}`).all();
  const schema = schemaOf(connection);
  if (schema === 'newer' || (schema === 'newer-but-readable' && mode === 'write'))
    return E.left(unavailable(SYSTEM, 'newer-schema', false));
  if (schema === 'foreign' || !isSound(connection, check)) return corrupt;
  if (mode === 'write') {
    mustBeWritable(connection);
    connection.exec(`PRAGMA synchronous = ${durability}`);
  }
  return E.right(connection);
};

/** Errors: `unreachable`, `read-only`, `full`, `corrupt`, `newer-schema`, `busy`. */
export const openFile = (opening: Opening): Either<Unavailable, Connection> =>
  guarded(opening.driver, () => {
    const { driver, path, mode } = opening;
    if (path === '' || path.startsWith(':')) return E.left(unavailable(SYSTEM, 'unreachable', false));
    if (sizeOf(path) === undefined && mode === 'write') create(opening);
    const size = sizeOf(path);
    if (size === undefined || size < 0) return E.left(unavailable(SYSTEM, 'unreachable', false));
    if (size === 0) return corrupt;
    accessSync(path, mode === 'write' ? constants.R_OK | constants.W_OK : constants.R_OK);
    const connection = driver.open(path, { readOnly: mode === 'read' });
    const prepared = guarded(driver, () => prepare(connection, opening));
    if (E.isLeft(prepared)) connection.close();
    return prepared;
  });
