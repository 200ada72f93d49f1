/** The projection that the replays feed: how many events, and what their amounts come to. */
import { type FeedOptions, type Journal, positionOf, type StoredEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import type { Facts } from './workload.js';

export type Sums = Readonly<{ count: number; amount: number }>;
/** Positions, the first excluded and the last included. */
export type Part = Readonly<{ from: number; to: number }>;

export const sumOf = (events: readonly StoredEvent[]): Sums => {
  let amount = 0;
  for (const { data } of events) amount += (data as unknown as Facts).amount;
  return { count: events.length, amount };
};

export const feedAll = async (journal: Journal, options: FeedOptions = {}, part?: Part): Promise<Sums> => {
  let [count, amount] = [0, 0];
  let after = part === undefined ? undefined : positionOf(part.from);
  for (;;) {
    const limit = part === undefined ? 1000 : Math.min(1000, part.to - Number(after));
    const page = await journal.feed({ ...options, ...(after === undefined ? {} : { after }), limit })();
    if (E.isLeft(page)) throw new Error(page.left.kind);
    const sums = sumOf(page.right.events);
    count += sums.count;
    amount += sums.amount;
    after = page.right.next;
    if (page.right.end || (part !== undefined && Number(after) >= part.to)) return { count, amount };
  }
};
