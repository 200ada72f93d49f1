/**
 * The feed: the server's log from one place on, page by page, without what the server wrote for itself, what was written
 * outside our prefix, and what the reader did not ask for. Deleted events stay in the log until the server is told to
 * scavenge; ours are never deleted by us, and are shown as long as they stand there.
 */
import {
  checkFeed,
  type Fault,
  type FeedOptions,
  type FeedPage,
  type FeedPlan,
  type StoredEvent,
} from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { Source } from './catching-up.js';
import type { Place, Recorded } from './driver.js';
import { isOfTheSystem, readRecord } from './envelope.js';
import { CORRUPT, faultOf } from './faults.js';
import { patiently } from './patience.js';
import { placeOf, positionOf } from './position.js';

/** What is done with events in our part of the log that this journal did not write. */
export type Foreign = 'report' | 'leave-out';

export type FeedSource = Source &
  Readonly<{
    foreign: Foreign;
    /** Nothing of ours stands at or before this position. */
    since: string;
  }>;

const [FEWEST, MOST] = [32, 1000];

const isAfter = (one: Place, other: Place): boolean =>
  one.commit > other.commit || (one.commit === other.commit && one.prepare > other.prepare);

type Passed = Either<Fault, StoredEvent | undefined>;
const NOT_PASSED: Passed = E.right(undefined);

/** The event a reader is shown, if he is. */
const passing = ({ prefix, verify, foreign }: FeedSource, { types, streamPrefix }: FeedPlan, one: Recorded): Passed => {
  if (isOfTheSystem(one) || !one.stream.startsWith(prefix)) return NOT_PASSED;
  const name = one.stream.slice(prefix.length);
  if (one.hash === undefined) return foreign === 'report' ? E.left(CORRUPT) : NOT_PASSED;
  if (!name.startsWith(streamPrefix) || (types !== undefined && !types.includes(one.type))) return NOT_PASSED;
  const event = readRecord(one, name, verify);
  return typeof event === 'string' ? E.left(CORRUPT) : E.right(event);
};

/** A page of the log as it stands, without the event at `after`, which the server gives once more. */
const logAfter = async (
  { driver, patience }: Source,
  after: Place,
  count: number,
): Promise<Either<Fault, Readonly<{ records: readonly Recorded[]; isLast: boolean }>>> => {
  const from = after.commit === 0n ? 'start' : after;
  const read = await patiently(patience, () => driver.readAll(from, count));
  if (E.isLeft(read)) return E.left(faultOf(read.left));
  if (read.right.some(({ place }) => place === undefined)) return E.left(faultOf('malformed'));
  const records = read.right.filter(({ place }) => place !== undefined && isAfter(place, after));
  return E.right({ records, isLast: read.right.length < count });
};

export const readFeed = async (source: FeedSource, options: FeedOptions = {}): Promise<Either<Fault, FeedPage>> => {
  const { after = source.since, ...others } = options;
  const plan = checkFeed(others);
  if (E.isLeft(plan)) return plan;
  const start = placeOf(after);
  if (E.isLeft(start)) return start;
  const { limit } = plan.right;
  const count = 1 + Math.min(Math.max(limit + 1, FEWEST), MOST);
  const events: StoredEvent[] = [];
  for (let at = start.right; ; ) {
    const read = await logAfter(source, at, count);
    if (E.isLeft(read)) return read;
    for (const record of read.right.records) {
      const passed = passing(source, plan.right, record);
      if (E.isLeft(passed)) return passed;
      at = record.place ?? at;
      if (passed.right === undefined) continue;
      if (events.length === limit) return E.right({ events, next: events.at(-1)?.position ?? after, end: false });
      events.push(passed.right);
    }
    if (read.right.isLast) return E.right({ events, next: positionOf(at), end: true });
  }
};
