/** The contract of a journal over the protocol server, by either call and whatever the server offers. */
import { modelRun, storeContract } from '@lienthong/testing/store-contract';
import { afterAll } from 'vitest';
import { deviations, doubleOffers, placeInDouble } from './trial/place.js';
import { removeBundle } from './trial/writers.js';

afterAll(removeBundle);

const ways = [
  { name: 'by append', wire: 'append', batchAppend: true },
  { name: 'by batch append', wire: 'batch-append', batchAppend: true },
  { name: 'on a server without batch append', wire: 'batch-append', batchAppend: false },
] as const;

for (const { name, ...way } of ways) {
  const place = placeInDouble(way);
  storeContract({ name: `EventStoreDB ${name}`, place, offers: doubleOffers, deviations });
  modelRun({ name: `EventStoreDB ${name}`, place, lasting: true, share: 0.1 });
}
