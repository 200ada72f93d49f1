/** A writer that has begun and not ended: our own writer, inside a transaction that somebody else ends. Not published. */
import type { Clock } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import type { HeldWriter } from '@lienthong/testing/store-contract';
import pg from 'pg';
import type { Database } from '../connection.js';
import { rememberHeads } from '../heads.js';
import type { Row } from '../rows.js';
import { statementsOf } from '../statements.js';
import { writer } from '../writer.js';

const asWritten = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig;

/** `pid` is that of its session, and `hangUp` ends it as a crash of its program would. */
export type SlowWriter = HeldWriter & Readonly<{ pid: number; hangUp: () => void }>;

export const holdWriter = async (url: string, schema: string, clock: Clock): Promise<SlowWriter> => {
  const client = new pg.Client({ connectionString: url, application_name: 'a slow writer' });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN');
  const ask: Database['ask'] = async ({ name, text }, values) => {
    const answer = await client.query({
      name,
      text,
      values: values as unknown[],
      rowMode: 'array',
      types: asWritten,
    } as pg.QueryArrayConfig);
    return E.right(answer.rows as readonly Row[]);
  };
  const database = { ask } as Database;
  const options = { database, statements: statementsOf(schema), heads: rememberHeads(10), verify: true, clock };
  const write = writer({ ...options, patience: 1_000, wrote: () => undefined });
  const end = async (how: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    await client.query(how);
    await client.end();
  };
  const { processID, connection } = client as unknown as Readonly<{
    processID: number;
    connection: Readonly<{ stream: Readonly<{ destroy: () => void }> }>;
  }>;
  return {
    pid: processID,
    hangUp: () => connection.stream.destroy(),
    append: async (stream, events) => {
      const [answer] = await write([{ stream, expected: 'any', events }]);
      const written = await answer;
      if (written === undefined || E.isLeft(written)) throw new Error(`not held: ${JSON.stringify(written)}`);
    },
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
  };
};
