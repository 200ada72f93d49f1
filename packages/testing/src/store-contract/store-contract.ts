/**
 * The contract of a journal (bộ kiểm thử kho sự kiện): one call for each store. What a store does not offer is shown as
 * not run; where it deviates it says why, and a deviation that is none any more fails.
 */
import { describe, expect, it, type TestContext } from 'vitest';
import { append, feed } from './asking.js';
import { benchAt, type Offer, type Place } from './bench.js';
import { type Case, NotOffered, runCase } from './case.js';
import { contractCases } from './cases.js';
import { again, repeats } from './repeat.js';

declare module 'vitest' {
  interface TaskMeta {
    /** What the journal, when asked, did not have; for whoever reads the results. */
    notOffered?: string;
  }
}

/** A case that a store is known to break, and why that is left so. */
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
const MUTE: ReadonlySet<string> = new Set(['open', 'remove', 'backups']);

/** A case that is said to fail must fail, or the list of deviations is out of date. */
export const deviates = async (place: () => Promise<Place>, one: Case): Promise<void> => {
  const passed = await runCase(place, one).then(
    () => true,
    () => false,
  );
  if (passed) throw new Error(`${one.id} is declared as a deviation, but it holds: take it off the list`);
};

/** What the store says it offers against what its place has: a hook that nobody declares is a case that nobody runs. */
export const saysWhatItOffers = async (place: () => Promise<Place>, offers: readonly Offer[]): Promise<void> => {
  const at = await place();
  try {
    const has = Object.entries(at).flatMap(([hook, does]) => (does === undefined || MUTE.has(hook) ? [] : [hook]));
    const says = offers.filter((offer) => offer !== 'lasting' && offer !== 'watchesOthers');
    expect(says.toSorted(), 'the offers of the store, against the hooks of its place').toEqual(has.toSorted());
    const { batch, clock } = benchAt(at, []);
    const first = await at.open(clock);
    await append(first, 'case-1', 'none', batch(1));
    await first.close()();
    const second = await at.open(clock);
    const kept = (await feed(second)).length;
    await second.close()();
    expect(kept, 'events in a place opened again, which lasts or does not').toBe(offers.includes('lasting') ? 1 : 0);
  } finally {
    await at.remove?.();
  }
};

/** Runs a case; one that finds out that the journal cannot do what it is about is shown as not run. */
const orSkipped =
  (place: () => Promise<Place>, one: Case) =>
  async ({ skip, task }: TestContext): Promise<void> => {
    try {
      await again(() => runCase(place, one));
    } catch (error) {
      if (!(error instanceof NotOffered)) throw error;
      task.meta.notOffered = error.message;
      skip(`not offered: ${error.message}`);
    }
  };

export const storeContract = ({ name, place, offers = [], deviations = [] }: StoreUnderTest): void => {
  describe(`${name} keeps the contract of a journal`, () => {
    it('knows every case it deviates from', () => {
      const known = new Set(contractCases.map(({ id }) => id));
      expect(deviations.filter(({ id, reason }) => !known.has(id) || reason === '')).toEqual([]);
    });
    it('offers what it says it does, and says what it offers', () => saysWhatItOffers(place, offers));
    for (const one of contractCases) {
      const { id, says, needs = [], patience = 20_000 } = one;
      const missing = needs.filter((need) => !offers.includes(need));
      const deviation = deviations.find((known) => known.id === id);
      const timeout = repeats() * (patience + MARGIN_MS);
      if (missing.length > 0) it.skip(`${id} ${says} (not offered: ${missing.join(', ')})`, () => undefined);
      else if (deviation !== undefined) it(`${id} deviates: ${deviation.reason}`, () => deviates(place, one), timeout);
      else it(`${id} ${says}`, orSkipped(place, one), timeout);
    }
  });
};
