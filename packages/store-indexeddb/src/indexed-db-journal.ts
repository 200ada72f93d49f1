/**
 * The journal in a browser's database (sổ sự kiện trong trình duyệt): one IndexedDB database a journal, shared by all tabs
 * of one origin. An append is judged and written in one strict transaction; what tabs ask within one turn shares it.
 */
import {
  type BadInput,
  type Clock,
  checkedTexts,
  type Fault,
  inGroups,
  type Journal,
  type NewEvent,
  type OutcomeUnknown,
  unavailable,
} from '@lienthong/core';
import { E, type Either, type TE } from '@lienthong/core/fp';
import { type Connection, connection } from './connection.js';
import { exclusively, type Locks } from './exclusively.js';
import { CLOSED, SYSTEM } from './faults.js';
import type { Database } from './layout.js';
import { readFeed, readStream } from './reader.js';
import { writeIn } from './transaction.js';
import { afterThisTurn } from './turn.js';
import { wakes } from './wakes.js';
import type { Answer, Append } from './writer.js';

export type IndexedDbJournalOptions = Readonly<{
  /** The database's name, one for each journal of an origin. */
  name: string;
  clock: Clock;
  /** Whether what is opened is counted, and each event read is held against its hash and its neighbour's; `true` unless said. */
  verify?: boolean;
  /** How long another tab is waited for, in milliseconds; 5,000 unless said. */
  patience?: number;
  /** The browser's own unless said. */
  factory?: IDBFactory;
  /** The browser's own unless said; `null` does without. */
  locks?: Locks | null;
}>;

/** The longest that a browser's timer waits. */
const LONGEST_MS = 2 ** 31 - 1;

const bad = (at: string, expected: string): Either<BadInput, never> => E.left({ kind: 'BadInput', at, expected });

const ownFactory = (): IDBFactory | undefined => {
  try {
    return globalThis.indexedDB ?? undefined;
  } catch {
    return undefined;
  }
};

const ownLocks = (): Locks | undefined => (globalThis as { navigator?: { locks?: Locks } }).navigator?.locks;

/** What one append of a group cannot have (too large for what room is left), the others may still get. */
const isForOneAlone = (fault: Fault | OutcomeUnknown): boolean =>
  fault.kind === 'Unavailable' && (fault.code === 'full' || fault.code === 'corrupt');

const journalOn = (link: Connection, options: IndexedDbJournalOptions): Journal => {
  const { name, clock, verify = true, patience = 5_000, locks = ownLocks() } = options;
  const lockName = `lienthong:${name}`;
  const { tell, watch, close: stopTelling } = wakes(lockName);
  const running = new Set<Promise<unknown>>();
  let open = true;

  const writeNow = async (group: readonly Append[], until: number): Promise<readonly Answer[]> => {
    const left = Math.max(0, until - performance.now());
    const written = await link.on((database) => writeIn(database, group, { clock, verify }, left));
    if (E.isRight(written)) return written.right;
    if (group.length === 1 || !isForOneAlone(written.left)) return group.map(() => written);
    const answers: Answer[] = [];
    for (const append of group) answers.push(...(await writeNow([append], performance.now() + patience)));
    return answers;
  };

  const write = async (group: readonly Append[]): Promise<readonly Answer[]> => {
    const until = performance.now() + patience;
    const written = await exclusively(locks ?? undefined, lockName, patience, () => writeNow(group, until));
    if (E.isLeft(written)) return group.map(() => written);
    if (written.right.some((answer) => E.isRight(answer) && !answer.right.repeated)) tell();
    return written.right;
  };

  const inGroup = inGroups(write, afterThisTurn);

  /** Checked, and copied, before anything is waited for: what the caller does to his events later reaches nothing. */
  const append = async (...[stream, expected, events]: Parameters<Journal['append']>): Promise<Answer> => {
    const texts = checkedTexts(stream, expected, events);
    if (E.isLeft(texts)) return texts;
    const copies = texts.right.map((text) => JSON.parse(text) as NewEvent);
    return inGroup({ stream, expected, events: copies, texts: texts.right });
  };

  /** What was asked before the journal is closed is still answered. */
  const whileOpen =
    <L, R>(work: () => Promise<Either<L, R>>) =>
    async (): Promise<Either<L | Fault, R>> => {
      if (!open) return E.left(CLOSED);
      const answer = work();
      running.add(answer);
      try {
        return await answer;
      } finally {
        running.delete(answer);
      }
    };

  const reading = <R>(work: (database: Database) => Promise<Either<Fault, R>>): TE.TaskEither<Fault, R> =>
    whileOpen(() => link.on(work));

  return {
    append: (stream, expected, events) => whileOpen(() => append(stream, expected, events)),
    read: (stream, asked) => reading((database) => readStream(database, verify, stream, asked)),
    feed: (asked) => reading((database) => readFeed(database, verify, asked)),
    watch,
    close: () => async () => {
      open = false;
      await Promise.allSettled(running);
      await link.close();
      stopTelling();
      return E.right(undefined);
    },
  };
};

/**
 * Opens, and if it is not there makes, the journal in a database of the browser. Errors: `Unavailable` as `unreachable` (no
 * database to be had here), `full`, `corrupt` (foreign, incomplete), `newer-schema` or `busy`.
 * @example await indexedDbJournal({ name: 'cases', clock })()
 */
export const indexedDbJournal =
  (options: IndexedDbJournalOptions): TE.TaskEither<Fault, Journal> =>
  async () => {
    const { name, verify = true, patience = 5_000, factory = ownFactory() } = options;
    if (typeof name !== 'string' || name === '' || !name.isWellFormed()) return bad('name', 'the name of a database');
    if (!(patience >= 0 && patience <= LONGEST_MS)) return bad('patience', `milliseconds from 0 to ${LONGEST_MS}`);
    if (factory === undefined) return E.left(unavailable(SYSTEM, 'unreachable', false));
    const link = connection({ factory, name, patience }, verify);
    const found = await link.on(async () => E.right(undefined));
    return E.isLeft(found) ? found : E.right(journalOn(link, options));
  };
