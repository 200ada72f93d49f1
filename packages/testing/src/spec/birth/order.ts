/** Commands of a specification: the one named, as its usual giver gives it, under an id that follows from what it says. */
import { type Actor, atInVietnam, consequentId, day, type Instant, type Party } from '@lienthong/core';
import type { BirthCommand, Declaration } from '@lienthong/core/birth-case';
import { aDeclaration, aFamily } from './a-declaration.js';
import { type ActorName, actors, usualActor } from './actors.js';

export type DataOf<T extends BirthCommand['type']> = Extract<BirthCommand, { type: T }>['data'];

/** Who gives it and when, where that matters. */
export type How = Readonly<{ by?: ActorName | Actor; at?: Instant; onBehalfOf?: Party }>;

const MINUTE = 60_000;

/** A moment: a day, and the time a clock in Vietnam shows. */
export const at = (on: string, time = '10:00:00'): Instant => {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return atInVietnam(day(on), (hours * 60 + minutes) * MINUTE + seconds * 1_000);
};

/** The day of a specification that names none. */
export const today = '2023-07-12';

export const order = <T extends BirthCommand['type']>(type: T, data: DataOf<T>, how: How = {}): BirthCommand => {
  const { by, at: moment = at(today), onBehalfOf } = how;
  const actor = by === undefined ? usualActor(type, data) : typeof by === 'string' ? actors[by] : by;
  const id = consequentId(`spec/${type}/${moment}/${JSON.stringify(data)}`);
  const shown = { id, type, at: moment, actor, data, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
  return shown as Readonly<Record<string, unknown>> as BirthCommand;
};

export const apply = (other: Partial<Declaration> = {}, how: How = {}): BirthCommand =>
  order('Apply', { declaration: aDeclaration(other), personal: aFamily }, how);

const agency: Party = { id: 'agency-1', role: 'agency' };

/** An agency's answer to a request, as the courier records it. */
export const answer = (request: string, said: DataOf<'RecordAnswer'>['answer'], how: How = {}): BirthCommand => {
  const moment = how.at ?? at(today);
  return order(
    'RecordAnswer',
    { request, answer: said, answeredAt: moment, receivedAt: moment, by: agency },
    { ...how, at: moment },
  );
};
