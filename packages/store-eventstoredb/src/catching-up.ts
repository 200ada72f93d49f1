/** Reading what a stream holds beyond what is known of it, and what stands there under given ids. */
import type { Fault, NewEvent, StoredEvent } from '@lienthong/core';
import { isUnbroken } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import type { EventStoreDriver, Recorded, StreamQuestion } from './driver.js';
import { readRecord } from './envelope.js';
import { CORRUPT, faultOf } from './faults.js';
import type { KnownStream, KnownStreams } from './known-streams.js';
import { patiently } from './patience.js';
import { forgettingIn, metastreamOf } from './stream-metadata.js';

export type Source = Readonly<{
  driver: EventStoreDriver;
  verify: boolean;
  /** Stands before the name of every stream in the server. */
  prefix: string;
  /** How long a server that cannot be reached is asked again, in milliseconds. */
  patience: number;
}>;

type Page = Either<Fault, readonly StoredEvent[] | undefined>;

const eventsOf = (
  { verify }: Source,
  name: string,
  records: readonly Recorded[],
): readonly StoredEvent[] | undefined => {
  const events: StoredEvent[] = [];
  for (const record of records) {
    const event = readRecord(record, name, verify);
    if (typeof event === 'string') return undefined;
    events.push(event);
  }
  return events;
};

/** A part of a stream, as the server has it; `undefined` when it knows no such stream. */
export const readPart = async (source: Source, name: string, question: StreamQuestion): Promise<Page> => {
  const { driver, prefix, patience } = source;
  const read = await patiently(patience, () => driver.readStream(`${prefix}${name}`, question));
  if (E.isLeft(read)) return E.left(faultOf(read.left));
  if (read.right === undefined) return E.right(undefined);
  const events = eventsOf(source, name, read.right);
  return events === undefined ? E.left(CORRUPT) : E.right(events);
};

/** Refuses a stream that the server was told to shorten: what is missing of it cannot be seen. */
const keepsAll = async ({ driver, prefix, patience }: Source, name: string): Promise<Either<Fault, void>> => {
  const question = { from: 'end', backward: true, count: 1 } as const;
  const read = await patiently(patience, () => driver.readStream(metastreamOf(`${prefix}${name}`), question));
  if (E.isLeft(read)) return E.left(faultOf(read.left));
  const [last] = read.right ?? [];
  return last === undefined || forgettingIn(last).length === 0 ? E.right(undefined) : E.left(CORRUPT);
};

/** Asks for the end of the stream. Errors: besides silence, `corrupt` when what is known is gone or does not go on. */
export const catchUp = async (
  source: Source,
  streams: KnownStreams,
  name: string,
): Promise<Either<Fault, KnownStream>> => {
  const before = streams.of(name);
  const from = before?.head === undefined ? 0 : before.head.revision + 1;
  const [kept, read] = await Promise.all([
    before === undefined ? keepsAll(source, name) : E.right(undefined),
    readPart(source, name, { from: from === 0 ? 'start' : from, backward: false, count: Number.MAX_SAFE_INTEGER }),
  ]);
  if (E.isLeft(kept)) return kept;
  if (E.isLeft(read)) return read;
  const events = read.right ?? [];
  const isGone = read.right === undefined && from > 0;
  const goesOn = (events[0]?.revision ?? from) === from && isUnbroken(events, before?.head);
  if (isGone || !goesOn) {
    streams.forget(name);
    return E.left(CORRUPT);
  }
  return E.right(streams.grow(name, before, events));
};

/** The events of the stream that stand under the ids of a batch. */
export const standingIn = async (
  source: Source,
  { revisionOf }: KnownStream,
  name: string,
  batch: readonly NewEvent[],
): Promise<Either<Fault, ReadonlyMap<string, StoredEvent>>> => {
  const revisions = batch.flatMap(({ id }) => revisionOf.get(id) ?? []);
  if (revisions.length === 0) return E.right(new Map());
  // What stands there may lie apart: then a part is read for each.
  const [first, last] = [Math.min(...revisions), Math.max(...revisions)];
  const near = last - first < 2 * revisions.length;
  const parts = near ? [[first, last - first + 1] as const] : revisions.map((revision) => [revision, 1] as const);
  const standing = new Map<string, StoredEvent>();
  for (const [from, count] of parts) {
    const read = await readPart(source, name, { from, backward: false, count });
    if (E.isLeft(read)) return read;
    for (const event of read.right ?? []) standing.set(event.id, event);
  }
  const missing = batch.find(({ id }) => revisionOf.has(id) && !standing.has(id));
  if (missing !== undefined) return E.left(CORRUPT);
  const asked = new Set(batch.map(({ id }) => id));
  return E.right(new Map([...standing].filter(([id]) => asked.has(id))));
};
