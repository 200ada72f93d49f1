/** The population database as a server (cơ sở dữ liệu dân cư trên mạng): any desks of these kinds, spoken to over the contract. */
import { type ServedAgency, type ServeOptions, serveAgency } from '@lienthong/adapters-http/serve';
import type { PopulationDesks } from '../desks.js';
import { populationWire } from '../wire/agencies.js';
import { assignPersonalNumber, tellPopulationOfBirth, tellPopulationOfDeath } from '../wire/purposes.js';

export const servePopulation = ({ births, deaths }: PopulationDesks, options: ServeOptions = {}): ServedAgency =>
  serveAgency(
    populationWire,
    {
      [assignPersonalNumber.path]: births['assign-personal-number'],
      [tellPopulationOfBirth.path]: births['tell-population'],
      [tellPopulationOfDeath.path]: deaths['tell-population'],
    },
    options,
  );
