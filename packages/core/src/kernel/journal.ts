/** The journal port: what every store offers, and all that the rules ask of one. `stores.md` cases A–N hold for each. */
import type { TE } from '../fp.js';
import type { Instant } from '../values/plain-date.js';
import type { NewEvent, StoredEvent } from './envelope.js';
import type { Fault, OutcomeUnknown } from './fault.js';

/** What the writer believes of the stream: missing, there, at exactly this revision, or no belief at all. */
export type Expected = 'none' | 'exists' | 'any' | Readonly<{ exact: number }>;

/** `revision` and `position` are those of the batch's last event; `repeated` when it stood there already. */
export type Appended = Readonly<{ revision: number; position: string; created: boolean; repeated: boolean }>;

/** `exists: false` tells a missing stream from an empty page. */
export type StreamPage = Readonly<{ exists: boolean; events: readonly StoredEvent[] }>;

/**
 * What keeps a feed from showing what may stand behind it already: a writer that has begun and not ended. `by` names it for
 * an operator (a session, a program), never a person; `since` when the store knows it.
 */
export type Held = Readonly<{ by: string; since?: Instant }>;

/**
 * `next` is where to go on, also when a filter let nothing through; `end` when nothing more stood there. `held` when the end
 * is one for now only, because an unfinished writer holds the rest back (F3, F8).
 */
export type FeedPage = Readonly<{ events: readonly StoredEvent[]; next: string; end: boolean; held?: Held }>;

/** `from` is inclusive; going backward it counts down from there (from the head when absent). */
export type ReadOptions = Readonly<{ from?: number; direction?: 'forward' | 'backward'; limit?: number }>;

/** `after` is exclusive; absent means from the beginning. */
export type FeedOptions = Readonly<{
  after?: string;
  limit?: number;
  types?: readonly string[];
  streamPrefix?: string;
}>;

export type Journal = Readonly<{
  /**
   * Appends a batch whole or not at all. Asking twice with the same ids and content answers the first result and writes
   * nothing. Errors: `Conflict` (expected and actual), `IdReused`, `BadInput`, `Unavailable`, `OutcomeUnknown`.
   */
  append: (
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
  ) => TE.TaskEither<Fault | OutcomeUnknown, Appended>;
  read: (stream: string, options?: ReadOptions) => TE.TaskEither<Fault, StreamPage>;
  /** Every event of every stream, in one order that respects each stream's own. */
  feed: (options?: FeedOptions) => TE.TaskEither<Fault, FeedPage>;
  /**
   * Calls `wake` when something may have been appended, also by others where the store can tell; answers how to stop. Only
   * a hint: it may come too often, and a reader that must not miss anything still asks the feed from time to time.
   */
  watch?: (wake: () => void) => () => void;
  close: () => TE.TaskEither<Fault, void>;
}>;

/** What the adapter of a store asks of the machine. */
export type Clock = Readonly<{ now: () => Instant }>;
