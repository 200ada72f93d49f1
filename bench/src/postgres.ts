/** What the PostgreSQL goals share: a server of their own (or that of `LIENTHONG_POSTGRES_URL`), journals, peers and bare tables. */
import { randomUUID } from 'node:crypto';
import type { Journal } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { type PostgresJournalOptions, postgresJournal } from '@lienthong/store-postgres';
import pg from 'pg';
import { ask, freshDatabase, withDatabase } from '../../packages/store-postgres/src/trial/database.js';
import { type Server, startPostgres } from '../../packages/store-postgres/src/trial/server.js';
import { mustBe } from './measure.js';
import { still } from './workload.js';

export type Place = Readonly<{ server: Server; url: string; close: () => Promise<void> }>;

/** A database of its own in a server of its own, at full durability. */
export const postgresPlace = async (): Promise<Place> => {
  const server = await startPostgres();
  const { url, drop } = await freshDatabase(server.url);
  for (const setting of ['fsync', 'synchronous_commit']) {
    const [row] = await ask(url, `SHOW ${setting}`);
    mustBe(setting, row?.[setting], 'on');
  }
  return {
    server,
    url,
    close: async () => {
      await drop();
      await server.stop();
    },
  };
};

export const openJournal = async (
  url: string,
  max: number,
  options: Partial<PostgresJournalOptions> = {},
): Promise<Journal> => {
  const opened = await postgresJournal({
    connect: { connectionString: url, max },
    clock: still,
    schema: `b${randomUUID().slice(0, 8)}`,
    ...options,
  })();
  if (E.isLeft(opened)) throw new Error(JSON.stringify(opened.left));
  return opened.right;
};

/** The bare table: what one INSERT of the same event costs with nothing around it. */
export const bareTable = async (url: string, max: number) => {
  const table = `plain_${randomUUID().slice(0, 8)}`;
  await ask(
    url,
    `CREATE TABLE ${table} (position bigserial PRIMARY KEY, id uuid NOT NULL UNIQUE, stream text NOT NULL, ` +
      'revision integer NOT NULL, type text NOT NULL, data text NOT NULL, UNIQUE (stream, revision))',
  );
  const pool = new pg.Pool({ connectionString: url, max });
  const text = `INSERT INTO ${table} (id, stream, revision, type, data) VALUES ($1, $2, $3, $4, $5)`;
  return {
    table,
    pool,
    add: (id: string, stream: string, revision: number, type: string, data: string): Promise<unknown> =>
      pool.query({ name: 'add', text, values: [id, stream, revision, type, data] }),
    count: async (): Promise<number> => Number((await pool.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n),
    close: () => pool.end(),
  };
};

/** Runs a store's appends with so many callers, each waiting for its own; cases are shared out among them. */
export const shared = async <C>(
  cases: readonly C[],
  callers: number,
  run: (one: C, caller: number) => Promise<number>,
): Promise<number> => {
  let [next, done] = [0, 0];
  const caller = async (_: unknown, who: number): Promise<void> => {
    for (;;) {
      const one = cases[next];
      next += 1;
      if (one === undefined) return;
      const many = await run(one, who);
      done += many;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return done;
};

export { ask, withDatabase };
