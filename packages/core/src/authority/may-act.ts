/**
 * May this party do this act, at this place, on this day (được làm gì, ở đâu, nhân danh ai)? The same four questions the guard of a
 * case asks, for whoever must know before there is a case: a login, a menu, a report.
 */
import { E, type Either } from '../fp.js';
import type { Party } from '../kernel/envelope.js';
import type { PlainDate } from '../values/plain-date.js';
import { type Appointment, appointmentOf } from './appointments.js';
import { needsNoOffice } from './authority.js';
import { type Jurisdictions, ownUnitOnly } from './jurisdiction.js';
import { isMandated, type Mandate } from './mandates.js';
import { isRole, type Role } from './roles.js';

/** Everything that is known of accounts (tài khoản), units and mandates. */
export type Register = Readonly<{
  appointments: readonly Appointment[];
  mandates?: readonly Mandate[];
  jurisdictions?: Jurisdictions;
  /** The offices entitled to each act, as the row of competence in force says. */
  competences: Readonly<Record<string, readonly string[]>>;
}>;

/** `competent` is the unit competent for the matter; absent where the act is bound to no place. */
export type Place = Readonly<{ competent?: string; onBehalfOf?: Party }>;

export type NotAllowed = Readonly<{
  why: 'RoleNotEntitled' | 'OfficeNotHeld' | 'OutsideJurisdiction' | 'MandateMissing';
  /** The offices that may do it. */
  offices?: readonly string[];
}>;

/** Under which appointment; `null` for citizens and machines, who hold none. */
export type Allowance = Readonly<{ appointment: Appointment | null }>;

export const mayAct = (
  { appointments, mandates, jurisdictions = ownUnitOnly, competences }: Register,
  actor: Party,
  act: string,
  { competent, onBehalfOf }: Place,
  on: PlainDate,
): Either<NotAllowed, Allowance> => {
  const offices = competences[act] ?? [];
  if (!isRole(actor.role) || !offices.includes(actor.role)) return E.left({ why: 'RoleNotEntitled', offices });
  const appointment = appointmentOf(appointments, actor, on) ?? null;
  if (appointment === null && !needsNoOffice(actor.role)) return E.left({ why: 'OfficeNotHeld' });
  if (appointment !== null && competent !== undefined && !jurisdictions.covers(appointment.unit, competent, on)) {
    return E.left({ why: 'OutsideJurisdiction' });
  }
  if (mandates !== undefined && !isMandated(mandates, actor, onBehalfOf, on)) return E.left({ why: 'MandateMissing' });
  return E.right({ appointment });
};

/** A person with the offices they hold on a day, in their own right or by a delegation that still runs. */
export type Account = Readonly<{
  person: string;
  offices: readonly Readonly<{ role: Role; unit: string; delegatedBy?: string }>[];
}>;

export const accountOn = (register: readonly Appointment[], person: string, on: PlainDate): Account => ({
  person,
  offices: register
    .filter(
      (held) => held.person === person && appointmentOf([held, ...register], { ...held, id: person }, on) === held,
    )
    .map(({ role, unit, delegatedBy }) => ({ role, unit, ...(delegatedBy === undefined ? {} : { delegatedBy }) })),
});
