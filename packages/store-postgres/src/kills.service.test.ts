import type { StoredEvent } from '@lienthong/core';
import { GENESIS, holds } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { testClock } from '@lienthong/testing/store-contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opened } from './trial/place.js';
import { type Server, startPostgres } from './trial/server.js';
import { startWriter, type Told, type Writer } from './trial/writers.js';

const KILLS = Number(process.env['LIENTHONG_KILLS'] ?? 5);
const SERVER_KILLS = Number(process.env['LIENTHONG_SERVER_KILLS'] ?? 3);
const SEED = Number(process.env['LIENTHONG_SEED'] ?? 20_230_710);
const BATCH = 4;
/** A kill falls so many milliseconds after a writer's first acknowledgement. */
const LONGEST_LIFE_MS = 120;

const randomly = (seed: number): (() => number) => {
  let x = seed >>> 0;
  return () => {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    return x / 2 ** 32;
  };
};

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

/** Every batch stands whole and in one piece. */
const expectWholeBatches = (events: readonly StoredEvent[]): void => {
  const torn = events.filter(({ data, causation, revision }) => {
    const [index, first] = [Number(data['index']), events[revision - Number(data['index'])]];
    return (
      data['of'] !== BATCH ||
      first?.causation !== causation ||
      events[revision - index + BATCH - 1]?.causation !== causation
    );
  });
  expect(torn.map(({ revision }) => revision)).toEqual([]);
};

const expectNothingLost = (events: readonly StoredEvent[], acknowledged: readonly Told[]): void => {
  const lost = acknowledged.filter(
    ({ revision, position, causation }) =>
      events[revision]?.position !== position || events[revision]?.causation !== causation,
  );
  expect(lost).toEqual([]);
};

const expectOneChain = (events: readonly StoredEvent[]): void => {
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
  expect(events.every((event, index) => holds(event, events[index - 1]?.hash ?? GENESIS))).toBe(true);
};

describe(`killed at work (seed ${SEED})`, () => {
  const random = randomly(SEED);
  const job = (name: string) => ({ name, stream: 'case-1', batches: 0, batchSize: BATCH });
  let server: Server;
  beforeAll(async () => {
    server = await startPostgres({ own: true });
  }, 60_000);
  afterAll(() => server.stop());

  const all = async (schema: string): Promise<readonly StoredEvent[]> => {
    const journal = await opened({ connect: server.url, schema, clock: testClock() });
    const read = await journal.read('case-1')();
    await journal.close()();
    if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
    return read.right.events;
  };

  it(
    `J1, J2: two writers on one stream, killed ${KILLS} times, lose nothing and leave nothing half done`,
    async () => {
      const target = { url: server.url, schema: 'clients' };
      const acknowledged: Told[] = [];
      let before = 0;
      for (let done = 0; done < KILLS; done += 2) {
        const writers = await Promise.all(['a', 'b'].map((name) => startWriter(target, job(`${name}${done}`))));
        await Promise.all(
          writers.map(async (writer) => {
            await writer.heard(1);
            await pause(random() * LONGEST_LIFE_MS);
            await writer.kill();
          }),
        );
        acknowledged.push(...writers.flatMap(({ told }) => told));
        const events = await all('clients');
        expectOneChain(events);
        expectWholeBatches(events);
        expectNothingLost(events, acknowledged);
        expect(events.length).toBeGreaterThan(before);
        before = events.length;
      }
      expect(acknowledged.length).toBeGreaterThan(KILLS);
    },
    60_000 + 10_000 * KILLS,
  );

  it(
    `J1b: a server killed ${SERVER_KILLS} times under two writers, who go on by themselves, loses nothing`,
    async () => {
      const target = { url: server.url, schema: 'servers' };
      const writers: readonly Writer[] = await Promise.all(['a', 'b'].map((name) => startWriter(target, job(name))));
      for (let done = 0; done < SERVER_KILLS; done += 1) {
        const heard = writers.map(({ told }) => told.length);
        await Promise.all(writers.map((writer, index) => writer.heard((heard[index] ?? 0) + 5)));
        await pause(random() * LONGEST_LIFE_MS);
        await server.kill9();
        const acknowledged = writers.flatMap(({ told }) => told);
        await server.restart();
        const events = await all('servers');
        expectOneChain(events);
        expectWholeBatches(events);
        expectNothingLost(events, acknowledged);
      }
      const heard = writers.map(({ told }) => told.length);
      await Promise.all(writers.map((writer, index) => writer.heard((heard[index] ?? 0) + 5)));
      await Promise.all(writers.map((writer) => writer.kill()));
      const events = await all('servers');
      expectOneChain(events);
      expectWholeBatches(events);
      expectNothingLost(
        events,
        writers.flatMap(({ told }) => told),
      );
      expect(writers.every(({ told }) => told.length >= 5 * (SERVER_KILLS + 1))).toBe(true);
    },
    60_000 + 20_000 * SERVER_KILLS,
  );
});
