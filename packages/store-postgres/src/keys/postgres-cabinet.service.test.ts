import type { KeyCabinet } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { keyContract, tombstone } from '@lienthong/testing/key-contract';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ask, freshDatabase } from '../trial/database.js';
import { type Server, startPostgres } from '../trial/server.js';
import { postgresCabinet } from './postgres-cabinet.js';

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const opened = async (url: string): Promise<KeyCabinet> => {
  const cabinet = await postgresCabinet({ connect: url, create: true })();
  if (E.isLeft(cabinet)) throw new Error(cabinet.left.code);
  return cabinet.right;
};

/** The table's own file, once the server has written down all that it knows. */
const fileOfKeys = async (url: string): Promise<readonly Uint8Array[]> => {
  await ask(url, 'CHECKPOINT');
  const [row] = await ask(url, `SELECT pg_read_binary_file(pg_relation_filepath('lienthong_keys.keys')) AS bytes`);
  return [new Uint8Array(row?.['bytes'] as Buffer)];
};

keyContract({
  name: 'the cabinet in PostgreSQL',
  lasting: true,
  place: async () => {
    const { url, drop } = await freshDatabase(server.url);
    return { cabinet: () => opened(url), bytes: () => fileOfKeys(url), remove: drop };
  },
});

describe('a schema of keys', () => {
  const fresh = async (): Promise<string> => {
    const { url, drop } = await freshDatabase(server.url);
    onTestFinished(drop);
    return url;
  };

  it('is made only when it is asked for, and once by two who start together', async () => {
    const url = await fresh();
    expect(await postgresCabinet({ connect: url })()).toMatchObject({ left: { code: 'unreachable' } });
    const both = await Promise.all([opened(url), opened(url)]);
    for (const cabinet of both) await cabinet.close()();
    const reopened = await postgresCabinet({ connect: url })();
    expect(E.isRight(reopened)).toBe(true);
    if (E.isRight(reopened)) await reopened.right.close()();
  });

  it('lets nobody take a tombstone away or lay a key on it', async () => {
    const url = await fresh();
    const cabinet = await opened(url);
    await cabinet.bury(tombstone({ caseId: 'case-1', subject: 'child' }))();
    await cabinet.close()();
    for (const robbery of [
      'DELETE FROM lienthong_keys.tombstones',
      "UPDATE lienthong_keys.tombstones SET ground = 'none'",
      'TRUNCATE lienthong_keys.tombstones CASCADE',
      'DELETE FROM lienthong_keys.keys',
      "UPDATE lienthong_keys.keys SET wrapped = 'x'",
    ])
      await expect(ask(url, robbery), robbery).rejects.toThrow(/stays erased/);
  });
});
