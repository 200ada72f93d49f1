import { describe, expect, it } from 'vitest';
import { compareReleases } from './release.js';

describe('releases of the law', () => {
  it('are ordered by number, not by letter', () => {
    expect(compareReleases('0.9.0', '0.10.0')).toBeLessThan(0);
    expect(compareReleases('1.0.0', '0.10.0')).toBeGreaterThan(0);
    expect(compareReleases('1.2.3', '1.2.3')).toBe(0);
  });

  it('do not count the packs laid over them', () => {
    expect(compareReleases('1.0.0+hanoi@3', '1.0.0')).toBe(0);
  });
});
