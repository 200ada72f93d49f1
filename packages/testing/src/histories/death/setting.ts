/** What the moves of a death look at: the case, the moment, and the register of those who live where the deceased did. */
import type { Instant } from '@lienthong/core';
import { type DeathCase, type DeathLeg, legsOf, outcomeOf } from '@lienthong/core/death-case';
import type { LawBook } from '@lienthong/core/law';
import type { Dice } from '../dice.js';
import type { Residents } from './residents.js';

/** `residents` where the police keep a register and speak the truth; else they say what the dice say. */
export type Setting = Readonly<{ book: LawBook; death: DeathCase; now: Instant; dice: Dice; residents?: Residents }>;

/** A leg that was chosen and has not ended. */
export const runs = (death: DeathCase, leg: DeathLeg): boolean =>
  legsOf(death.application).includes(leg) && outcomeOf(death, leg) === undefined;

export const supplementing = ({ dossier }: DeathCase['deletion' | 'funeral' | 'survivor' | 'registration']): boolean =>
  dossier.status === 'supplementing';
