/** A fresh database in a server for each place of a test, and questions to it past the journal. Not published. */
import pg from 'pg';

export type FreshDatabase = Readonly<{ url: string; drop: () => Promise<void> }>;

/** Asks as whoever the URL says, over a connection of its own. */
export const ask = async (url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const answer = await client.query(sql);
    return [answer].flat().at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
};

export const withDatabase = (url: string, name: string): string => {
  const there = new URL(url);
  there.pathname = `/${name}`;
  return there.href;
};

let count = 0;

export const freshDatabase = async (url: string, encoding = 'UTF8'): Promise<FreshDatabase> => {
  count += 1;
  const name = `trial_${process.pid}_${count}`;
  await ask(url, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}'`);
  return {
    url: withDatabase(url, name),
    drop: async () => {
      await ask(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
};
