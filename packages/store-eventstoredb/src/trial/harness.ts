/** A double, journals on it, and what must hold of the two whatever went wrong between them. Only for tests. */
import type { Appended, Fault, Instant, Journal, NewEvent, OutcomeUnknown } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { type EventStoreServer, type EventStoreServerOptions, eventStoreServer } from '@lienthong/testing/eventstoredb';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { afterEach, expect } from 'vitest';
import type { EventStoreJournalOptions } from '../eventstoredb-journal.js';
import { opened } from './place.js';

export type Answer = Either<Fault | OutcomeUnknown, Appended>;

const running: EventStoreServer[] = [];
const journals: Journal[] = [];
const problems: unknown[] = [];
let count = 0;

/** Closes and stops what a test opened and started; a mistake of the double itself fails the test. */
export const cleanUp = (): void => {
  afterEach(async () => {
    await Promise.all(journals.splice(0).map((journal) => journal.close()()));
    await Promise.all(running.splice(0).map((server) => server.stop()));
    expect(problems.splice(0)).toEqual([]);
  });
};

export const aServer = async (options: EventStoreServerOptions = {}): Promise<EventStoreServer> => {
  const server = await eventStoreServer({ tell: (problem) => problems.push(problem), ...options });
  running.push(server);
  return server;
};

/** How long a journal of these tests waits for a server, in milliseconds; and what comes later than that. */
export const [SOON, LATER] = [700, 1_000];

/** A journal that soon gives up. */
export const aJournal = async (
  server: EventStoreServer,
  options: Partial<EventStoreJournalOptions> & Readonly<{ at?: string }> = {},
): Promise<Journal> => {
  const { at, ...others } = options;
  const journal = await opened({
    connection: server.connectionString,
    clock: testClock(at),
    timeout: SOON,
    patience: SOON,
    ...others,
  });
  journals.push(journal);
  return journal;
};

export const batchOf = (size: number, said: Partial<NewEvent> = {}): readonly NewEvent[] =>
  Array.from({ length: size }, () => {
    count += 1;
    return anEvent(count, said);
  });

export const written = (answer: Answer): Appended => {
  if (E.isLeft(answer)) throw new Error(`not written: ${JSON.stringify(answer.left)}`);
  return answer.right;
};

export const faultIn = (answer: Either<Fault | OutcomeUnknown, unknown>): Fault | OutcomeUnknown => {
  if (E.isRight(answer)) throw new Error(`no fault: ${JSON.stringify(answer.right)}`);
  return answer.left;
};

const ours = ({ log }: EventStoreServer): EventStoreServer['log']['all'] =>
  log.all.filter(({ stream, type }) => !stream.startsWith('$') && !type.startsWith('$'));

/** The log holds just these events, each once; and a journal reads them, unbroken, and no others. */
export const holdsJust = async (
  server: EventStoreServer,
  stream: string,
  events: readonly Readonly<{ id: string }>[],
): Promise<void> => {
  const ids = events.map(({ id }) => id);
  expect(ours(server).map(({ id }) => id)).toEqual(ids);
  const reader = await aJournal(server, { timeout: 10_000 });
  const page = await reader.read(stream)();
  if (E.isLeft(page)) throw new Error(`not read: ${JSON.stringify(page.left)}`);
  expect(page.right.events.map(({ id }) => id)).toEqual(ids);
  const fed = await reader.feed({ limit: 5_000 })();
  if (E.isLeft(fed)) throw new Error(`not fed: ${JSON.stringify(fed.left)}`);
  expect(fed.right.events.map(({ id }) => id)).toEqual(ids);
};

export const unavailable = (code: string): unknown => expect.objectContaining({ kind: 'Unavailable', code });
export const UNKNOWN = { kind: 'OutcomeUnknown', system: 'eventstoredb' };
export const later = '2023-07-10T02:00:00.000Z' as Instant;
