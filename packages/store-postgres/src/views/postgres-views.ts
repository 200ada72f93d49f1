/**
 * Views in PostgreSQL (kho khung nhìn trên PostgreSQL), for many machines: what a page of events did, the checkpoint, what was
 * parked and the last error are one statement, and so one transaction.
 */
import { unavailable } from '@lienthong/core';
import type { JsonValue } from '@lienthong/core/evidence';
import { E, type Either, type TE } from '@lienthong/core/fp';
import {
  type At,
  checkCommit,
  checkKeys,
  checkRows,
  checkView,
  endOfPrefix,
  type Generation,
  judgeCommit,
  judgeSwap,
  type LastError,
  type Lease,
  type NoSuchGeneration,
  type Parked,
  type ParkedAsked,
  type RowPage,
  type RowsAsked,
  type ViewCommit,
  type ViewFault,
  type ViewStatus,
  type ViewStore,
} from '@lienthong/core/subscriptions';
import type { PoolConfig } from 'pg';
import { texts } from '../binary-array.js';
import { type Database, database, type Value } from '../connection.js';
import { faultOf, SYSTEM, writeFaultOf } from '../failure.js';
import type { Row } from '../rows.js';
import { quoted, type Statement } from '../statements.js';
import { viewStatementsOf } from './view-statements.js';
import { prepareViews } from './views-schema.js';

export type PostgresViewsOptions = Readonly<{
  /** A URL (`postgres://user@host/database`), or what `pg` takes. */
  connect: string | PoolConfig;
  /** Where its tables lie: a schema of their own. `lienthong_views` unless said. */
  schema?: string;
  /** How long the server may take over one question, in milliseconds; 10,000 unless said. */
  patience?: number;
}>;

type OutcomeUnknown = Readonly<{ kind: 'OutcomeUnknown'; system: string }>;
type Answer<T> = Either<ViewFault | OutcomeUnknown, T>;
type Read<T> = Either<ViewFault, T>;

/** Greater than every key. */
const END = '\u007f';
const ALL = Number.MAX_SAFE_INTEGER;

const closed = E.left(unavailable(SYSTEM, 'closed', false));

const generationOf = ([id, version, live, checkpoint, events, error, parked]: Row): Generation => ({
  generation: Number(id),
  version: String(version),
  live: live === 'true',
  checkpoint: checkpoint ?? null,
  events: Number(events),
  parked: Number(parked),
  ...(error == null ? {} : { error: JSON.parse(error) as LastError }),
});

const viewsOn = (db: Database, schema: string): ViewStore => {
  const sql = viewStatementsOf(schema);
  let open = true;

  const read = async (statement: Statement, values: readonly Value[]): Promise<Read<readonly Row[]>> => {
    if (!open) return closed;
    return E.mapLeft(faultOf)(await db.ask(statement, values));
  };
  const write = async (statement: Statement, values: readonly Value[]): Promise<Answer<readonly Row[]>> => {
    if (!open) return closed;
    return E.mapLeft(writeFaultOf)(await db.ask(statement, values));
  };

  const generations = async (view: string): Promise<Read<readonly Generation[]>> => {
    const named = checkView(view);
    if (E.isLeft(named)) return named;
    return E.map((rows: readonly Row[]) => rows.map(generationOf))(await read(sql.generations, [view]));
  };

  const numbered = ({ view, generation }: At): readonly [string, number | null] => [
    view,
    generation === 'live' ? null : generation,
  ];
  const gone = ({ view, generation }: At): Either<NoSuchGeneration, never> =>
    E.left({ kind: 'NoSuchGeneration', view, generation });

  /** The rows of a question about one generation: none at all when there is no such, one of nulls when it has none. */
  const within = async (at: At, statement: Statement, values: readonly Value[]): Promise<Read<readonly Row[]>> => {
    const named = checkView(at.view);
    if (E.isLeft(named)) return named;
    const found = await read(statement, [...numbered(at), ...values]);
    return E.isRight(found) && found.right.length === 0 ? gone(at) : found;
  };

  const begin = async (view: string, version: string): Promise<Answer<number>> => {
    const named = checkView(view);
    if (E.isLeft(named)) return named;
    return E.map((rows: readonly Row[]) => Number(rows[0]?.[0]))(await write(sql.begin, [view, version]));
  };

  const commit = async (asked: ViewCommit): Promise<Answer<void>> => {
    const checked = checkCommit(asked);
    if (E.isLeft(checked)) return checked;
    const { view, generation, expected, checkpoint, events = 0, error, parked = [] } = asked;
    const put = checked.right.flatMap(({ key, text }) => (text === null ? [] : [{ key, text }]));
    const taken = checked.right.flatMap(({ key, text }) => (text === null ? [key] : []));
    const once = [...new Map(parked.map((event) => [event.position, event])).values()];
    const moved = await write(sql.commit, [
      view,
      generation,
      expected,
      checkpoint,
      events,
      error === undefined ? null : JSON.stringify(error),
      texts(put.map(({ key }) => key)),
      texts(put.map(({ text }) => text)),
      texts(taken),
      texts(once.map(({ position }) => position)),
      texts(once.map((event) => JSON.stringify(event))),
    ]);
    if (E.isLeft(moved)) return moved;
    if (moved.right.length > 0) return E.right(undefined);
    const standing = await generations(view);
    if (E.isLeft(standing)) return standing;
    const problem = judgeCommit(
      asked,
      standing.right.find((one) => one.generation === generation),
    );
    // It stood elsewhere when it was judged, though it is back by now.
    return E.left(problem ?? { kind: 'StaleCheckpoint', view, generation, expected, actual: expected });
  };

  const swap = async (view: string, generation: number): Promise<Answer<void>> => {
    const named = checkView(view);
    if (E.isLeft(named)) return named;
    const moved = await write(sql.swap, [view, generation]);
    if (E.isLeft(moved)) return moved;
    if (moved.right.length > 0) return E.right(undefined);
    const standing = await generations(view);
    if (E.isLeft(standing)) return standing;
    const live = standing.right.find((one) => one.live);
    const next = standing.right.find((one) => one.generation === generation);
    const actual = next?.checkpoint ?? null;
    return E.left(
      judgeSwap(view, generation, next, live) ?? {
        kind: 'StaleCheckpoint',
        view,
        generation,
        expected: actual,
        actual,
      },
    );
  };

  const drop = async (view: string, generation: number): Promise<Answer<void>> =>
    E.map(() => undefined)(await write(sql.drop, [view, generation]));

  const status = async (view: string): Promise<Read<ViewStatus>> =>
    E.map((all: readonly Generation[]) => ({ view, live: all.find(({ live }) => live), generations: all }))(
      await generations(view),
    );

  const get = async (at: At, keys: readonly string[]): Promise<Read<readonly (JsonValue | undefined)[]>> => {
    const checked = checkKeys(keys);
    if (E.isLeft(checked)) return checked;
    const found = await within(at, sql.get, [texts(keys)]);
    if (E.isLeft(found)) return found;
    const values = new Map(found.right.map(([, key, value]) => [key, value]));
    return E.right(
      keys.map((key) => {
        const text = values.get(key);
        return text == null ? undefined : (JSON.parse(text) as JsonValue);
      }),
    );
  };

  const rows = async (at: At, asked?: RowsAsked): Promise<Read<RowPage>> => {
    const plan = checkRows(asked);
    if (E.isLeft(plan)) return plan;
    const { prefix, after, limit } = plan.right;
    const most = Math.min(limit, ALL - 1) + 1;
    const found = await within(at, sql.rows, [prefix, after, endOfPrefix(prefix) ?? END, most]);
    if (E.isLeft(found)) return found;
    const all = found.right.flatMap(([, key, value]) => (key == null || value == null ? [] : [{ key, value }]));
    const page = all.slice(0, limit).map(({ key, value }) => ({ key, value: JSON.parse(value) as JsonValue }));
    return E.right({ generation: Number(found.right[0]?.[0]), rows: page, end: all.length <= limit });
  };

  const parked = async (at: At, { after = '', limit = ALL }: ParkedAsked = {}): Promise<Read<readonly Parked[]>> =>
    E.map((found: readonly Row[]) =>
      found.flatMap(([, , event]) => (event == null ? [] : [JSON.parse(event) as Parked])),
    )(await within(at, sql.parked, [after, limit]));

  const leaseOf = async (name: string): Promise<Read<Lease | undefined>> =>
    E.map(([row]: readonly Row[]) =>
      row === undefined ? undefined : { name, holder: String(row[0]), until: String(row[1]) as Lease['until'] },
    )(await read(sql.leaseOf, [name]));

  const lease = async (asked: Parameters<ViewStore['lease']>[0]): Promise<Answer<Lease>> => {
    const { name, holder, now, until } = asked;
    const taken = await write(sql.lease, [name, holder, until, now]);
    if (E.isLeft(taken)) return taken;
    const [row] = taken.right;
    if (row !== undefined) return E.right({ name, holder, until: String(row[0]) as Lease['until'] });
    const standing = await leaseOf(name);
    if (E.isLeft(standing)) return standing;
    // Given back meanwhile: whoever asks again at once may have it.
    return E.left({ kind: 'LeaseHeld', name, until: standing.right?.until ?? now });
  };

  const release = async (name: string, holder: string): Promise<Answer<void>> =>
    E.map(() => undefined)(await write(sql.release, [name, holder]));

  const task =
    <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) =>
    (...args: A) =>
    () =>
      work(...args);

  return {
    begin: task(begin),
    commit: task(commit),
    swap: task(swap),
    drop: task(drop),
    status: task(status),
    get: task(get),
    rows: task(rows),
    parked: task(parked),
    lease: task(lease),
    leaseOf: task(leaseOf),
    release: task(release),
    close: () => async () => {
      if (!open) return E.right(undefined);
      open = false;
      await db.close();
      return E.right(undefined);
    },
  };
};

/**
 * Opens, and makes where there is none, the views in a schema. Errors: `Unavailable` as `unreachable`, `login-refused`,
 * `read-only`, `newer-schema`, `corrupt`.
 * @example await postgresViews({ connect: 'postgres://office@db/lienthong' })()
 */
export const postgresViews =
  ({
    connect,
    schema = 'lienthong_views',
    patience = 10_000,
  }: PostgresViewsOptions): TE.TaskEither<ViewFault, ViewStore> =>
  async () => {
    const db = database({ connect, patience, greeting: '' });
    const prepared = await prepareViews(db, schema);
    if (E.isLeft(prepared)) {
      await db.close();
      return prepared;
    }
    return E.right(viewsOn(db, schema));
  };

/** What lets a role keep and read the views of a schema, and no more, to be run by its owner. */
export const viewsGrantsSql = (schema: string, role: string): string => {
  const [s, r] = [quoted(schema), quoted(role)];
  return [
    `GRANT USAGE ON SCHEMA ${s} TO ${r};`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${s} TO ${r};`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${s} TO ${r};`,
  ].join('\n');
};
