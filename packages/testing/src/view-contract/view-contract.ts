/** The contract of a view store (bộ kiểm thử kho khung nhìn): one call for each store. */
import type { ViewStore } from '@lienthong/core/subscriptions';
import { describe, it } from 'vitest';
import { within } from '../store-contract/check.js';
import type { ViewPlace } from './bench.js';
import { type ViewCase, viewCases } from './cases.js';

export type ViewStoreUnderTest = Readonly<{
  name: string;
  /** A fresh, empty place for one store. */
  place: () => Promise<ViewPlace>;
  /** Whether what it keeps is there after it was closed; a store that does not say so is shown as not asked. */
  lasting: boolean;
}>;

const PATIENCE_MS = 20_000;

/** Runs one case in a fresh place; rejects with `Broken` when the store breaks it. */
export const runViewCase = async (
  place: () => Promise<ViewPlace>,
  { id, run }: ViewCase,
  patience = PATIENCE_MS,
): Promise<void> => {
  const at = await place();
  const opened: ViewStore[] = [];
  const open = async (): Promise<ViewStore> => {
    const views = await at.open();
    opened.push(views);
    return views;
  };
  try {
    await within(patience, run({ open }), id);
  } finally {
    for (const views of opened) await views.close()();
    await at.remove?.();
  }
};

export const viewContract = ({ name, place, lasting }: ViewStoreUnderTest): void => {
  describe(`${name} keeps the contract of a view store`, () => {
    for (const one of viewCases) {
      const title = `${one.id} ${one.says}`;
      if (one.lasting === true && !lasting) it.skip(`${title} (not offered: lasting)`, () => undefined);
      else it(title, () => runViewCase(place, one), 2 * PATIENCE_MS);
    }
  });
};
