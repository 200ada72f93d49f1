/** Counting of terms (cách tính thời hạn, Civil Code 147–148): every day counted or skipped is told, with its reason. */
import { addDays, atInVietnam, type Instant, inVietnam, later, type PlainDate } from '../../values/plain-date.js';
import type { Citation, Confidence, Row } from '../dated.js';
import type { CutOff, DeskHours } from '../parameters/receipt.js';
import type { CalendarDay, DayKind, WorkingCalendar } from './working-calendar.js';

/** Why a step stands in a derivation. Texts in both languages: `explain.ts`. */
export type StepCode =
  | DayKind
  | 'received'
  | 'received-after-cut-off'
  | 'received-on-day-of-rest'
  | 'counts-as-received'
  | 'arrived'
  | 'starts-after-leg'
  | 'restarted'
  | 'resumed'
  | 'earlier-due'
  | 'last-day'
  | 'rolled'
  | 'no-row'
  | 'limit-unset'
  | 'waits-for-undated-leg'
  | 'outside-calendar';

/** A day counted, a day skipped, or a note of what happened on it. */
export type Step = Readonly<{
  date: PlainDate;
  step: 'counted' | 'skipped' | 'note';
  why: StepCode;
  name?: Readonly<{ vi: string; en: string }>;
  leg?: string;
  citation?: Citation;
  confidence: Confidence;
}>;

/** The day reached, or `null` with the reason in the last step. `at` where a moment is known. */
export type Counted = Readonly<{ on: PlainDate | null; at?: Instant; steps: readonly Step[] }>;

const ofDay = (step: Step['step'], { date, why, name, citation, confidence }: CalendarDay): Step => ({
  date,
  step,
  why,
  ...(name ? { name } : {}),
  ...(citation ? { citation } : {}),
  confidence,
});

/** A note that rests on a row, or on nothing but the facts. */
export const note = (date: PlainDate, why: StepCode, row?: Row<unknown>): Step => ({
  date,
  step: 'note',
  why,
  ...(row ? { citation: row.citation } : {}),
  confidence: row?.confidence ?? 'official',
});

const beyond = (date: PlainDate, steps: readonly Step[]): Counted => ({
  on: null,
  steps: [...steps, { ...note(date, 'outside-calendar'), confidence: 'inferred' }],
});

/** The first working day on or after a date; the days of rest before it are told as skipped. */
const nextWorkingDay = (calendar: WorkingCalendar, from: PlainDate): Counted => {
  const steps: Step[] = [];
  for (let date = from; ; date = addDays(date, 1)) {
    const each = calendar.day(date);
    if (!each) return beyond(date, steps);
    if (each.works) return { on: date, steps };
    steps.push(ofDay('skipped', each));
  }
};

/** The n-th working day after a date; the date itself when n is 0 (R20). */
export const workingDaysAfter = (calendar: WorkingCalendar, start: PlainDate, n: number): Counted => {
  const steps: Step[] = [];
  let date = start;
  for (let counted = 0; counted < n; ) {
    date = addDays(date, 1);
    const each = calendar.day(date);
    if (!each) return beyond(date, steps);
    if (each.works) counted += 1;
    steps.push(ofDay(each.works ? 'counted' : 'skipped', each));
  }
  return { on: date, steps };
};

/** How many working days lie after one date, up to and including another. */
export const workingDaysBetween = (calendar: WorkingCalendar, start: PlainDate, end: PlainDate): number => {
  let count = 0;
  for (let date = addDays(start, 1); date <= end; date = addDays(date, 1)) if (calendar.day(date)?.works) count += 1;
  return count;
};

/** A last day on a day of rest moves to the next working day. */
const rolled = (calendar: WorkingCalendar, last: PlainDate, roll: Row<unknown> | undefined): Counted => {
  const first = note(last, 'last-day');
  if (!roll) return { on: last, steps: [first] };
  const { on, steps } = nextWorkingDay(calendar, last);
  const moved = on !== null && on !== last;
  return { on, steps: [first, ...steps, ...(moved ? [note(on, 'rolled', roll)] : [])] };
};

/** Calendar days after a date, the first day not counted. `roll` is the row by which the last day moves, if any. */
export const calendarDaysAfter = (
  calendar: WorkingCalendar,
  start: PlainDate,
  n: number,
  roll: Row<unknown> | undefined,
): Counted => rolled(calendar, addDays(start, n), roll);

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MINUTE;

/** Milliseconds since midnight of a time written `HH:mm`. */
export const msOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * MS_PER_HOUR + minutes * MS_PER_MINUTE;
};

/** Hours by the clock from a moment; a last day on a day of rest moves to the end of the next working day. */
export const hoursAfter = (
  calendar: WorkingCalendar,
  from: Instant,
  hours: number,
  roll: Row<unknown> | undefined,
): Counted => {
  const at = later(from, hours * MS_PER_HOUR);
  const end = rolled(calendar, inVietnam(at).date, roll);
  return end.on === inVietnam(at).date ? { ...end, at } : end;
};

/** Working hours of a desk from a moment: only the spans in which it works are used up. */
export const workingHoursAfter = (
  calendar: WorkingCalendar,
  desk: DeskHours,
  from: Instant,
  hours: number,
): Counted => {
  const steps: Step[] = [];
  const start = inVietnam(from);
  let left = hours * MS_PER_HOUR;
  for (let date = start.date; ; date = addDays(date, 1)) {
    const each = calendar.day(date);
    if (!each) return beyond(date, steps);
    if (!each.works) {
      steps.push(ofDay('skipped', each));
      continue;
    }
    steps.push(ofDay('counted', each));
    for (const span of each.hours ?? desk) {
      const opens = Math.max(msOf(span.from), date === start.date ? start.msOfDay : 0);
      const open = Math.max(0, msOf(span.to) - opens);
      if (open > 0 && left <= open) return { on: date, at: atInVietnam(date, opens + left), steps };
      left -= open;
    }
  }
};

/** The day a dossier counts as received: today up to the cut-off on a working day, else the next working day (R20). */
export const countsFrom = (calendar: WorkingCalendar, cutOff: Row<CutOff>, receivedAt: Instant): Counted => {
  const { date, msOfDay } = inVietnam(receivedAt);
  const today = calendar.day(date);
  if (!today) return beyond(date, []);
  const limit = msOf(cutOff.value.at);
  const inTime = cutOff.value.exactlyThen === 'same-day' ? msOfDay <= limit : msOfDay < limit;
  if (today.works && inTime) return { on: date, at: receivedAt, steps: [note(date, 'received')] };
  const first = today.works
    ? note(date, 'received-after-cut-off', cutOff)
    : { ...ofDay('note', today), why: 'received-on-day-of-rest' as const };
  const next = nextWorkingDay(calendar, addDays(date, 1));
  const steps = [first, ...next.steps];
  return next.on === null
    ? { on: null, steps }
    : { on: next.on, steps: [...steps, note(next.on, 'counts-as-received')] };
};
