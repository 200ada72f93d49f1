import type { Instant, Journal, StoredEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { anEvent } from '@lienthong/testing/store-contract';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeedKind } from './schema/migrations.js';
import { ask } from './trial/database.js';
import { holdWriter } from './trial/held-writer.js';
import { opened } from './trial/place.js';
import { type Server, startPostgres } from './trial/server.js';
import { startWriter } from './trial/writers.js';

const SECONDS = Number(process.env['LIENTHONG_TAIL_SECONDS'] ?? 10);
const SEED = Number(process.env['LIENTHONG_SEED'] ?? 20_230_710);
const WRITERS = 8;
const STREAMS = 24;

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const randomly = (seed: number): (() => number) => {
  let x = seed >>> 0;
  return () => {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    return x / 2 ** 32;
  };
};

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
const clock = { now: () => new Date().toISOString() as Instant };
let ids = 0;
const someEvents = (size: number) =>
  Array.from({ length: size }, () => {
    ids += 1;
    return anEvent(ids);
  });

type World = Readonly<{ url: string; schema: string; going: () => boolean }>;
type Random = () => number;

/** Appends until the time is over; whatever is not known is asked again, so that it knows in the end what it wrote. */
const write = async (journal: Journal, random: Random, { going }: World): Promise<number> => {
  let written = 0;
  while (going()) {
    const [stream, events] = [`case-${Math.floor(random() * STREAMS)}`, someEvents(1 + Math.floor(random() * 3))];
    for (;;) {
      const answer = await journal.append(stream, 'any', events)();
      if (E.isRight(answer)) break;
      expect(['OutcomeUnknown', 'Unavailable', 'Contended']).toContain(answer.left.kind);
    }
    written += events.length;
    if (random() < 0.2) await pause(random() * 10);
  }
  return written;
};

/** Takes its places in the feed and waits before it commits, gives up, or is ended by force. */
const dawdle = async (
  random: Random,
  { url, schema, going }: World,
): Promise<Readonly<{ written: number; ends: number }>> => {
  let [written, ends] = [0, 0];
  for (let n = 0; going(); n += 1) {
    const writer = await holdWriter(url, schema, clock);
    const end = (['commit', 'rollback', 'terminated', 'hung up'] as const)[n % 4] ?? 'commit';
    try {
      const events = someEvents(2);
      await writer.append(`slow-${n}`, events);
      await pause(20 + random() * 150);
      if (end === 'terminated') await ask(url, `SELECT pg_terminate_backend(${writer.pid})`);
      else if (end === 'hung up') writer.hangUp();
      else await writer[end]();
      if (end === 'commit') written += events.length;
      ends += 1;
    } catch {
      // Another writer was in its way: then it has written nothing.
      writer.hangUp();
    }
  }
  return { written, ends };
};

/** Follows the feed to its end; it is woken, and looks by itself as well. */
const tail = async (
  journal: Journal,
  limit: number,
  done: () => number | undefined,
): Promise<readonly StoredEvent[]> => {
  const seen: StoredEvent[] = [];
  let after: string | undefined;
  let wake = (): void => undefined;
  const stop = journal.watch?.(() => wake());
  while (seen.length < (done() ?? Number.POSITIVE_INFINITY)) {
    const page = await journal.feed({ limit, ...(after === undefined ? {} : { after }) })();
    if (E.isLeft(page)) throw new Error(JSON.stringify(page.left));
    seen.push(...page.right.events);
    after = page.right.next;
    if (!page.right.end) continue;
    const woken = new Promise<void>((go) => {
      wake = go;
    });
    await Promise.race([woken, pause(50)]);
  }
  stop?.();
  return seen;
};

/** As one would do it: ask for what comes after the last number seen. */
const naively = async ({ url, schema }: World, done: () => boolean): Promise<number> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let [last, seen] = ['0', 0];
  for (let finished = false; ; ) {
    const { rows } = await client.query<{ position: string }>(
      `SELECT position FROM "${schema}".events WHERE position > $1 ORDER BY position`,
      [last],
    );
    seen += rows.length;
    last = rows.at(-1)?.position ?? last;
    if (finished && rows.length === 0) break;
    finished = done();
    await pause(1);
  }
  await client.end();
  return seen;
};

const inEachStream = (events: readonly StoredEvent[]): boolean => {
  const next = new Map<string, number>();
  return events.every(({ stream, revision }) => {
    const expected = next.get(stream) ?? 0;
    next.set(stream, expected + 1);
    return revision === expected;
  });
};

describe.each<FeedKind>(['safe', 'strict'])('F6: readers at the heels of writers, with a %s feed', (feed) => {
  it(
    `${WRITERS} writers, some slow, some that give up, some killed, for ${SECONDS} s (seed ${SEED})`,
    async () => {
      const random = randomly(SEED);
      const schema = `tail_${feed}`;
      const until = performance.now() + SECONDS * 1000;
      const world: World = { url: server.url, schema, going: () => performance.now() < until };
      const open = (): Promise<Journal> => opened({ connect: server.url, schema, feed, clock });
      const journals = [await open(), await open(), await open()];
      const readers = [await open(), await open()];
      let total: number | undefined;

      const tails = [tail(readers[0] as Journal, 100, () => total), tail(readers[1] as Journal, 3, () => total)];
      const naive = naively(world, () => total !== undefined);
      const slow = [dawdle(random, world), dawdle(random, world)];
      const writers = Array.from({ length: WRITERS - 2 }, (_, n) =>
        write(journals[n % journals.length] as Journal, random, world),
      );
      // Two more in processes of their own, of which one is killed at its work.
      const job = { stream: 'other', batches: 0, batchSize: 2 };
      const others = await Promise.all(
        ['a', 'b'].map((name) =>
          startWriter({ url: server.url, schema, feed }, { ...job, name, stream: `other-${name}` }),
        ),
      );
      await others[0]?.heard(5);
      await others[0]?.kill();

      const written = (await Promise.all(writers)).reduce((sum, one) => sum + one, 0);
      const dawdled = await Promise.all(slow);
      await others[1]?.kill();
      const here = written + dawdled.reduce((sum, one) => sum + one.written, 0);
      const [counted] = await ask(
        server.url,
        `SELECT count(*)::int AS all, count(*) FILTER (WHERE text NOT LIKE '%"stream":"other-%')::int AS here FROM "${schema}".events`,
      );
      total = Number(counted?.['all']);

      const seen = await Promise.all(tails);
      expect(Number(counted?.['here'])).toBe(here);
      for (const events of seen) {
        expect(new Set(events.map(({ stream, revision }) => `${stream}/${revision}`)).size).toBe(total);
        expect(events.every(({ position }, at) => at === 0 || (events[at - 1]?.position ?? '') < position)).toBe(true);
        expect(inEachStream(events)).toBe(true);
      }
      expect(seen[1]?.map(({ position }) => position)).toEqual(seen[0]?.map(({ position }) => position));
      expect(dawdled.every(({ ends }) => ends >= 4)).toBe(true);
      // Where writers take turns, their numbers come in order too, and nobody can miss one.
      const missed = total - (await naive);
      console.log(`${feed} feed: ${total} events, of which a reader by number alone missed ${missed}`);
      if (feed === 'safe') expect(missed).toBeGreaterThan(0);
      else expect(missed).toBe(0);
      for (const journal of [...journals, ...readers]) await journal.close()();
    },
    60_000 + 3_000 * SECONDS,
  );
});
