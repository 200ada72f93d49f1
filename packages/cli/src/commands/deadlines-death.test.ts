import type { DeathDeadlines } from '@lienthong/core/death-case';
import { describe, expect, it } from 'vitest';
import { lienthong } from '../harness/lienthong.js';

const dueOf = async (...argv: readonly string[]) => {
  const { status, json } = await lienthong('deadlines', 'death', ...argv, '--json');
  expect(status).toBe(0);
  const { deadlines } = json() as { deadlines: readonly { leg: string; dueOn: string | null }[] };
  return Object.fromEntries(deadlines.map(({ leg, dueOn }) => [leg, dueOn]));
};

describe('lienthong deadlines death', () => {
  it('gives one entry a leg, and null where no figure is known', async () => {
    expect(await dueOf('--received', '2026-11-23T15:20:00+07:00', '--payer', 'social-insurance')).toEqual({
      death: '2026-11-25',
      residence: '2026-11-26',
      funeral: '2026-12-09',
      whole: null,
    });
    expect(await dueOf('--received', '2026-11-23T15:20:00+07:00')).not.toHaveProperty('funeral');
  });

  it.each([
    ['2023-07-20T09:00:00+07:00', 'social-protection', ['G2-2023-07']],
    ['2024-08-29T09:00:00+07:00', 'merit', ['G2-2024-07']],
    [
      '2026-11-23T09:00:00+07:00',
      'social-insurance',
      ['BHXH-2025-07', 'MERIT-2025-07', 'RES-2026-03', 'RATE-2026-07', 'G2-2026-09'],
    ],
  ])('received %s says which rulebook and law set it rests on, leg by leg', async (received, payer, books) => {
    const asked = [
      'deadlines',
      'death',
      '--received',
      received,
      '--payer',
      payer,
      '--known-on',
      '2026-10-05',
      '--json',
    ];
    const told = (await lienthong(...asked)).json() as DeathDeadlines;
    const on = received.slice(0, 10);
    expect(told).toMatchObject({
      procedure: 'death',
      countsFrom: on,
      lawSet: { release: expect.any(String), on, knownOn: '2026-10-05', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      deadlines: ['death', 'residence', 'funeral', 'whole'].map((leg) => ({
        leg,
        citation: { act: expect.any(String) },
      })),
    });
    expect(told.rulebook).toEqual(expect.arrayContaining(books));
    const dated = told.deadlines.filter(({ dueOn }) => dueOn !== null);
    expect(dated.every((due) => 'steps' in due || 'workingDays' in due || 'calendarDays' in due)).toBe(true);
    expect(dated.every(({ derivation }) => derivation.length > 0)).toBe(true);
  });

  it('freezes each leg under the law of its own receipt', async () => {
    expect(await dueOf('--received', '2026-03-13T15:20:00+07:00')).toMatchObject({
      death: '2026-03-16',
      residence: '2026-03-17',
    });
    const { out } = await lienthong('deadlines', 'death', '--received', '2026-03-13T15:20:00+07:00');
    expect(out).toContain('received, and under the law of 2026-03-16');
  });

  it('tells people each link of a chain, in their language', async () => {
    const asked = ['deadlines', 'death', '--received', '2024-08-29T09:00:00+07:00', '--payer', 'social-protection'];
    const { out } = await lienthong(...asked, '--lang', 'vi');
    expect(out).toMatch(/Mai táng phí, tử tuất +2024-09-09 +qua các bước/);
    expect(out).toMatch(/ {2}cấp xã +2024-09-04 +2 ngày làm việc/);
    expect(out).toMatch(/ {2}cấp huyện +2024-09-09 +3 ngày làm việc/);
    expect(out).toMatch(/Toàn bộ +chưa có quy định/);
  });

  it.each([
    [['death', '--payer', 'king'], '--payer: expected social-insurance | social-protection | merit'],
    [['death', '--verification'], '--verification is for birth only'],
    [['birth', '--payer', 'merit'], '--payer is for death only'],
  ])('refuses %j with exit 2', async (argv, said) => {
    const { status, err } = await lienthong('deadlines', ...argv, '--received', '2026-11-23T09:00:00+07:00');
    expect(status).toBe(2);
    expect(err).toContain(said);
  });
});
