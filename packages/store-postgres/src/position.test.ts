import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGINNING, placeOf, positionText } from './position.js';

const aPlace = fc.record({
  epoch: fc.bigInt({ min: 0n, max: 32_767n }).map(String),
  xid: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  position: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String),
});

const inOrder = (one: Readonly<Record<string, string>>): bigint =>
  (BigInt(one['epoch'] ?? 0) << 128n) + (BigInt(one['xid'] ?? 0) << 64n) + BigInt(one['position'] ?? 0);

describe('a position', () => {
  it('comes back from its text, also beyond what a number can hold', () => {
    fc.assert(
      fc.property(aPlace, (place) => {
        expect(placeOf(positionText(place))).toEqual(place);
      }),
    );
  });

  it('sorts as text where it stands in the feed', () => {
    fc.assert(
      fc.property(aPlace, aPlace, (one, other) => {
        expect(positionText(one) < positionText(other)).toBe(inOrder(one) < inOrder(other));
      }),
    );
  });

  it('stands before every event at the beginning', () => {
    expect(positionText(BEGINNING) < positionText({ epoch: '1', xid: '0', position: '0' })).toBe(true);
  });

  it.each([
    '',
    'yesterday',
    '0000000000000005',
    '00001-00000000000000000812-000000000000000000x',
    '00001-99999999999999999999-0000000000000000001',
    '00001-00000000000000000001-9999999999999999999',
    '99999-00000000000000000001-0000000000000000001',
  ])('is not %j', (text) => expect(placeOf(text)).toBeUndefined());
});
