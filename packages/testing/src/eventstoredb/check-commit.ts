/**
 * Whether the server writes what it is asked to, finds that it stands there already, or refuses: the rules of KurrentDB's
 * `CheckCommit`, as the matrix of its own tests shows them. Contents are never compared, and an exact revision that is the
 * head is never checked for a repeat.
 */
import { type EventLog, hasMetadata, isSoftDeleted, lastRevision } from './event-log.js';

export type Belief = 'any' | 'none' | 'exists' | Readonly<{ exact: number }>;

export type Decision =
  | Readonly<{ kind: 'write' }>
  /** `position` is known only to the table of recent ids. */
  | Readonly<{ kind: 'repeated'; last: number; position?: number }>
  /** `actual` is `undefined` for a stream without events. */
  | Readonly<{ kind: 'wrong-version'; actual: number | undefined }>
  | Readonly<{ kind: 'deleted' }>;

export type Place = Readonly<{ stream: string; revision: number; position: number }>;

/** The ids written last. It lies in memory alone: a restart empties it. */
export type IdTable = Readonly<{ limit: number; places: Map<string, Place> }>;

export const emptyIdTable = (limit = 100_000): IdTable => ({ limit, places: new Map() });

/** Remembers an id, and forgets the oldest when there are too many. */
export const remember = ({ limit, places }: IdTable, id: string, place: Place): void => {
  places.delete(id);
  places.set(id, place);
  for (const oldest of places.keys()) {
    if (places.size <= limit) return;
    places.delete(oldest);
  }
};

const WRITE: Decision = { kind: 'write' };

/** `any` and `exists`: only the table of recent ids can tell. */
const byTable = (ids: IdTable, stream: string, eventIds: readonly string[], wrong: Decision): Decision => {
  let last: Place | undefined;
  for (const id of eventIds) {
    const place = ids.places.get(id);
    if (place === undefined || place.stream !== stream) return last === undefined ? WRITE : wrong;
    last = place;
  }
  return last === undefined ? WRITE : { kind: 'repeated', last: last.revision, position: last.position };
};

/** Below the head: the log itself tells whether these very events follow the revision expected. */
const byLog = (log: EventLog, stream: string, from: number, eventIds: readonly string[], wrong: Decision): Decision => {
  for (const [index, id] of eventIds.entries()) {
    if (log.streams.get(stream)?.[from + 1 + index]?.id === id) continue;
    return index === 0 && from === -1 && isSoftDeleted(log, stream) ? WRITE : wrong;
  }
  return eventIds.length === 0 ? wrong : { kind: 'repeated', last: from + eventIds.length };
};

export const checkCommit = (
  log: EventLog,
  ids: IdTable,
  stream: string,
  belief: Belief,
  eventIds: readonly string[],
): Decision => {
  if (log.tombstones.has(stream)) return { kind: 'deleted' };
  const head = lastRevision(log, stream);
  const wrong: Decision = { kind: 'wrong-version', actual: head === -1 ? undefined : head };
  if (belief === 'exists' && (isSoftDeleted(log, stream) || (head === -1 && !hasMetadata(log, stream)))) return wrong;
  if (belief === 'any' || belief === 'exists') return byTable(ids, stream, eventIds, wrong);
  const from = belief === 'none' ? -1 : belief.exact;
  if (from < head) return byLog(log, stream, from, eventIds, wrong);
  return from === head ? WRITE : wrong;
};
