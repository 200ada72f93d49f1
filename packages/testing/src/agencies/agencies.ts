/** All agencies of a scenario together (các cơ quan): the desks to ask them at, and their own records to compare with. */
import type { Instant } from '@lienthong/core';
import type { BirthDesks } from '@lienthong/core/birth-case';
import type { DeathDesks } from '@lienthong/core/death-case';
import type { Purpose, Repeats } from '@lienthong/core/requests';
import { civilStatusRegister } from './civil-status-register.js';
import { deathDesksOf, deathOffices } from './death-offices.js';
import { type Hospital, hospital } from './hospital.js';
import { identityAuthority } from './identity-authority.js';
import { populationDatabase } from './population-database.js';
import type { Effect, Office, OfficeFile, OfficeWorld, Queue } from './practice.js';
import { residenceRegister } from './residence-register.js';
import { createResidents, type Residents } from './residents.js';
import { socialInsurance } from './social-insurance.js';

export type Agencies = Readonly<{
  /** Asked about births. */
  desks: BirthDesks;
  /** Asked about deaths. */
  deathDesks: DeathDesks;
  hospital: Hospital;
  residents: Residents;
  /** What every agency did, by its own record. */
  effects: () => readonly Effect[];
  /** What waits at each of their offices; births and deaths have one each where both are told of. */
  queues: () => readonly Queue[];
  lookUp: (purpose: Purpose, key: string) => readonly Pick<OfficeFile<unknown, unknown>, 'status'>[];
  remind: (purpose: Purpose, key: string) => void;
  /** What whoever is asked this does about repeats. */
  repeats: (purpose: Purpose) => Repeats | undefined;
  confirmTwin: (caseId: string) => void;
  /** When something will happen next at those asked about this, or at any. */
  nextAt: (about?: 'births' | 'deaths') => Instant | undefined;
}>;

/** As much of an office as does not depend on what it is asked. */
type AnyOffice = Pick<Office<unknown, unknown>, 'purpose' | 'effects' | 'queue' | 'lookUp' | 'remind' | 'nextAt'> &
  Readonly<{ desk: Readonly<{ repeats: Repeats }> }>;

export const agencies = (world: OfficeWorld): Agencies => {
  const population = populationDatabase(world);
  const residence = residenceRegister(world);
  const insurance = socialInsurance(world);
  const residents = createResidents();
  const births = {
    'enter-birth': civilStatusRegister(world),
    'assign-personal-number': population.numbers,
    'register-residence': residence.entries,
    'issue-card': insurance.cards,
    'issue-identity-card': identityAuthority(world),
    'tell-residence': residence.changes,
    'tell-insurance': insurance.changes,
    'tell-population': population.changes,
  };
  const deaths = deathOffices(world, residents);
  const of: Readonly<Record<'births' | 'deaths', readonly AnyOffice[]>> = {
    births: Object.values(births),
    deaths: Object.values(deaths),
  };
  const all: readonly AnyOffice[] = [...of.births, ...of.deaths];
  const asked = (purpose: Purpose): readonly AnyOffice[] => all.filter((one) => one.purpose === purpose);
  return {
    desks: {
      'enter-birth': births['enter-birth'].desk,
      'assign-personal-number': births['assign-personal-number'].desk,
      'register-residence': births['register-residence'].desk,
      'issue-card': births['issue-card'].desk,
      'issue-identity-card': births['issue-identity-card'].desk,
      'tell-residence': births['tell-residence'].desk,
      'tell-insurance': births['tell-insurance'].desk,
      'tell-population': births['tell-population'].desk,
    },
    deathDesks: deathDesksOf(deaths),
    hospital: hospital(world),
    residents,
    effects: () => all.flatMap((one) => one.effects()),
    queues: () => all.map((one) => one.queue()),
    lookUp: (purpose, key) => asked(purpose).flatMap((one) => one.lookUp(key)),
    remind: (purpose, key) => {
      for (const one of asked(purpose)) one.remind(key);
    },
    repeats: (purpose) => asked(purpose)[0]?.desk.repeats,
    confirmTwin: population.confirmTwin,
    nextAt: (about) => (about === undefined ? all : of[about]).flatMap((one) => one.nextAt() ?? []).toSorted()[0],
  };
};
