/** Plays a plan out: what was ordered, what the rules made of it, and how the case stood before and after. */
import {
  type Actor,
  atInVietnam,
  type Command,
  consequentId,
  type Decider,
  type Instant,
  later,
} from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { elsewhere } from '../spec/actors.js';
import { type Dice, dice } from './dice.js';
import type { Plan } from './plan.js';

type Decided<C, Ev, S, R extends string> = ReturnType<Decider<C, Ev, S, R>['decide']>;

export type StepOf<C, Ev, S, R extends string> = Readonly<{
  command: C;
  before: S;
  decided: Decided<C, Ev, S, R>;
  after: S;
}>;

/** `events` are those of the accepted commands; `now` is the moment after the last. */
export type HistoryOf<C, Ev, S, R extends string> = Readonly<{
  steps: readonly StepOf<C, Ev, S, R>[];
  events: readonly Ev[];
  state: S;
  now: Instant;
}>;

/** Where a case stands when the next command is thrown. */
export type Moment<S> = Readonly<{ state: S; now: Instant; dice: Dice; plan: Plan }>;

/** What tells the histories of one group from those of the other. */
export type Cast<C extends Command, Ev, S> = Readonly<{
  /** An order of the plan's own number `place`; `stray` without regard to how the case stands. */
  orders: (moment: Moment<S>, place: number, stray: boolean) => Readonly<Pick<C, 'type' | 'data'>>;
  /** Whoever gives it as a rule, in this case. */
  usually: (order: Readonly<Pick<C, 'type' | 'data'>>, state: S) => Actor;
  everybody: readonly Actor[];
  drafter: string;
  /** How long until the next command, in minutes. */
  pause: (throwing: Dice, state: S) => number;
  /** Told what came of a command, where the world outside the case is kept as well. */
  happened?: (command: C, events: readonly Ev[]) => void;
}>;

const MINUTE = 60_000;

/** Mostly minutes pass; now and then a night, a week, or longer than any limit. */
export const usualPause = (throwing: Dice): number =>
  throwing.weighted([
    [80, 5],
    [10, 60 * 9],
    [6, 60 * 24 * 2],
    [3, 60 * 24 * 12],
    [1, 60 * 24 * 90],
  ] as const);

/** Somebody who acts in an office they no longer hold. */
export const retired = 'officer-9';

/** Somebody who gave nobody a mandate. */
export const unrepresented = 'citizen-9';

const giver = <C extends Command, Ev, S>(
  { usually, everybody, drafter }: Cast<C, Ev, S>,
  order: Readonly<Pick<C, 'type' | 'data'>>,
  { state, dice: throwing }: Moment<S>,
  stray: boolean,
): Actor => {
  const usual = usually(order, state);
  if (order.type === 'SignExtract' && throwing.chance(8)) return { ...usual, id: drafter };
  if (!stray || throwing.chance(60)) return usual;
  return throwing.weighted([
    [3, throwing.pick(everybody)],
    [2, { ...usual, unit: elsewhere }],
    [1, { ...usual, id: retired }],
  ] as const);
};

export const played = <C extends Command, Ev, S, R extends string>(
  decider: Decider<C, Ev, S, R>,
  plan: Plan,
  cast: Cast<C, Ev, S>,
): HistoryOf<C, Ev, S, R> => {
  const steps: StepOf<C, Ev, S, R>[] = [];
  const events: Ev[] = [];
  let state = decider.initial;
  let now = atInVietnam(plan.begins, 8 * 60 * MINUTE);
  for (const [place, thrown] of plan.throws.entries()) {
    const throwing = dice(thrown);
    now = later(now, cast.pause(throwing, state) * MINUTE);
    const stray = throwing.chance(plan.disobedience);
    const moment = { state, now, dice: throwing, plan };
    const order = cast.orders(moment, place, stray);
    const actor = giver(cast, order, moment, stray);
    const id = consequentId(`history/${plan.begins}/${plan.family}/${place}`);
    const inTheirName = stray && throwing.chance(4) ? { onBehalfOf: { id: unrepresented, role: 'applicant' } } : {};
    const command = { id, at: now, actor, ...inTheirName, ...order } as C;
    const decided = decider.decide(command, state);
    const before = state;
    if (E.isRight(decided)) {
      events.push(...decided.right);
      state = decided.right.reduce(decider.evolve, state);
      cast.happened?.(command, decided.right);
    }
    steps.push({ command, before, decided, after: state });
  }
  return { steps, events, state, now };
};
