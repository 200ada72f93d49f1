/** A clock that somebody steers (đồng hồ điều khiển được): it runs at any rate, stands still, or is moved forward by hand. */
import { type Instant, later } from '@lienthong/core';
import type { VirtualClock } from '@lienthong/testing/agencies';

export type SteeredClock = VirtualClock &
  Readonly<{
    /** Seconds that pass here while one passes outside; 0 stands still. */
    rate: () => number;
    runAt: (rate: number) => void;
  }>;

/** `outside` is real time, in milliseconds. */
export const steeredClock = (start: Instant, outside: () => number): SteeredClock => {
  let [at, since, rate] = [start, outside(), 1];
  const now = (): Instant => later(at, Math.max(0, Math.floor((outside() - since) * rate)));
  const settle = (to: Instant): void => {
    at = to;
    since = outside();
  };
  return {
    now,
    moveTo: (to) => {
      if (to > now()) settle(to);
    },
    rate: () => rate,
    runAt: (next) => {
      settle(now());
      rate = next;
    },
  };
};
