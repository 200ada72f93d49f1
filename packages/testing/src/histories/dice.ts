/** Dice that a counterexample can shrink: every throw follows from one number, and 0 always throws the first. */
export type Dice = Readonly<{
  /** A whole number from 0, less than `sides`. */
  below: (sides: number) => number;
  pick: <T>(items: readonly T[]) => T;
  /** True `percent` times in a hundred. */
  chance: (percent: number) => boolean;
  /** One of the items, in proportion to their weights. */
  weighted: <T>(items: readonly (readonly [number, T])[]) => T;
}>;

export const dice = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    const shown = state;
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + (seed === 0 ? 0 : 0x9e3779b9)) >>> 0;
    return (shown ^ (shown >>> 13)) >>> 0;
  };
  const below = (sides: number): number => next() % Math.max(1, sides);
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[below(items.length)] as T;
  };
  return {
    below,
    pick,
    chance: (percent) => below(100) >= 100 - percent,
    weighted: <T>(items: readonly (readonly [number, T])[]): T => {
      let left = below(items.reduce((sum, [weight]) => sum + weight, 0));
      for (const [weight, item] of items) {
        if (left < weight) return item;
        left -= weight;
      }
      throw new RangeError('nothing to pick from');
    },
  };
};
