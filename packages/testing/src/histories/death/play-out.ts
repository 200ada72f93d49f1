/** Plays a plan of a death out. In every second of them the police keep a register, and speak the truth about it. */
import { dayOf } from '@lienthong/core';
import {
  type DeathCase,
  type DeathCommand,
  type DeathEvent,
  type DeathReason,
  deathCase,
} from '@lienthong/core/death-case';
import type { LawBook } from '@lienthong/core/law';
import { deathActors } from '../../spec/death/actors.js';
import { type Dice, dice } from '../dice.js';
import type { Plan } from '../plan.js';
import { type Cast, type HistoryOf, type Moment, played, type StepOf, usualPause } from '../play-out.js';
import { deathFiling } from './declarations.js';
import { deathActor } from './in-their-place.js';
import { type Move, move } from './move.js';
import { obedientDeathMove } from './obedient.js';
import { type Residents, residents as registerOf } from './residents.js';
import { strayDeathMove } from './stray.js';

export type DeathStep = StepOf<DeathCommand, DeathEvent, DeathCase, DeathReason>;
/** `residents` where the police kept a register. */
export type DeathHistory = HistoryOf<DeathCommand, DeathEvent, DeathCase, DeathReason> &
  Readonly<{ residents?: Residents }>;

const next = (
  book: LawBook,
  { state: death, now, dice: throwing, plan }: Moment<DeathCase>,
  place: number,
  stray: boolean,
  residents: Residents | undefined,
): Move => {
  const setting = { book, death, now, dice: throwing, ...(residents === undefined ? {} : { residents }) };
  if (stray) return strayDeathMove(setting);
  return death.application.phase === 'none'
    ? move('Apply', deathFiling(book, dayOf(now), dice(plan.family + place), throwing.chance(plan.disobedience)))
    : obedientDeathMove(setting);
};

/** Money comes late, and rates are sometimes known later still: once something is decided, months may pass. */
const pause = (throwing: Dice, { application, funeral }: DeathCase): number => {
  const decided = application.phase === 'closed' || Object.keys(funeral.decided).length > 0;
  return decided && throwing.chance(20) ? 60 * 24 * 45 : usualPause(throwing);
};

const cast = (book: LawBook, residents: Residents | undefined): Cast<DeathCommand, DeathEvent, DeathCase> => ({
  orders: (moment, place, stray) => next(book, moment, place, stray, residents),
  usually: (order, death) => deathActor(order as Move, death),
  everybody: Object.values(deathActors),
  drafter: deathActors.officer.id,
  pause,
  happened: (command, events) => {
    if (command.type === 'DeleteResidence' && events.some(({ type }) => type === 'ResidenceDeleted'))
      residents?.deleteDeceased();
  },
});

export const playOutDeath = (
  book: LawBook,
  plan: Plan,
  decider: ReturnType<typeof deathCase> = deathCase(book),
): DeathHistory => {
  const residents = plan.family % 2 === 1 ? registerOf(plan.family % 10 === 1) : undefined;
  const history = played(decider, plan, cast(book, residents));
  return residents === undefined ? history : { ...history, residents };
};
