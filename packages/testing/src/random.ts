/**
 * Chance that can be repeated: a small generator (sfc32) grown from a text. Streams split by a label do not disturb
 * one another, so one more draw in one place changes nothing in another.
 */

export type Seed = string | number;

/** A stream of draws. It moves on with each of them; `split` does not move it. */
export type Random = Readonly<{
  /** At least 0, less than 1. */
  next: () => number;
  /** A whole number from `min` to `max`, both included. */
  int: (min: number, max: number) => number;
  /** True about `share` of the time. */
  chance: (share: number) => boolean;
  pick: <T>(items: readonly T[]) => T;
  /** One of the items, in proportion to their weights. */
  weighted: <T>(items: readonly (readonly [T, number])[]) => T;
  /** Bell-shaped around the mean. */
  normal: (mean: number, deviation: number) => number;
  /** A stream of its own, the same for the same seed and label. */
  split: (label: Seed) => Random;
}>;

/** Four 32-bit words from a text (FNV-1a, four offsets, then mixed). */
const wordsOf = (text: string): [number, number, number, number] => {
  const word = (offset: number): number => {
    let hash = 0x811c9dc5 ^ offset;
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return (hash ^ (hash >>> 13)) >>> 0;
  };
  return [word(0), word(0x9e3779b9), word(0x7f4a7c15), word(0x2545f491)];
};

export const random = (seed: Seed): Random => {
  const name = String(seed);
  let [a, b, c, d] = wordsOf(name);
  const next = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first draws still resemble the seed.
  for (let round = 0; round < 15; round += 1) next();

  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError('nothing to pick from');
      return items[int(0, items.length - 1)] as T;
    },
    weighted: <T>(items: readonly (readonly [T, number])[]): T => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      throw new RangeError('nothing to pick from');
    },
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    split: (label) => random(`${name}/${label}`),
  };
};
