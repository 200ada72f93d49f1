/** How a view stands (tình trạng khung nhìn): how far behind it is and why, what last went wrong, what was put aside. */
import { pipe, TE } from '../fp.js';
import type { Instant } from '../values/plain-date.js';
import type { Fault, OutcomeUnknown } from './fault.js';
import type { FeedOptions, Held, Journal } from './journal.js';
import type { Projection } from './project.js';
import type { Generation, LastError, Lease, ViewFault, ViewStore } from './view-store.js';

/** Events that were not taken in yet. `more`: there are others beyond those counted. */
export type Lag = Readonly<{
  events: number;
  more: boolean;
  /** When the oldest of them was recorded. */
  since?: Instant;
  /** An unfinished writer keeps the feed from showing what may stand behind it. */
  held?: Held;
}>;

export type ViewStanding = Readonly<{
  view: string;
  generation: number;
  version: string;
  /** Whether the rows are those that this release would make. */
  current: boolean;
  checkpoint: string | null;
  lag: Lag;
  /** `passed`: what went wrong lies behind the checkpoint. */
  error?: LastError & Readonly<{ passed: boolean }>;
  parked: number;
  lease?: Lease;
  rebuilding?: Readonly<{ generation: number; version: string; checkpoint: string | null; events: number }>;
}>;

export type StandingAsked = Readonly<{
  journal: Journal;
  views: ViewStore;
  projection: Pick<Projection, 'name' | 'version' | 'types' | 'streamPrefix'>;
  /** Events counted at most; 1,000 unless said. */
  countAtMost?: number;
}>;

/** How far a checkpoint is behind the feed. */
export const lagOf = (
  journal: Journal,
  checkpoint: string | null,
  filter: Pick<FeedOptions, 'types' | 'streamPrefix'> = {},
  countAtMost = 1000,
): TE.TaskEither<Fault, Lag> =>
  pipe(
    journal.feed({ ...filter, limit: countAtMost, ...(checkpoint === null ? {} : { after: checkpoint }) }),
    TE.map(({ events, end, held }) => ({
      events: events.length,
      more: !end,
      ...(events[0] === undefined ? {} : { since: events[0].recordedAt }),
      ...(held === undefined ? {} : { held }),
    })),
  );

const standing = (
  { name, version }: StandingAsked['projection'],
  live: Generation,
  generations: readonly Generation[],
  lag: Lag,
  lease: Lease | undefined,
): ViewStanding => {
  const { checkpoint, error } = live;
  const beside = generations.find((each) => !each.live);
  return {
    view: name,
    generation: live.generation,
    version: live.version,
    current: live.version === version,
    checkpoint,
    lag,
    parked: live.parked,
    ...(error === undefined ? {} : { error: { ...error, passed: (checkpoint ?? '') >= error.position } }),
    ...(lease === undefined ? {} : { lease }),
    ...(beside === undefined
      ? {}
      : {
          rebuilding: {
            generation: beside.generation,
            version: beside.version,
            checkpoint: beside.checkpoint,
            events: beside.events,
          },
        }),
  };
};

type Asked<T> = TE.TaskEither<Fault | ViewFault | OutcomeUnknown, T>;

/** How the live generation stands; `undefined` for a view that was never begun. */
export const statusOf = ({
  journal,
  views,
  projection,
  countAtMost,
}: StandingAsked): Asked<ViewStanding | undefined> => {
  const { name, types, streamPrefix } = projection;
  const filter = {
    ...(types === undefined ? {} : { types }),
    ...(streamPrefix === undefined ? {} : { streamPrefix }),
  };
  const widened = <T>(work: TE.TaskEither<Fault | ViewFault, T>): Asked<T> =>
    TE.mapLeft((fault: Fault | ViewFault): Fault | ViewFault | OutcomeUnknown => fault)(work);
  return pipe(
    widened(views.status(name)),
    TE.flatMap(({ live, generations }): Asked<ViewStanding | undefined> => {
      if (live === undefined) return TE.right(undefined);
      return pipe(
        widened(lagOf(journal, live.checkpoint, filter, countAtMost)),
        TE.flatMap((lag) =>
          pipe(
            widened(views.leaseOf(name)),
            TE.map((lease) => standing(projection, live, generations, lag, lease)),
          ),
        ),
      );
    }),
  );
};
