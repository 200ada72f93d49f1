import { day, daysBetween } from '@lienthong/core';
import { describe, expect, it } from 'vitest';
import { ngheAn } from '../places/index.js';
import { random } from '../random.js';
import { type DeathWanted, inventedDeath } from './index.js';

const diedOn = day('2023-07-07');
const commune = ngheAn.unitsOn(diedOn).find(({ kind }) => kind === 'commune')?.code ?? '';
const wanted: DeathWanted = {
  diedOn,
  home: { commune, line: 'Xóm 1' } as DeathWanted['home'],
  district: '412',
  age: { mean: 70, deviation: 25, atLeast: 1, atMost: 104 },
};
const many = Array.from({ length: 300 }, (_, index) => inventedDeath(random(index), wanted));
const yearsAt = (bornOn: DeathWanted['diedOn']): number => daysBetween(bornOn, diedOn) / 365.25;

describe('invented deaths', () => {
  it('are the same for the same stream', () => {
    expect(inventedDeath(random('one'), wanted)).toEqual(inventedDeath(random('one'), wanted));
  });

  it('are of people within the ages asked for, who leave somebody of age', () => {
    for (const { deceased, relatives } of many) {
      expect(yearsAt(deceased.bornOn)).toBeGreaterThan(0);
      expect(yearsAt(deceased.bornOn)).toBeLessThan(105);
      expect(yearsAt(relatives[0].bornOn)).toBeGreaterThanOrEqual(17.9);
      expect(relatives[0].personalNumber).toBeDefined();
    }
  });

  it('know spouses, children, parents and wider families; facilities and homes; people without number or residence', () => {
    const kin = new Set(many.flatMap(({ relatives }) => relatives.map(({ kinship }) => kinship)));
    expect(kin).toEqual(new Set(['spouse', 'child', 'parent', 'relative']));
    expect(new Set(many.map(({ diedAt }) => diedAt))).toEqual(new Set(['facility', 'home']));
    expect(many.some(({ deceased }) => deceased.personalNumber === undefined)).toBe(true);
    expect(many.some(({ deceased }) => deceased.residence === undefined)).toBe(true);
  });
});
