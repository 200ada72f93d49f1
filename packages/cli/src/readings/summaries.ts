/** Folds every case of a journal to its summary, as recorded until an instant. */
import type { Instant, Journal } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { groupOfStream } from '../cases/groups.js';
import { faulty, type Problem } from '../problem.js';
import type { CaseSummary } from './statistics.js';
import { streamsOf } from './streams.js';

export type Summaries = Readonly<{ cases: readonly CaseSummary[]; events: number }>;

export const summariesOf = async (journal: Journal, asOf?: Instant): Promise<Either<Problem, Summaries>> => {
  const found = await streamsOf(journal);
  if (E.isLeft(found)) return E.left(faulty(found.left));
  const cases: CaseSummary[] = [];
  let events = 0;
  for (const stream of found.right.streams) {
    const page = await journal.read(stream)();
    if (E.isLeft(page)) return E.left(faulty(page.left));
    const stored =
      asOf === undefined ? page.right.events : page.right.events.filter(({ recordedAt }) => recordedAt <= asOf);
    events += stored.length;
    const group = groupOfStream(stream);
    if (group === undefined) continue;
    const folded = group.fold(stored);
    if (E.isLeft(folded)) return folded;
    if (folded.right.summary !== undefined) cases.push(folded.right.summary);
  }
  return E.right({ cases, events });
};
