import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { type Dong, displayDong, dong, sumOfDong, timesDong } from './money.js';

const anyAmount = fc.maxSafeNat();

describe('an amount of money (đồng)', () => {
  it('is whole, exact and no debt', () => {
    for (const raw of [0.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(dong(raw)).toMatchObject({ _tag: 'Left' });
    }
    expect(dong(0)).toEqual(E.right(0));
  });

  it('is written with points between the thousands', () =>
    expect([0, 999, 1_000, 14_900_000].map((amount) => displayDong(amount as Dong))).toEqual([
      '0 ₫',
      '999 ₫',
      '1.000 ₫',
      '14.900.000 ₫',
    ]));

  it('is multiplied and added exactly, or not at all', () => {
    expect(timesDong(10, 1_490_000 as Dong)).toEqual(E.right(14_900_000));
    expect(timesDong(0.5, 1 as Dong)).toMatchObject({ _tag: 'Left' });
    expect(sumOfDong([])).toEqual(E.right(0));
    expect(sumOfDong([Number.MAX_SAFE_INTEGER as Dong, 1 as Dong])).toMatchObject({ _tag: 'Left' });
  });

  it('keeps the sum whatever the order', () =>
    fc.assert(
      fc.property(fc.array(anyAmount, { maxLength: 6 }), (amounts) => {
        expect(sumOfDong(amounts as Dong[])).toEqual(sumOfDong(amounts.toReversed() as Dong[]));
      }),
    ));

  it('can be read back from what is displayed', () =>
    fc.assert(fc.property(anyAmount, (amount) => Number(displayDong(amount as Dong).replace(/\D/g, '')) === amount)));
});
