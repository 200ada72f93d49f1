/**
 * The desks of the civil status register (hộ tịch) and of the population database (dân cư) over HTTP, those of births and those
 * of deaths apart.
 */
import { httpDesk, type Line } from '@lienthong/adapters-http';
import type { Inbox } from '@lienthong/adapters-http/inbox';
import type { BirthDesks } from '@lienthong/core/birth-case';
import type { DeathDesks } from '@lienthong/core/death-case';
import {
  assignPersonalNumber,
  enterBirth,
  enterDeath,
  tellPopulationOfBirth,
  tellPopulationOfDeath,
} from './wire/purposes.js';

export type CivilStatusDesks = Readonly<{
  births: Pick<BirthDesks, 'enter-birth'>;
  deaths: Pick<DeathDesks, 'enter-death'>;
}>;

export type PopulationDesks = Readonly<{
  births: Pick<BirthDesks, 'assign-personal-number' | 'tell-population'>;
  deaths: Pick<DeathDesks, 'tell-population'>;
}>;

/** `inbox` is where the register's callbacks are kept; without one it is polled alone. */
export const civilStatusDesks = (line: Line, inbox?: Inbox): CivilStatusDesks => ({
  births: { 'enter-birth': httpDesk(line, enterBirth, inbox) },
  deaths: { 'enter-death': httpDesk(line, enterDeath, inbox) },
});

/** `inbox` is where the database's callbacks are kept; without one it is polled alone. */
export const populationDesks = (line: Line, inbox?: Inbox): PopulationDesks => ({
  births: {
    'assign-personal-number': httpDesk(line, assignPersonalNumber, inbox),
    'tell-population': httpDesk(line, tellPopulationOfBirth, inbox),
  },
  deaths: { 'tell-population': httpDesk(line, tellPopulationOfDeath, inbox) },
});
