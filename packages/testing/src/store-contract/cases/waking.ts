/** W: being woken when something was appended. A hint and no more: what is read never depends on it (F6, F7). */
import type { Journal } from '@lienthong/core';
import { append, ids } from '../asking.js';
import { offered } from '../bench.js';
import { type Case, NotOffered } from '../case.js';
import { aTurn, claim, same, together } from '../check.js';
import { follower } from '../following.js';

/** How a journal is watched, when it can be. */
const watchOf = (journal: Journal): NonNullable<Journal['watch']> => {
  const { watch } = journal;
  if (watch === undefined) throw new NotOffered('watch');
  return watch;
};

/** Counts how often it was woken, and waits until it was. The case's own patience bounds the wait. */
const sleeper = (journal: Journal) => {
  let wakes = 0;
  let hear = (): void => undefined;
  const stop = watchOf(journal)(() => {
    wakes += 1;
    hear();
  });
  const wokenAfter = (count: number): Promise<void> =>
    new Promise((woken) => {
      hear = () => {
        if (wakes > count) woken();
      };
      hear();
    });
  return { count: () => wakes, wokenAfter, stop };
};

export const wakingCases: readonly Case[] = [
  {
    id: 'W1',
    says: 'who watches is woken after each append of this journal, and finds it in the feed',
    run: async ({ open, batch }) => {
      const journal = await open();
      const [one, other] = [sleeper(journal), sleeper(journal)];
      const tail = follower(journal);
      for (const _ of [1, 2, 3]) {
        const before = [one.count(), other.count()] as const;
        const events = batch(2);
        await append(journal, 'case-1', 'any', events);
        await together([one.wokenAfter(before[0]), other.wokenAfter(before[1])]);
        await tail.look();
        same(ids(tail.seen).slice(-2), ids(events), 'what a reader finds once woken');
      }
      one.stop();
      other.stop();
    },
  },
  {
    id: 'W2',
    says: 'who watches is woken when another process appends',
    needs: ['watchesOthers', 'spawnWriter'],
    patience: 60_000,
    run: async ({ open, place }) => {
      const journal = await open();
      const woken = sleeper(journal);
      await offered(place.spawnWriter, 'spawnWriter')({ name: 'a', stream: 'case-1', batches: 1, batchSize: 1 });
      await woken.wokenAfter(0);
      woken.stop();
    },
  },
  {
    id: 'W3',
    says: 'who stopped watching is not woken any more, and the others still are; stopping twice is no fault',
    run: async ({ open, batch }) => {
      const journal = await open();
      const [leaving, staying] = [sleeper(journal), sleeper(journal)];
      await append(journal, 'case-1', 'none', batch(1));
      await together([leaving.wokenAfter(0), staying.wokenAfter(0)]);
      leaving.stop();
      leaving.stop();
      const [left, before] = [leaving.count(), staying.count()];
      await append(journal, 'case-1', 'exists', batch(1));
      await staying.wokenAfter(before);
      for (const _ of [1, 2, 3]) await aTurn();
      claim(leaving.count() === left, 'woken after it had stopped watching');
      staying.stop();
    },
  },
];
