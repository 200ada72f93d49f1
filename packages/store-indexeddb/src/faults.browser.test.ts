import { E } from '@lienthong/core/fp';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { expect, it } from 'vitest';
import { tellsWhatGoesWrong } from './trial/going-wrong.js';
import { freshName, opened } from './trial/place.js';
import { tell } from './trial/protocol.js';

tellsWhatGoesWrong('Chromium');

it('stays lost when somebody clears the data of the site, and does not come back empty', async () => {
  const name = freshName();
  const journal = await opened({ name, clock: testClock() });
  expect(E.isRight(await journal.append('case-1', 'none', [anEvent(1)])())).toBe(true);
  await tell('Storage.clearDataForOrigin', { origin: location.origin, storageTypes: 'indexeddb' });
  for (const answer of [
    await journal.read('case-1')(),
    await journal.feed()(),
    await journal.append('case-1', 'any', [anEvent(2)])(),
  ]) {
    expect(answer).toMatchObject({ left: { kind: 'Unavailable', code: 'corrupt', retry: false } });
  }
  expect((await indexedDB.databases()).some((one) => one.name === name)).toBe(false);
  await journal.close()();
});
