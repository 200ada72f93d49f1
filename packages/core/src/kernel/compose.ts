/**
 * One decider out of several legs (R15). A command goes to the leg that owns it; a leg sees the others only through `facts`,
 * a small record derived from the whole case; `follow` adds what the leg's events set in motion, in the same batch.
 * Law of composition: an event of one leg never changes another leg's own state.
 */
import { E, type Either, type NonEmpty } from '../fp.js';
import type { Decider } from './decider.js';
import type { Refused } from './refusal.js';

/** `Ev` is what it may decide; `Own` the events that change its state, the rest belonging to other legs. */
export type Leg<C, Ev, S, F, R extends string, Own = Ev> = Readonly<{
  initial: S;
  decide: (command: C, own: S, facts: F) => Either<Refused<R>, NonEmpty<Ev>>;
  evolve: (own: S, event: Own) => S;
}>;

/** Each leg takes its own commands and events; `route` and `owner` see to it that it is handed no others. */
export type Legs<Ev, States, F, R extends string> = Readonly<{
  [K in keyof States]: Readonly<{
    initial: States[K];
    decide: (command: never, own: States[K], facts: F) => Either<Refused<R>, NonEmpty<Ev>>;
    evolve: (own: States[K], event: never) => States[K];
  }>;
}>;

export type Composition<C, Ev, States, F, R extends string> = Readonly<{
  facts: (states: States, command: C) => F;
  /** The leg that owns a command. */
  route: (command: C) => keyof States;
  /** The leg whose state an event changes. */
  owner: (event: Ev) => keyof States;
  /** Asked before any leg: what closes the whole case to this command. */
  guard: (command: C, states: States) => Either<Refused<R>, C>;
  /** What follows from the events just decided, `states` having taken them in: whom to ask next, the close of the case. */
  follow: (events: NonEmpty<Ev>, states: States, command: C) => readonly Ev[];
}>;

export const compose = <C, Ev, States extends object, F, R extends string>(
  legs: Legs<Ev, States, F, R>,
  { facts, route, owner, guard, follow }: Composition<C, Ev, States, F, R>,
): Decider<C, Ev, States, R> => {
  const names = Object.keys(legs) as (keyof States)[];
  const initial = Object.fromEntries(names.map((name) => [name, legs[name].initial])) as States;

  const evolve = (states: States, event: Ev): States => {
    const name = owner(event);
    const own = legs[name].evolve(states[name], event as never);
    return own === states[name] ? states : { ...states, [name]: own };
  };

  const decide = (command: C, states: States): Either<Refused<R>, NonEmpty<Ev>> => {
    const open = guard(command, states);
    if (E.isLeft(open)) return open;
    const name = route(command);
    const decided = legs[name].decide(command as never, states[name], facts(states, command));
    if (E.isLeft(decided)) return decided;
    const [first, ...more] = decided.right;
    return E.right([first, ...more, ...follow(decided.right, decided.right.reduce(evolve, states), command)]);
  };

  return { initial, decide, evolve };
};
