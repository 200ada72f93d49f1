/**
 * The agencies that can be spoken to over HTTP (danh bạ cơ quan): under which name each is found, how its desks are opened over a
 * line, and how its double is put behind a server.
 */

import { civilStatusDesks, populationDesks } from '@lienthong/adapters-civil-status';
import { serveCivilStatus, servePopulation } from '@lienthong/adapters-civil-status/serve';
import { civilStatusWire, populationWire } from '@lienthong/adapters-civil-status/wire';
import type { Line } from '@lienthong/adapters-http';
import type { Inbox } from '@lienthong/adapters-http/inbox';
import type { ServedAgency, ServeOptions } from '@lienthong/adapters-http/serve';
import type { AgencyWire } from '@lienthong/adapters-http/wire';
import { insuranceDesks } from '@lienthong/adapters-insurance';
import { serveInsurance } from '@lienthong/adapters-insurance/serve';
import { insuranceWire } from '@lienthong/adapters-insurance/wire';
import { identityDesks, residenceDesks } from '@lienthong/adapters-residence';
import { serveIdentity, serveResidence } from '@lienthong/adapters-residence/serve';
import { identityWire, residenceWire } from '@lienthong/adapters-residence/wire';
import { meritDesks, paymentDesks, socialProtectionDesks } from '@lienthong/adapters-social-protection';
import { serveMerit, servePayments, serveSocialProtection } from '@lienthong/adapters-social-protection/serve';
import { meritWire, paymentWire, socialProtectionWire } from '@lienthong/adapters-social-protection/wire';
import type { BirthDesks } from '@lienthong/core/birth-case';
import type { DeathDesks } from '@lienthong/core/death-case';

/** Everybody whom a case of either group may ask. */
export type Desks = Readonly<{ births: BirthDesks; deaths: DeathDesks }>;

export type Listed = Readonly<{
  wire: AgencyWire;
  open: (line: Line, inbox?: Inbox) => Readonly<{ births?: Partial<BirthDesks>; deaths?: Partial<DeathDesks> }>;
  serve: (desks: Desks, options: ServeOptions) => ServedAgency;
}>;

export const DIRECTORY: readonly Listed[] = [
  { wire: civilStatusWire, open: civilStatusDesks, serve: serveCivilStatus },
  { wire: populationWire, open: populationDesks, serve: servePopulation },
  { wire: residenceWire, open: residenceDesks, serve: serveResidence },
  { wire: identityWire, open: identityDesks, serve: serveIdentity },
  { wire: insuranceWire, open: insuranceDesks, serve: serveInsurance },
  { wire: socialProtectionWire, open: socialProtectionDesks, serve: serveSocialProtection },
  { wire: meritWire, open: meritDesks, serve: serveMerit },
  { wire: paymentWire, open: paymentDesks, serve: servePayments },
];
