/** What the SQLite goals share: files of their own, our journal on them, and the bare tables that they are held against. */
import { hash } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as sqlite from 'node:sqlite';
import type { Journal, NewEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { nodeSqlite, type SqliteJournalOptions, sqliteJournal } from '@lienthong/store-sqlite';
import { type Case, still } from './workload.js';

let files = 0;

/** The name of a file that nobody used before. */
export const freshFile = (folder: string, name: string): string => {
  files += 1;
  return join(folder, `${name}-${files}.db`);
};

export const removeFile = (path: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
};

export const openOurs = async (path: string, options: Partial<SqliteJournalOptions> = {}): Promise<Journal> => {
  const opened = await sqliteJournal({ driver: nodeSqlite(sqlite), path, clock: still, check: 'none', ...options })();
  if (E.isLeft(opened)) throw new Error(opened.left.kind);
  return opened.right;
};

export const countIn = (path: string, table = 'events'): number => {
  const database = new sqlite.DatabaseSync(path, { readOnly: true });
  const row = database.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number };
  database.close();
  return row.n;
};

/** The plain layout: text uuid, text stream name, no evidence, no check of the content; the same library and durability. */
export const plainTable = (path: string) => {
  const database = new sqlite.DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(
    'CREATE TABLE IF NOT EXISTS events (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, ' +
      'stream TEXT NOT NULL, revision INTEGER NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL, ' +
      'UNIQUE (stream, revision))',
  );
  const insert = database.prepare(
    'INSERT INTO events (id, stream, revision, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const add = (stream: string, revision: number, { id, type, data, ...metadata }: NewEvent): void => {
    insert.run(id, stream, revision, type, JSON.stringify(data), JSON.stringify(metadata));
  };
  return { database, add, close: () => database.close() };
};

/** One line and one sync after another: as fast as anything durable can be on this disk, one at a time. */
export const syncedLines = (path: string) => {
  const file = openSync(path, 'w');
  return {
    add: (event: unknown): void => {
      writeSync(file, `${JSON.stringify(event)}\n`);
      fdatasyncSync(file);
    },
    close: () => closeSync(file),
  };
};

export const appendCase = async (journal: Journal, { stream, events }: Case): Promise<number> => {
  const done = await journal.append(stream, 'none', events)();
  if (E.isLeft(done)) throw new Error(done.left.kind);
  return events.length;
};

/** Whole cases, so many at once that they make groups of about a thousand events. */
export const importCases = async (journal: Journal, cases: readonly Case[], atOnce = 80): Promise<number> => {
  let done = 0;
  for (let from = 0; from < cases.length; from += atOnce) {
    const counts = await Promise.all(cases.slice(from, from + atOnce).map((one) => appendCase(journal, one)));
    done += counts.reduce((sum, count) => sum + count, 0);
  }
  return done;
};

export const sha256 = (text: string): string => hash('sha256', text, 'hex');
