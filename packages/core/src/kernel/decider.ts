/**
 * The decider: `decide` judges a command against the state, `evolve` says what an event changed. Both are total and pure;
 * facts come in the command. `evolve` never sees the law: state is what happened, not what it meant.
 */
import type { JsonObject } from '../evidence/canonical.js';
import type { Either, NonEmpty } from '../fp.js';
import type { Instant } from '../values/plain-date.js';
import type { Actor, Party } from './envelope.js';
import type { Refused } from './refusal.js';

/** Personal data of an event or command, one block a person of the case (`child`, `mother`, `applicant` …). */
export type Personal = Readonly<Record<string, JsonObject>>;

/**
 * An order. `seen` is what an officer had before them: for each leg, the stream revision of its last event; the command is
 * stale only when something of that leg came after.
 */
export type Command<T extends string = string, D = unknown> = Readonly<{
  id: string;
  type: T;
  at: Instant;
  actor: Actor;
  onBehalfOf?: Party;
  seen?: Readonly<Record<string, number>>;
  data: D;
}>;

/**
 * A fact. Beside `type` stand its facts; `personal` is sealed before it is kept, and absent when read back without keys;
 * `attribution` says who decided and who confirmed, where that was not the one who asked.
 */
export type DomainEvent<T extends string = string> = Readonly<{
  type: T;
  personal?: Personal;
  attribution?: Attribution;
}>;

export type Attribution = Readonly<{ decidedBy?: Party; confirmedBy?: Party; competent?: string }>;

export type Decider<C, E, S, R extends string> = Readonly<{
  initial: S;
  decide: (command: C, state: S) => Either<Refused<R>, NonEmpty<E>>;
  evolve: (state: S, event: E) => S;
}>;

/** The state after some events, starting from another (from the beginning when absent). */
export const fold = <E, S>(
  decider: Readonly<{ initial: S; evolve: (state: S, event: E) => S }>,
  events: readonly E[],
  from: S = decider.initial,
): S => events.reduce(decider.evolve, from);
