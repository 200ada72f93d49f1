import { describe, expect, it } from 'vitest';
import { brokenViews } from './broken-views.js';
import { viewCases } from './cases.js';
import { runViewCase } from './view-contract.js';

const PATIENCE_MS = 5_000;

describe('the contract of a view store finds every store that is broken on purpose', () => {
  for (const { breaks, does, because, place } of brokenViews) {
    it(`${breaks} finds one that ${does}`, async () => {
      const found = viewCases.find(({ id }) => id === breaks);
      if (found === undefined) throw new Error(`no case ${breaks}`);
      await expect(runViewCase(place, found, PATIENCE_MS)).rejects.toThrow(because);
    });
  }

  it('has such a store for every case, and names every case once', () => {
    expect(viewCases.map(({ id }) => id).toSorted()).toEqual(brokenViews.map(({ breaks }) => breaks).toSorted());
    expect(new Set(viewCases.map(({ id }) => id)).size).toBe(viewCases.length);
  });
});
