/** Goal 17: appends and reads in a full store, beside those in a small one. */
import type { Journal } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import type { Goal, Rate } from '../goal.js';
import { percentile, type Spread, spreadOf } from '../spread.js';
import { freshFile, importCases, openOurs } from '../sqlite.js';
import { type Case, casesOf } from '../workload.js';

const CHUNK = 10_000;

type Store = Readonly<{ journal: Journal; streams: readonly string[] }>;

const filled = async (folder: string, events: number): Promise<Store> => {
  const journal = await openOurs(freshFile(folder, 'growth'));
  const streams: string[] = [];
  for (let at = 0; at < events; at += CHUNK) {
    const cases = casesOf(1700 + at, Math.min(CHUNK, events - at));
    await importCases(journal, cases);
    streams.push(...cases.map(({ stream }) => stream));
  }
  return { journal, streams };
};

const times = async (many: number, run: (index: number) => Promise<unknown>): Promise<readonly number[]> => {
  const taken: number[] = [];
  for (let index = 0; index < many; index += 1) {
    const from = performance.now();
    await run(index);
    taken.push(performance.now() - from);
  }
  return taken;
};

const appendP50 = async ({ journal }: Store, given: Case): Promise<number> =>
  percentile(
    await times(given.events.length, async (index) => {
      const expected = index === 0 ? 'none' : ({ exact: index - 1 } as const);
      const done = await journal.append(given.stream, expected, [given.events[index] as Case['events'][number]])();
      if (E.isLeft(done)) throw new Error(done.left.kind);
    }),
    0.5,
  );

/** Streams from all over the file, so that few of them are at hand already. */
const readP50 = async ({ journal, streams }: Store, many: number, round: number): Promise<number> =>
  percentile(
    await times(many, async (index) => {
      const page = await journal.read(streams[(index * 7919 + round * 104_729) % streams.length] as string)();
      if (E.isLeft(page) || page.right.events.length === 0) throw new Error('not read');
    }),
    0.5,
  );

const longCase = (seed: number, events: number): Case => {
  const cases = casesOf(seed, events);
  return { stream: (cases[0] as Case).stream, events: cases.flatMap(({ events: all }) => all) };
};

const ratios = (one: readonly number[], other: readonly number[]): Spread =>
  spreadOf(one.map((value, index) => value / (other[index] as number)));

export const goal: Goal = {
  number: 17,
  title: 'Growth of one SQLite file',
  fairness:
    'Our own store against itself: a small file and a full one, measured in turn. p50 of durable appends of one event, and of reads of one stream.',
  run: async ({ folder, size, rounds, warmUps }) => {
    const [few, many] = [size(10_000, 2_000), size(1_000_000, 20_000)];
    const [small, full] = [await filled(folder, few), await filled(folder, many)];
    const taken = {
      smallAppend: [] as number[],
      fullAppend: [] as number[],
      smallRead: [] as number[],
      fullRead: [] as number[],
    };
    for (let round = -warmUps; round < rounds; round += 1) {
      const probe = size(300, 50);
      const measured = [
        await appendP50(small, longCase(3 * (round + 9), probe)),
        await appendP50(full, longCase(3 * (round + 9) + 1, probe)),
        await readP50(small, probe, round + 9),
        await readP50(full, probe, round + 9),
      ] as const;
      if (round < 0) continue;
      taken.smallAppend.push(measured[0]);
      taken.fullAppend.push(measured[1]);
      taken.smallRead.push(measured[2]);
      taken.fullRead.push(measured[3]);
    }
    const told = (count: number): string => count.toLocaleString('en');
    const rate = (name: string, ms: readonly number[]): Rate => ({
      name,
      perSecond: spreadOf(ms.map((one) => one * 1000)),
      unit: 'µs',
    });
    return {
      rows: [
        {
          what: `append p50, ${told(few)} to ${told(many)} events`,
          target: { atMost: 1.2 },
          figure: ratios(taken.fullAppend, taken.smallAppend),
          judged: 'wall',
        },
        {
          what: `stream read p50, ${told(few)} to ${told(many)} events`,
          target: { atMost: 1.4 },
          figure: ratios(taken.fullRead, taken.smallRead),
          judged: 'wall',
        },
      ],
      rates: [
        rate(`append p50, ${told(few)} held`, taken.smallAppend),
        rate(`append p50, ${told(many)} held`, taken.fullAppend),
        rate(`stream read p50, ${told(few)} held`, taken.smallRead),
        rate(`stream read p50, ${told(many)} held`, taken.fullRead),
      ],
      close: async () => {
        await small.journal.close()();
        await full.journal.close()();
      },
    };
  },
};
