/** Reads a journal stream by stream, so that one case at a time is in memory. Pure over the journal port; writes nothing. */
import type { Fault, Journal, StoredEvent } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { pagesOf } from '../archive/write-archive.js';

/** The names of the streams, in the order in which they began, and how many events there are in all. */
export const streamsOf = async (
  journal: Journal,
): Promise<Either<Fault, Readonly<{ streams: readonly string[]; events: number }>>> => {
  const streams: string[] = [];
  let events = 0;
  for await (const page of pagesOf(journal)) {
    if (E.isLeft(page)) return page;
    events += page.right.length;
    for (const { stream, revision } of page.right) if (revision === 0) streams.push(stream);
  }
  return E.right({ streams, events });
};

/** The events that one command caused, its record first. */
export type Commit = readonly [StoredEvent, ...StoredEvent[]];

export const commitsOf = (stored: readonly StoredEvent[]): readonly Commit[] => {
  const commits: [StoredEvent, ...StoredEvent[]][] = [];
  for (const event of stored) {
    const last = commits.at(-1);
    if (last?.[0].causation === event.causation) last.push(event);
    else commits.push([event]);
  }
  return commits;
};
