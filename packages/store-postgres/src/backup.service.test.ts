import type { FeedPage, Journal, StoredEvent } from '@lienthong/core';
import { GENESIS, holds } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raiseEpoch } from './epoch.js';
import { ask, freshDatabase } from './trial/database.js';
import { opened } from './trial/place.js';
import { copyOf, dump } from './trial/restored.js';
import { type Server, startPostgres } from './trial/server.js';

const schema = 'lienthong';

let server: Server;
beforeAll(async () => {
  server = await startPostgres({ own: true });
}, 60_000);
afterAll(() => server.stop());

const open = (url: string): Promise<Journal> => opened({ connect: url, schema, clock: testClock() });

const feed = async (journal: Journal, after?: string): Promise<FeedPage> => {
  const page = await journal.feed(after === undefined ? {} : { after })();
  if (E.isLeft(page)) throw new Error(JSON.stringify(page.left));
  return page.right;
};

let ids = 0;
const append = async (journal: Journal, stream: string): Promise<string> => {
  ids += 2;
  const answer = await journal.append(stream, 'any', [anEvent(ids), anEvent(ids + 1)])();
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  return answer.right.position;
};

/** Each stream of a feed is one chain. */
const expectChains = (events: readonly StoredEvent[]): void => {
  const heads = new Map<string, string>();
  for (const event of events) {
    expect(holds(event, heads.get(event.stream) ?? GENESIS)).toBe(true);
    heads.set(event.stream, event.hash);
  }
};

/** What holds after every restore: the same history, and new events behind all that was ever acknowledged. */
const expectGoesOn = async (url: string, before: FeedPage, lost: readonly string[]): Promise<void> => {
  const journal = await open(url);
  expect((await feed(journal)).events).toEqual(before.events);
  const position = await append(journal, 'case-1');
  expect([...lost, before.next].every((earlier) => earlier < position)).toBe(true);
  const after = await feed(journal, before.next);
  expect(after.events.at(-1)?.position).toBe(position);
  expect(after.events.length).toBe(2);
  expectChains((await feed(journal)).events);
  // A reader that had seen what is lost must hear of it: what it made of those events stands on nothing.
  for (const gone of lost) {
    expect(await journal.feed({ after: gone })()).toMatchObject({ left: { kind: 'BadInput', at: 'after' } });
  }
  await journal.close()();
};

describe('a backup of the journal', () => {
  it('as files of the stopped server, put back while the journal had gone on', async () => {
    const database = await freshDatabase(server.url);
    const journal = await open(database.url);
    for (const stream of ['case-1', 'case-2', 'case-1']) await append(journal, stream);
    const before = await feed(journal);
    await journal.close()();
    const copy = await copyOf(server);
    const later = await open(database.url);
    const lost = [await append(later, 'case-1'), await append(later, 'case-2')];
    await later.close()();
    try {
      const there = new URL(copy.url);
      there.pathname = new URL(database.url).pathname;
      expect(await raiseEpoch({ connect: there.href, schema })()).toEqual({ _tag: 'Right', right: 2 });
      await expectGoesOn(there.href, before, lost);
    } finally {
      await copy.stop();
    }
  }, 60_000);

  it('as a dump, restored in another cluster whose transaction numbers start again: noticed by itself', async () => {
    const database = await freshDatabase(server.url);
    const journal = await open(database.url);
    for (const stream of ['case-1', 'case-2', 'case-1']) await append(journal, stream);
    // As in a cluster that has been used for years.
    const used = 'DO $$ BEGIN FOR i IN 1..2000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$';
    await ask(database.url, used);
    await append(journal, 'case-2');
    const before = await feed(journal);
    const other = await startPostgres({ own: true });
    try {
      const restored = await freshDatabase(other.url);
      await dump(database.url, restored.url, schema);
      const lost = [await append(journal, 'case-1')];
      await journal.close()();
      const [numbers] = await ask(
        restored.url,
        `SELECT max(xid) > (SELECT pg_snapshot_xmax(pg_current_snapshot())) AS again FROM ${schema}.events`,
      );
      expect(numbers).toEqual({ again: true });
      await expectGoesOn(restored.url, before, lost);
      expect(await ask(restored.url, `SELECT epoch FROM ${schema}.epochs ORDER BY epoch`)).toEqual([
        { epoch: 1 },
        { epoch: 2 },
      ]);
    } finally {
      await other.stop();
    }
  }, 60_000);
});
