/**
 * A journal that remembers what it has read (nhật ký có trí nhớ): streams only grow, so what stood there once stands there for
 * good, and only what came after has to be fetched. Right for any number of writers.
 */
import type { Journal, StoredEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';

/** `streams` is how many are remembered; the one longest untouched is let go first. */
export const remembering = (journal: Journal, streams: number): Journal => {
  const known = new Map<string, readonly StoredEvent[]>();

  const keep = (stream: string, events: readonly StoredEvent[]): void => {
    known.delete(stream);
    known.set(stream, events);
    const [oldest] = known.keys();
    if (known.size > streams && oldest !== undefined) known.delete(oldest);
  };

  return {
    ...journal,
    read: (stream, options) => async () => {
      const before = known.get(stream) ?? [];
      if (options !== undefined || before.length === 0) {
        const page = await journal.read(stream, options)();
        if (E.isRight(page) && options === undefined) keep(stream, page.right.events);
        return page;
      }
      const rest = await journal.read(stream, { from: before.length })();
      if (E.isLeft(rest)) return rest;
      const events = rest.right.events.length === 0 ? before : [...before, ...rest.right.events];
      keep(stream, events);
      return E.right({ exists: true, events });
    },
  };
};
