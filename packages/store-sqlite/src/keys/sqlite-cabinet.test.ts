import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyCabinet } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { keyContract, tombstone } from '@lienthong/testing/key-contract';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SqliteDriver } from '../driver.js';
import { driversHere } from '../trial/drivers.js';
import { sqliteCabinet } from './sqlite-cabinet.js';

const opened = async (driver: SqliteDriver, path: string): Promise<KeyCabinet> => {
  const cabinet = await sqliteCabinet({ driver, path, create: true })();
  if (E.isLeft(cabinet)) throw new Error(cabinet.left.code);
  return cabinet.right;
};

for (const driver of driversHere) {
  keyContract({
    name: `the cabinet in a file, over ${driver.name},`,
    lasting: true,
    place: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'lienthong-'));
      return {
        cabinet: () => opened(driver, join(folder, 'keys.db')),
        bytes: async () => readdirSync(folder).map((name) => readFileSync(join(folder, name))),
        remove: async () => rmSync(folder, { recursive: true, force: true }),
      };
    },
  });
}

describe.each(driversHere)('a file of keys, over $name', (driver) => {
  const fresh = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'lienthong-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return join(folder, 'keys.db');
  };
  const codeOf = async (path: string): Promise<string> => {
    const cabinet = await sqliteCabinet({ driver, path, patience: 50 })();
    if (E.isLeft(cabinet)) return cabinet.left.code;
    await cabinet.right.close()();
    return 'opened';
  };

  it('is made only when it is asked for, and for its owner alone', async () => {
    const path = fresh();
    expect(await codeOf(path)).toBe('unreachable');
    expect(existsSync(path)).toBe(false);
    await (await opened(driver, path)).close()();
    expect(await codeOf(path)).toBe('opened');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is refused when it is empty, foreign, or robbed of what guards it', async () => {
    const path = fresh();
    writeFileSync(path, '');
    expect(await codeOf(path)).toBe('corrupt');
    writeFileSync(path, 'not a database at all, whatever its name may be'.repeat(100));
    expect(await codeOf(path)).toBe('corrupt');
    rmSync(path);
    await (await opened(driver, path)).close()();
    const connection = driver.open(path, { readOnly: false });
    connection.exec('DROP TRIGGER tombstones_refuse_delete');
    connection.close();
    expect(await codeOf(path)).toBe('corrupt');
  });

  it('lets nobody take a tombstone away or lay a key on it', async () => {
    const path = fresh();
    const cabinet = await opened(driver, path);
    await cabinet.bury(tombstone({ caseId: 'case-1', subject: 'child' }))();
    await cabinet.close()();
    const connection = driver.open(path, { readOnly: false });
    onTestFinished(() => connection.close());
    for (const robbery of [
      'DELETE FROM tombstones',
      "UPDATE tombstones SET ground = 'none'",
      'DELETE FROM keys',
      'UPDATE keys SET wrapped = randomblob(60)',
    ])
      expect(() => connection.exec(robbery), robbery).toThrow(/stays erased/);
  });
});
