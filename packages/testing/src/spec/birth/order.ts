/** Commands of a birth case, for specifications. */
import type { BirthCommand, Declaration } from '@lienthong/core/birth-case';
import { at, type DataIn, heard, type Manner, ordering } from '../ordering.js';
import { aDeclaration, aFamily } from './a-declaration.js';
import { type ActorName, actors, usualActor } from './actors.js';

export type DataOf<T extends BirthCommand['type']> = DataIn<BirthCommand, T>;

export type How = Manner<ActorName>;

/** The day of a specification that names none. */
export const today = '2023-07-12';

export const order = ordering<BirthCommand, ActorName>(actors, usualActor, today);

export const apply = (other: Partial<Declaration> = {}, how: How = {}): BirthCommand =>
  order('Apply', { declaration: aDeclaration(other), personal: aFamily }, how);

/** An agency's answer to a request, as the courier records it. */
export const answer = (request: string, said: DataOf<'RecordAnswer'>['answer'], how: How = {}): BirthCommand => {
  const moment = how.at ?? at(today);
  return order('RecordAnswer', heard(request, said, moment), { ...how, at: moment });
};
