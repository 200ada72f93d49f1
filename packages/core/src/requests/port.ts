/**
 * How an agency is asked, whatever it is (R7, R9). A desk says what it can promise about repeats; whatever it answers, however
 * late or twice, comes back as one of these types and never as an exception.
 */
import type { TE } from '../fp.js';
import type { Fault, OutcomeUnknown, Party } from '../kernel/index.js';
import type { Instant } from '../values/plain-date.js';

/**
 * `keyed`: asking again with the same key gives the first answer. `queryable`: it can be looked up whether the first ask
 * arrived. `neither`: it acts as often as it is asked, so an unknown outcome is never asked again by a machine.
 */
export type Repeats = 'keyed' | 'queryable' | 'neither';

/** One request on its way. `key` is the id of the event that intended it, and stays the same however often it is sent. */
export type Ask<Content> = Readonly<{ key: string; caseId: string; request: string; content: Content }>;

/** The agency holds the file (`receivedAt` starts its time limit) and will answer later. */
export type Acknowledged = Readonly<{ kind: 'acknowledged'; receivedAt: Instant; reference: string }>;
/** Something happened on the way to the answer, such as a verification opened. */
export type Progress = Readonly<{ kind: 'progress'; step: string; reason: string; at: Instant }>;
/** The agency's answer, given `at`, by whom; `receivedAt` is when it says the file reached it. */
export type Answered<A> = Readonly<{ kind: 'answered'; answer: A; at: Instant; receivedAt: Instant; by: Party }>;
export type Reply<A> = Acknowledged | Progress | Answered<A>;

/**
 * A reply that came by itself; may be repeated, late or out of order. `receipt` names it to whoever keeps it until it is
 * recorded: a delivery without one is gone once collected.
 */
export type Delivery<A> = Readonly<{ key: string; reply: Reply<A>; receipt?: string }>;

export type Desk<Content, Answer> = Readonly<{
  agency: string;
  repeats: Repeats;
  ask: (ask: Ask<Content>) => TE.TaskEither<Fault | OutcomeUnknown, Reply<Answer>>;
  /** What became of an ask; `undefined` when it never arrived. Absent where the agency cannot be looked up. */
  find?: (ask: Ask<Content>) => TE.TaskEither<Fault, Reply<Answer> | undefined>;
  /** Replies that came since the last call; and those with a receipt that was not confirmed yet. */
  collect: () => TE.TaskEither<Fault, readonly Delivery<Answer>[]>;
  /** These stand in the journal, or belong to nobody here: whoever keeps them may let them go. */
  confirm?: (receipts: readonly string[]) => TE.TaskEither<Fault, void>;
}>;
