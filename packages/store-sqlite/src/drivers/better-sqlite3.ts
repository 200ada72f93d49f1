/** The driver over `better-sqlite3` 12 or 13, and over `libsql`, which has the same shape and compiles nothing. */
import type { Row, SqliteDriver, Statement } from '../driver.js';
import { codeNamed } from '../result-code.js';

type Prepared = {
  raw: (on: boolean) => { all: (...values: unknown[]) => unknown[] };
  run: (...values: unknown[]) => { lastInsertRowid: number | bigint };
  reader?: boolean;
};
type Library = new (
  path: string,
  options?: { readonly?: boolean },
) => { exec: (sql: string) => unknown; prepare: (sql: string) => unknown; close: () => unknown };

const asRows = (rows: unknown): readonly Row[] => rows as readonly Row[];

const statement = (prepared: Prepared): Statement => ({
  run: (...values) => Number(prepared.run(...values).lastInsertRowid),
  all: (...values) => asRows(prepared.raw(true).all(...values)),
});

const driver = (name: string, Library: Library, codeOf: SqliteDriver['codeOf']): SqliteDriver => ({
  name,
  open: (path, { readOnly }) => {
    const database = new Library(path, { readonly: readOnly });
    // libsql opens for writing whatever it is told, so the connection itself is told to write nothing.
    if (readOnly) database.exec('PRAGMA query_only = ON');
    return {
      exec: (sql) => void database.exec(sql),
      prepare: (sql) => statement(database.prepare(sql) as Prepared),
      close: () => void database.close(),
    };
  },
  codeOf,
});

const codeIn = (error: unknown): number | undefined =>
  codeNamed(String((error as { code?: unknown } | undefined)?.code ?? ''));

/** @example betterSqlite3((await import('better-sqlite3')).default) */
export const betterSqlite3 = (Library: Library): SqliteDriver => driver('better-sqlite3', Library, codeIn);

/** @example libsql((await import('libsql')).default) */
export const libsql = (Library: Library): SqliteDriver =>
  driver('libsql', Library, (error) => {
    const raw = (error as { rawCode?: unknown } | undefined)?.rawCode;
    if (typeof raw === 'number') return raw;
    // A connection that failed says its code only at the end of its message.
    const told = /: (\d+)"\)$/.exec(String((error as { message?: unknown } | undefined)?.message ?? ''));
    return told === null ? codeIn(error) : Number(told[1]);
  });
