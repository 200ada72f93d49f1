/** Plays a plan out: what was ordered, what the rules made of it, and how the case stood before and after. */
import { type Actor, atInVietnam, consequentId, dayOf, type Instant, later } from '@lienthong/core';
import { type BirthCase, type BirthCommand, type BirthEvent, birthCase } from '@lienthong/core/birth-case';
import { E } from '@lienthong/core/fp';
import type { LawBook } from '@lienthong/core/law';
import { actors, elsewhere, usualActor } from '../spec/birth/actors.js';
import { filing } from './declarations.js';
import { type Dice, dice } from './dice.js';
import { inTheirPlace } from './in-their-place.js';
import { type Move, move } from './move.js';
import { obedientMove } from './obedient.js';
import type { Plan } from './plan.js';
import { strayMove } from './stray.js';

type BirthDecider = ReturnType<typeof birthCase>;

export type Step = Readonly<{
  command: BirthCommand;
  before: BirthCase;
  decided: ReturnType<BirthDecider['decide']>;
  after: BirthCase;
}>;

/** `events` are those of the accepted commands; `now` is the moment after the last. */
export type History = Readonly<{
  steps: readonly Step[];
  events: readonly BirthEvent[];
  state: BirthCase;
  now: Instant;
}>;

const MINUTE = 60_000;

/** Mostly minutes pass; now and then a night, a week, or longer than any limit. */
const pause = (throwing: Dice): number =>
  throwing.weighted([
    [80, 5],
    [10, 60 * 9],
    [6, 60 * 24 * 2],
    [3, 60 * 24 * 12],
    [1, 60 * 24 * 90],
  ] as const) * MINUTE;

/** Somebody who acts in an office they no longer hold. */
export const retired = 'officer-9';

const everybody: readonly Actor[] = Object.values(actors);

const giver = (order: Move, birth: BirthCase, throwing: Dice, stray: boolean): Actor => {
  const usual = inTheirPlace(usualActor(order.type, order.data), birth);
  const drafter = { ...usual, id: actors.officer.id };
  if (order.type === 'SignExtract' && throwing.chance(8)) return drafter;
  if (!stray || throwing.chance(60)) return usual;
  return throwing.weighted([
    [3, throwing.pick(everybody)],
    [2, { ...usual, unit: elsewhere }],
    [1, { ...usual, id: retired }],
  ] as const);
};

export const playOut = (book: LawBook, plan: Plan, decider: BirthDecider = birthCase(book)): History => {
  const steps: Step[] = [];
  const events: BirthEvent[] = [];
  let birth = decider.initial;
  let now = atInVietnam(plan.begins, 8 * 60 * MINUTE);
  for (const [place, thrown] of plan.throws.entries()) {
    const throwing = dice(thrown);
    now = later(now, pause(throwing));
    const stray = throwing.chance(plan.disobedience);
    const setting = { book, birth, now, dice: throwing };
    const order = stray
      ? strayMove(setting)
      : birth.application.phase === 'none'
        ? move('Apply', filing(book, dayOf(now), dice(plan.family + place), throwing.chance(plan.disobedience)))
        : obedientMove(setting);
    const actor = giver(order, birth, throwing, stray);
    const id = consequentId(`history/${plan.begins}/${plan.family}/${place}`);
    const command = { id, at: now, actor, ...order } as BirthCommand;
    const decided = decider.decide(command, birth);
    const before = birth;
    if (E.isRight(decided)) {
      events.push(...decided.right);
      birth = decided.right.reduce(decider.evolve, birth);
    }
    steps.push({ command, before, decided, after: birth });
  }
  return { steps, events, state: birth, now };
};
