/** The store of the guide "write your own store": the whole port over rows that somebody keeps (bộ khung một kho sự kiện). */
import {
  type Appended,
  type Clock,
  checkAppend,
  checkFeed,
  checkRead,
  type Expected,
  type Fault,
  type FeedOptions,
  type FeedPage,
  type Held,
  type Journal,
  judgeAppend,
  type NewEvent,
  positionOf,
  type ReadOptions,
  type StoredEvent,
  type StreamPage,
  unavailable,
} from '@lienthong/core';
import { type Linked, link } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';

// #region rows
/** What your database does. `write` keeps a batch in one transaction, or not at all. */
export type Rows = Readonly<{
  ofStream: (stream: string) => readonly StoredEvent[];
  /** Answers the position of the last event. Keep the text as it is: it is what was hashed. */
  write: (linked: readonly Linked<NewEvent>[]) => string;
  /** What stands behind a number, as far as no unfinished writer can still come before it; and how far that is. */
  behind: (after: number) => Readonly<{ events: Iterable<StoredEvent>; safe: number; held?: Held }>;
}>;
// #endregion rows

// #region skeleton
export const skeletonJournal = (rows: Rows, clock: Clock): Journal => {
  let open = true;
  const append = (stream: string, expected: Expected, events: readonly NewEvent[]): Either<Fault, Appended> => {
    const checked = checkAppend(stream, expected, events);
    if (E.isLeft(checked)) return checked;
    const stood = rows.ofStream(stream);
    const head = stood.at(-1);
    const asked = new Set(events.map(({ id }) => id));
    const standing = new Map(stood.filter(({ id }) => asked.has(id)).map((event) => [event.id, event]));
    const verdict = judgeAppend(stream, expected, events, head?.revision ?? null, standing);
    if (verdict.kind === 'repeated') {
      const { revision, position } = verdict.last;
      return E.right({ revision, position, created: verdict.created, repeated: true });
    }
    if (verdict.kind !== 'write') return E.left(verdict);
    const position = rows.write(link(stream, head, events, clock.now()));
    const revision = (head?.revision ?? -1) + events.length;
    return E.right({ revision, position, created: head === undefined, repeated: false });
  };
  const read = (stream: string, options?: ReadOptions): Either<Fault, StreamPage> => {
    const plan = checkRead(stream, options);
    if (E.isLeft(plan)) return plan;
    const { from, backward, limit } = plan.right;
    const stood = rows.ofStream(stream);
    const wanted = backward
      ? stood.filter(({ revision }) => from === undefined || revision <= from).toReversed()
      : stood.slice(from ?? 0);
    return E.right({ exists: stood.length > 0, events: wanted.slice(0, limit) });
  };
  const feed = (options?: FeedOptions): Either<Fault, FeedPage> => {
    const plan = checkFeed(options);
    if (E.isLeft(plan)) return plan;
    const { after, limit, types, streamPrefix } = plan.right;
    const { events, safe, held } = rows.behind(after);
    const page: StoredEvent[] = [];
    for (const event of events) {
      if (!(types?.includes(event.type) ?? true) || !event.stream.startsWith(streamPrefix)) continue;
      if (page.length === limit)
        return E.right({ events: page, next: page.at(-1)?.position ?? positionOf(after), end: false });
      page.push(event);
    }
    return E.right({ events: page, next: positionOf(safe), end: true, ...(held === undefined ? {} : { held }) });
  };
  const whileOpen =
    <T>(work: () => Either<Fault, T>) =>
    async (): Promise<Either<Fault, T>> =>
      open ? work() : E.left(unavailable('skeleton', 'closed', false));
  return {
    append: (stream, expected, events) => whileOpen(() => append(stream, expected, events)),
    read: (stream, options) => whileOpen(() => read(stream, options)),
    feed: (options) => whileOpen(() => feed(options)),
    close: () => async () => {
      open = false;
      return E.right(undefined);
    },
  };
};
// #endregion skeleton
