/** Faults on order: a journal that fails, conflicts, loses its answer, is slow or says things twice, around one that does not. */
import { type Fault, type FeedPage, type Journal, unavailable } from '@lienthong/core';
import { E } from '@lienthong/core/fp';

type Append = Journal['append'];

/** Treats the first `k` appends in another way. */
const first = (k: number, journal: Journal, other: Append): Journal => {
  let left = k;
  return {
    ...journal,
    append: (stream, expected, events) => async () => {
      const now = left > 0 ? other : journal.append;
      left -= 1;
      return now(stream, expected, events)();
    },
  };
};

/** The first `k` appends fail and write nothing. */
export const failsFirst = (
  k: number,
  journal: Journal,
  fault: Fault = unavailable('test', 'unreachable', true),
): Journal => first(k, journal, () => async () => E.left(fault));

/** The first `k` appends answer a conflict and write nothing: somebody else seems to have been faster. */
export const conflictsFirst = (k: number, journal: Journal): Journal =>
  first(k, journal, (stream, expected) => async () => {
    const page = await journal.read(stream, { direction: 'backward', limit: 1 })();
    const actual = E.isRight(page) ? (page.right.events[0]?.revision ?? null) : null;
    return E.left({ kind: 'Conflict', stream, expected, actual });
  });

/** The first `k` appends are written, but their answer is lost. */
export const commitsThenThrows = (k: number, journal: Journal): Journal =>
  first(k, journal, (stream, expected, events) => async () => {
    await journal.append(stream, expected, events)();
    return E.left({ kind: 'OutcomeUnknown', system: 'test' });
  });

/** Everything waits first, for as long as `wait` does. */
export const slow = (wait: () => Promise<void>, journal: Journal): Journal => ({
  append:
    (...asked) =>
    async () => {
      await wait();
      return journal.append(...asked)();
    },
  read:
    (...asked) =>
    async () => {
      await wait();
      return journal.read(...asked)();
    },
  feed:
    (...asked) =>
    async () => {
      await wait();
      return journal.feed(...asked)();
    },
  close: journal.close,
});

/** Every page of the feed holds each of its events twice: delivered, and delivered again. Where to go on is told as ever. */
export const duplicatesDelivery = (journal: Journal): Journal => ({
  ...journal,
  feed: (options) => async () =>
    E.map((page: FeedPage) => ({ ...page, events: [...page.events, ...page.events] }))(await journal.feed(options)()),
});
