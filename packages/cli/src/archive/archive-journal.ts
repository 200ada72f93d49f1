/** An archive behind the journal port: what was checked can be read, and nothing can be appended. */
import {
  checkFeed,
  checkRead,
  type Fault,
  type FeedOptions,
  type FeedPage,
  type Journal,
  type ReadOptions,
  type StoredEvent,
  type StreamPage,
  unavailable,
} from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';

const byStream = (events: readonly StoredEvent[]): ReadonlyMap<string, readonly StoredEvent[]> => {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const stream = streams.get(event.stream);
    if (stream === undefined) streams.set(event.stream, [event]);
    else stream.push(event);
  }
  return streams;
};

/** Where the first event after a position stands; positions sort as text. */
const firstAfter = (events: readonly StoredEvent[], position: string): number => {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as StoredEvent).position <= position) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** `events` in the order of the feed, each stream whole from its beginning. */
export const archiveJournal = (events: readonly StoredEvent[]): Journal => {
  const streams = byStream(events);

  const read = (stream: string, options?: ReadOptions): Either<Fault, StreamPage> => {
    const plan = checkRead(stream, options);
    if (E.isLeft(plan)) return plan;
    const { from, backward, limit } = plan.right;
    const all = streams.get(stream);
    if (all === undefined) return E.right({ exists: false, events: [] });
    const first = from ?? (backward ? all.length - 1 : 0);
    const page = backward ? all.slice(0, first + 1).reverse() : all.slice(first);
    return E.right({ exists: true, events: page.slice(0, limit) });
  };

  const feed = (options?: FeedOptions): Either<Fault, FeedPage> => {
    const plan = checkFeed(options);
    if (E.isLeft(plan)) return plan;
    const { limit, types, streamPrefix } = plan.right;
    const passes = ({ type, stream }: StoredEvent): boolean =>
      (types === undefined || types.includes(type)) && stream.startsWith(streamPrefix);
    const page: StoredEvent[] = [];
    for (let at = firstAfter(events, options?.after ?? ''); at < events.length; at += 1) {
      const event = events[at] as StoredEvent;
      if (!passes(event)) continue;
      if (page.length === limit) return E.right({ events: page, next: page.at(-1)?.position ?? '', end: false });
      page.push(event);
    }
    const next = events.at(-1)?.position ?? options?.after ?? '';
    return E.right({ events: page, next, end: true });
  };

  return {
    append: () => async () => E.left(unavailable('archive', 'read-only', false)),
    read: (stream, options) => async () => read(stream, options),
    feed: (options) => async () => feed(options),
    close: () => async () => E.right(undefined),
  };
};
