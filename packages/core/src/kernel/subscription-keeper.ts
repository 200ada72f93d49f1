/**
 * Where a consumer of the feed keeps its place: a view without rows. It has the checkpoint, the parked events, the last error
 * and the lease of any view, and is looked at in the same way.
 */
import { pipe, TE } from '../fp.js';
import type { OutcomeUnknown } from './fault.js';
import type { Keeper } from './subscription-driver.js';
import type { Generation, ViewFault, ViewStore } from './view-store.js';

export type Consumer = Readonly<{
  views: ViewStore;
  /** Lower-case letters, digits and hyphens. */
  name: string;
  /** This very instance, among those that might run: a coded name. */
  holder: string;
}>;

type Reading<T> = TE.TaskEither<ViewFault | OutcomeUnknown, T>;

const NO_VERSION = 'consumer';

/** The live generation of a view, begun where there is none; one that was begun and never made live is taken up. */
export const liveOf = (views: ViewStore, view: string, version: string): Reading<Generation> =>
  pipe(
    views.status(view),
    TE.flatMap(({ live, generations }): Reading<Generation> => {
      if (live !== undefined) return TE.right(live);
      const begun = generations.find((kept) => kept.version === version);
      return pipe(
        begun === undefined ? views.begin(view, version) : TE.right(begun.generation),
        TE.flatMap((generation) => views.swap(view, generation)),
        TE.flatMap(() => liveOf(views, view, version)),
      );
    }),
  );

/** A lease by name, taken by one holder. */
export const leaseBy = (views: ViewStore, name: string, holder: string): Pick<Keeper, 'lease' | 'release'> => ({
  lease: (now, until) => views.lease({ name, holder, now, until }),
  release: () => views.release(name, holder),
});

export const keeperOf = ({ views, name, holder }: Consumer): Keeper => ({
  ...leaseBy(views, name, holder),
  load: () =>
    pipe(
      liveOf(views, name, NO_VERSION),
      TE.map(({ checkpoint }) => checkpoint),
    ),
  save: (expected, { to, events, parked, error }) =>
    pipe(
      liveOf(views, name, NO_VERSION),
      TE.flatMap(({ generation }) =>
        views.commit({
          view: name,
          generation,
          expected,
          checkpoint: to,
          events,
          parked,
          ...(error === null ? {} : { error }),
        }),
      ),
    ),
});

/** Sends a consumer back, or on, to a position, on purpose; its next start goes on from there. */
export const rewind = ({ views, name }: Pick<Consumer, 'views' | 'name'>, to: string | null): Reading<void> =>
  pipe(
    liveOf(views, name, NO_VERSION),
    TE.flatMap(({ generation, checkpoint }) =>
      views.commit({ view: name, generation, expected: checkpoint, checkpoint: to, rewind: true }),
    ),
  );
