import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Journal, StoredEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from './backup.js';
import { sqliteJournal } from './sqlite-journal.js';
import { driversHere } from './trial/drivers.js';

describe.each(driversHere)('L: backup and restore of a file, over $name', (driver) => {
  let folder = '';
  let path = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lienthong-'));
    path = join(folder, "the ward's cases.db");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const open = async (at: string): Promise<Journal> => {
    const journal = await sqliteJournal({ driver, path: at, clock: testClock() })();
    if (E.isLeft(journal)) throw new Error(JSON.stringify(journal.left));
    return journal.right;
  };

  const all = async (journal: Journal, after?: string): Promise<readonly StoredEvent[]> => {
    const page = await journal.feed(after === undefined ? {} : { after })();
    if (E.isLeft(page)) throw new Error(JSON.stringify(page.left));
    return page.right.events;
  };

  /** Twelve events in three streams. */
  const fill = async (journal: Journal): Promise<void> => {
    for (let n = 0; n < 12; n += 1) {
      expect(await journal.append(`case-${n % 3}`, 'any', [anEvent(n + 1)])()).toMatchObject({ _tag: 'Right' });
    }
  };

  const goesOn = async (copy: string, before: readonly StoredEvent[]): Promise<void> => {
    const restored = await open(copy);
    expect(await all(restored)).toEqual(before);
    const checkpoint = before[6]?.position as string;
    expect(await all(restored, checkpoint)).toEqual(before.slice(7));
    const next = await restored.append('case-0', { exact: 3 }, [anEvent(20)])();
    expect(next).toMatchObject({ right: { revision: 4 } });
    const last = before.at(-1)?.position as string;
    expect(E.isRight(next) && next.right.position > last).toBe(true);
    expect(await restored.append('case-0', 'none', [anEvent(1)])()).toMatchObject({ right: { repeated: true } });
    await restored.close()();
  };

  it('dumps a journal that is being written into a file that goes on where it stood', async () => {
    const journal = await open(path);
    await fill(journal);
    const before = await all(journal);
    const to = join(folder, 'backup.db');
    expect(await backUp({ driver, path, to })()).toEqual(E.right(undefined));
    expect(await journal.append('case-1', 'any', [anEvent(30)])()).toMatchObject({ _tag: 'Right' });
    await goesOn(to, before);
    await journal.close()();
    expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
  });

  it('is restored from a copy of the closed file', async () => {
    const journal = await open(path);
    await fill(journal);
    const before = await all(journal);
    await journal.close()();
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    await goesOn(copy, before);
  });

  it('writes over nothing, copies nothing that is damaged, and says what is missing', async () => {
    const to = join(folder, 'backup.db');
    expect(await backUp({ driver, path, to })()).toMatchObject({ left: { code: 'unreachable' } });
    writeFileSync(path, 'This is a letter, not a journal.'.repeat(200));
    expect(await backUp({ driver, path, to })()).toMatchObject({ left: { code: 'corrupt' } });
    expect(existsSync(to)).toBe(false);
    writeFileSync(to, 'something else');
    expect(await backUp({ driver, path, to })()).toMatchObject({ left: { kind: 'BadInput', at: 'to' } });
  });

  it('says when there is no folder for it, and leaves nothing', async () => {
    await (await open(path)).close()();
    const to = join(folder, 'nowhere', 'backup.db');
    expect(await backUp({ driver, path, to })()).toMatchObject({ left: { kind: 'Unavailable', code: 'unreachable' } });
    expect(existsSync(to)).toBe(false);
  });
});
