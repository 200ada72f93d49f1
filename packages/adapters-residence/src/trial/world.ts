/** The invented agencies behind a line without a network, for tests (cơ quan giả lập qua HTTP). */
import { createLine, type Fetch, type Line } from '@lienthong/adapters-http';
import type { ServedAgency } from '@lienthong/adapters-http/serve';
import { addDays, atInVietnam, day, later } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { lawBook, workingCalendar } from '@lienthong/core/law';
import type { Ask, Purpose, Reply } from '@lienthong/core/requests';
import { random } from '@lienthong/testing';
import { agencies, type Faults, faultProfiles, officeHours, virtualClock } from '@lienthong/testing/agencies';

export const HOUR = 3_600_000;
export const law = lawBook();
const monday = day('2023-07-10');
export const first = atInVietnam(monday);
const shifts = [
  [450, 690],
  [810, 1_020],
] as const;

/** All agencies, on a Monday morning. */
export const openAgencies = (faults: Faults = faultProfiles.none) => {
  const clock = virtualClock(later(first, 8 * HOUR));
  const hours = officeHours(workingCalendar(law, addDays(monday, 60)), shifts);
  const all = agencies({ clock, hours, faults, random: random('adapters'), first, law });
  return {
    ...all,
    clock,
    pass: (ms: number): void => clock.moveTo(later(clock.now(), ms)),
    times: (purpose: Purpose): number => all.effects().filter((effect) => effect.purpose === purpose).length,
  };
};

export const fetchOf =
  ({ fetch }: ServedAgency): Fetch =>
  (address, init) =>
    fetch(new Request(address, init));

export const lineTo = (agency: string, fetch: Fetch): Line =>
  createLine({ agency, base: 'http://agency.invalid', fetch, limits: { retries: 0 } });

export const askOf = <C>(key: string, content: C): Ask<C> => ({ key, caseId: key, request: 'ask#1', content });

export const child = { name: { surname: 'Nguyễn', given: 'An' } };
export const mother = { name: { surname: 'Trần', given: 'Hoa' }, personalNumber: '040190000001' };
export const old = { name: { surname: 'Nguyễn', given: 'Bá' }, personalNumber: '040040000001' };
export const commune = '16681';
export const bornOn = day('2023-07-03');
export const diedOn = day('2023-07-07');

export const outcomeOf = (reply: Reply<Readonly<{ outcome: string }>> | undefined): string | undefined =>
  reply?.kind === 'answered' ? reply.answer.outcome : undefined;

/** What came, or a test that ends here. */
export const right = <A>(came: E.Either<unknown, A>): A => {
  if (E.isLeft(came)) throw new Error(`not what was hoped for: ${JSON.stringify(came.left)}`);
  return came.right;
};
