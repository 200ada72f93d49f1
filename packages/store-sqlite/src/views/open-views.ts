/** Opening the file of views: made once and whole, and not believed before it is known whose it is. */
import { existsSync, linkSync, rmSync, statSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
import { type Unavailable, unavailable } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { Connection, SqliteDriver } from '../driver.js';
import { faultOf, fileFault, SYSTEM } from '../result-code.js';
import { createViewsSchema, viewsSchemaOf } from './schema.js';

/** Waits inside SQLite are short, for they stop the whole program; longer ones are the store's. */
const BUSY_MS = 10;

const corrupt = E.left(unavailable(SYSTEM, 'corrupt', false));

/** Under another name until it is whole: of two processes that start together one makes the file, the other finds it. */
const create = (driver: SqliteDriver, path: string): void => {
  const draft = `${path}.${process.pid}-${threadId}.new`;
  rmSync(draft, { force: true });
  try {
    const connection = driver.open(draft, { readOnly: false });
    try {
      createViewsSchema(connection);
    } finally {
      connection.close();
    }
    linkSync(draft, path);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${draft}${suffix}`, { force: true });
  }
};

const prepared = (connection: Connection): Either<Unavailable, Connection> => {
  connection.prepare(`PRAGMA busy_timeout = ${BUSY_MS}`).all();
  const schema = viewsSchemaOf(connection);
  if (schema === 'newer') return E.left(unavailable(SYSTEM, 'newer-schema', false));
  if (schema === 'foreign') return corrupt;
  // Views can be built again, so a crash of the machine may cost the last commits: rows and checkpoint go back together.
  connection.exec('PRAGMA synchronous = normal');
  return E.right(connection);
};

/** Errors: `unreachable`, `read-only`, `full`, `corrupt` (foreign or damaged), `newer-schema`, `busy`. */
export const openViewsFile = (driver: SqliteDriver, path: string): Either<Unavailable, Connection> => {
  const faulted = (error: unknown): Either<Unavailable, never> => {
    const code = driver.codeOf(error);
    return E.left(code === undefined ? fileFault(error) : faultOf(code));
  };
  try {
    if (path === '' || path.startsWith(':')) return E.left(unavailable(SYSTEM, 'unreachable', false));
    if (!existsSync(path)) create(driver, path);
    if (!statSync(path).isFile()) return E.left(unavailable(SYSTEM, 'unreachable', false));
    if (statSync(path).size === 0) return corrupt;
    const connection = driver.open(path, { readOnly: false });
    try {
      const opened = prepared(connection);
      if (E.isLeft(opened)) connection.close();
      return opened;
    } catch (error) {
      connection.close();
      return faulted(error);
    }
  } catch (error) {
    return faulted(error);
  }
};
