/** Asking a journal, and claiming what it must answer. */
import type {
  Appended,
  Expected,
  Fault,
  FeedOptions,
  FeedPage,
  Journal,
  NewEvent,
  OutcomeUnknown,
  ReadOptions,
  StoredEvent,
  StreamPage,
} from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { Broken, claim } from './check.js';

export type Answer = Either<Fault | OutcomeUnknown, Appended>;
type Kind = (Fault | OutcomeUnknown)['kind'];
type OfKind<K extends Kind> = Extract<Fault | OutcomeUnknown, { kind: K }>;

const right = <T>(answer: Either<Fault | OutcomeUnknown, T>, what: string): T => {
  if (E.isLeft(answer)) throw new Broken(`${what}: unexpected ${answer.left.kind}: ${JSON.stringify(answer.left)}`);
  return answer.right;
};

export const ask = (
  journal: Journal,
  stream: string,
  expected: Expected,
  events: readonly NewEvent[],
): Promise<Answer> => journal.append(stream, expected, events)();

/** An append that must succeed. */
export const append = async (
  journal: Journal,
  stream: string,
  expected: Expected,
  events: readonly NewEvent[],
): Promise<Appended> => right(await ask(journal, stream, expected, events), `append to ${stream.slice(0, 40)}`);

/** The fault of this kind that an answer must be. */
export const refused = <K extends Kind>(
  answer: Either<Fault | OutcomeUnknown, unknown>,
  kind: K,
  what: string,
): OfKind<K> => {
  if (E.isRight(answer)) throw new Broken(`${what}: expected ${kind}, but it succeeded`);
  claim(answer.left.kind === kind, `${what}: expected ${kind}, found ${answer.left.kind}`);
  return answer.left as OfKind<K>;
};

export const page = async (journal: Journal, stream: string, options?: ReadOptions): Promise<StreamPage> =>
  right(await journal.read(stream, options)(), `read ${stream.slice(0, 40)}`);

export const read = async (journal: Journal, stream: string, options?: ReadOptions): Promise<readonly StoredEvent[]> =>
  (await page(journal, stream, options)).events;

export const feedPage = async (journal: Journal, options?: FeedOptions): Promise<FeedPage> =>
  right(await journal.feed(options)(), 'feed');

/** The whole feed, page by page. */
export const feed = async (journal: Journal, options: FeedOptions = {}): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  let after = options.after;
  for (;;) {
    const found = await feedPage(journal, after === undefined ? options : { ...options, after });
    events.push(...found.events);
    if (found.end) return events;
    claim(found.next !== after, 'the feed goes on from where it stood: it makes no headway');
    after = found.next;
  }
};

export const ids = (events: readonly Readonly<{ id: string }>[]): readonly string[] => events.map(({ id }) => id);
export const revisions = (events: readonly StoredEvent[]): readonly number[] => events.map(({ revision }) => revision);
/** 0, 1, 2 … */
export const upTo = (length: number, from = 0): readonly number[] => Array.from({ length }, (_, index) => from + index);
/** What the writer said of a stored event. */
export const said = ({
  id,
  type,
  schema,
  occurredAt,
  actor,
  onBehalfOf,
  causation,
  correlation,
  data,
}: NewEvent): NewEvent => ({
  id,
  type,
  schema,
  occurredAt,
  actor,
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  causation,
  correlation,
  data,
});
export const succeeded = (answers: readonly Answer[]): readonly Appended[] =>
  answers.flatMap((answer) => (E.isRight(answer) ? [answer.right] : []));
