/**
 * The same suites against a real server, where `LIENTHONG_ESDB_URL` names one (see the guide). It may be used by others too:
 * each case writes under a name of its own, and one deletes a stream of its own.
 */
import { modelRun, storeContract } from '@lienthong/testing/store-contract';
import { afterAll, it } from 'vitest';
import { deviations, everywhere, placeIn } from './trial/place.js';
import { removeBundle } from './trial/writers.js';

afterAll(removeBundle);

const url = process.env['LIENTHONG_ESDB_URL'] ?? '';

if (url === '') {
  it.skip('a real server keeps the contract (not run here: LIENTHONG_ESDB_URL names no server)', () => undefined);
} else {
  for (const wire of ['append', 'batch-append'] as const) {
    const name = `a real server, by ${wire},`;
    storeContract({ name, place: placeIn(url, wire), offers: everywhere, deviations });
    modelRun({ name, place: placeIn(url, wire), lasting: true, share: 0.05 });
  }
}
