import { modelRun, type Offer, storeContract } from '@lienthong/testing/store-contract';
import { driversHere } from './trial/drivers.js';
import { placeOf } from './trial/place.js';

const offers: readonly Offer[] = [
  'lasting',
  'tamper',
  'bytes',
  'powerCut',
  'whileReadOnly',
  'whileFull',
  'spawnWriter',
];

for (const driver of driversHere) {
  const name = `the journal in a file, over ${driver.name}`;
  storeContract({ name, place: placeOf(driver), offers });
  modelRun({ name, place: placeOf(driver), lasting: true, share: 0.1 });
}
