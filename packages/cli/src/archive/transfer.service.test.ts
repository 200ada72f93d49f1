/** A journal handed from store to store, once around: SQLite → PostgreSQL → EventStoreDB → SQLite, by the command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStoreServer, eventStoreServer } from '@lienthong/testing/eventstoredb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../store-postgres/src/trial/database.js';
import { type Server, startPostgres } from '../../../store-postgres/src/trial/server.js';
import { folder, lienthongWith } from '../harness/lienthong.js';

describe('export and import', () => {
  let postgres: Server;
  let database: FreshDatabase;
  let eventstore: EventStoreServer;
  beforeAll(async () => {
    postgres = await startPostgres();
    database = await freshDatabase(postgres.url);
    eventstore = await eventStoreServer();
  }, 60_000);
  afterAll(async () => {
    await eventstore.stop();
    await database.drop();
    await postgres.stop();
  });

  it('keep ids, order and hashes through every kind of store', async () => {
    const cwd = folder();
    const lienthong = lienthongWith({ cwd, env: { LIENTHONG_KEYS: 'only to try it out' } });
    const stores = [
      'sqlite:first.db',
      `${database.url}?schema=moved`,
      eventstore.connectionString,
      'sqlite:last.db',
    ] as const;
    const played = await lienthong('simulate', '--births', '8', '--deaths', '3', '--store', stores[0]);
    expect(played.status).toBe(0);

    /** What an archive says of its events, but for their positions, which are each store's own. */
    const told = (name: string): readonly unknown[] =>
      readFileSync(join(cwd, name), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => {
          const { position: _, ...event } = JSON.parse(line) as { position: string };
          return event;
        });

    for (const [index, store] of stores.entries()) {
      if (index > 0) {
        const put = await lienthong('import', `${index - 1}.ndjson`, '--store', store);
        expect({ store: index, ...put }).toMatchObject({ store: index, status: 0, err: '' });
        const again = await lienthong('import', `${index - 1}.ndjson`, '--store', store, '--json');
        expect(JSON.parse(again.out)).toMatchObject({ written: 0 });
      }
      const out = await lienthong('export', store, '--out', `${index}.ndjson`);
      expect({ store: index, ...out }).toMatchObject({ store: index, status: 0, err: '' });
      expect(told(`${index}.ndjson`)).toEqual(told('0.ndjson'));
      const stats = await lienthong('stats', '--store', store, '--json');
      expect(JSON.parse(stats.out)).toMatchObject({ received: { total: 11, birth: 8, death: 3 } });
    }
    expect(told('0.ndjson').length).toBeGreaterThan(300);
  }, 240_000);

  it('never tell the password in an address', async () => {
    const { hostname, port } = new URL(database.url);
    const { status, out, err } = await lienthongWith({})('export', `postgres://clerk:s3cret@${hostname}:${port}/none`);
    expect({ status, out }).toEqual({ status: 3, out: '' });
    expect(err).not.toContain('s3cret');
  });
});
