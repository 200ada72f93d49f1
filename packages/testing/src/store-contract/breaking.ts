/** Ways to break a journal, for stores that are wrong on purpose. */
import {
  type Appended,
  type Expected,
  type Fault,
  type FeedPage,
  type Journal,
  type NewEvent,
  type OutcomeUnknown,
  positionOf,
  type StoredEvent,
  type StreamPage,
} from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { aTurn } from './check.js';

export type Break = (journal: Journal) => Journal;
type Said = Readonly<{ stream: string; expected: Expected; events: readonly NewEvent[] }>;
type Answer = Either<Fault | OutcomeUnknown, Appended>;

export const nothingWritten: Appended = { revision: 0, position: positionOf(1), created: true, repeated: false };

/** Appends in another way; `write` is the honest one. */
export const appends =
  (how: (said: Said, write: (said: Said) => Promise<Answer>, journal: Journal) => Promise<Answer>): Break =>
  (journal) => ({
    ...journal,
    append: (stream, expected, events) => () =>
      how({ stream, expected, events }, (said) => journal.append(said.stream, said.expected, said.events)(), journal),
  });

/** Changes what is said before it is written. */
export const hears = (change: (said: Said) => Said): Break => appends((said, write) => write(change(said)));
export const hearsEvents = (change: (event: NewEvent) => NewEvent): Break =>
  hears((said) => ({ ...said, events: said.events.map(change) }));

/** Changes what is answered. */
export const answers = (change: (answer: Appended) => Appended): Break =>
  appends(async (said, write) => E.map(change)(await write(said)));

/** Answers a fault with something else. */
export const afterFault = (
  kind: Fault['kind'],
  how: (said: Said, fault: Fault, journal: Journal) => Promise<Answer>,
): Break =>
  appends(async (said, write, journal) => {
    const answer = await write(said);
    return E.isLeft(answer) && answer.left.kind === kind ? how(said, answer.left as Fault, journal) : answer;
  });

export const reads =
  (change: (page: StreamPage) => StreamPage): Break =>
  (journal) => ({
    ...journal,
    read:
      (...asked) =>
      async () =>
        E.map(change)(await journal.read(...asked)()),
  });

export const feeds =
  (change: (page: FeedPage) => FeedPage): Break =>
  (journal) => ({
    ...journal,
    feed:
      (...asked) =>
      async () =>
        E.map(change)(await journal.feed(...asked)()),
  });

/** Changes every event that is read. */
export const shows =
  (change: (event: StoredEvent) => StoredEvent): Break =>
  (journal) =>
    reads((page) => ({ ...page, events: page.events.map(change) }))(
      feeds((page) => ({ ...page, events: page.events.map(change) }))(journal),
    );

/** Takes streams for one whose names come to the same. */
export const names =
  (fold: (name: string) => string): Break =>
  (journal) => ({
    ...journal,
    append: (stream, ...said) => journal.append(fold(stream), ...said),
    read: (stream, options) => journal.read(fold(stream), options),
  });

/** Changes data as text, the way a careless store rewrites JSON. */
export const rewrites = (change: (text: string) => string): Break =>
  hearsEvents((event) => ({ ...event, data: JSON.parse(change(JSON.stringify(event.data))) as NewEvent['data'] }));

let fresh = 0;
const freshId = (): string => {
  fresh += 1;
  return `ffffffff-0000-5000-8000-${fresh.toString(16).padStart(12, '0')}`;
};

/** Stores a repeat once more, when the expectation (or the number of events written since) makes it forget. */
export const storesAgain = (when: (expected: Expected, since: number) => boolean): Break =>
  appends(async (said, write, journal) => {
    const head = await journal.read(said.stream, { direction: 'backward', limit: 1 })();
    const answer = await write(said);
    if (E.isLeft(answer) || !answer.right.repeated || E.isLeft(head)) return answer;
    const since = (head.right.events[0]?.revision ?? 0) - answer.right.revision;
    if (!when(said.expected, since)) return answer;
    return write({ ...said, expected: 'any', events: said.events.map((event) => ({ ...event, id: freshId() })) });
  });

/** Writes a batch event by event, and lets others in between. */
export const oneByOne = (between: () => Promise<void> = async () => undefined): Break =>
  appends(async ({ stream, expected, events }, write) => {
    let answer: Answer = E.right(nothingWritten);
    for (const [index, event] of events.entries()) {
      answer = await write({ stream, expected: index === 0 ? expected : 'any', events: [event] });
      if (E.isLeft(answer)) return answer;
      await between();
    }
    return answer;
  });

const meets = (expected: Expected, head: number | null): boolean =>
  expected === 'any' ||
  (expected === 'none' && head === null) ||
  (expected === 'exists' && head !== null) ||
  (typeof expected === 'object' && expected.exact === head);

const headOf = async (journal: Journal, stream: string): Promise<number | null> => {
  const page = await journal.read(stream, { direction: 'backward', limit: 1 })();
  return E.isRight(page) ? (page.right.events[0]?.revision ?? null) : null;
};

/** Looks at the head, lets a turn pass, and writes without looking again. */
export const checksThenActs: Break = appends(async ({ stream, expected, events }, write, journal) => {
  const actual = await headOf(journal, stream);
  if (!meets(expected, actual)) return E.left({ kind: 'Conflict', stream, expected, actual });
  await aTurn();
  return write({ stream, expected: 'any', events });
});

/** Looks at the head when the append is prepared. */
export const checksWhenAsked: Break = (journal) => ({
  ...journal,
  append: (stream, expected, events) => {
    const head = headOf(journal, stream);
    return async () =>
      meets(expected, await head)
        ? journal.append(stream, 'any', events)()
        : E.left({ kind: 'Conflict', stream, expected, actual: await head });
  },
});

/** Turns `any` into the exact revision it read, and does not try again. */
export const anyIsExact: Break = appends(async (said, write, journal) => {
  if (said.expected !== 'any') return write(said);
  const head = await headOf(journal, said.stream);
  await aTurn();
  return write({ ...said, expected: head === null ? 'none' : { exact: head } });
});

/** Serves one at a time, and who comes meanwhile waits for ever. */
export const locksUp: Break = (journal) => {
  let busy = false;
  const alone =
    <T>(work: () => Promise<T>) =>
    async (): Promise<T> => {
      if (busy) return new Promise<never>(() => undefined);
      busy = true;
      await aTurn();
      const done = await work();
      busy = false;
      return done;
    };
  return {
    append: (...asked) => alone(journal.append(...asked)),
    read: (...asked) => alone(journal.read(...asked)),
    feed: (...asked) => alone(journal.feed(...asked)),
    close: journal.close,
  };
};
