/** The driver that fits this machine: Node's own from Node 24, else libsql, which compiles nothing (R32). */
import { type Unavailable, unavailable } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { SqliteDriver } from './driver.js';
import { libsql } from './drivers/better-sqlite3.js';
import { nodeSqlite } from './drivers/node-sqlite.js';
import { SYSTEM } from './result-code.js';

const NODE_WITH_SQLITE = 24;

/** Node's own library, asked for by name: a bundler may rewrite an import of it. */
const own = (): SqliteDriver | undefined => {
  if (Number.parseInt(process.versions.node, 10) < NODE_WITH_SQLITE) return undefined;
  const library = process.getBuiltinModule('node:sqlite');
  return library === undefined ? undefined : nodeSqlite(library);
};

/** Errors: `unreachable` when neither can be loaded. */
export const pickDriver = async (): Promise<Either<Unavailable, SqliteDriver>> => {
  const found = own();
  if (found !== undefined) return E.right(found);
  try {
    return E.right(libsql((await import('libsql')).default));
  } catch {
    return E.left(unavailable(SYSTEM, 'unreachable', false));
  }
};
