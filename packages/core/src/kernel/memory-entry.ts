/**
 * How the journal in memory keeps an event. Kept evidence: the canonical text that was hashed, parsed when the event is first
 * read. Deferred evidence: the event as it was handed over, frozen; text and hash are made when somebody asks for the hash.
 */
import { type Digest, GENESIS, type Head, link } from '../evidence/chain.js';
import type { Instant } from '../values/plain-date.js';
import type { NewEvent, StoredEvent } from './envelope.js';
import { positionOf } from './reading.js';

export type Stream = Readonly<{ name: string; entries: Entry[]; revisionOf: Map<string, number> }>;

/** `text`, `said`, `hash` and `read` fill as they are needed; of the first two one is there until the event was read. */
export type Entry = {
  readonly id: string;
  readonly type: string;
  readonly stream: Stream;
  readonly revision: number;
  readonly recordedAt: Instant;
  /** Its place in the feed, from 1. */
  readonly place: number;
  text: string | undefined;
  said: NewEvent | undefined;
  hash: string | undefined;
  read: StoredEvent | undefined;
};

const SCANNED = 32;

/** The revision of an event's id in its stream. Short streams are looked through; an index of ids is for long ones. */
export const revisionOf = ({ entries, revisionOf: index }: Stream, id: string): number | undefined => {
  if (entries.length <= SCANNED) {
    for (let revision = 0; revision < entries.length; revision += 1) if (entries[revision]?.id === id) return revision;
    return undefined;
  }
  for (let revision = index.size; revision < entries.length; revision += 1) {
    index.set((entries[revision] as Entry).id, revision);
  }
  return index.get(id);
};

export const freeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const key of Object.keys(value)) freeze((value as Record<string, unknown>)[key]);
  return Object.freeze(value);
};

const headOf = ({ revision, recordedAt }: Entry, hash: string): Head => ({ revision, recordedAt, hash });

/** The hash of an entry; of those before it too, where it was not asked for yet: one by one, for a stream may be long. */
export const hashOf = (entry: Entry, digest: Digest): string => {
  const { name, entries } = entry.stream;
  let from = entry.revision;
  while (from > 0 && entries[from - 1]?.hash === undefined) from -= 1;
  for (let at = from; at <= entry.revision && entry.hash === undefined; at += 1) {
    const [one, before] = [entries[at] as Entry, entries[at - 1]];
    const head = before === undefined ? undefined : headOf(before, before.hash as string);
    const [linked] = link(name, head, [one.said as NewEvent], one.recordedAt, { digest });
    one.hash = linked?.event.hash;
  }
  return entry.hash as string;
};

/** Links new events to the last of a stream, and keeps their text. `texts` are their canonical texts as they were said. */
export const linkedEntries = (
  stream: Stream,
  events: readonly NewEvent[],
  texts: readonly string[],
  now: Instant,
  place: number,
  digest: Digest,
): readonly Entry[] => {
  const last = stream.entries.at(-1);
  const head = last === undefined ? undefined : headOf(last, hashOf(last, digest));
  return link(stream.name, head, events, now, { digest, texts }).map(({ event, text }, index) => {
    const { id, type, revision, recordedAt, hash } = event;
    return {
      id,
      type,
      stream,
      revision,
      recordedAt,
      place: place + index,
      text,
      said: undefined,
      hash,
      read: undefined,
    };
  });
};

/** `said` is frozen. */
export const deferredEntry = (
  stream: Stream,
  said: NewEvent,
  revision: number,
  recordedAt: Instant,
  place: number,
): Entry => ({
  id: said.id,
  type: said.type,
  stream,
  revision,
  recordedAt,
  place,
  text: undefined,
  said,
  hash: undefined,
  read: undefined,
});

const readText = ({ text, place, hash }: Entry): StoredEvent =>
  freeze({
    ...(JSON.parse(text as string) as Omit<StoredEvent, 'position' | 'hash'>),
    position: positionOf(place),
    hash: hash as string,
  });

const readSaid = (entry: Entry, digest: Digest): StoredEvent => {
  const { said, stream, revision, recordedAt, place } = entry;
  return Object.freeze({
    ...(said as NewEvent),
    v: 1,
    stream: stream.name,
    revision,
    recordedAt,
    position: positionOf(place),
    get previous() {
      const before = stream.entries[revision - 1];
      return before === undefined ? GENESIS : hashOf(before, digest);
    },
    get hash() {
      return hashOf(entry, digest);
    },
  });
};

export const eventOf = (entry: Entry, digest: Digest): StoredEvent => {
  if (entry.read === undefined) {
    entry.read = entry.text === undefined ? readSaid(entry, digest) : readText(entry);
    entry.text = undefined;
  }
  return entry.read;
};
