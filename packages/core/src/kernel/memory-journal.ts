/**
 * The journal in memory, for tests, trials and browsers (sổ sự kiện trong bộ nhớ). It keeps the canonical text that was
 * hashed and parses it when the event is first read: so an append copies nothing, the writer's own object stays the
 * writer's, and what is read is what any other store would give back. What was read is frozen, for it is kept.
 */
import { type Head, type Linked, link } from '../evidence/chain.js';
import { E, type Either } from '../fp.js';
import { checkAppend, judgeAppend } from './appending.js';
import type { NewEvent, StoredEvent } from './envelope.js';
import { type Fault, unavailable } from './fault.js';
import type { Appended, Clock, Expected, FeedOptions, FeedPage, Journal, ReadOptions, StreamPage } from './journal.js';
import { checkFeed, checkRead, positionOf } from './reading.js';

type Entry = Readonly<{ type: string; stream: string; position: string; head: Head; event: () => StoredEvent }>;
type Stream = Readonly<{ entries: Entry[]; revisionOf: Map<string, number> }>;

const freeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const key of Object.keys(value)) freeze((value as Record<string, unknown>)[key]);
  return Object.freeze(value);
};

const entry = (position: string, { event: bound, text }: Linked<NewEvent>): Entry => {
  const { type, stream, revision, recordedAt, hash } = bound;
  let unread: string | undefined = text;
  let read: StoredEvent | undefined;
  const event = (): StoredEvent => {
    if (read === undefined) {
      read = freeze({ ...(JSON.parse(unread as string) as Omit<StoredEvent, 'position' | 'hash'>), position, hash });
      unread = undefined;
    }
    return read;
  };
  return { type, stream, position, head: { revision, recordedAt, hash }, event };
};

export const memoryJournal = ({ clock }: Readonly<{ clock: Clock }>): Journal => {
  const streams = new Map<string, Stream>();
  const all: Entry[] = [];
  const watchers = new Set<() => void>();
  let open = true;

  const standing = (stream: Stream | undefined, events: readonly NewEvent[]): ReadonlyMap<string, StoredEvent> => {
    const found = new Map<string, StoredEvent>();
    for (const { id } of stream === undefined ? [] : events) {
      const revision = stream?.revisionOf.get(id);
      const stored = revision === undefined ? undefined : stream?.entries[revision]?.event();
      if (stored !== undefined) found.set(id, stored);
    }
    return found;
  };

  const write = (name: string, events: readonly NewEvent[]): Appended => {
    const stream: Stream = streams.get(name) ?? { entries: [], revisionOf: new Map() };
    const created = stream.entries.length === 0;
    for (const linked of link(name, stream.entries.at(-1)?.head, events, clock.now())) {
      const next = entry(positionOf(all.length + 1), linked);
      stream.revisionOf.set(linked.event.id, linked.event.revision);
      stream.entries.push(next);
      all.push(next);
    }
    streams.set(name, stream);
    for (const wake of watchers) queueMicrotask(wake);
    return { revision: stream.entries.length - 1, position: positionOf(all.length), created, repeated: false };
  };

  const append = (name: string, expected: Expected, events: readonly NewEvent[]): Either<Fault, Appended> => {
    const checked = checkAppend(name, expected, events);
    if (E.isLeft(checked)) return checked;
    const stream = streams.get(name);
    const head = stream === undefined ? null : stream.entries.length - 1;
    const verdict = judgeAppend(name, expected, events, head, standing(stream, events));
    if (verdict.kind === 'write') return E.right(write(name, events));
    if (verdict.kind !== 'repeated') return E.left(verdict);
    const { last, created } = verdict;
    return E.right({ revision: last.revision, position: last.position, created, repeated: true });
  };

  const read = (name: string, options?: ReadOptions): Either<Fault, StreamPage> => {
    const plan = checkRead(name, options);
    if (E.isLeft(plan)) return plan;
    const { from, backward, limit } = plan.right;
    const entries = streams.get(name)?.entries;
    if (entries === undefined) return E.right({ exists: false, events: [] });
    const last = Math.min(from ?? entries.length - 1, entries.length - 1);
    const first = from ?? 0;
    const page = backward
      ? entries.slice(Math.max(0, last + 1 - limit), last + 1).reverse()
      : entries.slice(first, first + limit);
    return E.right({ exists: true, events: page.map(({ event }) => event()) });
  };

  const feed = (options?: FeedOptions): Either<Fault, FeedPage> => {
    const plan = checkFeed(options);
    if (E.isLeft(plan)) return plan;
    const { after, limit, types, streamPrefix } = plan.right;
    const passes = ({ type, stream }: Entry): boolean =>
      (types === undefined || types.includes(type)) && stream.startsWith(streamPrefix);
    const page: Entry[] = [];
    for (let at = after; at < all.length; at += 1) {
      const candidate = all[at] as Entry;
      if (!passes(candidate)) continue;
      if (page.length === limit) {
        const next = page.at(-1)?.position ?? positionOf(after);
        return E.right({ events: page.map(({ event }) => event()), next, end: false });
      }
      page.push(candidate);
    }
    const next = positionOf(Math.max(after, all.length));
    return E.right({ events: page.map(({ event }) => event()), next, end: true });
  };

  const whileOpen =
    <T>(work: () => Either<Fault, T>) =>
    async (): Promise<Either<Fault, T>> =>
      open ? work() : E.left(unavailable('memory', 'closed', false));

  return {
    append: (stream, expected, events) => whileOpen(() => append(stream, expected, events)),
    read: (stream, options) => whileOpen(() => read(stream, options)),
    feed: (options) => whileOpen(() => feed(options)),
    watch: (wake) => {
      watchers.add(wake);
      return () => void watchers.delete(wake);
    },
    close: () => async () => {
      open = false;
      watchers.clear();
      return E.right(undefined);
    },
  };
};
