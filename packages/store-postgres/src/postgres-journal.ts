/**
 * The journal in PostgreSQL (sổ sự kiện trên PostgreSQL), for many machines: an append is one round trip and one transaction,
 * with its expectation held against the stream as it is written; what callers ask within one turn shares both. The feed
 * skips nothing that is committed late.
 */
import {
  type Clock,
  checkAppend,
  type Fault,
  type FeedPage,
  inGroups,
  type Journal,
  type StreamPage,
  unavailable,
} from '@lienthong/core';
import { E, type Either, type TE } from '@lienthong/core/fp';
import type { PoolConfig } from 'pg';
import { type Database, database } from './connection.js';
import { SYSTEM } from './failure.js';
import { rememberHeads } from './heads.js';
import { prepare } from './opening.js';
import type { Append } from './plan.js';
import { reader } from './reader.js';
import type { Answer } from './runs.js';
import type { FeedKind } from './schema/migrations.js';
import { quoted, statementsOf } from './statements.js';
import { type Watch, watcher } from './watch.js';
import { writer } from './writer.js';

export type PostgresJournalOptions = Readonly<{
  /** A URL (`postgres://user@host/database`), or what `pg` takes. */
  connect: string | PoolConfig;
  clock: Clock;
  /** Where its tables lie; one database may hold many journals, a schema each. `lienthong` unless said. */
  schema?: string;
  /** A reader writes nothing and never makes or changes the schema; `write` unless said. */
  mode?: 'write' | 'read';
  /** What a new journal becomes; see docs/guides/run-on-postgresql.md. `safe` unless said. */
  feed?: FeedKind;
  /** Whether each event read is held against its hash and its neighbour's; `true` unless said. */
  verify?: boolean;
  /** How long the server may take over one question, in milliseconds; 10,000 unless said. */
  patience?: number;
  /** How often who watches is woken without being told, in milliseconds; 1,000 unless said. */
  beat?: number;
  /** How many streams' heads are remembered; 10,000 unless said. */
  remember?: number;
}>;

/** So many appends at most go into one group. */
const GROUP = 256;
/** How soon after something was written the others hear of it, in milliseconds; what is written until then shares the word. */
const TELL_MS = 10;

const closed = E.left(unavailable(SYSTEM, 'closed', false));
const readOnly = E.left(unavailable(SYSTEM, 'read-only', false));

/** The channel that tells of new events: a name is cut at 63 bytes, a schema's is shorter. */
const channelOf = (schema: string): string => `lienthong/${schema}`;

/**
 * Tells the other processes, in a transaction of its own: commits that tell wait for each other, and an append's would wait with
 * the disk. This one has nothing to write and is gone at once.
 */
const teller = (db: Database, channel: string): Readonly<{ tell: () => void; last: () => Promise<void> }> => {
  let due: ReturnType<typeof setTimeout> | undefined;
  const now = async (): Promise<void> => {
    due = undefined;
    await db.run(`NOTIFY ${quoted(channel)}`);
  };
  return {
    tell: () => {
      due ??= setTimeout(() => void now(), TELL_MS);
    },
    last: async () => {
      if (due === undefined) return;
      clearTimeout(due);
      await now();
    },
  };
};

const journalOn = (db: Database, watch: Watch, options: PostgresJournalOptions): Journal => {
  const { clock, schema = 'lienthong', mode = 'write', verify = true, patience = 10_000, remember = 10_000 } = options;
  const shared = { database: db, statements: statementsOf(schema), heads: rememberHeads(remember), verify };
  const { tell, last } = teller(db, channelOf(schema));
  const wrote = (): void => {
    watch.wake();
    tell();
  };
  const write = writer({ ...shared, clock, patience, wrote });
  const { read, feed } = reader(shared);
  const underWay = new Set<Promise<unknown>>();
  let open = true;

  const answerGroup = async (group: readonly Append[]): Promise<readonly Promise<Answer>[]> => {
    const checked = group.map(({ stream, expected, events }) => checkAppend(stream, expected, events));
    const fit = group.filter((_, index) => E.isRight(checked[index] as (typeof checked)[number]));
    const written = (fit.length === 0 ? [] : await write(fit)).values();
    return checked.map(
      async (check): Promise<Answer> => (E.isLeft(check) ? check : ((await written.next().value) ?? closed)),
    );
  };

  const grouped = inGroups(answerGroup, setImmediate, GROUP);

  /** Whoever closes waits for what was asked before. */
  const during = <T>(work: () => Promise<T>): Promise<T> => {
    const done = work();
    const settled = done.finally(() => underWay.delete(settled));
    underWay.add(settled);
    return done;
  };

  const whileOpen =
    <T>(work: () => Promise<Either<Fault, T>>) =>
    async (): Promise<Either<Fault, T>> =>
      open ? during(work) : closed;

  return {
    append: (stream, expected, events) => async (): Promise<Answer> => {
      if (!open) return closed;
      return mode === 'read' ? readOnly : during(async () => await grouped({ stream, expected, events }));
    },
    read: (stream, asked) => whileOpen<StreamPage>(() => read(stream, asked)),
    feed: (asked) => whileOpen<FeedPage>(() => feed(asked)),
    watch: (wake) => (open ? watch.watch(wake) : () => undefined),
    close: () => async () => {
      if (!open) return E.right(undefined);
      open = false;
      watch.close();
      await Promise.all(underWay);
      await last();
      await db.close();
      return E.right(undefined);
    },
  };
};

/**
 * Opens, and as a writer makes or brings up to date, the journal in a schema of a database. Errors: `BadInput` (a name that is
 * none, a database that is not UTF8, another kind of feed than this journal has), `Unavailable` as `unreachable`,
 * `login-refused`, `read-only`, `timed-out`, `busy`, `full`, `newer-schema` or `corrupt`.
 * @example await postgresJournal({ connect: 'postgres://writer@db/registry', clock })()
 */
export const postgresJournal =
  (options: PostgresJournalOptions): TE.TaskEither<Fault, Journal> =>
  async () => {
    const { connect, schema = 'lienthong', mode = 'write', patience = 10_000, beat = 1_000, feed } = options;
    if (schema === '' || Buffer.byteLength(schema) > 48 || !/^[\w$. -]+$/u.test(schema))
      return E.left({ kind: 'BadInput', at: 'schema', expected: 'a name of letters, digits and _, at most 48 bytes' });
    const opening = database({ connect, patience, greeting: '' });
    const prepared = await prepare(opening, { schema, mode, feed });
    await opening.close();
    if (E.isLeft(prepared)) return prepared;
    // Every new connection asks first whether this is still the cluster that wrote last.
    const greeting = mode === 'write' ? `SELECT ${quoted(schema)}.arrive()` : '';
    const db = database({ connect, patience, greeting });
    const watch = watcher({ connect, patience, greeting: '', channel: quoted(channelOf(schema)), beat });
    return E.right(journalOn(db, watch, options));
  };
