/** What docs/guides/run-on-postgresql.md shows. */
import { E } from '@lienthong/core/fp';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { expect, it } from 'vitest';
import { postgresJournal } from './index.js';
import { freshDatabase } from './trial/database.js';
import { startPostgres } from './trial/server.js';

it('opens, appends and reads as the guide says', async () => {
  const server = await startPostgres();
  try {
    const { url } = await freshDatabase(server.url);
    const clock = testClock();
    // #region open
    // postgres://writer@db.example/registry
    const opened = await postgresJournal({ connect: url, clock })();
    // #endregion open
    if (E.isLeft(opened)) throw new Error(opened.left.kind);
    expect(await opened.right.append('case-1', 'none', [anEvent(1)])()).toMatchObject({ right: { revision: 0 } });
    expect(await opened.right.read('case-1')()).toMatchObject({ right: { events: [{ revision: 0 }] } });
    await opened.right.close()();
  } finally {
    await server.stop();
  }
}, 60_000);
