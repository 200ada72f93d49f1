/**
 * Views in one SQLite file (kho khung nhìn trên SQLite): what a page of events did and the checkpoint in one transaction.
 * Several processes may open it; each write takes the file's one lock for as long as it takes.
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
  judgeLease,
  judgeSwap,
  type LastError,
  type Lease,
  type LeaseAsked,
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
import type { Connection, Row, SqliteDriver } from '../driver.js';
import { commitFaultOf, faultOf, SYSTEM } from '../result-code.js';
import { openViewsFile } from './open-views.js';
import { viewStatementsOf } from './view-statements.js';

export type SqliteViewsOptions = Readonly<{
  driver: SqliteDriver;
  /** A file of its own, such as the journal's with `.views` added. */
  path: string;
  /** How long another process's writing is waited for, in milliseconds; 5,000 unless said. */
  patience?: number;
}>;

type OutcomeUnknown = Readonly<{ kind: 'OutcomeUnknown'; system: string }>;
type Answer<T> = Either<ViewFault | OutcomeUnknown, T>;

const RETRY_MS = 2;
const ALL = Number.MAX_SAFE_INTEGER;
/** Greater than every key. */
const END = '\u007f';

const isBusy = (answer: Answer<unknown>): boolean =>
  E.isLeft(answer) && answer.left.kind === 'Unavailable' && answer.left.code === 'busy';

/** Tries again while another process holds the file, without stopping this one. */
const patiently = async <T extends Answer<unknown>>(work: () => T, patience: number): Promise<T> => {
  const until = performance.now() + patience;
  for (;;) {
    const answer = work();
    if (!isBusy(answer) || performance.now() >= until) return answer;
    await new Promise((wake) => setTimeout(wake, RETRY_MS));
  }
};

const generationOf = ([id, version, live, checkpoint, events, error, parked]: Row): Generation => ({
  generation: Number(id),
  version: String(version),
  live: live === 1,
  checkpoint: checkpoint === null ? null : String(checkpoint),
  events: Number(events),
  parked: Number(parked),
  ...(error === null ? {} : { error: JSON.parse(String(error)) as LastError }),
});

const viewsOn = (connection: Connection, { driver, patience = 5_000 }: SqliteViewsOptions): ViewStore => {
  const sql = viewStatementsOf(connection);
  let open = true;

  const asking =
    <T, A extends Answer<T>>(work: () => A): (() => Promise<A>) =>
    () =>
      patiently((): A => {
        if (!open) return E.left(unavailable(SYSTEM, 'closed', false)) as A;
        try {
          return work();
        } catch (error) {
          return E.left(faultOf(driver.codeOf(error))) as A;
        }
      }, patience);

  const undo = (): void => {
    try {
      sql.rollback.run();
    } catch {
      // SQLite has rolled back by itself; there is nothing left to undo.
    }
  };

  /** One transaction: what is refused or breaks leaves nothing behind. */
  const writing = <T>(work: () => Answer<T>): TE.TaskEither<ViewFault | OutcomeUnknown, T> =>
    asking<T, Answer<T>>(() => {
      sql.immediate.run();
      let answer: Answer<T>;
      try {
        answer = work();
      } catch (error) {
        undo();
        throw error;
      }
      if (E.isLeft(answer)) {
        undo();
        return answer;
      }
      try {
        sql.commit.run();
      } catch (error) {
        undo();
        const fault = commitFaultOf(driver.codeOf(error));
        return E.left(fault.kind === 'OutcomeUnknown' ? fault : faultOf(driver.codeOf(error)));
      }
      return answer;
    });

  const one = (view: string, generation: number): Generation | undefined =>
    sql.generation.all(view, generation).map(generationOf)[0];

  const numberOf = ({ view, generation }: At): Either<ViewFault, number> => {
    const named = checkView(view);
    if (E.isLeft(named)) return named;
    const found =
      generation === 'live'
        ? sql.generations
            .all(view)
            .map(generationOf)
            .find(({ live }) => live)
        : one(view, generation);
    return found === undefined
      ? E.left<NoSuchGeneration>({ kind: 'NoSuchGeneration', view, generation })
      : E.right(found.generation);
  };

  const begin = (view: string, version: string): Answer<number> => {
    const named = checkView(view);
    return E.isLeft(named) ? named : E.right(sql.begin.run(view, version));
  };

  const commit = (asked: ViewCommit): Answer<void> => {
    const changes = checkCommit(asked);
    if (E.isLeft(changes)) return changes;
    const { view, generation, checkpoint, parked = [], error, events = 0 } = asked;
    const problem = judgeCommit(asked, one(view, generation));
    if (problem !== undefined) return E.left(problem);
    for (const { key, text } of changes.right) {
      if (text === null) sql.take.run(generation, key);
      else sql.put.run(generation, key, text);
    }
    for (const event of parked) sql.park.run(generation, event.position, JSON.stringify(event));
    if (error !== undefined) sql.fail.run(JSON.stringify(error), generation);
    sql.move.run(checkpoint, events, generation);
    return E.right(undefined);
  };

  const drop = (view: string, generation: number): void => {
    if (one(view, generation) === undefined) return;
    sql.dropRows.run(generation);
    sql.dropParked.run(generation);
    sql.dropGeneration.run(view, generation);
  };

  const swap = (view: string, generation: number): Answer<void> => {
    const live = sql.generations
      .all(view)
      .map(generationOf)
      .find((each) => each.live);
    const problem = judgeSwap(view, generation, one(view, generation), live);
    if (problem !== undefined) return E.left(problem);
    sql.retire.run(view);
    sql.enlive.run(view, generation);
    if (live !== undefined && live.generation !== generation) drop(view, live.generation);
    return E.right(undefined);
  };

  const status = (view: string): Either<ViewFault, ViewStatus> => {
    const named = checkView(view);
    if (E.isLeft(named)) return named;
    const generations = sql.generations.all(view).map(generationOf);
    return E.right({ view, live: generations.find(({ live }) => live), generations });
  };

  const get = (at: At, keys: readonly string[]): Either<ViewFault, readonly (JsonValue | undefined)[]> => {
    const checked = checkKeys(keys);
    if (E.isLeft(checked)) return checked;
    const generation = numberOf(at);
    if (E.isLeft(generation)) return generation;
    const texts = keys.map((key) => sql.get.all(generation.right, key)[0]?.[0]);
    return E.right(texts.map((text) => (text === undefined ? undefined : (JSON.parse(String(text)) as JsonValue))));
  };

  const rows = (at: At, asked?: RowsAsked): Either<ViewFault, RowPage> => {
    const plan = checkRows(asked);
    if (E.isLeft(plan)) return plan;
    const number = numberOf(at);
    if (E.isLeft(number)) return number;
    const { prefix, after, limit } = plan.right;
    const most = Math.min(limit, ALL - 1) + 1;
    const found = sql.rows.all(number.right, prefix, after, endOfPrefix(prefix) ?? END, most);
    const page = found.slice(0, limit).map(([key, value]) => ({
      key: String(key),
      value: JSON.parse(String(value)) as JsonValue,
    }));
    return E.right({ generation: number.right, rows: page, end: found.length <= limit });
  };

  const parked = (at: At, { after = '', limit = ALL }: ParkedAsked = {}): Either<ViewFault, readonly Parked[]> => {
    const generation = numberOf(at);
    if (E.isLeft(generation)) return generation;
    return E.right(
      sql.parked.all(generation.right, after, limit).map(([event]) => JSON.parse(String(event)) as Parked),
    );
  };

  const leaseOf = (name: string): Lease | undefined => {
    const [row] = sql.lease.all(name);
    return row === undefined ? undefined : { name, holder: String(row[0]), until: String(row[1]) as Lease['until'] };
  };

  const lease = (asked: LeaseAsked): Answer<Lease> => {
    const judged = judgeLease(leaseOf(asked.name), asked);
    if (E.isRight(judged)) sql.takeLease.run(asked.name, asked.holder, judged.right.until);
    return judged;
  };

  return {
    begin: (view, version) => writing(() => begin(view, version)),
    commit: (asked) => writing(() => commit(asked)),
    swap: (view, generation) => writing(() => swap(view, generation)),
    drop: (view, generation) => writing(() => E.right(drop(view, generation))),
    status: (view) => asking(() => status(view)),
    get: (at, keys) => asking(() => get(at, keys)),
    rows: (at, asked) => asking(() => rows(at, asked)),
    parked: (at, asked) => asking(() => parked(at, asked)),
    lease: (asked) => writing(() => lease(asked)),
    leaseOf: (name) => asking(() => E.right(leaseOf(name))),
    release: (name, holder) => writing(() => E.right(void sql.release.run(name, holder))),
    close: () => async () => {
      if (!open) return E.right(undefined);
      open = false;
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
 * Opens, and makes where there is none, the views in a file. Errors: `Unavailable` as `unreachable`, `read-only`, `full`,
 * `corrupt` (foreign, damaged: throw it away and rebuild), `newer-schema` or `busy`.
 * @example await sqliteViews({ driver: libsql(Database), path: 'cases.db.views' })()
 */
export const sqliteViews =
  (options: SqliteViewsOptions): TE.TaskEither<ViewFault, ViewStore> =>
  async () => {
    const { driver, path, patience = 5_000 } = options;
    const opened = await patiently(() => openViewsFile(driver, path), patience);
    if (E.isLeft(opened)) return opened;
    try {
      return E.right(viewsOn(opened.right, options));
    } catch (error) {
      opened.right.close();
      return E.left(faultOf(driver.codeOf(error)));
    }
  };
