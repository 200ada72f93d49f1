/** Work cut into waves (chia đợt), so that one case never races itself and no agency is asked too often at once. Pure. */

/** Each case once a wave, each lane at most `atOnce` times; the order within a lane stays. */
export const waves = <T>(
  items: readonly T[],
  caseOf: (item: T) => string,
  laneOf: (item: T) => string,
  atOnce: number,
): T[][] => {
  const cut: T[][] = [];
  let left = items;
  while (left.length > 0) {
    const wave: T[] = [];
    const cases = new Set<string>();
    const lanes = new Map<string, number>();
    left = left.filter((item) => {
      const lane = lanes.get(laneOf(item)) ?? 0;
      if (cases.has(caseOf(item)) || lane >= atOnce) return true;
      cases.add(caseOf(item));
      lanes.set(laneOf(item), lane + 1);
      wave.push(item);
      return false;
    });
    cut.push(wave);
  }
  return cut;
};
