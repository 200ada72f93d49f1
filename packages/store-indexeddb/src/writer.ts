/**
 * The writer: judges and writes the appends of a group inside one transaction, a verdict for each. Hashing is synchronous and
 * nothing but the database is ever waited for: a transaction left alone for a turn commits by itself.
 */
import {
  type Appended,
  type Clock,
  type Expected,
  type Fault,
  judgeAppend,
  type NewEvent,
  type OutcomeUnknown,
  positionOf,
  type StoredEvent,
} from '@lienthong/core';
import { link } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import type { IDBPTransaction, StoreNames } from 'idb';
import { CORRUPT } from './faults.js';
import type { AboutRow, Layout, StreamRow } from './layout.js';
import { eventOf } from './rows.js';

/** `texts` are the canonical texts of the events, as they were checked. */
export type Append = Readonly<{
  stream: string;
  expected: Expected;
  events: readonly NewEvent[];
  texts: readonly string[];
}>;
export type Answer = Either<Fault | OutcomeUnknown, Appended>;
export type Writing = IDBPTransaction<Layout, StoreNames<Layout>[], 'readwrite'>;
export type Rules = Readonly<{ clock: Clock; verify: boolean }>;

/** Fails with its transaction, which is asked how it ended. */
const unheard = (request: Promise<unknown>): void => void request.catch(() => undefined);

/** The events that stand in the stream under these ids; `undefined` when one of them is not whole. */
const standingIn = async (
  tx: Writing,
  { begun, name }: StreamRow,
  events: readonly NewEvent[],
  verify: boolean,
): Promise<ReadonlyMap<string, StoredEvent> | undefined> => {
  const byId = tx.objectStore('events').index('byId');
  const rows = await Promise.all(events.map(({ id }) => byId.get([begun, id])));
  const found = new Map<string, StoredEvent>();
  for (const row of rows) {
    if (row === undefined) continue;
    const event = eventOf(row, verify, name);
    if (event === undefined) return undefined;
    found.set(event.id, event);
  }
  return found;
};

/** Whether the head is what the stream says it is: nothing is chained to what was altered. */
const headHolds = async (tx: Writing, { begun, name, revision, hash }: StreamRow): Promise<boolean> => {
  const row = await tx.objectStore('events').index('byRevision').get([begun, revision]);
  return row !== undefined && row.hash === hash && eventOf(row, true, name) !== undefined;
};

type Written = Readonly<{ about: AboutRow; appended: Appended }>;

const write = (
  tx: Writing,
  about: AboutRow,
  head: StreamRow | undefined,
  { stream, events, texts }: Append,
  clock: Clock,
): Written => {
  const begun = head?.begun ?? about.position + 1;
  const rows = tx.objectStore('events');
  let { position } = about;
  let last = head;
  for (const { event, text } of link(stream, head, events, clock.now(), { texts })) {
    const { id, revision, recordedAt, hash } = event;
    position += 1;
    last = { name: stream, begun, revision, recordedAt, hash };
    unheard(rows.add({ position, stream: begun, revision, id, hash, text }));
  }
  if (last !== undefined) unheard(tx.objectStore('streams').put(last));
  const created = head === undefined;
  const revision = last?.revision ?? 0;
  return {
    about: { ...about, position, streams: about.streams + (created ? 1 : 0) },
    appended: { revision, position: positionOf(position), created, repeated: false },
  };
};

const judge = async (tx: Writing, about: AboutRow, append: Append, rules: Rules): Promise<Either<Fault, Written>> => {
  const { stream, expected, events } = append;
  const head = await tx.objectStore('streams').get(stream);
  const standing =
    head === undefined ? new Map<string, StoredEvent>() : await standingIn(tx, head, events, rules.verify);
  if (standing === undefined) return E.left(CORRUPT);
  const verdict = judgeAppend(stream, expected, events, head?.revision ?? null, standing);
  if (verdict.kind === 'repeated') {
    const { last, created } = verdict;
    return E.right({ about, appended: { revision: last.revision, position: last.position, created, repeated: true } });
  }
  if (verdict.kind !== 'write') return E.left(verdict);
  if (rules.verify && head !== undefined && !(await headHolds(tx, head))) return E.left(CORRUPT);
  return E.right(write(tx, about, head, append, rules.clock));
};

/** Answers each append of a group, and says whether anything was written. Rejects as its requests do. */
export const writeGroup = async (
  tx: Writing,
  group: readonly Append[],
  rules: Rules,
  begun: () => void,
): Promise<Readonly<{ answers: readonly Answer[]; wrote: boolean }> | undefined> => {
  const before = await tx.objectStore('about').get('journal');
  begun();
  if (before === undefined) return undefined;
  let about = before;
  const answers: Answer[] = [];
  for (const append of group) {
    const judged = await judge(tx, about, append, rules);
    if (E.isRight(judged)) about = judged.right.about;
    answers.push(E.isRight(judged) ? E.right(judged.right.appended) : judged);
  }
  const wrote = about !== before;
  if (wrote) unheard(tx.objectStore('about').put(about));
  return { answers, wrote };
};
