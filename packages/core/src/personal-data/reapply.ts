/**
 * `reapply` (thi hành lại việc xóa): goes through the erasures on record and destroys each key that stands. To be run when a
 * program starts: it finishes an erasure that a crash cut short, and undoes nobody's wish when keys came back from a backup.
 */
import type { KeyStore } from '../evidence/index.js';
import { E, type Either, type TE } from '../fp.js';
import type { Fault, FeedPage, Journal } from '../kernel/index.js';
import { destroyAll, PERSON_ERASED, tombstoneOf } from './forget.js';

/** `erasures` on record; `reapplied` of them had a key, or no tombstone, until now. */
export type Reapplied = Readonly<{ erasures: number; reapplied: number }>;

export const reapply =
  ({ journal, keys }: Readonly<{ journal: Journal; keys: KeyStore }>): TE.TaskEither<Fault, Reapplied> =>
  async () => {
    const known = await keys.tombstones()();
    if (E.isLeft(known)) return known;
    const buried = new Set(known.right.map(({ caseId, subject }) => JSON.stringify([caseId, subject])));
    let [erasures, reapplied] = [0, 0];
    let after: string | undefined;
    for (;;) {
      const page: Either<Fault, FeedPage> = await journal.feed({
        types: [PERSON_ERASED],
        ...(after === undefined ? {} : { after }),
      })();
      if (E.isLeft(page)) return page;
      const standing = page.right.events.filter((event) => {
        const tombstone = tombstoneOf(event);
        return (
          tombstone !== undefined &&
          event.stream.startsWith('erasure-') &&
          !buried.has(JSON.stringify([tombstone.caseId, tombstone.subject]))
        );
      });
      const done = await destroyAll(keys, standing)();
      if (E.isLeft(done)) return done;
      erasures += page.right.events.length;
      reapplied += done.right;
      if (page.right.end) return E.right({ erasures, reapplied });
      after = page.right.next;
    }
  };
