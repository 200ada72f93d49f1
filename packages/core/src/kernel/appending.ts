/** The rules of appending, shared by every store that can look before it writes: input, expectation, repetition. Pure. */
import { asCanonical, canonical, type JsonValue } from '../evidence/canonical.js';
import { E, type Either } from '../fp.js';
import { type Instant, instant } from '../values/plain-date.js';
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

const IN_UTC = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const MOST_DAYS = 2_000;
/** Days of which every moment is known to be one: what many events share need be looked into once. */
const wholeDays = new Set<string>();

const isMoment = (raw: unknown): boolean => {
  const read = typeof raw === 'string' ? instant(raw) : undefined;
  return read !== undefined && E.isRight(read) && read.right === raw;
};

const isInstant = (raw: unknown): raw is Instant => {
  if (typeof raw !== 'string' || !IN_UTC.test(raw)) return false;
  const date = raw.slice(0, 10);
  if (wholeDays.has(date)) return true;
  if (!isMoment(`${date}T00:00:00.000Z`) || !isMoment(`${date}T23:59:59.999Z`)) return isMoment(raw);
  if (wholeDays.size >= MOST_DAYS) wholeDays.clear();
  wholeDays.add(date);
  return true;
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

/** All that must be said, and nothing else: keys being different, their number tells that none is missing. */
const saysAll = (keys: readonly string[]): boolean => {
  let needed = SAID.length;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    if (!MAY_SAY.has(key)) return false;
    if (key !== 'onBehalfOf') needed -= 1;
  }
  return needed === 0;
};

/** What a store adds (revision, hash …) cannot be slipped in, as it would be by appending what was read. */
const hasItsFields = (event: NewEvent): boolean =>
  isRecord(event) &&
  saysAll(Object.keys(event)) &&
  isRecord(event.actor) &&
  isRecord(event.data) &&
  isName(event.causation) &&
  isName(event.correlation);

const placeOf = (index: number): string => `events[${index}]`;

/** What is wrong with the envelope of an event, if anything; its facts are not looked into. */
const wrongEnvelope = (event: NewEvent, index: number): Either<BadInput, never> | undefined => {
  if (!hasItsFields(event)) return bad(placeOf(index), 'what a writer says of an event, and no more');
  if (typeof event.id !== 'string' || !UUID.test(event.id))
    return bad(`${placeOf(index)}.id`, 'a lower-case UUID (RFC 9562)');
  if (!isName(event.type)) return bad(`${placeOf(index)}.type`, `a name of 1 to ${MAX_NAME} characters`);
  if (!Number.isSafeInteger(event.schema) || event.schema < 1)
    return bad(`${placeOf(index)}.schema`, 'a version from 1');
  return isInstant(event.occurredAt) ? undefined : bad(`${placeOf(index)}.occurredAt`, 'an instant in UTC, with Z');
};

/** How the content of an event is found to be JSON: answers what the store goes on with. */
type Look<T> = (event: NewEvent, index: number) => Either<BadInput, T>;

/** The canonical text of an event that may be appended. */
export const textOf: Look<string> = (event, index) => {
  const text = asCanonical(event);
  if (E.isLeft(text)) return bad(`${placeOf(index)}.${text.left.at}`, text.left.expected);
  return text.right.length > MAX_EVENT_LENGTH
    ? bad(`${placeOf(index)}.data`, `at most ${MAX_EVENT_LENGTH} characters of JSON`)
    : text;
};

const eachOnce = (events: readonly NewEvent[]): boolean =>
  events.length === 1 || new Set(events.map(({ id }) => id)).size === events.length;

/** Refuses a bad append before anything is read or written (stores.md A4, A8, A11, B5, C: the same id twice in a batch). */
export const checkEach =
  <T>(look: Look<T>) =>
  (stream: string, expected: Expected, events: readonly NewEvent[]): Either<BadInput, readonly T[]> => {
    if (!isName(stream)) return bad('stream', `a name of 1 to ${MAX_NAME} characters`);
    if (stream.startsWith('$')) return bad('stream', 'a name that does not begin with $');
    const belief = checkExpected(expected);
    if (E.isLeft(belief)) return belief;
    if (events.length === 0) return bad('events', 'at least one event');
    const seen: T[] = [];
    for (let index = 0; index < events.length; index += 1) {
      const event = events[index] as NewEvent;
      const looked = wrongEnvelope(event, index) ?? look(event, index);
      if (E.isLeft(looked)) return looked;
      seen.push(looked.right);
    }
    return eachOnce(events) ? E.right(seen) : bad('events', 'each event id once');
  };

/** The check, and the canonical text of each event: a store that links them (`link`) need not write them twice. */
export const checkedTexts = checkEach(textOf);

/** The same check, for a store that has no use for the texts. */
export const checkAppend = (
  stream: string,
  expected: Expected,
  events: readonly NewEvent[],
): Either<BadInput, readonly NewEvent[]> => {
  const checked = checkedTexts(stream, expected, events);
  return E.isLeft(checked) ? checked : E.right(events);
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

/** Nothing of the batch stands in the stream yet. */
export const NONE_STANDING: ReadonlyMap<string, StoredEvent> = new Map();

const WRITE = { kind: 'write' } as const;

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
  return met ? WRITE : { kind: 'Conflict', stream, expected, actual: head };
};
