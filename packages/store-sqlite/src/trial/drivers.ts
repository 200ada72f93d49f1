/** Every driver that this Node can load: `node:sqlite` and better-sqlite3 13 need Node 24, libsql serves the rest. */
import { createRequire } from 'node:module';
import type { SqliteDriver } from '../driver.js';
import { betterSqlite3, libsql } from '../drivers/better-sqlite3.js';
import { nodeSqlite } from '../drivers/node-sqlite.js';

const require = createRequire(import.meta.url);
type Library = Parameters<typeof libsql>[0];

const isModern = Number.parseInt(process.versions.node, 10) >= 24;

export const driversHere: readonly SqliteDriver[] = [
  libsql(require('libsql') as Library),
  ...(isModern ? [nodeSqlite(await import('node:sqlite')), betterSqlite3(require('better-sqlite3') as Library)] : []),
];
