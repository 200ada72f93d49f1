/** Folds every case of a journal to its summary, as recorded until an instant. */
import { type Fault, foldStored, type Instant, type Journal } from '@lienthong/core';
import type { BirthCaseKind } from '@lienthong/core/birth-case';
import { E, type Either } from '@lienthong/core/fp';
import { type CaseSummary, summarise } from './statistics.js';
import { streamsOf } from './streams.js';

export type Summaries = Readonly<{ cases: readonly CaseSummary[]; events: number }>;

export const summariesOf = async (
  journal: Journal,
  kind: BirthCaseKind,
  asOf?: Instant,
): Promise<Either<Fault, Summaries>> => {
  const found = await streamsOf(journal);
  if (E.isLeft(found)) return found;
  const cases: CaseSummary[] = [];
  let events = 0;
  for (const stream of found.right.streams) {
    const page = await journal.read(stream)();
    if (E.isLeft(page)) return page;
    const stored =
      asOf === undefined ? page.right.events : page.right.events.filter(({ recordedAt }) => recordedAt <= asOf);
    events += stored.length;
    if (!stream.startsWith(`${kind.name}-`)) continue;
    const folded = foldStored(kind, stored);
    if (E.isLeft(folded)) return folded;
    const summary = summarise(folded.right.state, folded.right.eventAt.values(), stored);
    if (summary !== undefined) cases.push(summary);
  }
  return E.right({ cases, events });
};
