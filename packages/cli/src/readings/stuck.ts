/** Everything that is stuck in a store at a moment, case by case. */
import type { Instant, Journal } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { LawBook } from '@lienthong/core/law';
import { casesView, lookAt, type StuckThing, stuckIn } from '@lienthong/core/views';
import { groupOfStream } from '../cases/groups.js';
import { authority } from '../cases/places.js';
import { faulty, type Problem } from '../problem.js';
import { streamsOf } from './streams.js';

export type { StuckThing } from '@lienthong/core/views';

const older = (one: StuckThing, other: StuckThing): number =>
  `${one.since} ${one.stream} ${one.about}` < `${other.since} ${other.stream} ${other.about}` ? -1 : 1;

/** The oldest first. `until` cuts what was recorded later, and is the moment things are stuck at. */
export const stuckAt = async (
  journal: Journal,
  law: LawBook,
  at: Instant,
  until?: Instant,
): Promise<Either<Problem, readonly StuckThing[]>> => {
  const found = await streamsOf(journal);
  if (E.isLeft(found)) return E.left(faulty(found.left));
  const view = casesView({ law, authority });
  const stuck: StuckThing[] = [];
  for (const stream of found.right.streams) {
    if (groupOfStream(stream) === undefined) continue;
    const page = await journal.read(stream)();
    if (E.isLeft(page)) return E.left(faulty(page.left));
    const { events } = page.right;
    const looked = lookAt(view, until === undefined ? events : events.filter(({ recordedAt }) => recordedAt <= until));
    if (E.isLeft(looked))
      return E.left(faulty({ kind: 'Unreadable', stream, revision: 0, at: '', expected: looked.left }));
    stuck.push(...stuckIn(law, looked.right, at));
  }
  return E.right(stuck.sort(older));
};
