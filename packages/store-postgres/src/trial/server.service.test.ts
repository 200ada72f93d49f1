import pg from 'pg';
import { expect, it } from 'vitest';
import { startPostgres } from './server.js';

const ask = async (url: string, sql: string): Promise<readonly unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

it('starts a PostgreSQL, kills it, starts it again with all that it had, and leaves nothing', async () => {
  const server = await startPostgres({ own: true });
  try {
    await ask(server.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    await server.kill9();
    await expect(ask(server.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await server.restart();
    expect(await ask(server.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  } finally {
    await server.stop();
  }
  await expect(ask(server.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
}, 60_000);
