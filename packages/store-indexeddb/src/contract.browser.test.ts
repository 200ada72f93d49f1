/** The contract over Chromium's own IndexedDB: with the browser's locks, and what matters most without any. */
import { modelRun, type Offer, storeContract } from '@lienthong/testing/store-contract';
import { aBrowserPlace } from './trial/browser-place.js';

const offers: readonly Offer[] = [
  'lasting',
  'watchesOthers',
  'whileFull',
  'spawnWriter',
  'killWriter',
  'newerSchema',
  'neighbour',
];

const name = 'the journal in a database of the browser';
storeContract({ name, place: aBrowserPlace(), offers });
modelRun({ name, place: aBrowserPlace(), lasting: true, share: 0.1 });

const without = `${name}, without locks`;
modelRun({ name: without, place: aBrowserPlace({ locks: null }), lasting: true, share: 0.1 });
