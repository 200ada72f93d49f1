/**
 * Appointments and delegations (bổ nhiệm, ủy quyền): who holds a role at a unit, from when to when, in their own right or for
 * another. The register is a fact brought by the embedder; this module only reads it.
 */
import type { Party } from '../kernel/envelope.js';
import type { PlainDate } from '../values/plain-date.js';
import type { Role } from './roles.js';

export type Appointment = Readonly<{
  person: string;
  role: Role;
  unit: string;
  from: PlainDate;
  to?: PlainDate;
  /** The person who delegated; absent when held in one's own right. */
  delegatedBy?: string;
}>;

const runsOn = ({ from, to }: Appointment, on: PlainDate): boolean => from <= on && (to === undefined || on <= to);

/** The appointment under which a party acts on a day; `undefined` when they hold none, or their delegator no longer does. */
export const appointmentOf = (
  register: readonly Appointment[],
  { id, role, unit }: Party,
  on: PlainDate,
): Appointment | undefined =>
  register.find(
    (held) =>
      held.person === id &&
      held.role === role &&
      held.unit === unit &&
      runsOn(held, on) &&
      (held.delegatedBy === undefined ||
        register.some(
          (own) =>
            own.person === held.delegatedBy &&
            own.delegatedBy === undefined &&
            own.role === role &&
            own.unit === unit &&
            runsOn(own, on),
        )),
  );
