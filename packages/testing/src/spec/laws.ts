/** The laws every decider keeps (style guide §5), and the one of legs composed into a case (R15), as properties. */
import { type Composition, type Decider, type DomainEvent, fold, type Leg, type Refused } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { acts } from '@lienthong/core/law';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deepFreeze } from './freeze.js';

type AnyCommand = Readonly<{ type: string }>;

/** What stands in the way always rests on an act that is in the registry. */
export const citesLaw = (refused: Refused): boolean =>
  refused.every(({ citations }) => citations.every(({ act }) => acts.has(act)));

/** Decides the same twice, mutates nothing, folds all it emits, and cites a law on each refusal. */
export const deciderLaws = <C extends AnyCommand, Ev extends DomainEvent, S, R extends string>(
  { initial, decide, evolve }: Decider<C, Ev, S, R>,
  anyCommand: fc.Arbitrary<C>,
): void => {
  const walk = (commands: readonly C[], look: (command: C, state: S) => void): void => {
    let state = deepFreeze(initial);
    for (const command of commands) {
      look(command, state);
      const decided = decide(command, state);
      if (E.isRight(decided)) state = deepFreeze(fold({ initial, evolve }, decided.right, state));
    }
  };
  const always = (look: (command: C, state: S) => void): void =>
    fc.assert(fc.property(fc.array(anyCommand, { maxLength: 30 }), (commands) => walk(deepFreeze(commands), look)));

  it('decides the same twice', () =>
    always((command, state) => expect(decide(command, state)).toEqual(decide(command, state))));

  it('mutates neither what it is told nor what it knows', () =>
    always((command, state) => expect(() => decide(command, state)).not.toThrow()));

  it('folds all it emits', () =>
    always((command, state) => {
      const decided = decide(command, state);
      if (E.isRight(decided))
        for (const event of decided.right) expect(() => evolve(state, deepFreeze(event))).not.toThrow();
    }));

  it('cites a law on each refusal', () =>
    always((command, state) => {
      const decided = decide(command, state);
      if (E.isLeft(decided)) expect(citesLaw(decided.left)).toBe(true);
    }));
};

/** A leg by itself, with what it is told of the case around it: a decider like any other. */
export const alone = <C, Ev extends DomainEvent, S, F, R extends string, Own extends DomainEvent>(
  { initial, decide, evolve }: Leg<C, Ev, S, F, R, Own>,
  facts: F,
  isOwn: (event: Ev) => boolean,
): Decider<C, Ev, S, R> => ({
  initial,
  decide: (command, own) => decide(command, own, facts),
  evolve: (own, event) => (isOwn(event) ? evolve(own, event as DomainEvent as Own) : own),
});

/** An event of one leg never changes another leg's own state (R15). */
export const legLaws = <C, Ev extends DomainEvent, States extends object, F, R extends string>(
  decider: Decider<C, Ev, States, R>,
  owner: Composition<C, Ev, States, F, R>['owner'],
  anyEvents: fc.Arbitrary<readonly Ev[]>,
): void => {
  it('changes by an event of one leg no other leg', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let before = decider.initial;
        for (const event of events) {
          const after = decider.evolve(before, event);
          const changed = (Object.keys(after) as (keyof States)[]).filter((part) => after[part] !== before[part]);
          expect(changed.filter((part) => part !== owner(event))).toEqual([]);
          before = after;
        }
      }),
    );
  });
};
