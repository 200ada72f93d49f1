/**
 * Where an outbox is kept: a view of core's own, one for each target, with its checkpoint, its rows and its lease. Rows that
 * two hands change at once are read again and joined, for a commit stands only at the checkpoint it was made for.
 */
import type { Fault, OutcomeUnknown } from '@lienthong/core';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import {
  failureOf,
  type Handed,
  type HandlingFailure,
  type Keeper,
  keeperOf,
  type LastError,
  type ViewFault,
  type ViewStore,
} from '@lienthong/core/subscriptions';
import { groupOf } from '../status/groups.js';
import { type CaseRow, caseKey, changesOf, hear, rowIn } from './case-row.js';

export type OutboxFault = Fault | ViewFault | OutcomeUnknown;
type Work<T> = TE.TaskEither<OutboxFault, T>;

export type PlaceEnv = Readonly<{
  views: ViewStore;
  /** The target's coded name; its outbox is the view `outbox-<target>`. */
  target: string;
  holder: string;
}>;

export type Place = Readonly<{
  view: string;
  keeper: Keeper;
  /** Hears of a page of events: nothing is sent, and the checkpoint moves with the rows. */
  take: (handed: Handed) => TE.TaskEither<HandlingFailure, void>;
  /** Changes rows where they stand; the checkpoint stays. Answers the rows as they are now. */
  change: (
    streams: readonly string[],
    move: (row: CaseRow, stream: string) => CaseRow,
    error?: Omit<LastError, 'position'>,
  ) => Work<ReadonlyMap<string, CaseRow>>;
  rows: (streams: readonly string[]) => Work<ReadonlyMap<string, CaseRow>>;
  /** Streams under a mark, in the order of their names. */
  marked: (mark: string, after: string, limit: number) => Work<readonly string[]>;
}>;

/** How often a commit is made anew when somebody else was first. */
const TRIES = 10;

export const viewOf = (target: string): string => `outbox-${target}`;

/** One after another: the two hands of this process never meet at the rows. */
const inTurn = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <L, T>(work: TE.TaskEither<L, T>): TE.TaskEither<L, T> =>
    () => {
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    };
};

export const placeOf = ({ views, target, holder }: PlaceEnv): Place => {
  const view = viewOf(target);
  const keeper = keeperOf({ views, name: view, holder });
  const turn = inTurn();

  /** Begun where it was not; the live generation and its checkpoint. */
  const live: Work<Readonly<{ generation: number; checkpoint: string | null }>> = pipe(
    keeper.load(),
    TE.flatMap(() => views.status(view)),
    TE.flatMapEither(
      ({ live: kept }): Either<OutboxFault, Readonly<{ generation: number; checkpoint: string | null }>> =>
        kept === undefined ? E.left({ kind: 'NoSuchGeneration', view, generation: 'live' }) : E.right(kept),
    ),
  );

  const rowsAt = (generation: number, streams: readonly string[]): Work<ReadonlyMap<string, CaseRow>> =>
    streams.length === 0
      ? TE.right(new Map())
      : pipe(
          views.get({ view, generation }, streams.map(caseKey)),
          TE.map((values) => new Map(streams.map((stream, index) => [stream, rowIn(values[index])]))),
        );

  const take: Place['take'] = ({ events, expected, to }) => {
    const heard = new Map<string, number>();
    for (const { stream, revision } of events) if (groupOf(stream) !== undefined) heard.set(stream, revision);
    return pipe(
      live,
      TE.flatMap(({ generation }) =>
        pipe(
          rowsAt(generation, [...heard.keys()]),
          TE.flatMap((rows) => {
            const changes = [...rows].flatMap(([stream, row]) => changesOf(stream, hear(row, heard.get(stream) ?? -1)));
            return views.commit({ view, generation, expected, checkpoint: to, events: events.length, changes });
          }),
        ),
      ),
      TE.mapLeft((fault) => ({
        ...failureOf(fault),
        // The checkpoint says whether it was done.
        ...(fault.kind === 'OutcomeUnknown' ? { stale: true as const } : {}),
      })),
    );
  };

  const changed = (
    streams: readonly string[],
    move: (row: CaseRow, stream: string) => CaseRow,
    error: Omit<LastError, 'position'> | undefined,
    tries: number,
  ): Work<ReadonlyMap<string, CaseRow>> =>
    pipe(
      live,
      TE.flatMap(({ generation, checkpoint }) =>
        pipe(
          rowsAt(generation, streams),
          TE.map((rows) => new Map([...rows].map(([stream, row]) => [stream, move(row, stream)]))),
          TE.tap((rows) =>
            views.commit({
              view,
              generation,
              expected: checkpoint,
              checkpoint,
              changes: [...rows].flatMap(([stream, row]) => changesOf(stream, row)),
              ...(error === undefined ? {} : { error: { ...error, position: checkpoint ?? '' } }),
            }),
          ),
        ),
      ),
      TE.orElse((fault) =>
        fault.kind === 'StaleCheckpoint' && tries > 1 ? changed(streams, move, error, tries - 1) : TE.left(fault),
      ),
    );

  return {
    view,
    keeper: { ...keeper, save: () => TE.right(undefined) },
    take: (handed) => turn(take(handed)),
    change: (streams, move, error) => turn(changed(streams, move, error, TRIES)),
    rows: (streams) =>
      pipe(
        live,
        TE.flatMap(({ generation }) => rowsAt(generation, streams)),
      ),
    marked: (mark, after, limit) =>
      pipe(
        live,
        TE.flatMap(({ generation }) =>
          views.rows({ view, generation }, { prefix: mark, after: after === '' ? '' : `${mark}${after}`, limit }),
        ),
        TE.map(({ rows }) => rows.map(({ key }) => key.slice(mark.length))),
      ),
  };
};
