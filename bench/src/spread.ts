/** Median with least and greatest: how a figure is told, since a mean would hide what the machine did meanwhile. */
export type Spread = Readonly<{ median: number; min: number; max: number }>;

export const spreadOf = (values: readonly number[]): Spread => {
  if (values.length === 0) throw new RangeError('nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  const median = sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
  return { median, min: sorted[0] as number, max: sorted.at(-1) as number };
};

/** The value that this share of the values stay below. */
export const percentile = (values: readonly number[], share: number): number => {
  if (values.length === 0) throw new RangeError('nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
};
