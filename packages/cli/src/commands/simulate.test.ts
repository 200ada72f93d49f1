import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Simulated } from '@lienthong/testing/scenarios';
import { describe, expect, it } from 'vitest';
import { folder, lienthongWith } from '../harness/lienthong.js';
import { takenAway } from '../harness/taken-away.js';
import type { Statistics } from '../readings/statistics.js';

const FEW = '12';
const FEWER = '4';
const NOTHING = { count: 0, dong: 0 };

const played = async (...more: readonly string[]) => {
  const cwd = folder();
  const lienthong = lienthongWith({ cwd });
  const { status, json, err } = await lienthong(
    'simulate',
    '--births',
    FEW,
    '--deaths',
    FEWER,
    '--store',
    'sqlite:month.db',
    '--json',
    ...more,
  );
  expect(status, err).toBe(0);
  return { cwd, lienthong, simulated: json() as Simulated & { elapsedMs: number; store: string } };
};

describe('lienthong simulate', () => {
  it('plays a month, loses nothing, does nothing twice, and ends with the figures of its contract', async () => {
    const { simulated } = await played('--faults', 'none');
    expect(simulated).toMatchObject({
      scenario: 'nghe-an-2023',
      seed: 1,
      faults: 'none',
      received: { total: 16, birth: 12, death: 4 },
      byStatus: { done: 16 },
      onTime: 16,
      late: 0,
      stuck: 0,
      lost: 0,
      duplicatedEffects: 0,
      refused: 0,
      benefits: expect.objectContaining({ toppedUp: NOTHING, outstanding: NOTHING }),
      events: expect.any(Number),
      elapsedMs: expect.any(Number),
    });
  });

  it('leaves a store whose own statistics are the same, and one less with one case removed', async () => {
    const { cwd, lienthong, simulated } = await played('--seed', '2');
    const stats = (await lienthong('stats', '--store', 'sqlite:month.db', '--json')).json() as Statistics;
    const { received, byStatus, onTime, late, stuck, refused, benefits, events } = simulated;
    expect(stats).toMatchObject({ received, byStatus, onTime, late, stuck, refused, benefits, events });
    expect(benefits.decided.dong + benefits.toppedUp.dong).toBe(benefits.paid.dong + benefits.outstanding.dong);

    for (const [group, left] of [
      ['birth', { total: 15, birth: 11, death: 4 }],
      ['death', { total: 15, birth: 12, death: 3 }],
    ] as const) {
      const removed = `${group}-${await firstCase(lienthong, group)}`;
      const fewer = await takenAway({ cwd, lienthong }, 'sqlite:month.db', (stream) => stream === removed);
      const without = (await lienthong('stats', '--store', fewer, '--json')).json() as Statistics;
      expect(without.received).toEqual(left);
    }
  });

  it('leaves a store in which every decision, judged again, is the same', async () => {
    const { lienthong } = await played('--seed', '3');
    const { status, json } = await lienthong('replay', 'sqlite:month.db', '--json');
    expect(json()).toMatchObject({ cases: 16, notJudged: [], findings: [] });
    expect(status).toBe(0);
  });

  it('gives the same history for the same seed, and another for another', async () => {
    const rootOf = async (seed: string): Promise<unknown> => {
      const { lienthong } = await played('--seed', seed);
      const { lines } = {
        lines: (await lienthong('timeline', await firstCase(lienthong), '--store', 'sqlite:month.db')).out,
      };
      return lines;
    };
    const [one, again, other] = [await rootOf('4'), await rootOf('4'), await rootOf('5')];
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('tells where the store lies and which commands to try next, and takes a fresh name each run', async () => {
    const cwd = folder();
    const lienthong = lienthongWith({ cwd });
    const few = ['simulate', '--births', '1', '--deaths', '1'] as const;
    const [one, other] = [await lienthong(...few), await lienthong(...few)];
    const storeIn = (out: string): string => /sqlite:(\S+\.db)/.exec(out)?.[1] ?? '';
    expect(storeIn(one.out)).toMatch(/^lienthong-data\/nghe-an-2023-field-1-2024-09-03-090000\.db$/);
    expect(storeIn(other.out)).not.toBe(storeIn(one.out));
    for (const { out, status } of [one, other]) {
      expect(status).toBe(0);
      expect(existsSync(join(cwd, storeIn(out)))).toBe(true);
      const tries = out.split('\n').filter((line) => line.startsWith('  npx lienthong '));
      expect(tries).toHaveLength(3);
      for (const line of tries) {
        expect(await lienthong(...line.trim().split(' ').slice(2))).toMatchObject({ status: 0 });
      }
    }
  });

  it('plays the month in which benefits rose, with the survivors’ benefit and top-ups in it', async () => {
    const { simulated } = await played('--scenario', 'nghe-an-2026', '--seed', '6');
    expect(simulated).toMatchObject({
      scenario: 'nghe-an-2026',
      received: { total: 16, birth: 12, death: 4 },
      lost: 0,
      duplicatedEffects: 0,
    });
  });

  it('tells people the money that was decided and paid', async () => {
    const lienthong = lienthongWith({ cwd: folder() });
    const asked = ['simulate', '--births', '1', '--deaths', '8', '--faults', 'none', '--store', 'memory:'] as const;
    const { out } = await lienthong(...asked, '--lang', 'vi');
    expect(out).toMatch(/Trợ cấp: quyết định +\d+ +[\d.]+ ₫\n/);
    expect(out).toMatch(/Trợ cấp: đã chi trả +\d+ +[\d.]+ ₫\n/);
  });

  it('draws a progress bar only where somebody watches', async () => {
    const run = (watched: boolean) =>
      lienthongWith({ cwd: folder(), watched })('simulate', '--births', '2', '--deaths', '0', '--store', 'memory:');
    expect((await run(true)).err).toMatch(/[█░] *\] [0-9]+\/2/);
    expect((await run(false)).err).toBe('');
  });

  it.each([
    ['--scenario', 'atlantis'],
    ['--seed', '-1'],
    ['--seed', 'x'],
    ['--faults', 'earthquake'],
    ['--births', '0'],
    ['--births', '1.5'],
    ['--deaths', '-1'],
    ['--deaths', 'many'],
  ])('refuses %s %s and makes no file', async (option, value) => {
    const cwd = folder();
    const { status, err } = await lienthongWith({ cwd })('simulate', option, value);
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining(`${option}: expected`) });
    expect(existsSync(join(cwd, 'lienthong-data'))).toBe(false);
  });

  it('does not play into a store that is there already', async () => {
    const { lienthong } = await played();
    expect(await lienthong('simulate', '--births', '1', '--store', 'sqlite:month.db')).toMatchObject({ status: 2 });
  });
});

const firstCase = async (lienthong: ReturnType<typeof lienthongWith>, group = 'birth'): Promise<string> => {
  const { out } = await lienthong('export', 'sqlite:month.db');
  return new RegExp(`"stream":"${group}-([0-9a-f-]{36})"`).exec(out)?.[1] ?? '';
};

describe('lienthong stats', () => {
  it('breaks the counts down by any dimension, and the parts add up', async () => {
    const { lienthong } = await played();
    const rowsBy = async (by: string) =>
      (
        (await lienthong('stats', '--store', 'sqlite:month.db', '--by', by, '--json')).json() as {
          rows: readonly Record<string, number>[];
        }
      ).rows;
    for (const by of ['group', 'status', 'province', 'commune', 'month', 'status,commune,month']) {
      expect(
        (await rowsBy(by)).reduce((sum, { received = 0 }) => sum + received, 0),
        by,
      ).toBe(16);
    }
    expect(await rowsBy('province,month')).toEqual([
      expect.objectContaining({ province: 'Nghệ An', month: '2023-07' }),
    ]);
    expect(await rowsBy('group')).toMatchObject([
      { group: 'birth', received: 12 },
      { group: 'death', received: 4 },
    ]);
    const legs = await rowsBy('leg');
    expect(legs.find(({ leg }) => (leg as unknown) === 'birth')).toMatchObject({ received: 12 });
  });

  it('counts as recorded until an instant', async () => {
    const { lienthong, simulated } = await played();
    const at = async (instant: string) =>
      (await lienthong('stats', '--store', 'sqlite:month.db', '--as-of', instant, '--json')).json() as Statistics;
    expect((await at('2023-07-01T00:00:00+07:00')).received.total).toBe(0);
    const { byStatus, onTime } = simulated.at;
    expect(await at('2023-07-31T23:59:59+07:00')).toMatchObject({ byStatus, onTime });
  });

  it('refuses a dimension it does not have, and a store that is not there', async () => {
    const cwd = folder();
    const lienthong = lienthongWith({ cwd });
    expect(await lienthong('stats', '--store', 'sqlite:none.db')).toMatchObject({ status: 3 });
    expect(await lienthong('stats', '--store', 'sqlite:none.db', '--by', 'colour')).toMatchObject({ status: 2 });
    expect(await lienthong('stats', '--store', 'sqlite:none.db', '--as-of', 'now')).toMatchObject({ status: 2 });
    expect(await lienthong('stats')).toMatchObject({ status: 2 });
  });
});
