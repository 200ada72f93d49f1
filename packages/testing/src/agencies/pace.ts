/** How fast an office works (nhịp làm việc): a share of the time the law gives it, in the unit the law counts. */
import { dayOf, type Instant, later } from '@lienthong/core';
import { chains } from '@lienthong/core/benefit';
import type { Chain, LawBook, Limit, Parameter, Payer } from '@lienthong/core/law';
import type { Random } from '../random.js';
import type { OfficeHours } from './office-hours.js';
import type { OfficeWorld } from './practice.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Somewhat less than the desks are open, so that an office in no hurry is still in time. */
const WORKING_DAY = 7 * HOUR;
/** Days an office takes by itself where the law names none. */
const UNBOUND = 5;

/** What the law of that day says, as known on it. */
export const inForceAt = <V>(law: LawBook, parameter: Parameter<V>, at: Instant): V | undefined =>
  law.at({ on: dayOf(at), knownOn: dayOf(at) }).row(parameter)?.value;

/** When something begun then is done that takes such a share of its limit. */
export const shareOf = (hours: OfficeHours, limit: Limit | undefined, from: Instant, share: number): Instant => {
  switch (limit?.unit) {
    case 'calendar-days':
      return hours.opensFrom(later(from, Math.round(limit.n * share * DAY)));
    case 'hours':
    case 'working-hours':
      return hours.after(from, Math.round(limit.n * share * HOUR));
    case 'working-days':
      return hours.after(from, Math.round(limit.n * share * WORKING_DAY));
    case 'unset':
    case undefined:
      return hours.after(from, Math.round(UNBOUND * share * WORKING_DAY));
  }
};

/** One body of a chain, and when it has done its part. */
export type Link = Readonly<{ by: Chain[number]['by']; at: Instant }>;

/** The bodies that have a part in a decision on money, one after the other; `late` takes more than the time there is. */
export const chainFrom = (
  { law, hours, faults }: OfficeWorld,
  payer: Payer,
  from: Instant,
  random: Random,
): readonly Link[] => {
  const late = random.chance(faults.D15.decidesLate);
  const links: Link[] = [];
  let at = from;
  for (const { by, limit } of inForceAt(law, chains[payer], from) ?? []) {
    at = shareOf(hours, limit, at, late ? 1.3 + random.next() / 2 : 0.2 + 0.6 * random.next());
    links.push({ by, at });
  }
  return links;
};
