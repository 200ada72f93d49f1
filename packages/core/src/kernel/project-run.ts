/**
 * Runs a projection over the journal (chạy phép chiếu): page by page, each page's rows and the checkpoint in one commit, so
 * that each event counts exactly once whatever breaks. A rebuild makes another generation beside the live one and swaps.
 */
import { E, pipe, TE } from '../fp.js';
import type { OutcomeUnknown } from './fault.js';
import type { Clock, Journal } from './journal.js';
import { type KeptRow, keysOf, type Projection, projectPage, readKept, stateKey } from './project.js';
import type { Ending, HandlingFailure, Signal, SubscriptionRules } from './subscription.js';
import { follow, type Handed, type Keeper, type Subscription, type Timers } from './subscription-driver.js';
import { leaseBy, liveOf } from './subscription-keeper.js';
import { failureOf } from './subscription-reasons.js';
import type { Generation, ViewFault, ViewStore } from './view-store.js';

export type ViewEnv = Readonly<{
  journal: Journal;
  views: ViewStore;
  projection: Projection;
  clock: Clock;
  timers: Timers;
  /** This very instance, among those that might run: a coded name. */
  holder: string;
  /** Events a commit takes in at most; 500 unless said, 2,000 in a rebuild. */
  page?: number;
  /** Milliseconds between two looks at an idle feed; 1,000 unless said. */
  poll?: number;
  /** Milliseconds after which another instance may take over; `null` where there is no other; 30,000 unless said. */
  lease?: number | null;
  /** Milliseconds before a port that did not serve is asked again, and again. */
  patience?: readonly number[];
  onSignal?: (signal: Signal) => void;
}>;

type Reading<T> = TE.TaskEither<ViewFault | OutcomeUnknown, T>;

const rulesOf = (env: ViewEnv, once: boolean): SubscriptionRules => ({
  begin: 'start',
  page: env.page ?? 500,
  hand: { by: 'page' },
  retries: [],
  onFailure: 'stop',
  patience: env.patience ?? [100, 500, 2_000, 10_000, 60_000],
  poll: env.poll ?? 1_000,
  lease: env.lease === undefined ? 30_000 : env.lease,
  once,
});

/** Takes a page in: reads the rows it touches, and keeps what became of them together with the checkpoint. */
const takeIn =
  ({ views, projection, clock }: ViewEnv, generationNow: () => number) =>
  ({ events, expected, to }: Handed): TE.TaskEither<HandlingFailure, void> => {
    const generation = generationNow();
    const view = projection.name;
    const keys = keysOf(projection, events);
    const read: Reading<readonly KeptRow[]> =
      keys.length === 0
        ? TE.right([])
        : pipe(
            views.get({ view, generation }, keys.map(stateKey)),
            TE.map((values) => values.map(readKept)),
          );
    return pipe(
      read,
      TE.flatMap((rows) => {
        const kept = new Map(keys.map((key, index) => [key, rows[index] as KeptRow]));
        const projected = projectPage(projection, events, kept, clock.now());
        const commit = { view, generation, expected, checkpoint: to, events: events.length, ...projected };
        return views.commit(commit);
      }),
      // A commit whose outcome is unknown is looked at anew: the checkpoint says whether it was done.
      TE.mapLeft((fault) => ({
        ...failureOf(fault),
        ...(fault.kind === 'OutcomeUnknown' ? { stale: true as const } : {}),
      })),
    );
  };

const keep = (
  { views, holder }: ViewEnv,
  lease: string,
  load: Reading<Generation>,
  found: (generation: number) => void,
): Keeper => ({
  ...leaseBy(views, lease, holder),
  load: () =>
    pipe(
      load,
      TE.map(({ generation, checkpoint }) => {
        found(generation);
        return checkpoint;
      }),
    ),
  // The pages keep their own checkpoint.
  save: () => TE.right(undefined),
});

const run = (env: ViewEnv, lease: string, load: Reading<Generation>, once: boolean): Subscription => {
  const { journal, projection, clock, timers, onSignal } = env;
  const { types, streamPrefix } = projection;
  let generation = 0;
  return follow({
    journal,
    keeper: keep(env, lease, load, (found) => {
      generation = found;
    }),
    handle: takeIn(env, () => generation),
    rules: rulesOf(env, once),
    clock,
    timers,
    ...(types === undefined ? {} : { types }),
    ...(streamPrefix === undefined ? {} : { streamPrefix }),
    ...(onSignal === undefined ? {} : { onSignal }),
  });
};

const ofThisVersion = ({ name, version }: Projection, kept: Generation): Reading<Generation> =>
  kept.version === version
    ? TE.right(kept)
    : TE.left({ kind: 'OtherVersion', view: name, kept: kept.version, expected: version });

/**
 * Keeps the live generation up to date until it is stopped; begins one where there is none. A live generation of another
 * version goes on serving as it stands, and the run ends as failed with `OtherVersion`: it is time for a rebuild.
 */
export const runView = (env: ViewEnv, { once = false }: Readonly<{ once?: boolean }> = {}): Subscription => {
  const { views, projection } = env;
  const live = pipe(
    liveOf(views, projection.name, projection.version),
    TE.flatMap((kept) => ofThisVersion(projection, kept)),
  );
  return run(env, projection.name, live, once);
};

/** The larger the page, the fewer times a row is written that changes again. */
const REBUILD_PAGE = 2_000;

/** The generation to build: one of this version that was begun and not finished, or a fresh one. Others' leavings go. */
const beside = ({ views, projection }: ViewEnv): Reading<Generation> => {
  const { name, version } = projection;
  return pipe(
    views.status(name),
    TE.mapLeft((fault): ViewFault | OutcomeUnknown => fault),
    TE.flatMap(({ generations }): Reading<Generation> => {
      const unfinished = generations.filter(({ live }) => !live);
      const own = unfinished.find((kept) => kept.version === version);
      const [other] = unfinished.filter((kept) => kept !== own);
      if (other !== undefined) {
        return pipe(
          views.drop(name, other.generation),
          TE.flatMap(() => beside({ views, projection } as ViewEnv)),
        );
      }
      if (own !== undefined) return TE.right(own);
      return pipe(
        views.begin(name, version),
        TE.map((generation) => ({ generation, version, live: false, checkpoint: null, events: 0, parked: 0 })),
      );
    }),
  );
};

/** What a rebuild came to: `swapped`, or why it ended before. */
export type Rebuilt = Ending & Readonly<{ generation: number; swapped: boolean }>;
export type Rebuilding = Readonly<{ done: Promise<Rebuilt>; stop: () => void }>;

/**
 * Builds the view anew beside the live generation, which goes on serving and being kept up; swaps once it has read as far.
 * A rebuild that was stopped or killed goes on where it was, if the version is still the same.
 */
export const rebuildView = (env: ViewEnv): Rebuilding => {
  const { views, projection } = env;
  let [generation, asked] = [0, false];
  let running: Subscription | undefined;
  const load = pipe(
    beside(env),
    TE.tap((found) => {
      generation = found.generation;
      return TE.right(undefined);
    }),
  );

  const build = async (): Promise<Rebuilt> => {
    for (;;) {
      running = run({ ...env, page: env.page ?? REBUILD_PAGE }, `${projection.name}#rebuild`, load, true);
      if (asked) void running.stop();
      const ending = await running.ended;
      if (ending.why !== 'caught-up') return { ...ending, generation, swapped: false };
      const swapped = await views.swap(projection.name, generation)();
      if (E.isRight(swapped)) return { ...ending, generation, swapped: true };
      // The live generation has read further meanwhile.
      if (swapped.left.kind !== 'StaleCheckpoint') {
        return { why: 'failed', reason: failureOf(swapped.left).reason, generation, swapped: false };
      }
    }
  };
  return {
    done: build(),
    stop: () => {
      asked = true;
      void running?.stop();
    },
  };
};
