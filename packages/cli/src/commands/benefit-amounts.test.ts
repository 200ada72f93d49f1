/** Every amount of the published tables, asked of the command. The figures stand here by hand, not by the rows of the law. */
import { describe, expect, it } from 'vitest';
import { lienthong, lienthongWith } from '../harness/lienthong.js';

const CLASSES = [
  'social-insurance',
  'merit',
  'veteran',
  'social-protection',
  'social-pension',
  'disaster',
  'social-facility',
] as const;

/** First and last day of death, and what each class gives then, in the order above; `null` where there was no such class. */
const AMOUNTS: readonly (readonly [string, string, ...(number | null)[]])[] = [
  ['2021-07-01', '2023-06-30', 14_900_000, 14_900_000, 14_900_000, 7_200_000, null, 18_000_000, 18_000_000],
  ['2023-07-01', '2024-06-30', 18_000_000, 18_000_000, 18_000_000, 7_200_000, null, 18_000_000, 18_000_000],
  ['2024-07-01', '2025-06-30', 23_400_000, 23_400_000, 23_400_000, 10_000_000, null, 25_000_000, 25_000_000],
  ['2025-07-01', '2026-06-30', 23_400_000, 23_400_000, 23_400_000, 10_000_000, 10_000_000, 25_000_000, 25_000_000],
  ['2026-07-01', '2026-12-31', 25_300_000, 25_300_000, 25_300_000, 10_800_000, 10_800_000, 27_000_000, 27_000_000],
];

const answer = async (run: ReturnType<typeof lienthongWith>, argv: readonly string[]): Promise<unknown> => {
  const { status, json, err } = await run('benefit', ...argv, '--json');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return json();
};

const ofCase = (facts: object): Promise<unknown> =>
  answer(lienthongWith({ stdin: () => JSON.stringify(facts) }), ['--case', '-']);

describe('the funeral benefit, class by class', () => {
  const rows = AMOUNTS.flatMap(([from, to, ...amounts]) =>
    CLASSES.flatMap((of, at) => [from, to].map((died) => ({ died, of, amount: amounts[at] ?? null }))),
  );

  it.each(rows)('a death on $died, $of: $amount', async ({ died, of, amount }) => {
    expect(await answer(lienthong, ['--died', died, '--class', of])).toMatchObject(
      amount === null ? { payable: null, notPayable: [{ class: of }] } : { payable: { class: of, amount } },
    );
  });

  it.each([
    ['2021-07-01', 17_999_999, 18_000_000],
    ['2024-06-30', 18_000_001, 18_000_001],
    ['2026-06-30', 31_000_000, 31_000_000],
    ['2026-07-01', 0, 27_000_000],
  ])('a body that nobody claimed, found %s, buried for %i: %i', async (diedOn, actualCost, amount) => {
    const facts = { diedOn, classes: ['disaster'], disaster: { unclaimedBody: true, actualCost } };
    expect(await ofCase(facts)).toMatchObject({
      payable: { amount, from: { act: expect.stringMatching(/^(20\/2021|335\/2026)/) } },
    });
  });
});

describe('the monthly survivor allowance', () => {
  it.each([
    ['2019-07-01', '2023-06-30', 745_000, 1_043_000],
    ['2023-07-01', '2024-06-30', 900_000, 1_260_000],
    ['2024-07-01', '2026-06-30', 1_170_000, 1_638_000],
    ['2026-07-01', '2026-12-31', 1_265_000, 1_771_000],
  ])('a death from %s to %s: %i a relative, %i where nobody cares for them', async (from, to, half, more) => {
    for (const diedOn of [from, to]) {
      const child = (of: string) => ({ of, kind: 'child', bornOn: `${Number(diedOn.slice(0, 4)) - 6}-01-15` });
      const relatives = [child('A'), { ...child('B'), withoutCarer: true }];
      const facts = { diedOn, classes: [], insured: { status: 'pensioner' }, survivors: { relatives } };
      expect(await ofCase(facts)).toMatchObject({
        survivor: {
          monthly: [
            { of: 'A', amount: half },
            { of: 'B', amount: more },
          ],
        },
      });
    }
  });
});

describe('the worked examples', () => {
  it('takes the rate of the month of death, and not of the decision', async () => {
    const asked = ['--died', '2026-06-30', '--class', 'social-insurance', '--decided', '2026-07-15'];
    expect(await answer(lienthong, asked)).toMatchObject({ payable: { amount: 23_400_000 } });
  });

  it('tops up what was decided before a rate was known, once it is', async () => {
    const asked = ['--died', '2026-07-10', '--class', 'social-protection', '--decided', '2026-08-20'];
    expect(await answer(lienthong, [...asked, '--known-on', '2026-10-04'])).not.toHaveProperty('topUp');
    expect(await answer(lienthong, [...asked, '--known-on', '2026-10-05'])).toMatchObject({
      payable: { amount: 10_000_000 },
      topUp: { amount: 800_000 },
    });
  });

  it.each([
    ['2026-11-23T15:20:00+07:00', 'social-insurance', 'death', '2026-11-25'],
    ['2026-10-30T09:00:00+07:00', 'social-insurance', 'residence', '2026-11-02'],
    ['2024-08-29T09:00:00+07:00', 'social-protection', 'funeral', '2024-09-09'],
  ])('received %s, %s pays: %s by %s', async (received, payer, leg, dueOn) => {
    const { json } = await lienthong('deadlines', 'death', '--received', received, '--payer', payer, '--json');
    expect(json()).toMatchObject({ deadlines: expect.arrayContaining([expect.objectContaining({ leg, dueOn })]) });
  });
});
