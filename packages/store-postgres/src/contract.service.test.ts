import { modelRun, type Offer, storeContract } from '@lienthong/testing/store-contract';
import { afterAll, beforeAll } from 'vitest';
import { placeIn } from './trial/place.js';
import { isOurs, type Server, startPostgres } from './trial/server.js';

const anywhere: readonly Offer[] = [
  'lasting',
  'tamper',
  'whileReadOnly',
  'spawnWriter',
  'killWriter',
  'holdWriter',
  'leaveGap',
  'stride',
  'dropConnection',
  'interrupt',
  'newerSchema',
  'neighbour',
  'watchesOthers',
];
/** A server that somebody else runs is neither killed nor copied. */
const offers: readonly Offer[] = isOurs ? [...anywhere, 'restart', 'restored'] : anywhere;

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const safe = placeIn(() => server);
storeContract({ name: 'the journal in PostgreSQL', place: safe, offers });
modelRun({ name: 'the journal in PostgreSQL', place: safe, lasting: true, share: 0.05 });

const strict = placeIn(() => server, { feed: 'strict' });
storeContract({ name: 'the journal in PostgreSQL with a strict feed', place: strict, offers });
