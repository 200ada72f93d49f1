import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, lienthongWith } from '../harness/lienthong.js';

const aStore = async () => {
  const cwd = folder();
  const lienthong = lienthongWith({ cwd });
  const played = await lienthong('simulate', '--births', '2', '--deaths', '0', '--store', 'sqlite:cases.db');
  expect(played.status).toBe(0);
  return { cwd, lienthong };
};

describe('backup', () => {
  it('copies a store that opens as the first one did, without its keys', async () => {
    const { cwd, lienthong } = await aStore();
    const { status, out } = await lienthong('backup', 'sqlite:cases.db', '--out', 'copy.db');
    expect({ status, out }).toEqual({ status: 0, out: 'Copied to copy.db; no keys are in it.\n' });
    expect(existsSync(join(cwd, 'copy.db.keys'))).toBe(false);
    const [first, second] = [await lienthong('export', 'sqlite:cases.db'), await lienthong('export', 'sqlite:copy.db')];
    expect(second.status).toBe(0);
    const events = (text: string): readonly string[] => text.split('\n').slice(1);
    expect(events(second.out)).toEqual(events(first.out));
  }, 60_000);

  it('writes over nothing', async () => {
    const { cwd, lienthong } = await aStore();
    writeFileSync(join(cwd, 'there.db'), 'mine');
    const { status, err } = await lienthong('backup', 'sqlite:cases.db', '--out', 'there.db');
    expect({ status, err }).toMatchObject({ status: 2, err: expect.stringContaining('--out') });
  }, 60_000);

  it('is for files that are there', async () => {
    const lienthong = lienthongWith({ cwd: folder() });
    expect(await lienthong('backup', 'sqlite:none.db', '--out', 'a.db')).toMatchObject({ status: 3, out: '' });
    expect(await lienthong('backup', 'postgres://host/db', '--out', 'a.db')).toMatchObject({ status: 2, out: '' });
  });
});
