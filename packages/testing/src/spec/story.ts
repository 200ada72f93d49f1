/** A case brought as far as a specification needs it: the events of an ordinary one up to a stage. */
import { type Decider, type DomainEvent, fold, type Instant, later } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { Mismatch } from './mismatch.js';
import { at } from './ordering.js';

type AnyOrder = Readonly<{ type: string }>;
type AnyDecider<C, Ev, S> = Readonly<Pick<Decider<C, Ev, S, string>, 'initial' | 'decide' | 'evolve'>>;

/** The events with those of further commands, each of which must be accepted. */
export const continued = <C extends AnyOrder, Ev extends DomainEvent, S>(
  decider: AnyDecider<C, Ev, S>,
  events: readonly Ev[],
  commands: readonly C[],
): readonly Ev[] => {
  const all = [...events];
  let state = fold(decider, events);
  for (const command of commands) {
    const decided = decider.decide(command, state);
    if (E.isLeft(decided)) throw new Mismatch(`${command.type} was to be accepted`, 'events', decided.left);
    all.push(...decided.right);
    state = fold(decider, decided.right, state);
  }
  return all;
};

/** The commands that bring a case from the stage before to this one; `D` is what was declared. */
export type Step<Stage extends string, C, Ev, D> = readonly [
  stage: Stage,
  commands: (moment: () => Instant, events: readonly Ev[], declaration: D) => readonly C[],
];

/** Tells the story of a case on one day, from its filing up to a stage; a minute passes between two commands. */
export const telling =
  <Stage extends string, C extends AnyOrder, Ev extends DomainEvent, S, D>(
    stages: readonly Stage[],
    steps: readonly Step<Stage, C, Ev, D>[],
    filing: (declaration: D, moment: Instant) => C,
  ) =>
  (decider: AnyDecider<C, Ev, S>, stage: Stage, on: string, declaration: D): readonly Ev[] => {
    let minutes = 0;
    const moment = (): Instant => later(at(on, '08:00:00'), minutes++ * 60_000);
    let events = continued(decider, [], [filing(declaration, moment())]);
    for (const [reached, commands] of steps) {
      if (stages.indexOf(reached) > stages.indexOf(stage)) break;
      events = continued(decider, events, commands(moment, events, declaration));
    }
    return events;
  };

/** The id of the case these events tell of. */
export const caseOfEvents = (events: readonly DomainEvent[]): string =>
  (events.find(({ type }) => type === 'Applied') as (DomainEvent & Readonly<{ case: string }>) | undefined)?.case ?? '';
