/** The driver over `node:sqlite`, which comes with Node 22.5 and later (without a warning from 24). */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Bound, Row, SqliteDriver, Statement } from '../driver.js';

type NodeSqlite = Readonly<{ DatabaseSync: typeof DatabaseSync }>;

const statement = (prepared: StatementSync): Statement => {
  // Node 22 has no rows as lists; its row objects list their columns in order.
  const lists = typeof prepared.setReturnArrays === 'function';
  if (lists) prepared.setReturnArrays(true);
  return {
    run: (...values) => Number(prepared.run(...values).lastInsertRowid),
    all: (...values) => {
      const rows: readonly unknown[] = prepared.all(...values);
      return lists ? (rows as readonly Row[]) : rows.map((row) => Object.values(row as Record<string, Bound>));
    },
  };
};

/** @example nodeSqlite(await import('node:sqlite')) */
export const nodeSqlite = (library: NodeSqlite): SqliteDriver => ({
  name: 'node:sqlite',
  survivesAnyText: true,
  open: (path, { readOnly }) => {
    const database = new library.DatabaseSync(path, { readOnly });
    return {
      exec: (sql) => database.exec(sql),
      prepare: (sql) => statement(database.prepare(sql)),
      close: () => database.close(),
    };
  },
  codeOf: (error) => {
    const code = (error as { errcode?: unknown } | undefined)?.errcode;
    return typeof code === 'number' ? code : undefined;
  },
});
