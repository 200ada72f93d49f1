import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from './random.js';

const draws = (seed: string, count: number): readonly number[] => {
  const { next } = random(seed);
  return Array.from({ length: count }, next);
};

describe('chance that can be repeated', () => {
  it('draws the same from the same seed, and has drawn so ever since', () => {
    expect(draws('nghe-an-2023', 3)).toEqual(draws('nghe-an-2023', 3));
    expect(draws('nghe-an-2023', 3)).not.toEqual(draws('nghe-an-2024', 3));
    expect(draws('golden', 4).map((drawn) => Math.floor(drawn * 1e6))).toEqual([152_141, 979_773, 832_649, 463_947]);
  });

  it('splits into streams that do not disturb one another', () => {
    const alone = random('a').split('b');
    const busy = random('a');
    busy.next();
    expect(busy.split('b').next()).toBe(alone.next());
    expect(random('a').split('b').next()).not.toBe(random('a').split('c').next());
  });

  it('stays within the bounds asked for', () =>
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -1000, max: 1000 }), fc.nat(1000), (seed, min, width) => {
        const { int, next } = random(seed);
        const drawn = int(min, min + width);
        expect(drawn).toBeGreaterThanOrEqual(min);
        expect(drawn).toBeLessThanOrEqual(min + width);
        expect(next()).toBeLessThan(1);
      }),
    ));

  it('is even, and bell-shaped where asked', () => {
    const { chance, normal, weighted } = random('even');
    const count = (draw: () => boolean): number => Array.from({ length: 20_000 }, draw).filter(Boolean).length / 20_000;
    expect(count(() => chance(0.25))).toBeCloseTo(0.25, 1);
    expect(
      count(
        () =>
          weighted([
            ['a', 3],
            ['b', 1],
          ] as const) === 'a',
      ),
    ).toBeCloseTo(0.75, 1);
    expect(count(() => Math.abs(normal(3100, 420) - 3100) < 420)).toBeCloseTo(0.683, 1);
  });
});
