/** What docs/guides/run-on-eventstoredb.md shows. */
import { E } from '@lienthong/core/fp';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { expect, it } from 'vitest';
import { eventstoredbJournal } from './index.js';
import { aServer, cleanUp } from './trial/harness.js';

cleanUp();

it('opens, appends and reads as the guide says', async () => {
  const { connectionString } = await aServer();
  const clock = testClock();
  // #region open
  // esdb+discover://lienthong:secret@cluster.example.vn:2113?tlsCAFile=/etc/lienthong/ca.crt
  const opened = await eventstoredbJournal({ connection: connectionString, prefix: 'lienthong/', clock })();
  // #endregion open
  if (E.isLeft(opened)) throw new Error(opened.left.kind);
  expect(await opened.right.append('case-1', 'none', [anEvent(1)])()).toMatchObject({ right: { revision: 0 } });
  expect(await opened.right.read('case-1')()).toMatchObject({ right: { events: [{ revision: 0 }] } });
  await opened.right.close()();
});
