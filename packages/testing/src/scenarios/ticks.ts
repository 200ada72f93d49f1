/** How time is cut (nhịp thời gian): people look up every ten minutes; what falls between happens at the next look. */
import { type Instant, later } from '@lienthong/core';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const TICK = 10 * MINUTE;

export const upToTick = (at: Instant): Instant => {
  const ms = Date.parse(at);
  return later(at, Math.ceil(ms / TICK) * TICK - ms);
};

export const nextTick = (at: Instant): Instant => later(at, TICK);

export const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined =>
  moments.filter((at) => at !== undefined).toSorted()[0];
