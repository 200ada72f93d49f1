/**
 * Authority (thẩm quyền): what the rules may know of offices. Where a unit may act, whether somebody holds the office they act
 * in, and whether they may act in another's name. All are facts that the embedder brings; the rules only ask.
 */
import type { Party } from '../kernel/envelope.js';
import type { PlainDate } from '../values/plain-date.js';
import { type Appointment, appointmentOf } from './appointments.js';
import { type Jurisdictions, ownUnitOnly } from './jurisdiction.js';
import { isMandated, type Mandate } from './mandates.js';
import { CITIZENS, isRole, MACHINES } from './roles.js';

export type Authority = Jurisdictions &
  Readonly<{
    /** Whether this party holds the office it acts in on that day, in its own right or by delegation. */
    holds: (party: Party, on: PlainDate) => boolean;
    /** Whether it may act in somebody's name on that day; absent where nobody keeps mandates. */
    mandated?: (actor: Party, principal: Party, on: PlainDate) => boolean;
  }>;

/** Everybody is what they claim to be, at their own unit: for embedders whose login already answers for it. */
export const asClaimed: Authority = { ...ownUnitOnly, holds: () => true };

/** Citizens and our own machinery hold no office and need none. */
export const needsNoOffice = (role: string): boolean =>
  isRole(role) && (CITIZENS.includes(role) || MACHINES.includes(role));

/** Offices by a register of appointments; where mandates are kept as well, nobody acts for another without one. */
export const byRegister = (
  register: readonly Appointment[],
  jurisdictions: Jurisdictions = ownUnitOnly,
  mandates?: readonly Mandate[],
): Authority => ({
  ...jurisdictions,
  holds: (party, on) => needsNoOffice(party.role) || appointmentOf(register, party, on) !== undefined,
  ...(mandates === undefined ? {} : { mandated: (actor, principal, on) => isMandated(mandates, actor, principal, on) }),
});
