/**
 * What an EventStoreDB node keeps, in memory: one log, seen by stream and as a whole. A stream that was deleted softly is
 * one whose metadata hide everything before a revision that never comes; a tombstone is a last event after which nothing is.
 */

/** An event as a client proposes it. */
export type Proposed = Readonly<{
  id: string;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
}>;

/** `position` is a place in the log in bytes: it rises, and is not dense. `created` in ticks of 100 ns since 1970. */
export type Recorded = Proposed & Readonly<{ stream: string; revision: number; position: number; created: string }>;

export type EventLog = Readonly<{
  all: Recorded[];
  /** Place in the list is the revision; the tombstone, if any, is no part of it. */
  streams: Map<string, Recorded[]>;
  tombstones: Set<string>;
  /** Called after each write. */
  watchers: Set<() => void>;
}>;

/** What the reserved keys of a stream's metadata say. */
export type StreamMetadata = Readonly<{ truncateBefore?: number; maxCount?: number; maxAgeSeconds?: number }>;

const RECORD_OVERHEAD = 64;
const FIRST_POSITION = 1024;
const TICKS_A_MS = 10_000;

/** Soft deletion hides everything before this revision. */
export const NEVER = '9223372036854775807';

export const emptyLog = (): EventLog => ({
  all: [],
  streams: new Map(),
  tombstones: new Set(),
  watchers: new Set(),
});

const sizeOf = ({ data, metadata, type, stream }: Proposed & Readonly<{ stream: string }>): number =>
  RECORD_OVERHEAD + data.length + metadata.length + type.length + stream.length;

const nextPosition = ({ all }: EventLog): number => {
  const last = all.at(-1);
  return last === undefined ? FIRST_POSITION : last.position + sizeOf(last);
};

const record = (log: EventLog, stream: string, revision: number, event: Proposed, nowMs: number): Recorded => {
  const recorded = { ...event, stream, revision, position: nextPosition(log), created: String(nowMs * TICKS_A_MS) };
  log.all.push(recorded);
  return recorded;
};

const wakeAll = ({ watchers }: EventLog): void => {
  for (const wake of watchers) wake();
};

/** Writes at the end of a stream, unconditionally. */
export const write = (
  log: EventLog,
  stream: string,
  events: readonly Proposed[],
  nowMs: number,
): readonly Recorded[] => {
  const standing = log.streams.get(stream) ?? [];
  log.streams.set(stream, standing);
  const written = events.map((event) => {
    const recorded = record(log, stream, standing.length, event, nowMs);
    standing.push(recorded);
    return recorded;
  });
  wakeAll(log);
  return written;
};

/** -1 for a stream without events. */
export const lastRevision = ({ streams }: EventLog, stream: string): number => (streams.get(stream)?.length ?? 0) - 1;

export const metastreamOf = (stream: string): string => `$$${stream}`;

const safely = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
};

const numberAt = (key: string, fields: Readonly<Record<string, unknown>>): number | undefined =>
  typeof fields[key] === 'number' ? fields[key] : undefined;

export const metadataOf = ({ streams }: EventLog, stream: string): StreamMetadata => {
  const last = streams.get(metastreamOf(stream))?.at(-1);
  if (last === undefined) return {};
  const fields = safely(Buffer.from(last.data).toString('utf8'));
  const [truncateBefore, maxCount, maxAgeSeconds] = ['$tb', '$maxCount', '$maxAge'].map((key) => numberAt(key, fields));
  return {
    ...(truncateBefore === undefined ? {} : { truncateBefore }),
    ...(maxCount === undefined ? {} : { maxCount }),
    ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
  };
};

export const isSoftDeleted = (log: EventLog, stream: string): boolean =>
  (metadataOf(log, stream).truncateBefore ?? 0) >= Number.MAX_SAFE_INTEGER;

export const hasMetadata = ({ streams }: EventLog, stream: string): boolean => streams.has(metastreamOf(stream));

/** The events that a reader of the stream is shown; `undefined` when it is told that there is no such stream. */
export const readable = (log: EventLog, stream: string, nowMs: number): readonly Recorded[] | undefined => {
  const standing = log.streams.get(stream);
  if (standing === undefined || standing.length === 0 || isSoftDeleted(log, stream)) return undefined;
  if (!hasMetadata(log, stream)) return standing;
  const { truncateBefore = 0, maxCount = standing.length, maxAgeSeconds } = metadataOf(log, stream);
  const first = Math.max(truncateBefore, standing.length - maxCount, 0);
  const oldest = maxAgeSeconds === undefined ? 0 : (nowMs - maxAgeSeconds * 1000) * TICKS_A_MS;
  return standing.slice(first).filter(({ created }) => Number(created) >= oldest);
};

/** Writes the metadata of a stream, as a client would. */
export const writeMetadata = (log: EventLog, stream: string, id: string, json: string, nowMs: number): void => {
  const data = Uint8Array.from(Buffer.from(json, 'utf8'));
  const event = { id, type: '$metadata', contentType: 'application/json', data, metadata: new Uint8Array() };
  write(log, metastreamOf(stream), [event], nowMs);
};

/** Ends a stream for good: an event of its own in the log, and nothing after it. */
export const writeTombstone = (log: EventLog, stream: string, id: string, nowMs: number): Recorded => {
  log.tombstones.add(stream);
  const event = {
    id,
    type: '$streamDeleted',
    contentType: 'application/octet-stream',
    data: new Uint8Array(),
    metadata: new Uint8Array(),
  };
  const recorded = record(log, stream, Number.MAX_SAFE_INTEGER, event, nowMs);
  wakeAll(log);
  return recorded;
};
