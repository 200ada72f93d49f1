/** Social insurance behind HTTP in memory (máy chủ trong bộ nhớ): the invented agency, served and asked without a socket. */
import { createLine, type LineNews } from '@lienthong/adapters-http';
import type { Inbox } from '@lienthong/adapters-http/inbox';
import { addDays, atInVietnam, day, type Instant, later } from '@lienthong/core';
import { lawBook, workingCalendar } from '@lienthong/core/law';
import type { Purpose } from '@lienthong/core/requests';
import { random } from '@lienthong/testing';
import { agencies, type Faults, faultProfiles, officeHours, virtualClock } from '@lienthong/testing/agencies';
import { insuranceDesks } from '../desks.js';
import { serveInsurance } from '../serve/index.js';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const { none, storm } = faultProfiles;
const law = lawBook();
const shifts = [
  [450, 690],
  [810, 1_020],
] as const;

/** On a Monday morning. */
export const openInsurance = (faults: Faults = none, inbox?: Inbox) => {
  const from = day('2023-07-10');
  const first = atInVietnam(from);
  const clock = virtualClock(later(first, 8 * HOUR));
  const hours = officeHours(workingCalendar(law, addDays(from, 400)), shifts);
  const all = agencies({ clock, hours, faults, random: random('insurance'), first, law });
  const now = (): number => Date.parse(clock.now());
  const heard: LineNews[] = [];
  let receipts = 0;
  const newId = (): string => {
    receipts += 1;
    return `receipt-${receipts}`;
  };
  const server = serveInsurance({ births: all.desks, deaths: all.deathDesks }, { now, newId });
  const line = createLine({
    agency: 'social-insurance',
    base: 'http://insurance.test',
    fetch: async (address, init) => server.fetch(new Request(address, init)),
    limits: { retries: 0, breakAfter: Number.POSITIVE_INFINITY },
    chance: () => 0.5,
    now,
    observe: (news) => void heard.push(news),
  });
  return {
    desks: insuranceDesks(line, inbox),
    server,
    heard,
    pass: (ms: number): Instant => {
      clock.moveTo(later(clock.now(), ms));
      return clock.now();
    },
    times: (purpose: Purpose): number => all.effects().filter((effect) => effect.purpose === purpose).length,
    remind: all.remind,
    close: line.close,
  };
};
