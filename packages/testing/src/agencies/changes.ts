/**
 * The counters at which agencies are told of a change (tiếp nhận thay đổi), or of a death. Each group of procedures has one of
 * its own at every agency, so that nobody fetches another's replies.
 */
import type { Change, ChangeAnswer } from '@lienthong/core/requests';
import { office } from './office.js';
import type { Office, OfficeWorld } from './practice.js';

const HOUR = 3_600_000;

export type ChangeOffice = Office<Change, ChangeAnswer>;

/** Honours keys. */
export const changesOfResidence = (world: OfficeWorld): ChangeOffice =>
  office<Change, ChangeAnswer>(
    {
      system: 'residence',
      agency: 'residence-register',
      purpose: 'tell-residence',
      repeats: 'keyed',
      by: () => ({ id: 'police', role: 'residence-officer' }),
      takes: (_, random) => ({ ms: random.int(1, 8) * HOUR, working: true }),
      judge: () => ({ outcome: 'taken' }),
      effect: (_, { what }) => `${what} taken`,
    },
    world,
  );

/** Knows neither keys nor look-ups. */
export const changesOfInsurance = (world: OfficeWorld): ChangeOffice =>
  office<Change, ChangeAnswer>(
    {
      system: 'insurance',
      agency: 'social-insurance',
      purpose: 'tell-insurance',
      repeats: 'neither',
      by: () => ({ id: 'insurance-nghe-an', role: 'insurance-officer' }),
      takes: () => ({ ms: 0, working: false }),
      judge: () => ({ outcome: 'taken' }),
      effect: (_, { what }) => `${what} taken`,
    },
    world,
  );

/** Can be looked up. Takes every death, and not every correction (F5). */
export const changesOfPopulation = (world: OfficeWorld): ChangeOffice =>
  office<Change, ChangeAnswer>(
    {
      system: 'population',
      agency: 'population-database',
      purpose: 'tell-population',
      repeats: 'queryable',
      by: () => ({ id: 'population-database', role: 'population-database' }),
      takes: () => ({ ms: 0, working: false }),
      judge: ({ file: { content }, random }) =>
        content.what === 'correction' && random.chance(world.faults.F5.correctionNotTaken)
          ? { outcome: 'not-taken', reason: 'NotAcceptedNow' }
          : { outcome: 'taken' },
      effect: ({ outcome }, { what }) => (outcome === 'taken' ? `${what} taken` : undefined),
    },
    world,
  );
