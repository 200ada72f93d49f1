/** The rules of appending, shared by every store that can look before it writes: input, expectation, repetition. Pure. */
import { asCanonical, canonical, type JsonValue } from '../evidence/canonical.js';
import { E, type Either } from '../fp.js';
import { instant } from '../values/plain-date.js';
import type { NewEvent, StoredEvent } from './envelope.js';
import type { BadInput, Conflict, IdReused } from './fault.js';
import type { Expected } from './journal.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MAX_NAME = 1000;
const MAX_EVENT_LENGTH = 16 * 1024 * 1024;

const bad = (at: string, expected: string): Either<BadInput, never> => E.left({ kind: 'BadInput', at, expected });

const isName = (text: unknown): text is string =>
  typeof text === 'string' &&
  text.length > 0 &&
  text.length <= MAX_NAME &&
  text.isWellFormed() &&
  !text.includes('\u0000');

const checkExpected = (expected: Expected): Either<BadInput, Expected> => {
  if (expected === 'none' || expected === 'exists' || expected === 'any') return E.right(expected);
  return Number.isSafeInteger(expected?.exact) && expected.exact >= 0
    ? E.right(expected)
    : bad('expected', 'none, exists, any or a revision from 0');
};

const SAID: readonly (keyof NewEvent)[] = [
  'id',
  'type',
  'schema',
  'occurredAt',
  'actor',
  'causation',
  'correlation',
  'data',
];
const MAY_SAY: ReadonlySet<string> = new Set([...SAID, 'onBehalfOf']);

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a store adds (revision, hash …) cannot be slipped in, as it would be by appending what was read. */
const hasItsFields = (event: NewEvent): boolean =>
  isRecord(event) &&
  Object.keys(event).every((key) => MAY_SAY.has(key)) &&
  SAID.every((key) => Object.hasOwn(event, key)) &&
  [event.actor, event.data].every(isRecord) &&
  [event.causation, event.correlation].every(isName);

const checkEvent = (event: NewEvent, at: string): Either<BadInput, NewEvent> => {
  if (!hasItsFields(event)) return bad(at, 'what a writer says of an event, and no more');
  if (typeof event.id !== 'string' || !UUID.test(event.id)) return bad(`${at}.id`, 'a lower-case UUID (RFC 9562)');
  if (!isName(event.type)) return bad(`${at}.type`, `a name of 1 to ${MAX_NAME} characters`);
  if (!Number.isSafeInteger(event.schema) || event.schema < 1) return bad(`${at}.schema`, 'a version from 1');
  const when = instant(event.occurredAt);
  if (E.isLeft(when) || when.right !== event.occurredAt) return bad(`${at}.occurredAt`, 'an instant in UTC, with Z');
  const text = asCanonical(event);
  if (E.isLeft(text)) return bad(`${at}.${text.left.at}`, text.left.expected);
  return text.right.length > MAX_EVENT_LENGTH
    ? bad(`${at}.data`, `at most ${MAX_EVENT_LENGTH} characters of JSON`)
    : E.right(event);
};

/** Refuses a bad append before anything is read or written (stores.md A4, A8, A11, B5, C: the same id twice in a batch). */
export const checkAppend = (
  stream: string,
  expected: Expected,
  events: readonly NewEvent[],
): Either<BadInput, readonly NewEvent[]> => {
  if (!isName(stream)) return bad('stream', `a name of 1 to ${MAX_NAME} characters`);
  if (stream.startsWith('$')) return bad('stream', 'a name that does not begin with $');
  const belief = checkExpected(expected);
  if (E.isLeft(belief)) return belief;
  if (events.length === 0) return bad('events', 'at least one event');
  for (const [index, event] of events.entries()) {
    const checked = checkEvent(event, `events[${index}]`);
    if (E.isLeft(checked)) return checked;
  }
  return new Set(events.map(({ id }) => id)).size === events.length
    ? E.right(events)
    : bad('events', 'each event id once');
};

/** Same content: all that the writer said, nothing that the store added (R3). */
const sameContent = (event: NewEvent, stored: StoredEvent): boolean => {
  const { type, schema, occurredAt, actor, onBehalfOf, causation, data } = stored;
  const said = (
    e: Pick<NewEvent, 'type' | 'schema' | 'occurredAt' | 'actor' | 'causation' | 'data'>,
    behalf: unknown,
  ) =>
    canonical({
      type: e.type,
      schema: e.schema,
      occurredAt: e.occurredAt,
      actor: e.actor,
      causation: e.causation,
      data: e.data,
      ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
    } as unknown as JsonValue);
  return said(event, event.onBehalfOf) === said({ type, schema, occurredAt, actor, causation, data }, onBehalfOf);
};

export type Verdict =
  | Readonly<{ kind: 'write' }>
  | Readonly<{ kind: 'repeated'; last: StoredEvent; created: boolean }>
  | Conflict
  | IdReused;

/**
 * What an append comes to, given the head's revision (`null` for a missing stream) and the events that stand in this
 * stream under the batch's ids. A repeat is recognised before the expectation is judged (stores.md C).
 */
export const judgeAppend = (
  stream: string,
  expected: Expected,
  events: readonly NewEvent[],
  head: number | null,
  standing: ReadonlyMap<string, StoredEvent>,
): Verdict => {
  if (standing.size > 0) {
    const stranger = events.find((event) => {
      const stored = standing.get(event.id);
      return stored === undefined || !sameContent(event, stored);
    });
    if (stranger !== undefined) return { kind: 'IdReused', stream, id: stranger.id };
    const stored = events.map(({ id }) => standing.get(id) as StoredEvent);
    const first = stored[0] as StoredEvent;
    return stored.every(({ revision }, index) => revision === first.revision + index)
      ? { kind: 'repeated', last: stored[stored.length - 1] as StoredEvent, created: first.revision === 0 }
      : { kind: 'IdReused', stream, id: first.id };
  }
  const met =
    expected === 'any' ||
    (expected === 'none' && head === null) ||
    (expected === 'exists' && head !== null) ||
    (typeof expected === 'object' && expected.exact === head);
  return met ? { kind: 'write' } : { kind: 'Conflict', stream, expected, actual: head };
};
