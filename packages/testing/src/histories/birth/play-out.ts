/** Plays a plan of a birth out. */
import { dayOf } from '@lienthong/core';
import {
  type BirthCase,
  type BirthCommand,
  type BirthEvent,
  type BirthReason,
  birthCase,
} from '@lienthong/core/birth-case';
import type { LawBook } from '@lienthong/core/law';
import { actors, usualActor } from '../../spec/birth/actors.js';
import { dice } from '../dice.js';
import type { Plan } from '../plan.js';
import { type Cast, type HistoryOf, type Moment, played, type StepOf, usualPause } from '../play-out.js';
import { filing } from './declarations.js';
import { inTheirPlace } from './in-their-place.js';
import { type Move, move } from './move.js';
import { obedientMove } from './obedient.js';
import { strayMove } from './stray.js';

export type Step = StepOf<BirthCommand, BirthEvent, BirthCase, BirthReason>;
export type History = HistoryOf<BirthCommand, BirthEvent, BirthCase, BirthReason>;

const next = (
  book: LawBook,
  { state, now, dice: throwing, plan }: Moment<BirthCase>,
  place: number,
  stray: boolean,
): Move => {
  const setting = { book, birth: state, now, dice: throwing };
  if (stray) return strayMove(setting);
  return state.application.phase === 'none'
    ? move('Apply', filing(book, dayOf(now), dice(plan.family + place), throwing.chance(plan.disobedience)))
    : obedientMove(setting);
};

const cast = (book: LawBook): Cast<BirthCommand, BirthEvent, BirthCase> => ({
  orders: (moment, place, stray) => next(book, moment, place, stray),
  usually: ({ type, data }, state) => inTheirPlace(usualActor(type, data), state),
  everybody: Object.values(actors),
  drafter: actors.officer.id,
  pause: usualPause,
});

export const playOut = (book: LawBook, plan: Plan, decider: ReturnType<typeof birthCase> = birthCase(book)): History =>
  played(decider, plan, cast(book));
