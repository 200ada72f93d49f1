/** A place in a real browser, where there are other tabs, and room that can run out. */
import type { Place } from '@lienthong/testing/store-contract';
import { freshName, placeNamed } from './place.js';
import { tell } from './protocol.js';
import { aTab, type TabOptions } from './tab.js';

const LEFT_BYTES = 1_000_000;
/** For so long Chromium goes by the room it saw last. */
const NOTICED_AFTER_MS = 31_000;

/** Takes away all room but a little, and waits until the browser has noticed. */
const whileFull = async <T>(work: () => Promise<T>): Promise<T> => {
  const { usage = 0 } = await navigator.storage.estimate();
  await tell('Storage.overrideQuotaForOrigin', { origin: location.origin, quotaSize: usage + LEFT_BYTES });
  try {
    await new Promise((noticed) => setTimeout(noticed, NOTICED_AFTER_MS));
    return await work();
  } finally {
    await tell('Storage.overrideQuotaForOrigin', { origin: location.origin });
  }
};

export const placeIn = (options: TabOptions): Place => ({
  ...placeNamed(options.name, options),
  whileFull,
  spawnWriter: async (job) => {
    const tab = await aTab(options);
    const acknowledged = await tab.write(job);
    tab.kill();
    return acknowledged;
  },
  killWriter: async (job, after) => {
    const tab = await aTab(options);
    await new Promise<void>((enough, fail) => {
      const heard = (): void => {
        if (tab.acknowledged.length >= after) enough();
      };
      tab.write(job, heard).catch(fail);
    });
    tab.kill();
    return [...tab.acknowledged];
  },
});

/** A fresh place, with the browser's locks or without. */
export const aBrowserPlace =
  (own: Readonly<{ locks?: null }> = {}) =>
  async (): Promise<Place> =>
    placeIn({ ...own, name: freshName() });
