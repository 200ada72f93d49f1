import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile, spreadOf } from './spread.js';

/** What clocks and counters give: so far from the largest number that two of them can be added. */
const figures = fc.array(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), { minLength: 1 });

describe('the spread of figures', () => {
  it('has the middle one as its median, or the mean of the two in the middle', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
    expect(spreadOf([4, 1, 2, 9])).toEqual({ median: 3, min: 1, max: 9 });
    expect(spreadOf([5])).toEqual({ median: 5, min: 5, max: 5 });
  });

  it('does not depend on the order, and leaves what it was given as it was', () =>
    fc.assert(
      fc.property(figures, (given) => {
        const before = [...given];
        expect(spreadOf(given.toReversed())).toEqual(spreadOf(given));
        expect(given).toEqual(before);
      }),
    ));

  it('lies between the least and the greatest', () =>
    fc.assert(
      fc.property(figures, (given) => {
        const { median, min, max } = spreadOf(given);
        expect(min <= median && median <= max).toBe(true);
      }),
    ));

  it('has percentiles that as many figures stay below', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index);
    expect([0, 0.5, 0.95, 1].map((share) => percentile(hundred, share))).toEqual([0, 50, 95, 99]);
  });

  it('is not told of nothing', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});
