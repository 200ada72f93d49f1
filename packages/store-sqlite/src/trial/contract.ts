/** The contract of a journal, kept in a file over one driver. One test file a driver, so that they run side by side. */
import { modelRun, type Offer, storeContract } from '@lienthong/testing/store-contract';
import { it } from 'vitest';
import { driversHere } from './drivers.js';
import { placeOf } from './place.js';

const offers: readonly Offer[] = [
  'lasting',
  'tamper',
  'bytes',
  'powerCut',
  'whileReadOnly',
  'whileFull',
  'spawnWriter',
  'killWriter',
  'newerSchema',
  'restored',
];

/** A driver that this Node cannot load is a test that says so, never a silent absence. */
export const keepsContract = (driverName: string): void => {
  const name = `the journal in a file, over ${driverName}`;
  const driver = driversHere.find((one) => one.name === driverName);
  if (driver === undefined) {
    it.skip(`${name}: this Node cannot load it; see trial/drivers.ts`, () => undefined);
    return;
  }
  storeContract({ name, place: placeOf(driver), offers });
  modelRun({ name, place: placeOf(driver), lasting: true, share: 0.1 });
};
