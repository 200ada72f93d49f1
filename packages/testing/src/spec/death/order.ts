/** Commands of a death case, for specifications. */
import type { DeathCommand, DeathDeclaration } from '@lienthong/core/death-case';
import { at, type DataIn, heard, type Manner, ordering } from '../ordering.js';
import { aDeathDeclaration, aDeceased } from './a-death-declaration.js';
import { type DeathActorName, deathActors, usualDeathActor } from './actors.js';

export type DeathDataOf<T extends DeathCommand['type']> = DataIn<DeathCommand, T>;

type How = Manner<DeathActorName>;

/** The day of a specification that names none. */
export const deathToday = '2025-08-12';

export const deathOrder = ordering<DeathCommand, DeathActorName>(deathActors, usualDeathActor, deathToday);

export const deathApply = (other: Partial<DeathDeclaration> = {}, how: How = {}): DeathCommand =>
  deathOrder('Apply', { declaration: aDeathDeclaration(other), personal: aDeceased }, how);

/** An agency's answer to a request, as the courier records it. */
export const deathAnswer = (
  request: string,
  said: DeathDataOf<'RecordAnswer'>['answer'],
  how: How = {},
): DeathCommand => {
  const moment = how.at ?? at(deathToday);
  return deathOrder('RecordAnswer', heard(request, said, moment), { ...how, at: moment });
};
