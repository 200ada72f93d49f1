/** Remembers which notices went out (đã gửi), so that nobody is told the same thing twice: in core's own store of views. */
import type { OutcomeUnknown } from '@lienthong/core';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { keeperOf, type ViewFault, type ViewStore } from '@lienthong/core/subscriptions';

type Work<T> = TE.TaskEither<ViewFault | OutcomeUnknown, T>;

export type Once = Readonly<{
  has: (id: string) => Work<boolean>;
  remember: (id: string) => Work<void>;
  /** For what certainly did not go out. */
  forget: (id: string) => Work<void>;
}>;

export const onceIn = (views: ViewStore, target: string): Once => {
  const view = `notified-${target}`;
  const keeper = keeperOf({ views, name: view, holder: target });
  const generation: Work<number> = pipe(
    keeper.load(),
    TE.flatMap(() => views.status(view)),
    TE.flatMapEither(
      ({ live }): Either<ViewFault | OutcomeUnknown, number> =>
        live === undefined ? E.left({ kind: 'NoSuchGeneration', view, generation: 'live' }) : E.right(live.generation),
    ),
  );
  const put = (id: string, value: Record<never, never> | null): Work<void> =>
    pipe(
      generation,
      TE.flatMap((at) =>
        views.commit({ view, generation: at, expected: null, checkpoint: null, changes: [{ key: id, value }] }),
      ),
    );
  return {
    has: (id) =>
      pipe(
        generation,
        TE.flatMap((at) => views.get({ view, generation: at }, [id])),
        TE.map(([value]) => value !== undefined),
      ),
    remember: (id) => put(id, {}),
    forget: (id) => put(id, null),
  };
};
