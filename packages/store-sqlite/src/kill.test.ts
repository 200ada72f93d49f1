import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Journal, StoredEvent } from '@lienthong/core';
import { GENESIS, holds } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { type Acknowledged, testClock } from '@lienthong/testing/store-contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pickDriver } from './pick-driver.js';
import { sqliteJournal } from './sqlite-journal.js';
import { workerCommand } from './trial/worker-bundle.js';

const KILLS = Number(process.env['LIENTHONG_KILLS'] ?? 5);
const SEED = Number(process.env['LIENTHONG_SEED'] ?? 20_230_710);
const BATCH = 4;
/** A kill falls so many milliseconds after a worker's first acknowledgement. */
const LONGEST_LIFE_MS = 120;

type Worker = Readonly<{ child: ChildProcess; acknowledged: Told[]; begun: Promise<unknown> }>;
type Told = Acknowledged & Readonly<{ causation: string }>;

const randomly = (seed: number): (() => number) => {
  let x = seed >>> 0;
  return () => {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    return x / 2 ** 32;
  };
};

const start = async (path: string, name: string): Promise<Worker> => {
  const child = spawn(...(await workerCommand([path, name, 'case-1', '0', String(BATCH)])), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const acknowledged: Told[] = [];
  let rest = '';
  child.stdout.on('data', (chunk) => {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    acknowledged.push(...lines.map((line) => JSON.parse(line) as Told));
  });
  const cry = new Promise<string>((hear) => child.stderr.once('data', (chunk) => hear(String(chunk))));
  const begun = Promise.race([once(child.stdout, 'data'), cry.then((said) => Promise.reject(new Error(said)))]);
  begun.catch(() => undefined);
  return { child, acknowledged, begun };
};

const kill = async ({ child }: Worker): Promise<void> => {
  const gone = once(child, 'close');
  child.kill('SIGKILL');
  await gone;
};

const all = async (journal: Journal): Promise<readonly StoredEvent[]> => {
  const read = await journal.read('case-1')();
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
  return read.right.events;
};

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

describe(`J1, J2: two writers on one file, killed ${KILLS} times (seed ${SEED})`, () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lienthong-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it(
    'loses nothing it acknowledged, keeps no half batch, breaks no chain',
    async () => {
      const path = join(folder, 'cases.db');
      const random = randomly(SEED);
      const driver = await pickDriver();
      if (E.isLeft(driver)) throw new Error('no driver');
      const acknowledged: Told[] = [];
      const last = { revision: -1 };

      for (let done = 0; done < KILLS; done += 2) {
        const workers = await Promise.all(['a', 'b'].map((name) => start(path, `${name}${done}`)));
        await Promise.all(workers.map(({ begun }) => begun));
        const deaths = workers.map(async (worker) => {
          await new Promise((wake) => setTimeout(wake, random() * LONGEST_LIFE_MS));
          await kill(worker);
        });
        await Promise.all(deaths);
        acknowledged.push(...workers.flatMap((worker) => worker.acknowledged));

        const journal = await sqliteJournal({ driver: driver.right, path, clock: testClock() })();
        if (E.isLeft(journal)) throw new Error(`after ${done + 2} kills: ${JSON.stringify(journal.left)}`);
        const events = await all(journal.right);
        await journal.right.close()();

        expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
        expect(events.every((event, index) => holds(event, events[index - 1]?.hash ?? GENESIS))).toBe(true);
        expectWholeBatches(events);
        const lost = acknowledged.filter(
          ({ revision, position, causation }) =>
            events[revision]?.position !== position || events[revision]?.causation !== causation,
        );
        expect(lost).toEqual([]);
        expect(events.length).toBeGreaterThan(last.revision + 1);
        last.revision = events.length - 1;
      }
      expect(acknowledged.length).toBeGreaterThan(KILLS);
    },
    60_000 + 10_000 * KILLS,
  );
});
