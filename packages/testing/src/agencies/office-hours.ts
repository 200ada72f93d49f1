/** Office hours (giờ hành chính): when a desk is open, and when work that takes so long will be done. */
import { addDays, atInVietnam, type Instant, inVietnam, later, msBetween, type PlainDate } from '@lienthong/core';
import type { WorkingCalendar } from '@lienthong/core/law';

const MINUTE = 60_000;

/** Opening and closing, in minutes since midnight, one pair a half-day, in order. */
export type Shifts = readonly (readonly [opens: number, closes: number])[];

export type OfficeHours = Readonly<{
  isOpen: (at: Instant) => boolean;
  /** This moment if the desk is open, else when it opens next. */
  opensFrom: (at: Instant) => Instant;
  /** When work begun then is done, worked at only while the desk is open. */
  after: (at: Instant, workingMs: number) => Instant;
}>;

export const officeHours = (calendar: WorkingCalendar, shifts: Shifts): OfficeHours => {
  const works = (date: PlainDate): boolean => calendar.day(date)?.works ?? false;

  /** The shift this moment falls in, or the next one to come. */
  const shiftFrom = (at: Instant): Readonly<{ opens: Instant; closes: Instant }> => {
    for (let date = inVietnam(at).date; ; date = addDays(date, 1)) {
      if (!works(date)) continue;
      for (const [from, to] of shifts) {
        const closes = atInVietnam(date, to * MINUTE);
        if (at < closes) return { opens: atInVietnam(date, from * MINUTE), closes };
      }
    }
  };

  const opensFrom = (at: Instant): Instant => {
    const { opens } = shiftFrom(at);
    return at > opens ? at : opens;
  };

  const after = (at: Instant, workingMs: number): Instant => {
    let from = opensFrom(at);
    let left = workingMs;
    for (;;) {
      const { closes } = shiftFrom(from);
      const open = msBetween(from, closes);
      if (left <= open) return later(from, left);
      left -= open;
      from = opensFrom(closes);
    }
  };

  return { isOpen: (at) => opensFrom(at) === at, opensFrom, after };
};
