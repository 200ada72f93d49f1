/**
 * The contract of a journal (bộ kiểm thử kho sự kiện): one call for each store. What a store does not offer is shown as
 * not run; where it deviates it says why, and a deviation that is none any more fails.
 */
import { describe, expect, it } from 'vitest';
import type { Offer, Place } from './bench.js';
import { type Case, runCase } from './case.js';
import { contractCases } from './cases.js';

export type Deviation = Readonly<{ id: string; reason: string }>;

export type StoreUnderTest = Readonly<{
  name: string;
  /** A fresh, empty place for one store. */
  place: () => Promise<Place>;
  offers?: readonly Offer[];
  /** Cases that this store is known to break, each with the reason. */
  deviations?: readonly Deviation[];
}>;

const MARGIN_MS = 10_000;

/** A case that is said to fail must fail, or the list of deviations is out of date. */
export const deviates = async (place: () => Promise<Place>, one: Case): Promise<void> => {
  const passed = await runCase(place, one).then(
    () => true,
    () => false,
  );
  if (passed) throw new Error(`${one.id} is declared as a deviation, but it holds: take it off the list`);
};

export const storeContract = ({ name, place, offers = [], deviations = [] }: StoreUnderTest): void => {
  describe(`${name} keeps the contract of a journal`, () => {
    it('knows every case it deviates from', () => {
      const known = new Set(contractCases.map(({ id }) => id));
      expect(deviations.filter(({ id, reason }) => !known.has(id) || reason === '')).toEqual([]);
    });
    for (const one of contractCases) {
      const { id, says, needs = [], patience = 20_000 } = one;
      const missing = needs.filter((need) => !offers.includes(need));
      const deviation = deviations.find((known) => known.id === id);
      const timeout = patience + MARGIN_MS;
      if (missing.length > 0) it.skip(`${id} ${says} (not offered: ${missing.join(', ')})`, () => undefined);
      else if (deviation !== undefined) it(`${id} deviates: ${deviation.reason}`, () => deviates(place, one), timeout);
      else it(`${id} ${says}`, () => runCase(place, one), timeout);
    }
  });
};
