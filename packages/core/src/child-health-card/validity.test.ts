import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawBook } from '../law/index.js';
import { addDays, addMonths, day } from '../values/plain-date.js';
import { cardValidity, validityOf } from './validity.js';

const old = { kind: 'split-by-birthday', months: 72, splitDay: '09-30', bornOnSplitDay: 'as-before' } as const;
const present = { kind: 'school-entry', months: 72, splitDay: '09-30' } as const;

describe('validity of the card of a child under six', () => {
  it.each([
    ['2019-03-15', '2025-09-30', 'born before 30 September'],
    ['2019-09-29', '2025-09-30', 'born the day before'],
    ['2019-09-30', '2025-09-30', 'born on 30 September: as before, inferred'],
    ['2019-10-01', '2025-10-31', 'born the day after'],
    ['2019-12-31', '2025-12-31', 'born on the last day of the year'],
    ['2020-02-29', '2026-09-30', 'born on 29 February'],
  ])('under decree 146/2018: born %s, to %s (%s)', (bornOn, to) => {
    expect(cardValidity(old, day(bornOn))).toEqual({ from: bornOn, to });
  });

  it('takes a birth on 30 September the other way when the law says so', () => {
    expect(cardValidity({ ...old, bornOnSplitDay: 'as-after' }, day('2019-09-30')).to).toBe('2025-09-30');
    expect(cardValidity({ ...old, splitDay: '09-15', bornOnSplitDay: 'as-after' }, day('2019-09-15')).to).toBe(
      '2025-09-30',
    );
    expect(cardValidity({ ...old, splitDay: '09-15' }, day('2019-09-15')).to).toBe('2025-09-15');
  });

  it.each([
    ['2020-03-15', '2026-09-30', 'six before school starts'],
    ['2020-09-30', '2026-09-30', 'six on the day'],
    ['2020-10-01', '2026-10-01', 'six after: no month-end any more'],
    ['2020-02-29', '2026-09-30', 'born on 29 February'],
  ])('since August 2025: born %s, to %s (%s)', (bornOn, to) => {
    expect(cardValidity(present, day(bornOn))).toEqual({ from: bornOn, to });
  });

  it('follows the law of the day of issue', () => {
    const book = lawBook();
    expect(validityOf(book, day('2025-10-10'), day('2025-10-20'))).toEqual({
      validFrom: '2025-10-10',
      validTo: '2031-10-10',
    });
    expect(validityOf(book, day('2024-10-10'), day('2024-10-20'))).toEqual({
      validFrom: '2024-10-10',
      validTo: '2030-10-31',
    });
    expect(validityOf(book, day('2010-10-10'), day('2010-10-20'))).toEqual({ validFrom: '2010-10-10', validTo: null });
  });

  it('reaches at least the day of six years and at most the end of that year', () =>
    fc.assert(
      fc.property(fc.nat(4000), fc.constantFrom(old, present), (n, rule) => {
        const bornOn = addDays(day('2018-12-01'), n);
        const { to } = cardValidity(rule, bornOn);
        const sixYears = addMonths(bornOn, 72);
        expect(to >= sixYears && to.slice(0, 4) === sixYears.slice(0, 4)).toBe(true);
      }),
    ));
});
