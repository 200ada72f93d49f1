import type { Journal, StoredEvent } from '@lienthong/core';
import { GENESIS, holds } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { afterEach, describe, expect, it } from 'vitest';
import { answered, freshName, opened } from './trial/place.js';
import { type Ack, aTab, type Tab, type TabOptions } from './trial/tab.js';

const ROUNDS = 40;
const KILLS = 20;
const SEED = 20_230_710;
const BATCH = 100;
const LONGEST_LIFE_MS = 120;

const clock = testClock();
const journals: Journal[] = [];
const tabs: Tab[] = [];
let name = freshName();

const here = async (options: Partial<TabOptions> = {}): Promise<Journal> => {
  const journal = await opened({ ...options, name, clock });
  journals.push(journal);
  return journal;
};

const there = async (options: Partial<TabOptions> = {}): Promise<Tab> => {
  const tab = await aTab({ ...options, name });
  tabs.push(tab);
  return tab;
};

afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.kill();
  for (const journal of journals.splice(0)) await journal.close()();
  await answered(indexedDB.deleteDatabase(name));
  name = freshName();
});

const eventsIn = async (journal: Journal): Promise<readonly StoredEvent[]> => {
  const page = await journal.read('case-1')();
  if (E.isLeft(page)) throw new Error(JSON.stringify(page.left));
  return page.right.events;
};

const expectChain = (events: readonly StoredEvent[]): void => {
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
  expect(events.every((event, index) => holds(event, events[index - 1]?.hash ?? GENESIS))).toBe(true);
};

describe.each([
  ['with locks', {}],
  ['without locks', { locks: null }],
  ['when only some tabs have locks', 'mixed'],
] as const)('three tabs at one stream, %s', (_, how) => {
  const [mine, theirs] = how === 'mixed' ? [{ locks: null }, {}] : [how, how];

  it('exactly one wins each revision, and nothing is lost', async () => {
    const journal = await here(mine);
    const others = [await there(theirs), await there(theirs)];
    const winners: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const expected = round === 0 ? 'none' : { exact: round - 1 };
      const rivals = [0, 1, 2].map((writer) => anEvent(1 + 3 * round + writer));
      const answers = await Promise.all(
        rivals.map((event, writer) => {
          const other = others[writer - 1];
          return other === undefined
            ? journal.append('case-1', expected, [event])()
            : other.append('case-1', expected, [event]);
        }),
      );
      const won = rivals.filter((_event, writer) => E.isRight(answers[writer] as (typeof answers)[number]));
      expect(won.length).toBe(1);
      winners.push(...won.map(({ id }) => id));
      for (const answer of answers) {
        if (E.isLeft(answer)) expect(answer.left).toMatchObject({ kind: 'Conflict', actual: round });
      }
    }
    const events = await eventsIn(journal);
    expect(events.map(({ id }) => id)).toEqual(winners);
    expectChain(events);
  });

  it('everything that three write without a belief stands there once', async () => {
    const journal = await here(mine);
    const job = { stream: 'case-1', batches: 30, batchSize: 3 };
    const [one, two] = [await there(theirs), await there(theirs)];
    const written = Promise.all([one.write({ ...job, name: 'one' }), two.write({ ...job, name: 'two' })]);
    const own = await Promise.all(
      Array.from({ length: 30 }, (_unused, n) => journal.append('case-1', 'any', [anEvent(n + 1)])()),
    );
    const acknowledged = (await written).flat();
    const events = await eventsIn(journal);
    expectChain(events);
    expect([acknowledged.length, own.filter(E.isRight).length, events.length]).toEqual([60, 30, 2 * 90 + 30]);
    for (const { revision, causation } of acknowledged) expect(events[revision]?.causation).toBe(causation);
  });
});

it('a tab that only watches is woken by another', async () => {
  const journal = await here();
  const woken = new Promise<void>((wake) => journal.watch?.(() => wake()));
  const tab = await there();
  await tab.append('case-1', 'none', [anEvent(1)]);
  await woken;
  expect(await eventsIn(journal)).toHaveLength(1);
});

const randomly = (seed: number): (() => number) => {
  let x = seed >>> 0;
  return () => {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    return x / 2 ** 32;
  };
};

/** Every batch stands whole and in one piece. */
const expectWholeBatches = (events: readonly StoredEvent[]): void => {
  const torn = events.filter(({ data, causation, revision }) => {
    const first = revision - Number(data['index']);
    return events[first]?.causation !== causation || events[first + BATCH - 1]?.causation !== causation;
  });
  expect(torn.map(({ revision }) => revision)).toEqual([]);
};

/** Kills a tab at some moment after its first acknowledgement, nearly always in the middle of an append. */
const killedTab = async (round: number, life: number): Promise<readonly Ack[]> => {
  const tab = await there();
  await new Promise<void>((begun, fail) => {
    tab.write({ name: `tab-${round}`, stream: 'case-1', batches: 0, batchSize: BATCH }, () => begun()).catch(fail);
  });
  await new Promise((over) => setTimeout(over, life));
  tab.kill();
  return [...tab.acknowledged];
};

it(`a tab killed ${KILLS} times loses nothing it was told and leaves no half batch (seed ${SEED})`, async () => {
  const journal = await here();
  const random = randomly(SEED);
  const acknowledged: Ack[] = [];
  let before = 0;
  for (let round = 0; round < KILLS; round += 1) {
    acknowledged.push(...(await killedTab(round, random() * LONGEST_LIFE_MS)));
    const events = await eventsIn(journal);
    expectChain(events);
    expectWholeBatches(events);
    const lost = acknowledged.filter(({ revision, causation }) => events[revision]?.causation !== causation);
    expect(lost).toEqual([]);
    expect(events.length).toBeGreaterThan(before);
    before = events.length;
  }
  const again = await here();
  expect(await eventsIn(again)).toHaveLength(before);
}, 240_000);
