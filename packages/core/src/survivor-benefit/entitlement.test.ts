import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { lawBook } from '../law/index.js';
import { type Dong, dong } from '../values/money.js';
import { addDays, addMonths, day } from '../values/plain-date.js';
import { meritLump, type SurvivorQuestion, survivorBenefit } from './entitlement.js';
import type { Relative } from './relatives.js';

const book = lawBook();
const newest = day('2027-03-01');

const sum = (amount: number): Dong => {
  const read = dong(amount);
  if (E.isLeft(read)) throw new RangeError(String(amount));
  return read.right;
};

const child = (bornOn: string, more: Partial<Relative> = {}): Relative =>
  ({ of: 'child', kind: 'child', bornOn: day(bornOn), ...more }) as Relative;
const grown = (
  kind: 'spouse' | 'parent' | 'other',
  sex: 'female' | 'male',
  bornOn: string,
  more: Partial<Relative> = {},
) => ({ of: kind, kind, sex, bornOn: day(bornOn), ...more }) as Relative;

const ask = (diedOn: string, relatives: readonly Relative[], more: Partial<SurvivorQuestion> = {}) =>
  survivorBenefit(book, {
    diedOn: day(diedOn),
    decidedOn: newest,
    deceased: { months: 180 },
    relatives,
    prefer: 'monthly',
    ...more,
  });

const amounts = (diedOn: string, relatives: readonly Relative[], more: Partial<SurvivorQuestion> = {}) => {
  const answer = ask(diedOn, relatives, more);
  return 'monthly' in answer ? answer.monthly.map(({ amount }) => amount) : [];
};

/** Why the only relative asked about draws nothing; `undefined` for one who does. */
const because = (diedOn: string, relative: Relative) => ask(diedOn, [relative]).notEntitled[0]?.because;

describe('the monthly survivor allowance (tuất hằng tháng)', () => {
  it.each([
    ['2019-07-01', '2023-06-30', 745_000, 1_043_000],
    ['2023-07-01', '2024-06-30', 900_000, 1_260_000],
    ['2024-07-01', '2026-06-30', 1_170_000, 1_638_000],
    ['2026-07-01', '2027-12-31', 1_265_000, 1_771_000],
  ])('for deaths from %s to %s: %i a relative, %i without anybody to care', (from, to, half, more) => {
    for (const diedOn of [from, to]) {
      const bornOn = addMonths(day(diedOn), -60);
      expect(amounts(diedOn, [child(bornOn), child(bornOn, { withoutCarer: true })])).toEqual([half, more]);
    }
  });

  it('says by which text, and as sure as the least sure of them', () => {
    expect(ask('2026-11-01', [child('2020-01-01')])).toMatchObject({
      monthly: [
        {
          of: 'child',
          amount: 1_265_000,
          from: { act: '41/2024/QH15', article: '87', clause: '2', confidence: 'official' },
          formula: { written: '50 % × 2530000', percent: 50, dong: 2_530_000, times: 1 },
          confidence: 'secondary',
        },
      ],
    });
    const earlier = ask('2022-11-01', [child('2020-01-01')]);
    expect('monthly' in earlier && earlier.monthly[0]?.confidence).toBe('inferred');
  });

  it('comes twice to a relative who lost two', () => {
    expect(amounts('2026-11-01', [child('2020-01-01', { twoDeaths: true })])).toEqual([2_530_000]);
  });

  it('goes to four relatives at most, those the family names first', () => {
    const five = [1, 2, 3, 4, 5].map((n) => child('2020-01-01', { of: `child-${n}` }));
    const answer = ask('2026-11-01', five);
    expect('monthly' in answer && answer.monthly.map(({ of }) => of)).toEqual([
      'child-1',
      'child-2',
      'child-3',
      'child-4',
    ]);
    expect(answer.notEntitled).toMatchObject([
      { of: 'child-5', because: 'EnoughRelatives', citation: { act: '41/2024/QH15', article: '87' } },
    ]);
  });
});

describe('who draws it', () => {
  it('a child to the day before eighteen, also one not yet born', () => {
    expect(because('2026-11-01', child('2008-11-02'))).toBeUndefined();
    expect(because('2026-11-01', child('2008-11-01'))).toBe('ChildGrownUp');
    expect(amounts('2026-11-01', [{ of: 'unborn', kind: 'child', bornOn: null }])).toEqual([1_265_000]);
    expect(amounts('2026-11-01', [child('2026-12-24')])).toEqual([1_265_000]);
  });

  it('a grown child who lost eighty-one per cent of capacity', () => {
    expect(because('2026-11-01', child('2000-01-01', { capacityLoss: 81 }))).toBeUndefined();
    expect(because('2026-11-01', child('2000-01-01', { capacityLoss: 80 }))).toBe('ChildGrownUp');
  });

  it.each([
    ['2025-07-01', 'male', 735],
    ['2025-12-31', 'female', 680],
    ['2026-11-01', 'male', 738],
    ['2026-11-01', 'female', 684],
    ['2027-11-01', 'male', 741],
    ['2027-11-01', 'female', 688],
    ['2028-01-01', 'male', 744],
    ['2028-01-01', 'female', 692],
    ['2025-06-30', 'male', 720],
    ['2025-06-30', 'female', 660],
    ['2020-01-01', 'female', 660],
  ] as const)('for a death on %s a %s spouse of %i months', (diedOn, sex, months) => {
    const reached = addMonths(day(diedOn), -months);
    expect(because(diedOn, grown('spouse', sex, reached))).toBeUndefined();
    expect(because(diedOn, grown('spouse', sex, addDays(reached, 3)))).toBe('AgeNotReached');
    expect(because(diedOn, grown('parent', sex, addDays(reached, 3), { capacityLoss: 81 }))).toBeUndefined();
  });

  it('cites the table of retirement ages where the age is not reached', () => {
    expect(ask('2026-11-01', [grown('spouse', 'female', '1975-01-01')]).notEntitled[0]?.citation).toMatchObject({
      act: '45/2019/QH14',
      article: '169',
    });
    expect(because('2029-01-01', grown('spouse', 'female', '1950-01-01'))).toBe('NoAgeOnRecord');
  });

  it('another relative only where the deceased had to support that person', () => {
    expect(because('2026-11-01', grown('other', 'female', '1950-01-01'))).toBe('NotSupported');
    expect(because('2026-11-01', grown('other', 'female', '1950-01-01', { supported: true }))).toBeUndefined();
  });

  it('nobody but a minor who has the reference level or more a month, or insured work', () => {
    const mother = (more: Partial<Relative>) => grown('parent', 'female', '1950-01-01', more);
    expect(because('2026-11-01', mother({ monthlyIncome: sum(2_529_999) }))).toBeUndefined();
    expect(because('2026-11-01', mother({ monthlyIncome: sum(2_530_000) }))).toBe('IncomeTooHigh');
    expect(because('2026-11-01', mother({ insuredWork: true }))).toBe('InsuredWork');
    expect(because('2025-06-30', mother({ insuredWork: true }))).toBeUndefined();
    expect(because('2026-11-01', child('2020-01-01', { monthlyIncome: sum(9_000_000) }))).toBeUndefined();
    expect(because('2026-11-01', child('1999-01-01', { capacityLoss: 90, monthlyIncome: sum(9_000_000) }))).toBe(
      'IncomeTooHigh',
    );
  });

  it('nobody where no rule is on record', () => {
    expect(because('2015-12-31', child('2014-01-01'))).toBe('NoRuleOnRecord');
  });
});

describe('the survivor benefit in one sum (tuất một lần)', () => {
  const contributions = { averageSalary: sum(6_000_000), yearsBefore: 4, yearsSince: 10.5 };
  const family = [child('2015-01-01')];

  it('counts one and a half months a year before 2014 and two since, and three at least', () => {
    const short = { months: 20 };
    expect(ask('2026-11-01', family, { deceased: short, contributions })).toMatchObject({
      lumpSum: {
        amount: 162_000_000,
        from: { act: '41/2024/QH15', article: '89', confidence: 'secondary' },
        formula: { written: '27 × 6000000' },
      },
      because: 'GroundMissing',
      citation: { act: '41/2024/QH15', article: '86' },
    });
    expect(
      ask('2024-11-01', family, {
        deceased: short,
        contributions: { ...contributions, yearsBefore: 0, yearsSince: 1 },
      }),
    ).toMatchObject({ lumpSum: { amount: 18_000_000, from: { act: '58/2014/QH13', article: '70' } } });
  });

  it('rounds half a đồng up', () => {
    const odd = { averageSalary: sum(6_000_001), yearsBefore: 4.5, yearsSince: 0 };
    expect(ask('2026-11-01', family, { deceased: {}, contributions: odd })).toMatchObject({
      lumpSum: { amount: 40_500_007, formula: { written: '6.75 × 6000001' } },
    });
  });

  it.each([
    [0, 48],
    [2, 48],
    [3, 47.5],
    [12, 43],
    [91, 3.5],
    [92, 3],
    [400, 3],
  ])('after %i months of a pension: %d months of it, inferred', (monthsDrawn, months) => {
    const pension = { monthly: sum(4_000_000), monthsDrawn };
    expect(
      ask('2026-11-01', [grown('spouse', 'male', '1990-01-01')], { deceased: { insured: 'pensioner' }, pension }),
    ).toMatchObject({ lumpSum: { amount: months * 4_000_000, confidence: 'inferred' }, because: 'NoRelativeEntitled' });
  });

  it('is what those entitled may prefer, but for the youngest and the gravely disabled', () => {
    const prefer = 'lump-sum';
    expect(ask('2026-11-01', [child('2020-11-01')], { prefer, contributions })).toMatchObject({
      lumpSum: { amount: 162_000_000 },
      because: 'Preferred',
      citation: { article: '88' },
    });
    for (const kept of [child('2020-11-02'), child('2000-01-01', { capacityLoss: 81 })])
      expect(ask('2026-11-01', [kept], { prefer, contributions })).toMatchObject({
        monthly: [{ amount: 1_265_000 }],
        lumpSumRefused: { because: 'RelativeMustStayMonthly', citation: { act: '41/2024/QH15', article: '88' } },
      });
  });

  it('goes to the heirs where there are no relatives', () => {
    expect(ask('2026-11-01', [], { contributions })).toMatchObject({
      because: 'HeirsInstead',
      citation: { act: '41/2024/QH15', article: '88' },
    });
  });

  it('gives no amount without the facts, and none without a rule', () => {
    expect(ask('2026-11-01', family, { deceased: {} })).toMatchObject({ none: 'FactsMissing' });
    expect(ask('2015-12-31', family, { deceased: {}, contributions })).toMatchObject({ none: 'NoRuleOnRecord' });
  });
});

describe('what opens a monthly allowance', () => {
  it.each([
    ['fifteen years paid in', { months: 180 }, true],
    ['a month less', { months: 179 }, false],
    ['a pension', { insured: 'pensioner' }, true],
    ['a death by work', { diedOfWork: true }, true],
    ['a grave injury benefit', { injuryLoss: 61 }, true],
    ['a lesser one', { injuryLoss: 60 }, false],
  ] as const)('%s', (_, deceased, opens) => {
    expect(amounts('2026-11-01', [child('2020-01-01')], { deceased })).toHaveLength(opens ? 1 : 0);
  });
});

describe('the merit lump (trợ cấp một lần)', () => {
  it('is three months of the current allowance, whatever else is paid', () => {
    const lump = (diedOn: string) =>
      meritLump(book, { diedOn: day(diedOn), decidedOn: newest, monthlyAllowance: sum(2_789_000) });
    expect(lump('2025-11-01')).toMatchObject({
      amount: 8_367_000,
      from: { act: '131/2021/NĐ-CP', article: '121', clause: '2', confidence: 'official' },
      formula: { written: '3 × 2789000' },
    });
    expect(lump('2022-02-14')).toBeNull();
  });
});

describe('survivor benefits, whatever the family', () => {
  const anyRelative: fc.Arbitrary<Relative> = fc
    .record({
      kind: fc.constantFrom('child', 'spouse', 'parent', 'parent-in-law', 'other'),
      months: fc.nat(1_000),
      sex: fc.constantFrom('female', 'male'),
      capacityLoss: fc.constantFrom(0, 80, 81, 100),
      monthlyIncome: fc.constantFrom(0, 2_000_000, 3_000_000).map(sum),
      withoutCarer: fc.boolean(),
      supported: fc.boolean(),
    })
    .map(({ months, ...rest }) => ({ of: 'r', ...rest, bornOn: addMonths(day('2026-01-01'), -months) }) as Relative);

  it('are monthly or one sum, never both, for four at most, and every relative is answered once', () =>
    fc.assert(
      fc.property(
        fc.array(anyRelative, { maxLength: 8 }),
        fc.nat(3_600),
        fc.constantFrom('monthly', 'lump-sum'),
        fc.nat(400),
        (relatives, n, prefer, months) => {
          const answer = ask(addDays(day('2019-01-01'), n), relatives, {
            prefer,
            deceased: { months },
            contributions: { averageSalary: sum(5_000_000), yearsBefore: 3, yearsSince: 9 },
          });
          expect('monthly' in answer && 'lumpSum' in answer).toBe(false);
          const monthly = 'monthly' in answer ? answer.monthly : undefined;
          if (!monthly) return;
          expect(monthly.length).toBeGreaterThan(0);
          expect(monthly.length).toBeLessThanOrEqual(4);
          expect(monthly.length + answer.notEntitled.length).toBe(relatives.length);
          for (const { amount, formula } of monthly)
            expect(amount * 100).toBe(formula.dong * formula.percent * formula.times);
        },
      ),
    ));
});
