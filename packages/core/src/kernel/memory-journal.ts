/**
 * The journal in memory, for tests, trials and browsers (sổ sự kiện trong bộ nhớ). It keeps the canonical text that was
 * hashed and parses it when the event is first read: so an append copies nothing, the writer's own object stays the
 * writer's, and what is read is what any other store would give back. What was read is frozen, for it is kept.
 */
import { type Digest, digest as ownDigest } from '../evidence/chain.js';
import { E, type Either } from '../fp.js';
import { checkEach, judgeAppend, NONE_STANDING, textOf } from './appending.js';
import type { NewEvent, StoredEvent } from './envelope.js';
import { type Fault, unavailable } from './fault.js';
import type { Appended, Clock, Expected, FeedOptions, FeedPage, Journal, ReadOptions, StreamPage } from './journal.js';
import { deferredEntry, type Entry, eventOf, freeze, linkedEntries, revisionOf, type Stream } from './memory-entry.js';
import { frozenIfPlain } from './plain-event.js';
import { checkFeed, checkRead, positionOf } from './reading.js';

export type MemoryJournalOptions = Readonly<{
  clock: Clock;
  /**
   * `kept`, unless said: each event is hashed as it is appended. `deferred`: when its hash is first asked for. Then an
   * appended event is handed over: the journal freezes it and keeps it as it is.
   */
  evidence?: 'kept' | 'deferred';
  /** The machine's own SHA-256, where it is faster than ours. */
  digest?: Digest;
}>;

/** Either the canonical text of an event, or the event itself, frozen. */
type Checked = string | NewEvent;

const checkTexts = checkEach<Checked>(textOf);
const checkPlain = checkEach<Checked>((event, index) => {
  if (frozenIfPlain(event)) return E.right(event);
  const text = textOf(event, index);
  return E.isLeft(text) ? text : E.right(freeze(JSON.parse(text.right) as NewEvent));
});

export const memoryJournal = ({ clock, evidence = 'kept', digest = ownDigest }: MemoryJournalOptions): Journal => {
  const check = evidence === 'kept' ? checkTexts : checkPlain;
  const streams = new Map<string, Stream>();
  const all: Entry[] = [];
  const watchers = new Set<() => void>();
  let open = true;

  const standing = (stream: Stream | undefined, events: readonly NewEvent[]): ReadonlyMap<string, StoredEvent> => {
    if (stream === undefined) return NONE_STANDING;
    let found: Map<string, StoredEvent> | undefined;
    for (const { id } of events) {
      const revision = revisionOf(stream, id);
      if (revision === undefined) continue;
      found ??= new Map();
      found.set(id, eventOf(stream.entries[revision] as Entry, digest));
    }
    return found ?? NONE_STANDING;
  };

  const entriesOf = (stream: Stream, events: readonly NewEvent[], checked: readonly Checked[]): readonly Entry[] => {
    const [now, place, last] = [clock.now(), all.length + 1, stream.entries.at(-1)];
    if (evidence === 'kept') return linkedEntries(stream, events, checked as readonly string[], now, place, digest);
    const recordedAt = last !== undefined && last.recordedAt > now ? last.recordedAt : now;
    const first = stream.entries.length;
    return (checked as readonly NewEvent[]).map((said, index) =>
      deferredEntry(stream, said, first + index, recordedAt, place + index),
    );
  };

  const write = (
    name: string,
    known: Stream | undefined,
    events: readonly NewEvent[],
    checked: readonly Checked[],
  ): Appended => {
    const stream: Stream = known ?? { name, entries: [], revisionOf: new Map() };
    for (const entry of entriesOf(stream, events, checked)) {
      stream.entries.push(entry);
      all.push(entry);
    }
    if (known === undefined) streams.set(name, stream);
    for (const wake of watchers) queueMicrotask(wake);
    const revision = stream.entries.length - 1;
    return { revision, position: positionOf(all.length), created: known === undefined, repeated: false };
  };

  const append = (name: string, expected: Expected, events: readonly NewEvent[]): Either<Fault, Appended> => {
    const checked = check(name, expected, events);
    if (E.isLeft(checked)) return checked;
    const stream = streams.get(name);
    const head = stream === undefined ? null : stream.entries.length - 1;
    const verdict = judgeAppend(name, expected, events, head, standing(stream, events));
    if (verdict.kind === 'write') return E.right(write(name, stream, events, checked.right));
    if (verdict.kind !== 'repeated') return E.left(verdict);
    const { last, created } = verdict;
    return E.right({ revision: last.revision, position: last.position, created, repeated: true });
  };

  const eventsOf = (entries: readonly Entry[]): readonly StoredEvent[] =>
    entries.map((entry) => eventOf(entry, digest));

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
    return E.right({ exists: true, events: eventsOf(page) });
  };

  const feed = (options?: FeedOptions): Either<Fault, FeedPage> => {
    const plan = checkFeed(options);
    if (E.isLeft(plan)) return plan;
    const { after, limit, types, streamPrefix } = plan.right;
    const passes = ({ type, stream: { name } }: Entry): boolean =>
      (types === undefined || types.includes(type)) && name.startsWith(streamPrefix);
    const page: Entry[] = [];
    for (let at = after; at < all.length; at += 1) {
      const candidate = all[at] as Entry;
      if (!passes(candidate)) continue;
      if (page.length === limit) {
        return E.right({ events: eventsOf(page), next: positionOf(page.at(-1)?.place ?? after), end: false });
      }
      page.push(candidate);
    }
    return E.right({ events: eventsOf(page), next: positionOf(Math.max(after, all.length)), end: true });
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
