/**
 * A projection (phép chiếu): how events change a row, and which further rows follow from it. Pure, over facts alone; it sees
 * the clock no more than a decider does. An event that it cannot take in is parked, and so are the later ones of that row,
 * for a row that misses an event would be wrong without saying so.
 */
import type { JsonObject, JsonValue } from '../evidence/canonical.js';
import { E, type Either } from '../fp.js';
import type { Instant } from '../values/plain-date.js';
import type { StoredEvent } from './envelope.js';
import { asCode, codeOfThrown } from './subscription-reasons.js';
import type { LastError, Parked, Row, RowChange } from './view-store.js';

export type Projection = Readonly<{
  /** Of the view it makes: lower-case letters, digits and hyphens. */
  name: string;
  /** Changes whenever the same events would make other rows; a view of another version is built anew. */
  version: string;
  types?: readonly string[];
  streamPrefix?: string;
  /** The row that an event changes; `undefined` for one that changes none. */
  keyOf: (event: StoredEvent) => string | undefined;
  /** The row after an event. The left says, as a code, why it cannot be taken in. */
  apply: (row: JsonObject | undefined, event: StoredEvent) => Either<string, JsonObject>;
  /** Rows that follow from a row, to be looked up by keys of their own. */
  derive?: (key: string, row: JsonObject) => readonly Row[];
}>;

/** A row as it is kept: its state, the keys of what follows from it, and the position at which it was parked. */
export type KeptRow = Readonly<{ state: JsonObject | null; derived: readonly string[]; parkedAt?: string }>;

/** Rows of states are told from those that follow from them. */
export const stateKey = (key: string): string => `=${key}`;

const EARLIER_PARKED = 'earlier-parked';

const NEW_ROW: KeptRow = { state: null, derived: [] };

export const readKept = (value: JsonValue | undefined): KeptRow =>
  value === undefined ? NEW_ROW : (value as unknown as KeptRow);

/** The keys of the rows that a page of events touches. */
export const keysOf = ({ keyOf }: Projection, events: readonly StoredEvent[]): readonly string[] => [
  ...new Set(events.flatMap((event) => keyOf(event) ?? [])),
];

export type Projected = Readonly<{ changes: readonly RowChange[]; parked: readonly Parked[]; error?: LastError }>;

const attempt = <T>(work: () => Either<string, T>): Either<string, T> => {
  try {
    return work();
  } catch (thrown) {
    return E.left(codeOfThrown(thrown));
  }
};

const parkedOf = ({ position, stream, revision, type }: StoredEvent, reason: string, at: Instant): Parked => ({
  position,
  stream,
  revision,
  type,
  reason: asCode(reason),
  attempts: 1,
  at,
});

/** The changes of a row and of those that follow from it: written anew, or taken away where nothing says them any more. */
const changesOf = (key: string, before: KeptRow, after: KeptRow, rows: readonly Row[]): readonly RowChange[] => {
  const now = new Set(rows.map((row) => row.key));
  const gone = before.derived.filter((each) => !now.has(each)).map((each) => ({ key: each, value: null }));
  return [...gone, ...rows, { key: stateKey(key), value: after as unknown as JsonObject }];
};

/** What a page of events does to the rows it touches, which are given as they are kept. `at` is when they are taken in. */
export const projectPage = (
  projection: Projection,
  events: readonly StoredEvent[],
  kept: ReadonlyMap<string, KeptRow>,
  at: Instant,
): Projected => {
  const { keyOf, apply, derive } = projection;
  const parked: Parked[] = [];
  const now = new Map<string, KeptRow>();
  const lastOf = new Map<string, StoredEvent>();
  const aside = (key: string, row: KeptRow, event: StoredEvent, reason: string): void => {
    parked.push(parkedOf(event, reason, at));
    now.set(key, { ...row, parkedAt: row.parkedAt ?? event.position });
  };

  for (const event of events) {
    const key = keyOf(event);
    if (key === undefined) continue;
    const row = now.get(key) ?? kept.get(key) ?? NEW_ROW;
    if (row.parkedAt !== undefined) {
      aside(key, row, event, EARLIER_PARKED);
      continue;
    }
    const applied = attempt(() => apply(row.state ?? undefined, event));
    if (E.isLeft(applied)) aside(key, row, event, applied.left);
    else now.set(key, { ...row, state: applied.right });
    lastOf.set(key, event);
  }

  const changes = [...now].flatMap(([key, row]): readonly RowChange[] => {
    const before = kept.get(key) ?? NEW_ROW;
    const { state } = row;
    if (state === null || derive === undefined) return changesOf(key, before, row, []);
    const rows = attempt(() => E.right(derive(key, state)));
    if (E.isRight(rows))
      return changesOf(key, before, { ...row, derived: rows.right.map((each) => each.key) }, rows.right);
    parked.push(parkedOf(lastOf.get(key) as StoredEvent, rows.left, at));
    const stopped = { ...before, parkedAt: row.parkedAt ?? (lastOf.get(key) as StoredEvent).position };
    return [{ key: stateKey(key), value: stopped as unknown as JsonObject }];
  });

  const last = parked.at(-1);
  return {
    changes,
    parked,
    ...(last === undefined ? {} : { error: { reason: last.reason, position: last.position, at, outcome: 'parked' } }),
  };
};
