/** The rules of reading, shared by every store that numbers its events as they come: what may be asked. Pure. */
import { E, type Either } from '../fp.js';
import type { StoredEvent } from './envelope.js';
import type { BadInput } from './fault.js';
import type { FeedOptions, ReadOptions } from './journal.js';

/** How many events a page of the feed holds at most when its reader names no limit; so memory stays bounded. */
export const FEED_PAGE = 1000;

const POSITION_DIGITS = 16;

export type ReadPlan = Readonly<{ from: number | undefined; backward: boolean; limit: number }>;
export type FeedPlan = Readonly<{
  after: number;
  limit: number;
  types: readonly string[] | undefined;
  streamPrefix: string;
}>;

const bad = (at: string, expected: string): Either<BadInput, never> => E.left({ kind: 'BadInput', at, expected });
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** Writes a count as a position: text that sorts as the count does. 0 stands before the first event. */
export const positionOf = (count: number): string => String(count).padStart(POSITION_DIGITS, '0');

/** Refuses a bad question before anything is read. Without a limit the whole stream is meant. */
export const checkRead = (stream: string, options: ReadOptions = {}): Either<BadInput, ReadPlan> => {
  const { from, direction = 'forward', limit = Number.MAX_SAFE_INTEGER } = options;
  if (typeof stream !== 'string' || !stream.isWellFormed()) return bad('stream', 'a name');
  if (from !== undefined && !isCount(from)) return bad('from', 'a revision from 0');
  if (!isCount(limit)) return bad('limit', 'a whole number from 0');
  if (direction !== 'forward' && direction !== 'backward') return bad('direction', 'forward or backward');
  return E.right({ from, backward: direction === 'backward', limit });
};

/** Refuses a bad question of the feed before anything is read. `after` must be a position that a journal gave. */
export const checkFeed = (options: FeedOptions = {}): Either<BadInput, FeedPlan> => {
  const { after = positionOf(0), limit = FEED_PAGE, types, streamPrefix = '' } = options;
  if (!/^\d{16}$/.test(after) || !isCount(Number(after))) return bad('after', 'a position that this journal gave');
  if (!isCount(limit)) return bad('limit', 'a whole number from 0');
  if (!streamPrefix.isWellFormed()) return bad('streamPrefix', 'the beginning of a name');
  return E.right({ after: Number(after), limit, types, streamPrefix });
};

/** Every event of some rows, or `undefined` when one of them is not whole: part of a history is never shown for all of it. */
export const allWhole = <R>(
  rows: readonly R[],
  eventOf: (row: R) => StoredEvent | undefined,
): readonly StoredEvent[] | undefined => {
  const events: StoredEvent[] = [];
  for (const row of rows) {
    const event = eventOf(row);
    if (event === undefined) return undefined;
    events.push(event);
  }
  return events;
};
