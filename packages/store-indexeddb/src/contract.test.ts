/** The contract over an IndexedDB in memory, in plain Node and without locks. Chromium's own: contract.browser.test.ts. */
import 'fake-indexeddb/auto';
import { modelRun, storeContract } from '@lienthong/testing/store-contract';
import { aPlace } from './trial/place.js';

const name = 'the journal in a database of the browser, over one in memory';
const place = aPlace({ locks: null });

storeContract({ name, place, offers: ['lasting', 'newerSchema', 'neighbour'] });
modelRun({ name, place, lasting: true, share: 0.1 });
