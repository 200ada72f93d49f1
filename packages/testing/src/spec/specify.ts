/**
 * Given, when, then (cho biết, khi, thì): what a decider answers to one command after some events. Expectations name what they
 * care about; a field they leave out may be anything.
 */
import { type Decider, type DomainEvent, fold, type Refusal, type Remedy } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { Mismatch, matches } from './mismatch.js';

/** An event as far as a test speaks of it. */
export type Expected<Ev> = Ev extends DomainEvent ? Pick<Ev, 'type'> & Partial<Omit<Ev, 'type'>> : never;

/** A refusal as far as a test speaks of it; `act` is the act it cites first. */
export type ExpectedRefusal<R extends string> = Readonly<{
  reason: R;
  act?: string;
  facts?: Readonly<Record<string, unknown>>;
  remedy?: Remedy | null;
  elsewhere?: Readonly<{ procedure?: string; desk?: string }>;
}>;

export type Outcome<Ev, R extends string> = Readonly<{
  /** These events and no others, in this order. */
  then: (...events: readonly Expected<Ev>[]) => void;
  /** These types of events and no others, in this order. */
  thenTypes: (...types: readonly string[]) => void;
  /** These refusals and no others, in this order. */
  thenRefused: (...refusals: readonly ExpectedRefusal<R>[]) => void;
}>;

export type Given<C, Ev, R extends string> = Readonly<{ when: (command: C) => Outcome<Ev, R> }>;

const told = <R extends string>({ citations: [first], ...refusal }: Refusal<R>) => ({ ...refusal, act: first.act });

export const specify =
  <C extends Readonly<{ type: string }>, Ev extends DomainEvent, S, R extends string>(decider: Decider<C, Ev, S, R>) =>
  (...history: readonly Ev[]): Given<C, Ev, R> => ({
    when: (command) => {
      const decided = decider.decide(command, fold(decider, history));
      const happened = (): readonly Ev[] => {
        if (E.isLeft(decided)) throw new Mismatch(`${command.type} is refused`, 'events', decided.left.map(told));
        return decided.right;
      };
      return {
        // biome-ignore lint/suspicious/noThenProperty: given, when, then; an outcome is never awaited.
        then: (...events) => matches(`${command.type} comes to`, events, happened()),
        thenTypes: (...types) =>
          matches(
            `${command.type} comes to`,
            types,
            happened().map(({ type }) => type),
          ),
        thenRefused: (...refusals) => {
          if (E.isRight(decided)) throw new Mismatch(`${command.type} is accepted`, refusals, decided.right);
          matches(`${command.type} is refused for`, refusals, decided.left.map(told));
        },
      };
    },
  });

/** What a decider records of these commands, put to it one after another; refused ones leave no trace. */
export const play = <C, Ev, S, R extends string>(
  decider: Decider<C, Ev, S, R>,
  commands: readonly C[],
  given: readonly Ev[] = [],
): readonly Ev[] => {
  const events = [...given];
  let state = fold(decider, given);
  for (const command of commands) {
    const decided = decider.decide(command, state);
    if (E.isLeft(decided)) continue;
    events.push(...decided.right);
    state = fold(decider, decided.right, state);
  }
  return events;
};
