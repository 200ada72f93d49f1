/** A whole round with a desk, for tests (một vòng hỏi đáp): asked, waited for, collected, confirmed. */
import { E } from '@lienthong/core/fp';
import type { Ask, Delivery, Desk, Reply } from '@lienthong/core/requests';
import { expect } from 'vitest';
import { HOUR, right } from './world.js';

export type Said = Readonly<{ outcome: string }>;

export type Round<A> = Readonly<{ answer: Reply<A>; steps: readonly string[] }>;

/** What was collected comes again until it is confirmed, and then no more. */
export const wholeRound = async <C, A extends Said>(
  desk: Desk<C, A>,
  ask: Ask<C>,
  pass: (ms: number) => void,
): Promise<Round<A>> => {
  const said = right(await desk.ask(ask)());
  if (said.kind === 'answered') return { answer: said, steps: [] };
  expect(said.kind).toBe('acknowledged');
  pass(20 * 24 * HOUR);
  const deliveries = right(await desk.collect()());
  expect(right(await desk.collect()())).toEqual(deliveries);
  const receipts = deliveries.flatMap(({ receipt }) => receipt ?? []);
  expect(receipts).toHaveLength(deliveries.length);
  expect(await desk.confirm?.(receipts)()).toEqual(E.right(undefined));
  expect(right(await desk.collect()())).toEqual([]);
  const own = deliveries.filter(({ key }) => key === ask.key).map(({ reply }) => reply);
  const answer = own.find(({ kind }) => kind === 'answered');
  if (answer === undefined) throw new Error('no answer came');
  return { answer, steps: own.flatMap((reply) => (reply.kind === 'progress' ? [reply.step] : [])) };
};

/** A double keeps nothing once it was collected; this one gives receipts, as the line does. */
export const confirming = <C, A>(desk: Desk<C, A>): Desk<C, A> => {
  let all: readonly Delivery<A>[] = [];
  return {
    ...desk,
    collect: () => async () => {
      const came = right(await desk.collect()());
      all = [...all, ...came.map((delivery, n) => ({ ...delivery, receipt: `${all.length + n}` }))];
      return E.right(all);
    },
    confirm: (receipts) => async () => {
      all = all.filter(({ receipt = '' }) => !receipts.includes(receipt));
      return E.right(undefined);
    },
  };
};
