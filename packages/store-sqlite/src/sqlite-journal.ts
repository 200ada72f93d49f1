/**
 * The journal in one SQLite file (sổ sự kiện trên SQLite): one writer and many readers, write-ahead log, and by default a
 * sync to disk before any append is answered. What callers ask within one turn shares one transaction, and so one sync.
 */
import {
  allWhole,
  type Clock,
  checkedTexts,
  checkFeed,
  checkRead,
  type Fault,
  type FeedOptions,
  type FeedPage,
  inGroups,
  type Journal,
  positionOf,
  type ReadOptions,
  type StreamPage,
  unavailable,
} from '@lienthong/core';
import { isUnbroken } from '@lienthong/core/evidence';
import { E, type Either, type TE } from '@lienthong/core/fp';
import type { Connection, SqliteDriver } from './driver.js';
import { openFile } from './open-file.js';
import { faultOf, SYSTEM } from './result-code.js';
import { eventOf } from './rows.js';
import type { Check } from './schema.js';
import { statementsOf } from './statements.js';
import { type Answer, type Append, writer } from './writer.js';

export type SqliteJournalOptions = Readonly<{
  driver: SqliteDriver;
  path: string;
  clock: Clock;
  /** A reader writes nothing and never makes the file; `write` unless said. */
  mode?: 'write' | 'read';
  /** `full` keeps what was answered through a loss of power; `normal` through a crash of the program only. */
  durability?: 'full' | 'normal';
  /** Whether each event read is held against its hash and its neighbour's; `true` unless said. */
  verify?: boolean;
  /** How much is looked over at the start; `full` reads the whole file and is the default. */
  check?: Check;
  /** How long another process's writing is waited for, in milliseconds; 5,000 unless said. */
  patience?: number;
}>;

type Asked = Omit<Append, 'texts'>;

const RETRY_MS = 2;
const closed = E.left(unavailable(SYSTEM, 'closed', false));
const corrupt = E.left(unavailable(SYSTEM, 'corrupt', false));

const isBusy = (answer: Either<Fault | { kind: 'OutcomeUnknown' }, unknown>): boolean =>
  E.isLeft(answer) && answer.left.kind === 'Unavailable' && answer.left.code === 'busy';

/** Tries again while another process holds the file, without stopping this one. */
const patiently = async <T extends Either<Fault | { kind: 'OutcomeUnknown' }, unknown>>(
  work: () => T,
  patience: number,
): Promise<T> => {
  const until = performance.now() + patience;
  for (;;) {
    const answer = work();
    if (!isBusy(answer) || performance.now() >= until) return answer;
    await new Promise((wake) => setTimeout(wake, RETRY_MS));
  }
};

const journalOn = (connection: Connection, options: SqliteJournalOptions): Journal => {
  const { driver, verify = true, mode = 'write', patience = 5_000 } = options;
  const statements = statementsOf(connection, driver, verify);
  const { write } = writer(connection, statements, { driver, clock: options.clock, verify });
  let open = true;

  const writeGroup = async (group: readonly Append[]): Promise<readonly Answer[]> => {
    const written = await patiently(() => (open ? write(group) : closed), patience);
    if (E.isRight(written)) return written.right;
    // What one append cannot have (a full disk), the others may still get.
    const alone = group.length > 1 && written.left.kind === 'Unavailable' && written.left.code === 'full';
    if (!alone) return group.map(() => written);
    const answers: Answer[] = [];
    for (const append of group) answers.push(...(await writeGroup([append])));
    return answers;
  };

  const answerGroup = async (group: readonly Asked[]): Promise<readonly Answer[]> => {
    const checked = group.map((asked): Either<Fault, Append> => {
      const texts = checkedTexts(asked.stream, asked.expected, asked.events);
      return E.isLeft(texts) ? texts : E.right({ ...asked, texts: texts.right });
    });
    const fit = checked.flatMap((append) => (E.isRight(append) ? [append.right] : []));
    const written = (fit.length === 0 ? [] : await writeGroup(fit)).values();
    return checked.map((check): Answer => (E.isLeft(check) ? check : (written.next().value ?? closed)));
  };

  const append = inGroups(answerGroup, setImmediate);

  const whileOpen =
    <T>(work: () => Either<Fault, T>): TE.TaskEither<Fault, T> =>
    () =>
      patiently((): Either<Fault, T> => {
        if (!open) return closed;
        try {
          return work();
        } catch (error) {
          return E.left(faultOf(driver.codeOf(error)));
        }
      }, patience);

  const read = (stream: string, options?: ReadOptions): Either<Fault, StreamPage> => {
    const plan = checkRead(stream, options);
    if (E.isLeft(plan)) return plan;
    const { from, backward, limit } = plan.right;
    const rows = backward
      ? statements.backward.all(stream, from ?? Number.MAX_SAFE_INTEGER, limit)
      : statements.forward.all(stream, from ?? 0, limit);
    const events = allWhole(rows, (row) => eventOf(row, verify, stream));
    if (events === undefined || (verify && !isUnbroken(backward ? events.toReversed() : events))) return corrupt;
    return E.right({ exists: events.length > 0 || statements.head.all(stream).length > 0, events });
  };

  const feed = (options?: FeedOptions): Either<Fault, FeedPage> => {
    const plan = checkFeed(options);
    if (E.isLeft(plan)) return plan;
    const { after, limit, types, streamPrefix } = plan.right;
    const end = Number(statements.end.all()[0]?.[0]);
    const rows = statements
      .feed(types !== undefined, streamPrefix !== '')
      .all(
        after,
        end,
        ...(types === undefined ? [] : [JSON.stringify(types)]),
        ...(streamPrefix === '' ? [] : [streamPrefix, streamPrefix]),
        Math.min(limit, Number.MAX_SAFE_INTEGER - 1) + 1,
      );
    const events = allWhole(rows.slice(0, limit), (row) => eventOf(row, verify));
    if (events === undefined) return corrupt;
    return rows.length > limit
      ? E.right({ events, next: events.at(-1)?.position ?? positionOf(after), end: false })
      : E.right({ events, next: positionOf(Math.max(after, end)), end: true });
  };

  return {
    append: (stream, expected, events) => async (): Promise<Answer> => {
      if (!open) return closed;
      if (mode === 'read') return E.left(unavailable(SYSTEM, 'read-only', false));
      return append({ stream, expected, events });
    },
    read: (stream, options) => whileOpen(() => read(stream, options)),
    feed: (options) => whileOpen(() => feed(options)),
    close: () => async () => {
      // Whatever was asked before this turn ended is still answered.
      await new Promise((turn) => setImmediate(turn));
      if (!open) return E.right(undefined);
      open = false;
      try {
        // The file is left whole, with nothing in the log beside it, also when a library closes later than it says.
        if (mode === 'write') connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {
        // Somebody else still reads or writes: the last one to leave does it.
      }
      try {
        connection.close();
      } catch (error) {
        return E.left(faultOf(driver.codeOf(error)));
      }
      return E.right(undefined);
    },
  };
};

/**
 * Opens, and as a writer makes, the journal in a file. Errors: `Unavailable` as `unreachable`, `read-only`, `full`,
 * `corrupt` (foreign, cut short, damaged), `newer-schema` or `busy`.
 * @example await sqliteJournal({ driver: libsql(Database), path: 'cases.db', clock })()
 */
export const sqliteJournal =
  (options: SqliteJournalOptions): TE.TaskEither<Fault, Journal> =>
  async () => {
    const { driver, path, mode = 'write', durability = 'full', check = 'full', patience = 5_000 } = options;
    const opened = await patiently(() => openFile({ driver, path, mode, durability, check }), patience);
    if (E.isLeft(opened)) return opened;
    try {
      return E.right(journalOn(opened.right, options));
    } catch (error) {
      opened.right.close();
      return E.left(faultOf(driver.codeOf(error)));
    }
  };
