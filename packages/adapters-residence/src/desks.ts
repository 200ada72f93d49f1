/**
 * The desks of the residence register (cư trú) and of the identity authority (căn cước) over HTTP, those of births and those of
 * deaths apart.
 */
import { httpDesk, type Line } from '@lienthong/adapters-http';
import type { Inbox } from '@lienthong/adapters-http/inbox';
import type { BirthDesks } from '@lienthong/core/birth-case';
import type { DeathDesks } from '@lienthong/core/death-case';
import {
  deleteResidence,
  issueIdentityCard,
  registerResidence,
  tellResidenceOfBirth,
  tellResidenceOfDeath,
} from './wire/purposes.js';

export type ResidenceDesks = Readonly<{
  births: Pick<BirthDesks, 'register-residence' | 'tell-residence'>;
  deaths: Pick<DeathDesks, 'delete-residence' | 'tell-residence'>;
}>;

/** The authority is asked about births alone; `deaths` is empty, so that all parts are put together alike. */
export type IdentityDesks = Readonly<{
  births: Pick<BirthDesks, 'issue-identity-card'>;
  deaths: Readonly<Record<never, never>>;
}>;

/** `inbox` is where the register's callbacks are kept; without one it is polled alone. */
export const residenceDesks = (line: Line, inbox?: Inbox): ResidenceDesks => ({
  births: {
    'register-residence': httpDesk(line, registerResidence, inbox),
    'tell-residence': httpDesk(line, tellResidenceOfBirth, inbox),
  },
  deaths: {
    'delete-residence': httpDesk(line, deleteResidence, inbox),
    'tell-residence': httpDesk(line, tellResidenceOfDeath, inbox),
  },
});

/** `inbox` is where the authority's callbacks are kept; without one it is polled alone. */
export const identityDesks = (line: Line, inbox?: Inbox): IdentityDesks => ({
  births: { 'issue-identity-card': httpDesk(line, issueIdentityCard, inbox) },
  deaths: {},
});
