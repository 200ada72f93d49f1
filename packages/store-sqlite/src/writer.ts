/** The one writer: judges and writes the appends of a group inside one transaction, a verdict for each. */
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
  type Unavailable,
  unavailable,
} from '@lienthong/core';
import { link } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import type { Connection, SqliteDriver } from './driver.js';
import { commitFaultOf, faultOf, SYSTEM } from './result-code.js';
import { eventOf, hashBytes, idBytes } from './rows.js';
import { sha256 } from './sha256.js';
import type { Statements } from './statements.js';

/** `texts` are the canonical texts of the events, as the check of the append wrote them. */
export type Append = Readonly<{
  stream: string;
  expected: Expected;
  events: readonly NewEvent[];
  texts: readonly string[];
}>;
export type Answer = Either<Fault | OutcomeUnknown, Appended>;

/** Rows that do not hold what their hash says; thrown only as far as the end of the transaction. */
class Damaged extends Error {}

export type Writer = Readonly<{
  write: (group: readonly Append[]) => Either<Fault | OutcomeUnknown, readonly Answer[]>;
}>;

export const writer = (
  connection: Connection,
  statements: Statements,
  { driver, clock, verify }: Readonly<{ driver: SqliteDriver; clock: Clock; verify: boolean }>,
): Writer => {
  const [begin, commit, rollback] = [
    connection.prepare('BEGIN IMMEDIATE'),
    connection.prepare('COMMIT'),
    connection.prepare('ROLLBACK'),
  ];

  const sound = (event: StoredEvent | undefined): StoredEvent => {
    if (event === undefined) throw new Damaged();
    return event;
  };

  const headOf = (stream: string): Readonly<{ key: number; last: StoredEvent }> | undefined => {
    const [row] = statements.head.all(stream);
    return row === undefined ? undefined : { key: Number(row[0]), last: sound(eventOf(row.slice(1), verify, stream)) };
  };

  const standingIn = (key: number, events: readonly NewEvent[]): ReadonlyMap<string, StoredEvent> => {
    const found = new Map<string, StoredEvent>();
    for (const { id } of events) {
      const [row] = statements.withId.all(key, idBytes(id));
      if (row !== undefined) found.set(id, sound(eventOf(row, verify)));
    }
    return found;
  };

  const judgeAndWrite = ({ stream, expected, events, texts }: Append): Answer => {
    const head = headOf(stream);
    const standing = head === undefined ? new Map<string, StoredEvent>() : standingIn(head.key, events);
    const verdict = judgeAppend(stream, expected, events, head?.last.revision ?? null, standing);
    if (verdict.kind === 'repeated') {
      const { last, created } = verdict;
      return E.right({ revision: last.revision, position: last.position, created, repeated: true });
    }
    if (verdict.kind !== 'write') return E.left(verdict);
    const key = head?.key ?? statements.addStream.run(stream);
    let [revision, position] = [0, 0];
    for (const { event, text } of link(stream, head?.last, events, clock.now(), { digest: sha256, texts })) {
      revision = event.revision;
      position = statements.addEvent.run(key, revision, idBytes(event.id), event.type, hashBytes(event.hash), text);
    }
    return E.right({ revision, position: positionOf(position), created: head === undefined, repeated: false });
  };

  const undo = (): void => {
    try {
      rollback.run();
    } catch {
      // SQLite has rolled back by itself; there is nothing left to undo.
    }
  };

  const faultIn = (error: unknown): Unavailable =>
    error instanceof Damaged ? unavailable(SYSTEM, 'corrupt', false) : faultOf(driver.codeOf(error));

  return {
    write: (group) => {
      try {
        begin.run();
      } catch (error) {
        return E.left(faultIn(error));
      }
      let answers: readonly Answer[];
      try {
        answers = group.map(judgeAndWrite);
      } catch (error) {
        undo();
        return E.left(faultIn(error));
      }
      try {
        commit.run();
      } catch (error) {
        undo();
        return E.left(commitFaultOf(driver.codeOf(error)));
      }
      return E.right(answers);
    },
  };
};
