/** The contract of a key store (bộ kiểm thử kho khóa): one call for each store; what cannot be looked at is shown as not run. */
import { describe, it } from 'vitest';
import { within } from '../store-contract/check.js';
import { benchOn, type KeyStoreUnderTest } from './bench.js';
import { type KeyCase, keyCases } from './cases.js';

const PATIENCE_MS = 60_000;

export type KeyContract = Readonly<{
  name: string;
  /** A fresh, empty place for keys. */
  place: () => Promise<KeyStoreUnderTest>;
  /** Whether its bytes can be looked at. */
  lasting?: boolean;
}>;

/** Runs one case in a fresh place; rejects with `Broken` when the store breaks it. */
export const runKeyCase = async (place: KeyContract['place'], { id, run }: KeyCase): Promise<void> => {
  const at = await place();
  const opened: (() => Promise<unknown>)[] = [];
  try {
    await within(PATIENCE_MS, run(benchOn(at, opened)), id);
  } finally {
    for (const close of opened) await close();
    await at.remove?.();
  }
};

export const keyContract = ({ name, place, lasting = false }: KeyContract): void => {
  describe(`${name} keeps the contract of a key store`, () => {
    for (const one of keyCases) {
      if (one.needsBytes && !lasting) it.skip(`${one.id} ${one.says} (its bytes cannot be looked at)`, () => undefined);
      else it(`${one.id} ${one.says}`, () => runKeyCase(place, one), PATIENCE_MS + 10_000);
    }
  });
};
