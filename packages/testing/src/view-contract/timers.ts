/** Timers of the machine, for tests that let time pass by itself. */
import type { Timers } from '@lienthong/core/subscriptions';

export const realTimers: Timers = {
  after: (ms, ring) => {
    const timer = setTimeout(ring, ms);
    return () => clearTimeout(timer);
  },
};

/** One turn of the event loop. */
export { aTurn } from '../store-contract/check.js';
