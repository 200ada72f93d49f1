/** Deadlines (hạn giải quyết): a limit, a start and a calendar give a day, and the story of how it was reached. */
import { atInVietnam, dayOf, type Instant, type PlainDate } from '../values/plain-date.js';
import {
  type Counted,
  calendarDaysAfter,
  countsFrom,
  hoursAfter,
  msOf,
  note,
  type Step,
  workingDaysAfter,
  workingHoursAfter,
} from './calendar/counting.js';
import { type WorkingCalendar, workingCalendar } from './calendar/working-calendar.js';
import type { Citation, Confidence, LawBook, LawInForce, Row } from './dated.js';
import type { AnyLeg, GroupLaw } from './group-law.js';
import type { Limit } from './parameters/time-limits.js';
import * as provision from './provision.js';

/** How long the law gives, in the unit the law uses; nothing when it gives no figure. */
export type Term =
  | Readonly<{ workingDays: number }>
  | Readonly<{ calendarDays: number }>
  | Readonly<{ hours: number }>
  | Readonly<{ workingHours: number }>
  | Readonly<Record<never, never>>;

/** The last day, or `null` where no row gives one; the derivation says why. `dueAt` for limits in hours. */
export type Deadline = Term &
  Readonly<{
    dueOn: PlainDate | null;
    dueAt?: Instant;
    confidence: Confidence;
    citation: Citation | null;
    derivation: readonly Step[];
  }>;

/** Where a count begins: a day, the moment where one is known, and the steps that led there. */
export type Start = Readonly<{ on: PlainDate; at?: Instant; steps: readonly Step[] }>;

/** What a limit may depend on. */
export type Circumstances = Readonly<{ verification?: boolean; withoutResidence?: boolean }>;

const doubt: Readonly<Record<Confidence, number>> = { official: 0, secondary: 1, inferred: 2 };

/** The weakest of several: a chain of reasons is as sure as its least sure link. */
export const weakest = (all: readonly Confidence[]): Confidence =>
  all.reduce<Confidence>((worst, each) => (doubt[each] > doubt[worst] ? each : worst), 'official');

const figure = (
  limit: Extract<Limit, { unit: 'working-days' }>,
  { verification, withoutResidence }: Circumstances,
): number =>
  verification && limit.verified !== undefined
    ? limit.verified
    : withoutResidence && limit.withoutResidence !== undefined
      ? limit.withoutResidence
      : limit.n;

const termOf = (limit: Limit, circumstances: Circumstances): Term => {
  switch (limit.unit) {
    case 'working-days':
      return { workingDays: figure(limit, circumstances) };
    case 'calendar-days':
      return { calendarDays: limit.n };
    case 'hours':
      return { hours: limit.n };
    case 'working-hours':
      return { workingHours: limit.n };
    case 'unset':
      return {};
  }
};

/** A file taken in later than the start of that day's work is counted from its own moment; else from when the desk opens. */
const momentOf = (law: LawInForce, start: Start): Instant =>
  start.at ?? atInVietnam(start.on, msOf(law.row(provision.deskHours)?.value[0]?.from ?? '00:00'));

const count = (
  law: LawInForce,
  calendar: WorkingCalendar,
  limit: Limit,
  start: Start,
  circumstances: Circumstances,
): Counted => {
  const roll = law.row(provision.lastDayRolls);
  switch (limit.unit) {
    case 'working-days':
      return workingDaysAfter(calendar, start.on, figure(limit, circumstances));
    case 'calendar-days':
      return calendarDaysAfter(calendar, start.on, limit.n, roll);
    case 'hours':
      return hoursAfter(calendar, momentOf(law, start), limit.n, roll);
    case 'working-hours':
      return workingHoursAfter(calendar, law.row(provision.deskHours)?.value ?? [], momentOf(law, start), limit.n);
    case 'unset':
      return { on: null, steps: [note(start.on, 'limit-unset')] };
  }
};

/** No day, for a reason told in the last step. */
export const undated = (steps: readonly Step[], row?: Row<unknown>): Deadline => ({
  dueOn: null,
  confidence: row?.confidence ?? 'inferred',
  citation: row?.citation ?? null,
  derivation: steps,
});

/** The end of a limit that starts on a day. Without a row there is no day (R22). */
export const deadline = (
  law: LawInForce,
  calendar: WorkingCalendar,
  limit: Row<Limit> | undefined,
  start: Start,
  circumstances: Circumstances = {},
): Deadline => {
  if (!limit) return undated([...start.steps, { ...note(start.on, 'no-row'), confidence: 'inferred' }]);
  const counted = count(law, calendar, limit.value, start, circumstances);
  const derivation = [...start.steps, ...counted.steps];
  return {
    ...termOf(limit.value, circumstances),
    dueOn: counted.on,
    ...(counted.on && counted.at ? { dueAt: counted.at } : {}),
    confidence: weakest([limit.confidence, ...derivation.map(({ confidence }) => confidence)]),
    citation: limit.citation,
    derivation,
  };
};

/**
 * The receipt of a file by one leg, or of the whole group: with the cut-off where it reaches, else the day of arrival,
 * of which the next working day is the first counted (R20).
 */
export const receipt = <L extends AnyLeg>(
  law: LawInForce,
  calendar: WorkingCalendar,
  group: GroupLaw<L>,
  leg: NoInfer<L> | 'whole',
  receivedAt: Instant,
): Counted => {
  const reach = law.row(group.cutOffReach)?.value ?? [];
  const cutOff = law.row(group.cutOff);
  if (cutOff && reach.includes(leg)) return countsFrom(calendar, cutOff, receivedAt);
  const on = dayOf(receivedAt);
  return { on, at: receivedAt, steps: [note(on, 'arrived')] };
};

/** The day a leg's file counts as received; `null` outside the calendar. */
export const effectiveReceipt = <L extends AnyLeg>(
  book: LawBook,
  group: GroupLaw<L>,
  leg: NoInfer<L> | 'whole',
  receivedAt: Instant,
  knownOn: PlainDate = dayOf(receivedAt),
): PlainDate | null =>
  receipt(book.at({ on: dayOf(receivedAt), knownOn }), workingCalendar(book, knownOn), group, leg, receivedAt).on;

/** The end of a limit that runs from a moment: a request for a supplement, a duty, a notice. No cut-off. */
export const limitEnds = (
  book: LawBook,
  limit: Row<Limit> | undefined,
  from: Instant,
  knownOn: PlainDate = dayOf(from),
): Deadline => {
  const on = dayOf(from);
  return deadline(book.at({ on, knownOn }), workingCalendar(book, knownOn), limit, { on, at: from, steps: [] });
};
