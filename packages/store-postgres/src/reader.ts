/** The reader: streams by revision, and the feed up to where no unfinished writer can still come before. */
import {
  allWhole,
  type BadInput,
  checkFeed,
  checkRead,
  type Fault,
  type FeedOptions,
  type FeedPage,
  type Held,
  type Instant,
  type ReadOptions,
  type StoredEvent,
  type StreamPage,
  unavailable,
} from '@lienthong/core';
import { isUnbroken } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import { texts } from './binary-array.js';
import type { Database, Value } from './connection.js';
import { faultOf, SYSTEM } from './failure.js';
import type { Heads } from './heads.js';
import { BEGINNING, type Place, placeOf, positionText } from './position.js';
import { digestOf, eventOf, type Row } from './rows.js';
import { SCANNED, type Statement, type Statements } from './statements.js';

export type ReaderOptions = Readonly<{ database: Database; statements: Statements; heads: Heads; verify: boolean }>;

export type Reader = Readonly<{
  read: (stream: string, options?: ReadOptions) => Promise<Either<Fault, StreamPage>>;
  feed: (options?: FeedOptions) => Promise<Either<Fault, FeedPage>>;
}>;

/** How long a feed waits for writers that are gone in a moment, and for one that may take its time, in milliseconds. */
const A_SECOND = 1_000;
const A_MOMENT = 10;
const LONGEST_PAUSE_MS = 16;

type Answer<T> = Promise<Either<Fault, T>>;

const corrupt = E.left(unavailable(SYSTEM, 'corrupt', false));
const notOurs = (expected: string): Either<BadInput, never> => E.left({ kind: 'BadInput', at: 'after', expected });

const heldBy = ([, pid, program, state, since]: Row): Held => ({
  by: [pid === null ? 'no process (a prepared transaction)' : `process ${pid}`, program, state]
    .filter((part) => part !== null && part !== '')
    .join(' '),
  ...(since === null || since === undefined ? {} : { since: since as Instant }),
});

type FeedQuestion = Readonly<{
  after: Place;
  limit: number;
  types: readonly string[] | undefined;
  streamPrefix: string;
}>;

/** Refuses a bad question before anything is asked. */
const checked = ({ after, ...options }: FeedOptions = {}): Either<BadInput, FeedQuestion> => {
  const place = after === undefined ? BEGINNING : typeof after === 'string' ? placeOf(after) : undefined;
  if (place === undefined) return notOurs('a position that this journal gave');
  return E.map(({ limit, types, streamPrefix }: Omit<FeedQuestion, 'after'>) => ({
    after: place,
    limit,
    types,
    streamPrefix,
  }))(checkFeed(options));
};

export const reader = ({ database, statements, heads, verify }: ReaderOptions): Reader => {
  const rowsOf = async (statement: Statement, values: readonly Value[]): Answer<readonly Row[]> =>
    E.mapLeft(faultOf)(await database.ask(statement, values));

  /** The place that was last found to stand: who waits at the end asks from it again and again. */
  let proven = '';

  const exists = async (stream: string): Answer<boolean> =>
    E.map((rows: readonly Row[]) => rows.length > 0)(await rowsOf(statements.exists, [digestOf(stream)]));

  const learnHead = (stream: string, last: StoredEvent | undefined, toTheEnd: boolean): void => {
    if (last !== undefined && toTheEnd) heads.learn(stream, last);
  };

  const read = async (stream: string, options?: ReadOptions): Answer<StreamPage> => {
    const question = checkRead(stream, options);
    if (E.isLeft(question)) return question;
    const { from, backward, limit } = question.right;
    const found = backward
      ? await rowsOf(statements.backward, [digestOf(stream), from ?? Number.MAX_SAFE_INTEGER, limit])
      : await rowsOf(statements.forward, [digestOf(stream), from ?? 0, limit]);
    if (E.isLeft(found)) return found;
    const events = allWhole(found.right, (row) => eventOf(row, verify, stream));
    if (events === undefined || (verify && !isUnbroken(backward ? events.toReversed() : events))) return corrupt;
    learnHead(stream, backward ? events[0] : events.at(-1), backward ? from === undefined : events.length < limit);
    if (events.length > 0) return E.right({ exists: true, events });
    return E.map((there: boolean) => ({ exists: there, events }))(await exists(stream));
  };

  /** A page, and where to go on: behind its last event, or behind the last that a filter looked at. */
  const pageOf = async ({ after, limit, types, streamPrefix }: FeedQuestion): Answer<FeedPage> => {
    const place = [after.epoch, after.xid, after.position];
    const many = Math.min(limit, Number.MAX_SAFE_INTEGER - 1) + 1;
    const isFiltered = types !== undefined || streamPrefix !== '';
    const filter = [types === undefined ? null : texts(types), streamPrefix === '' ? null : streamPrefix];
    const found = await rowsOf(
      isFiltered ? statements.filtered : statements.feed,
      isFiltered ? [...place, many, ...filter] : [...place, many],
    );
    if (E.isLeft(found)) return found;
    const rows = found.right.filter(([, , , revision]) => revision !== null);
    const scan = found.right.find(([, , , revision]) => revision === null);
    const events = allWhole(rows.slice(0, limit), (row) => eventOf(row, verify));
    if (events === undefined) return corrupt;
    const here = events.at(-1)?.position ?? positionText(after);
    if (rows.length > limit) return E.right({ events, next: here, end: false });
    if (!isFiltered) return E.right({ events, next: here, end: true });
    const [epoch, xid, position, , scanned] = scan ?? [];
    if (typeof epoch !== 'string' || typeof xid !== 'string' || typeof position !== 'string')
      return E.right({ events, next: here, end: true });
    return E.right({ events, next: positionText({ epoch, xid, position }), end: Number(scanned) < SCANNED });
  };

  /** A position of an earlier epoch at which nothing stands was given before a restore, and what it followed is lost. */
  const lostSince = async (page: FeedPage, place: Place): Answer<boolean> => {
    const { epoch, xid, position } = place;
    const [first, asked] = [page.events[0], positionText(place)];
    if (epoch === '0' || asked === proven || (first !== undefined && placeOf(first.position)?.epoch === epoch))
      return E.right(false);
    return E.map((rows: readonly Row[]) => {
      if (rows.length > 0) proven = asked;
      return rows.length === 0;
    })(await rowsOf(statements.stands, [epoch, xid, position]));
  };

  /**
   * The end of the feed is looked at again when something stands behind it: most writers that hold it back are gone in a
   * moment, and whoever has just appended finds it there.
   */
  const patiently = async (question: FeedQuestion, first: FeedPage): Answer<FeedPage> => {
    const begun = performance.now();
    let page = first;
    for (let pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const after = placeOf(page.next) ?? BEGINNING;
      const behind = await rowsOf(statements.held, [after.epoch, after.xid, after.position]);
      if (E.isLeft(behind)) return behind;
      const [row] = behind.right;
      if (row === undefined) return E.right(page);
      const passing = row[0] === 't';
      if (performance.now() - begun > (passing ? A_SECOND : A_MOMENT)) return E.right({ ...page, held: heldBy(row) });
      await new Promise((wake) => setTimeout(wake, pause));
      const again = await pageOf(question);
      if (E.isLeft(again) || !again.right.end) return again;
      page = again.right;
    }
  };

  const feed = async (options?: FeedOptions): Answer<FeedPage> => {
    const question = checked(options);
    if (E.isLeft(question)) return question;
    const page = await pageOf(question.right);
    if (E.isLeft(page)) return page;
    const lost = await lostSince(page.right, question.right.after);
    if (E.isLeft(lost)) return lost;
    if (lost.right) return notOurs('a position that stands in this journal; it was restored to before that one');
    return page.right.end ? patiently(question.right, page.right) : page;
  };

  return { read, feed };
};
