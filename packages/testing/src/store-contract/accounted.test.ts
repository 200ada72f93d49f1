import { describe, expect, it } from 'vitest';
import { accounted, behaviourOf, behaviours } from './accounted.js';
import { contractCases } from './cases.js';

const cases = new Set(contractCases.map(({ id }) => behaviourOf(id)));
const told = accounted.flatMap(({ ids }) => ids);

describe('the account of the contract', () => {
  it('has each behaviour as a case, or says where it is shown or why it cannot arise', () =>
    expect(behaviours.filter((id) => !cases.has(id) && !told.includes(id))).toEqual([]));

  it('accounts for each behaviour once, and for none that nobody asks for', () => {
    expect(new Set(told).size).toBe(told.length);
    expect(told.filter((id) => !behaviours.includes(id))).toEqual([]);
    expect(accounted.filter(({ says }) => says === '')).toEqual([]);
  });

  it('has no case about nothing that is asked, but for waking (W)', () =>
    expect([...cases].filter((id) => !behaviours.includes(id) && !id.startsWith('W'))).toEqual([]));
});

// Read by scripts/contract.ts, which prints them under its table.
describe('is no case of the contract', () => {
  for (const { ids, why, says } of accounted) {
    it(`${ids.join(', ')}: ${why}. ${says}`, () => expect(ids.filter((id) => cases.has(id))).toEqual([]));
  }
});
