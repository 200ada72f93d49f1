/**
 * A history written down in a journal as `handle` would have, and every text of a person made one of a kind, so that any trace
 * of it can be searched for.
 */
import { random } from '@lienthong/testing/key-contract';
import type { JsonValue, Keys } from '../../evidence/index.js';
import { canonical, type KeyStore, keyStore, masterKey, memoryCabinet } from '../../evidence/index.js';
import { E } from '../../fp.js';
import { prepareBatch } from '../../kernel/batch.js';
import {
  type CaseKind,
  type Command,
  type Decider,
  type DomainEvent,
  type Journal,
  memoryJournal,
  type Personal,
  type StoredEvent,
} from '../../kernel/index.js';
import { keepCommand } from '../../kernel/record.js';
import { dayOf, type Instant } from '../../values/plain-date.js';

export const aKeyStore = async (): Promise<KeyStore> =>
  keyStore({ cabinet: memoryCabinet(), masters: [await masterKey('the master of this test')], random });

export const aJournal = (): Journal => memoryJournal({ clock: { now: () => '2030-01-01T00:00:00.000Z' as Instant } });

/** As much of a history as can be written down. */
export type Told<C, Ev, S, R extends string> = Readonly<{
  steps: readonly Readonly<{ command: C; decided: ReturnType<Decider<C, Ev, S, R>['decide']> }>[];
  state: S;
}>;

const marked = (subject: string, counter: { n: number }, value: JsonValue): JsonValue => {
  if (typeof value === 'string') {
    counter.n += 1;
    return `bí mật của ${subject} số ${counter.n}.`;
  }
  if (Array.isArray(value)) return value.map((each) => marked(subject, counter, each as JsonValue));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, marked(subject, counter, each)]));
};

const markedBlocks = (personal: Personal, counter: { n: number }): Personal =>
  Object.fromEntries(
    Object.entries(personal).map(([subject, block]) => [subject, marked(subject, counter, block) as typeof block]),
  );

const withMarks = <T extends object>(value: T, counter: { n: number }): T =>
  'personal' in value && value.personal !== undefined
    ? { ...value, personal: markedBlocks(value.personal as Personal, counter) }
    : value;

/** Begins every secret of this person, and nothing else. */
export const secretOf = (subject: string): string => `bí mật của ${subject} số`;

export const writtenDown = async <C extends Command, Ev extends DomainEvent, S, R extends string>(
  kind: CaseKind<C, Ev, S, R>,
  { steps }: Told<C, Ev, S, R>,
  journal: Journal,
  keys: Keys,
  caseId: string,
): Promise<readonly StoredEvent[]> => {
  const stream = `${kind.name}-${caseId}`;
  const counter = { n: 0 };
  let head: number | null = null;
  for (const { command, decided } of steps) {
    if (E.isLeft(decided)) continue;
    const told = { ...command, data: withMarks(command.data as object, counter) } as C;
    const today = dayOf(command.at);
    const record = keepCommand(told, kind.commands.keep(told), kind.law.at({ on: today, knownOn: today }).id);
    const [first, ...more] = decided.right.map((event) => withMarks(event, counter));
    const batch = await prepareBatch(keys, kind.events, told, caseId, record, [first as Ev, ...(more as Ev[])])();
    if (E.isLeft(batch)) throw new Error(`${command.type}: ${batch.left.kind}`);
    const appended = await journal.append(stream, head === null ? 'none' : { exact: head }, batch.right.sealed)();
    if (E.isLeft(appended)) throw new Error(`${command.type}: ${appended.left.kind}`);
    head = appended.right.revision;
  }
  const read = await journal.read(stream)();
  if (E.isLeft(read)) throw new Error(read.left.kind);
  return read.right.events;
};

export const textOf = (events: readonly StoredEvent[]): string =>
  events.map((event) => canonical(event as unknown as JsonValue)).join('\n');
