import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { E } from '@lienthong/core/fp';
import type { ViewStore } from '@lienthong/core/subscriptions';
import { viewContract } from '@lienthong/testing/view-contract';
import { describe, expect, it } from 'vitest';
import type { SqliteDriver } from '../driver.js';
import { driversHere } from '../trial/drivers.js';
import { sqliteViews } from './sqlite-views.js';

const placeOf = (driver: SqliteDriver) => async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lienthong-views-'));
  return {
    open: async (): Promise<ViewStore> => {
      const views = await sqliteViews({ driver, path: join(folder, 'cases.db.views') })();
      if (E.isRight(views)) return views.right;
      throw new Error(JSON.stringify(views.left));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

for (const driver of driversHere) {
  viewContract({ name: `the view store in a file, over ${driver.name}`, lasting: true, place: placeOf(driver) });
}

describe('opening a file of views', () => {
  const inFolder = async (play: (path: string, driver: SqliteDriver) => Promise<void>): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'lienthong-views-'));
    try {
      for (const driver of driversHere) await play(join(folder, `${driver.name.replace(':', '-')}.views`), driver);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  it('refuses what is not a file of views, and leaves it as it is', () =>
    inFolder(async (path, driver) => {
      for (const content of ['', 'not a database, but a text that is long enough to be taken for one'.repeat(20)]) {
        await writeFile(path, content);
        expect(await sqliteViews({ driver, path })()).toMatchObject({ left: { kind: 'Unavailable', code: 'corrupt' } });
      }
      await rm(path);
      const foreign = driver.open(path, { readOnly: false });
      foreign.exec('CREATE TABLE something (x)');
      foreign.close();
      expect(await sqliteViews({ driver, path })()).toMatchObject({ left: { code: 'corrupt' } });
    }));

  it('says so when a later release has made the file', () =>
    inFolder(async (path, driver) => {
      const views = await sqliteViews({ driver, path })();
      if (E.isLeft(views)) throw new Error(views.left.kind);
      await views.right.close()();
      const connection = driver.open(path, { readOnly: false });
      connection.exec('PRAGMA user_version = 99');
      connection.close();
      expect(await sqliteViews({ driver, path })()).toMatchObject({ left: { code: 'newer-schema' } });
    }));

  it('answers that there is no such folder', () =>
    inFolder(async (path, driver) => {
      const answer = await sqliteViews({ driver, path: `${path}/nowhere/cases.views` })();
      expect(answer).toMatchObject({ left: { kind: 'Unavailable', code: 'unreachable' } });
    }));
});
