/** All agencies of a scenario together (các cơ quan): the desks to ask them at, and their own records to compare with. */
import type { Instant } from '@lienthong/core';
import type { BirthDesks } from '@lienthong/core/birth-case';
import type { BirthPurpose } from '@lienthong/core/requests';
import { civilStatusRegister } from './civil-status-register.js';
import { type Hospital, hospital } from './hospital.js';
import { identityAuthority } from './identity-authority.js';
import type { Effect, OfficeFile, OfficeWorld } from './office.js';
import { populationDatabase } from './population-database.js';
import { residenceRegister } from './residence-register.js';
import { socialInsurance } from './social-insurance.js';

export type Agencies = Readonly<{
  desks: BirthDesks;
  hospital: Hospital;
  /** What every agency did, by its own record. */
  effects: () => readonly Effect[];
  lookUp: (purpose: BirthPurpose, key: string) => readonly Pick<OfficeFile<unknown, unknown>, 'status'>[];
  remind: (purpose: BirthPurpose, key: string) => void;
  confirmTwin: (caseId: string) => void;
  nextAt: () => Instant | undefined;
}>;

export const agencies = (world: OfficeWorld): Agencies => {
  const population = populationDatabase(world);
  const residence = residenceRegister(world);
  const insurance = socialInsurance(world);
  const offices = {
    'enter-birth': civilStatusRegister(world),
    'assign-personal-number': population.numbers,
    'register-residence': residence.entries,
    'issue-card': insurance.cards,
    'issue-identity-card': identityAuthority(world),
    'tell-residence': residence.changes,
    'tell-insurance': insurance.changes,
    'tell-population': population.changes,
  };
  return {
    desks: {
      'enter-birth': offices['enter-birth'].desk,
      'assign-personal-number': offices['assign-personal-number'].desk,
      'register-residence': offices['register-residence'].desk,
      'issue-card': offices['issue-card'].desk,
      'issue-identity-card': offices['issue-identity-card'].desk,
      'tell-residence': offices['tell-residence'].desk,
      'tell-insurance': offices['tell-insurance'].desk,
      'tell-population': offices['tell-population'].desk,
    },
    hospital: hospital(world),
    effects: () => Object.values(offices).flatMap((one) => one.effects()),
    lookUp: (purpose, key) => offices[purpose].lookUp(key),
    remind: (purpose, key) => offices[purpose].remind(key),
    confirmTwin: population.confirmTwin,
    nextAt: () =>
      Object.values(offices)
        .flatMap((one) => one.nextAt() ?? [])
        .toSorted()[0],
  };
};
