/** A clock that stands still until it is moved (đồng hồ ảo): months pass in seconds, and every run sees the same moments. */
import type { Clock, Instant } from '@lienthong/core';

export type VirtualClock = Clock & Readonly<{ moveTo: (at: Instant) => void }>;

/** Moves forward only; a moment already past leaves it where it is. */
export const virtualClock = (start: Instant): VirtualClock => {
  let at = start;
  return {
    now: () => at,
    moveTo: (to) => {
      if (to > at) at = to;
    },
  };
};
