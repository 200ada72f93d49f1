/** Those who decide and pay behind HTTP in memory (máy chủ trong bộ nhớ): the invented agencies, served and asked without a socket. */
import { createLine, type Line, type LineNews } from '@lienthong/adapters-http';
import type { ServedAgency } from '@lienthong/adapters-http/serve';
import { addDays, atInVietnam, day, type Instant, later, type PlainDate } from '@lienthong/core';
import { lawBook, workingCalendar } from '@lienthong/core/law';
import type { Purpose } from '@lienthong/core/requests';
import { random } from '@lienthong/testing';
import { agencies, type Faults, faultProfiles, officeHours, virtualClock } from '@lienthong/testing/agencies';
import { meritDesks, paymentDesks, socialProtectionDesks } from '../desks.js';
import { serveMerit, servePayments, serveSocialProtection } from '../serve/index.js';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const { none, storm } = faultProfiles;
const law = lawBook();
const shifts = [
  [450, 690],
  [810, 1_020],
] as const;

/** All three, on the morning of that day. */
export const openPayers = (faults: Faults = none, from: PlainDate = day('2023-07-10')) => {
  const first = atInVietnam(from);
  const clock = virtualClock(later(first, 8 * HOUR));
  const hours = officeHours(workingCalendar(law, addDays(from, 400)), shifts);
  const all = agencies({ clock, hours, faults, random: random('payers'), first, law });
  const now = (): number => Date.parse(clock.now());
  const heard: LineNews[] = [];
  let receipts = 0;
  const newId = (): string => {
    receipts += 1;
    return `receipt-${receipts}`;
  };
  const served = { deaths: all.deathDesks };
  const servers = {
    'social-protection': serveSocialProtection(served, { now, newId }),
    'merit-office': serveMerit(served, { now, newId }),
    'payment-service': servePayments(served, { now, newId }),
  };
  const lineTo = (agency: string, server: ServedAgency): Line =>
    createLine({
      agency,
      base: 'http://agency.test',
      fetch: (address, init) => server.fetch(new Request(address, init)),
      limits: { retries: 0, breakAfter: Number.POSITIVE_INFINITY },
      chance: () => 0.5,
      now,
      observe: (news) => void heard.push(news),
    });
  const lines = Object.entries(servers).map(([agency, server]) => lineTo(agency, server));
  const [social, merit, payment] = lines as [Line, Line, Line];
  return {
    desks: {
      ...socialProtectionDesks(social).deaths,
      ...meritDesks(merit).deaths,
      ...paymentDesks(payment).deaths,
    },
    servers,
    heard,
    pass: (ms: number): Instant => {
      clock.moveTo(later(clock.now(), ms));
      return clock.now();
    },
    times: (purpose: Purpose): number => all.effects().filter((effect) => effect.purpose === purpose).length,
    close: (): Promise<unknown> => Promise.all(lines.map((line) => line.close())),
  };
};
