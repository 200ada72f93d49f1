import { E } from '@lienthong/core/fp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEFORE_ALL, placeOf, positionOf } from './position.js';

const aPart = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });
const aPlace = fc.record({ commit: aPart, prepare: aPart });

describe('a position', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(aPlace, (place) => {
        expect(placeOf(positionOf(place))).toEqual(E.right(place));
      }),
    );
  });

  it('sorts as text the way places follow each other', () => {
    const before = (one: { commit: bigint; prepare: bigint }, other: { commit: bigint; prepare: bigint }): boolean =>
      one.commit < other.commit || (one.commit === other.commit && one.prepare < other.prepare);
    fc.assert(
      fc.property(aPlace, aPlace, fc.boolean(), (one, other, sameCommit) => {
        const beside = sameCommit ? { ...other, commit: one.commit } : other;
        expect(positionOf(one) < positionOf(beside)).toBe(before(one, beside));
        expect(BEFORE_ALL <= positionOf(one)).toBe(true);
      }),
    );
  });

  it('is nothing else', () => {
    for (const text of ['', 'yesterday', '1-1', '0000000000000001', `${BEFORE_ALL} `, `-${BEFORE_ALL}`]) {
      expect(E.isLeft(placeOf(text))).toBe(true);
    }
  });
});
