import type { FeedPage, Journal } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PostgresJournalOptions } from './postgres-journal.js';
import { ask, type FreshDatabase, freshDatabase } from './trial/database.js';
import { holdWriter } from './trial/held-writer.js';
import { opened } from './trial/place.js';
import { type Server, startPostgres } from './trial/server.js';

let server: Server;
let database: FreshDatabase;
const open: Journal[] = [];
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());
beforeEach(async () => {
  database = await freshDatabase(server.url);
}, 30_000);
afterEach(async () => {
  for (const journal of open.splice(0)) await journal.close()();
  await database.drop();
}, 30_000);

const journalHere = async (options: Partial<PostgresJournalOptions> = {}): Promise<Journal> => {
  const journal = await opened({ connect: database.url, clock: testClock(), ...options });
  open.push(journal);
  return journal;
};

const feed = async (journal: Journal, options: Parameters<Journal['feed']>[0]): Promise<FeedPage> => {
  const page = await journal.feed(options)();
  if (E.isLeft(page)) throw new Error(JSON.stringify(page.left));
  return page.right;
};

describe('many at one journal in PostgreSQL', () => {
  it('nobody waits for one who must wait for another writer', async () => {
    const journal = await journalHere();
    await journal.append('case-1', 'none', [anEvent(1)])();
    const slow = await holdWriter(database.url, 'lienthong', testClock());
    await slow.append('case-1', [anEvent(2)]);
    let answered = false;
    const waiting = journal
      .append('case-1', { exact: 0 }, [anEvent(3)])()
      .then((answer) => {
        answered = true;
        return answer;
      });
    const beside = await Promise.all([4, 5].map((n) => journal.append(`case-${n}`, 'none', [anEvent(n)])()));
    expect(beside.every(E.isRight)).toBe(true);
    expect(await journal.append('case-6', 'none', [anEvent(6)])()).toMatchObject({ right: { revision: 0 } });
    expect(answered).toBe(false);
    await slow.commit();
    expect(await waiting).toMatchObject({ left: { kind: 'Conflict', actual: 1 } });
  }, 30_000);

  it('a feed that is held says by which program, in which state and since when, and nothing of what it wrote', async () => {
    const journal = await journalHere();
    const slow = await holdWriter(database.url, 'lienthong', testClock());
    await slow.append('case-1', [anEvent(1)]);
    await journal.append('case-2', 'none', [anEvent(2)])();
    const page = await feed(journal, {});
    expect(page).toMatchObject({ events: [], end: true });
    expect(page.held?.by).toBe(`process ${slow.pid} a slow writer idle in transaction`);
    expect(new Date(page.held?.since ?? '').toISOString()).toBe(page.held?.since);
    await slow.rollback();
    expect(await feed(journal, { after: page.next })).toMatchObject({ events: [{ stream: 'case-2' }], end: true });
  }, 30_000);

  it('a filter that lets little through still answers soon, and goes on where it looked last', async () => {
    const journal = await journalHere();
    for (const n of [0, 1, 2, 3, 4, 5]) {
      const many = Array.from({ length: 1_000 }, (_, index) => anEvent(1_000 * n + index));
      await journal.append(`case-${n}`, 'none', many)();
    }
    await journal.append('last', 'none', [anEvent(9_999, { type: 'CardIssued' })])();
    const first = await feed(journal, { types: ['CardIssued'] });
    expect([first.events.length, first.end]).toEqual([0, false]);
    const second = await feed(journal, { types: ['CardIssued'], after: first.next });
    expect([second.events.map(({ stream }) => stream), second.end]).toEqual([['last'], true]);
  }, 30_000);

  it('who listens is woken by others, also after the connection it listened on was lost', async () => {
    // No beat of the clock comes to its help.
    const [watching, writing] = [await journalHere({ beat: 600_000 }), await journalHere()];
    let hear = (): void => undefined;
    const heard = (): Promise<void> =>
      new Promise((go) => {
        hear = go;
      });
    const listening = heard();
    const stop = watching.watch?.(() => hear());
    await listening;
    const first = heard();
    await writing.append('case-1', 'none', [anEvent(1)])();
    await first;
    const again = heard();
    await ask(database.url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`);
    await again;
    const last = heard();
    await writing.append('case-1', { exact: 0 }, [anEvent(2)])();
    await last;
    stop?.();
  }, 30_000);
});
