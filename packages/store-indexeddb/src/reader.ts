/** Reading: a stream at one moment, and the feed in short transactions, so that a long reader holds no writer up. */
import {
  allWhole,
  checkFeed,
  checkRead,
  type Fault,
  type FeedOptions,
  type FeedPage,
  type FeedPlan,
  positionOf,
  type ReadOptions,
  type ReadPlan,
  type StoredEvent,
  type StreamPage,
} from '@lienthong/core';
import { isUnbroken } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import { CORRUPT } from './faults.js';
import type { Database, EventRow, StreamRow } from './layout.js';
import { eventOf } from './rows.js';

/** How many rows are asked for at once; memory for the feed is bounded by it and the page that was asked for. */
const AT_ONCE = 256;

/** The revisions that a question means, both included. Revisions have no gaps, so no cursor is needed to go backward. */
const spanOf = ({ from, backward, limit }: ReadPlan, head: number): readonly [lowest: number, highest: number] => {
  if (!backward) return [from ?? 0, Math.min(head, (from ?? 0) + limit - 1)];
  const highest = Math.min(from ?? head, head);
  return [Math.max(0, highest - limit + 1), highest];
};

const rowsOf = async (
  database: Database,
  name: string,
  plan: ReadPlan,
): Promise<Readonly<{ head: StreamRow; rows: readonly EventRow[]; expected: number }> | undefined> => {
  const tx = database.transaction(['streams', 'events'], 'readonly');
  tx.done.catch(() => undefined);
  const head = await tx.objectStore('streams').get(name);
  if (head === undefined) return undefined;
  const [lowest, highest] = spanOf(plan, head.revision);
  const byRevision = tx.objectStore('events').index('byRevision');
  const rows: EventRow[] = [];
  for (let at = lowest; at <= highest; at += AT_ONCE) {
    const last = Math.min(highest, at + AT_ONCE - 1);
    rows.push(...(await byRevision.getAll(IDBKeyRange.bound([head.begun, at], [head.begun, last]))));
  }
  return { head, rows, expected: Math.max(0, highest - lowest + 1) };
};

export const readStream = async (
  database: Database,
  verify: boolean,
  name: string,
  options?: ReadOptions,
): Promise<Either<Fault, StreamPage>> => {
  const plan = checkRead(name, options);
  if (E.isLeft(plan)) return plan;
  const found = await rowsOf(database, name, plan.right);
  if (found === undefined) return E.right({ exists: false, events: [] });
  const { head, rows, expected } = found;
  const events = allWhole(rows, (row) => eventOf(row, verify, name));
  if (events === undefined || rows.length !== expected) return E.left(CORRUPT);
  const last = events.at(-1);
  const endsWell = last === undefined || last.revision < head.revision || last.hash === head.hash;
  if (verify && !(isUnbroken(events) && endsWell)) return E.left(CORRUPT);
  return E.right({ exists: true, events: plan.right.backward ? events.toReversed() : events });
};

const rowsBetween = async (database: Database, after: number, last: number): Promise<readonly EventRow[]> =>
  after >= last ? [] : await database.getAll('events', IDBKeyRange.bound(after, last, true));

const passes = ({ types, streamPrefix }: FeedPlan, { type, stream }: StoredEvent): boolean =>
  (types === undefined || types.includes(type)) && stream.startsWith(streamPrefix);

/** The end is looked up once: what is appended meanwhile belongs to the next page. */
export const readFeed = async (
  database: Database,
  verify: boolean,
  options?: FeedOptions,
): Promise<Either<Fault, FeedPage>> => {
  const plan = checkFeed(options);
  if (E.isLeft(plan)) return plan;
  const { after, limit } = plan.right;
  const end = (await database.get('about', 'journal'))?.position;
  if (end === undefined) return E.left(CORRUPT);
  const events: StoredEvent[] = [];
  for (let at = after; at < end; ) {
    const last = Math.min(end, at + Math.min(AT_ONCE, limit + 1));
    const rows = await rowsBetween(database, at, last);
    // Positions have no gaps: an event that somebody took away is missed here.
    if (rows.length !== last - at) return E.left(CORRUPT);
    for (const row of rows) {
      const event = eventOf(row, verify);
      if (event === undefined) return E.left(CORRUPT);
      if (!passes(plan.right, event)) continue;
      if (events.length === limit) {
        return E.right({ events, next: events.at(-1)?.position ?? positionOf(after), end: false });
      }
      events.push(event);
    }
    at = last;
  }
  return E.right({ events, next: positionOf(Math.max(after, end)), end: true });
};
