/** Releases of our own reading of the law (R11): the third time axis, beside what is in force and what was known. */

/** The release in which a row was written down, unless the row names a later one. */
export const firstRelease = '0.1.0';

/** The release this source is. */
export const currentRelease = '0.1.0';

const numbers = (release: string): readonly number[] => (release.split('+')[0] ?? '').split('.').map(Number);

/** Negative when the first release is the earlier one. What follows a `+` (packs) does not count. */
export const compareReleases = (one: string, other: string): number => {
  const [a, b] = [numbers(one), numbers(other)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};
