/** Commands of a specification: the one named, as its usual giver gives it, under an id that follows from what it says. */
import { type Actor, atInVietnam, consequentId, day, type Instant, type Party } from '@lienthong/core';

type AnyOrder = Readonly<{ type: string; data: unknown }>;

/** What a command of this type orders. */
export type DataIn<C extends AnyOrder, T extends C['type']> = Extract<C, Readonly<{ type: T }>>['data'];

/** Who gives it and when, where that matters. */
export type Manner<Name extends string> = Readonly<{ by?: Name | Actor; at?: Instant; onBehalfOf?: Party }>;

const MINUTE = 60_000;

/** A moment: a day, and the time a clock in Vietnam shows. */
export const at = (on: string, time = '10:00:00'): Instant => {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return atInVietnam(day(on), (hours * 60 + minutes) * MINUTE + seconds * 1_000);
};

/** Orders of one group: by its people, on its day where none is named. */
export const ordering =
  <C extends AnyOrder, Name extends string>(
    people: Readonly<Record<Name, Actor>>,
    usually: (type: C['type'], data: unknown) => Actor,
    on: string,
  ) =>
  <T extends C['type']>(type: T, data: DataIn<C, T>, how: Manner<Name> = {}): C => {
    const { by, at: moment = at(on), onBehalfOf } = how;
    const actor = by === undefined ? usually(type, data) : typeof by === 'string' ? people[by] : by;
    const id = consequentId(`spec/${type}/${moment}/${JSON.stringify(data)}`);
    const shown = { id, type, at: moment, actor, data, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
    return shown as Readonly<Record<string, unknown>> as C;
  };

const agency: Party = { id: 'agency-1', role: 'agency' };

/** What the courier records of an agency's answer, heard at once. */
export const heard = <A>(request: string, said: A, moment: Instant) => ({
  request,
  answer: said,
  answeredAt: moment,
  receivedAt: moment,
  by: agency,
});
