/**
 * Authority (thẩm quyền): what the rules may know of offices. Where a unit may act, and whether somebody holds the office they
 * act in. Both are facts that the embedder brings; the rules only ask.
 */
import type { Party } from '../kernel/envelope.js';
import type { PlainDate } from '../values/plain-date.js';
import { type Appointment, appointmentOf } from './appointments.js';
import { type Jurisdictions, ownUnitOnly } from './jurisdiction.js';
import { CITIZENS, isRole, MACHINES } from './roles.js';

export type Authority = Jurisdictions &
  Readonly<{
    /** Whether this party holds the office it acts in on that day, in its own right or by delegation. */
    holds: (party: Party, on: PlainDate) => boolean;
  }>;

/** Everybody is what they claim to be, at their own unit: for embedders whose login already answers for it. */
export const asClaimed: Authority = { ...ownUnitOnly, holds: () => true };

/** Offices by a register of appointments; citizens and our own machinery hold none and need none. */
export const byRegister = (
  register: readonly Appointment[],
  jurisdictions: Jurisdictions = ownUnitOnly,
): Authority => ({
  ...jurisdictions,
  holds: (party, on) =>
    (isRole(party.role) && (CITIZENS.includes(party.role) || MACHINES.includes(party.role))) ||
    appointmentOf(register, party, on) !== undefined,
});
