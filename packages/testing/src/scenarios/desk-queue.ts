/** Who gets round to what and when (hàng chờ): a desk serves one file after another, in its hours. */
import type { Instant } from '@lienthong/core';
import type { OfficeHours } from '../agencies/index.js';
import type { Act } from './act.js';

const MINUTE = 60_000;

/** When an act is done, given all that its desk took on before. Asking takes the turn. */
export const deskQueue = (hours: OfficeHours): ((act: Pick<Act<unknown, unknown>, 'at' | 'desk'>) => Instant) => {
  const freeAt = new Map<string, Instant>();
  return ({ at, desk }) => {
    if (desk === undefined) return at;
    const free = freeAt.get(desk.name);
    const start = hours.opensFrom(free !== undefined && free > at ? free : at);
    const end = hours.after(start, desk.minutes * MINUTE);
    freeAt.set(desk.name, end);
    return end;
  };
};
