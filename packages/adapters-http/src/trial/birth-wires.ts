/** Wires of all that a birth case asks, laxer than those of any agency, and what may be said over them. */
import type { BirthDesks } from '@lienthong/core/birth-case';
import {
  code,
  count,
  date,
  fields,
  jsonObject,
  listOf,
  oneOf,
  optional,
  type Received,
  receivedPersonalNumber,
  text,
} from '@lienthong/core/received';
import { BIRTH_PURPOSES, type BirthPurpose, type Repeats } from '@lienthong/core/requests';
import fc from 'fast-check';
import { httpDesk } from '../desk/http-desk.js';
import type { Inbox } from '../inbox/inbox.js';
import type { Line } from '../line/call.js';
import type { PurposeWire } from '../wire/purpose-wire.js';
import { anAnswer, values } from './any-answer.js';

type Wire = PurposeWire<unknown, Readonly<{ outcome: string }>>;
type Words = Readonly<{
  repeats: Repeats;
  outcomes: readonly [string, ...string[]];
  parts: Readonly<Record<string, Received<unknown>>>;
}>;

const told: Words = { repeats: 'neither', outcomes: ['taken', 'not-taken'], parts: { reason: code() } };

const WORDS: Readonly<Record<BirthPurpose, Words>> = {
  'enter-birth': {
    repeats: 'keyed',
    outcomes: ['entered', 'already-entered', 'not-entered'],
    parts: { book: text(), number: count(), registeredOn: date, reason: code() },
  },
  'assign-personal-number': {
    repeats: 'queryable',
    outcomes: ['assigned', 'held'],
    parts: { personalNumber: receivedPersonalNumber, reason: code() },
  },
  'register-residence': {
    repeats: 'queryable',
    outcomes: ['registered', 'refused', 'incomplete', 'returned'],
    parts: { entry: text(), registeredOn: date, reason: code(), items: listOf(text()), field: text() },
  },
  'issue-card': {
    repeats: 'keyed',
    outcomes: ['issued', 'rejected', 'returned'],
    parts: { cardNumber: text(), issuedOn: date, reason: code(), items: listOf(text()), field: text() },
  },
  'issue-identity-card': {
    repeats: 'keyed',
    outcomes: ['issued', 'refused'],
    parts: { issuedOn: date, reason: code() },
  },
  'tell-residence': told,
  'tell-insurance': told,
  'tell-population': told,
};

const wireFrom = (purpose: BirthPurpose): Wire => {
  const { repeats, outcomes, parts } = WORDS[purpose];
  const shape = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, optional(part)]));
  return {
    purpose,
    path: `/${purpose}`,
    title: purpose,
    repeats,
    content: jsonObject,
    answer: fields({ outcome: oneOf(...outcomes), ...shape }) as unknown as Wire['answer'],
  };
};

const made = new Map(BIRTH_PURPOSES.map((purpose) => [purpose, wireFrom(purpose)]));

export const wireOf = (purpose: BirthPurpose): Wire => made.get(purpose) ?? wireFrom(purpose);

const RIGHT: Readonly<Record<string, unknown>> = {
  personalNumber: '040323000007',
  registeredOn: '2023-07-12',
  issuedOn: '12/07/2023',
  items: ['proof'],
};

/** Answers that are near what the wire reads. */
export const answersOver = (purpose: BirthPurpose): fc.Arbitrary<unknown> => {
  const named = Object.keys(WORDS[purpose].parts).map((name) => {
    const right = name === 'number' ? values.number : fc.constant(RIGHT[name] ?? 'register-040');
    return [name, fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: values.wording })] as const;
  });
  return anAnswer(WORDS[purpose].outcomes, Object.fromEntries(named));
};

/** Desks of all agencies over one line. */
export const desksOver = (line: Line, inbox?: Inbox): BirthDesks =>
  Object.fromEntries(
    BIRTH_PURPOSES.map((purpose) => [purpose, httpDesk(line, wireOf(purpose), inbox)]),
  ) as unknown as BirthDesks;
