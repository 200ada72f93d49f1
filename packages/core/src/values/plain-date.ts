/**
 * Calendar days and instants. A `PlainDate` is a day in Asia/Ho_Chi_Minh (UTC+7, no summer time since 1975);
 * an `Instant` is UTC with milliseconds and `Z`. Both sort as text.
 */
import { E, type Either } from '../fp.js';
import { type Malformed, malformed } from './malformed.js';

declare const plainDateBrand: unique symbol;
declare const instantBrand: unique symbol;

/** A day, `YYYY-MM-DD`, years 1800 to 2299. */
export type PlainDate = string & { readonly [plainDateBrand]: true };
/** A moment, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = string & { readonly [instantBrand]: true };

const MS_PER_DAY = 86_400_000;
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

const epochDay = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
const fromEpochDay = (day: number): PlainDate => new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate;

/** Whether the calendar has this day; `Date` alone would take 30 February for 2 March. */
const exists = (written: string): boolean => {
  const ms = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === written;
};

/** Reads a day. Errors: `Malformed` for another form or a day the calendar does not have (30 February). */
export const plainDate = (raw: string): Either<Malformed, PlainDate> => {
  if (!/^(18|19|20|21|22)\d\d-\d\d-\d\d$/.test(raw)) return malformed('a date YYYY-MM-DD');
  return exists(raw) ? E.right(raw as PlainDate) : malformed('a day that exists in the calendar');
};

const AN_INSTANT = 'an instant such as 2024-08-29T15:20:00+07:00';

/** Reads a moment in RFC 3339 with an offset, and keeps it in UTC with milliseconds. */
export const instant = (raw: string): Either<Malformed, Instant> => {
  const form = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
  const match = form.exec(raw);
  if (!match || !exists(match[1] ?? '')) return malformed(AN_INSTANT);
  const at = new Date(Date.parse(raw)).toISOString() as Instant;
  return E.isRight(plainDate(dayOf(at))) ? E.right(at) : malformed(AN_INSTANT);
};

/** The day and the milliseconds since midnight that a clock in Vietnam shows at this moment. */
export const inVietnam = (at: Instant): Readonly<{ date: PlainDate; msOfDay: number }> => {
  const ms = Date.parse(at) + VIETNAM_OFFSET_MS;
  const day = Math.floor(ms / MS_PER_DAY);
  return { date: fromEpochDay(day), msOfDay: ms - day * MS_PER_DAY };
};

/** The day in Vietnam at this moment. */
export const dayOf = (at: Instant): PlainDate => inVietnam(at).date;

/** The moment when a clock in Vietnam shows this day and time of day (milliseconds since midnight). */
export const atInVietnam = (date: PlainDate, msOfDay = 0): Instant =>
  new Date(epochDay(date) * MS_PER_DAY + msOfDay - VIETNAM_OFFSET_MS).toISOString() as Instant;

/** The moment some milliseconds later. */
export const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString() as Instant;

/** Whole milliseconds from one moment to another. */
export const msBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

export const addDays = (date: PlainDate, days: number): PlainDate => fromEpochDay(epochDay(date) + days);

/** Whole days from one date to another; negative when `to` comes first. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => epochDay(to) - epochDay(from);

/** 1 is Monday, 7 is Sunday. */
export const weekday = (date: PlainDate): number => ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;

/** The same day some months later, or the last day of that month when it has no such day (29 February, 31 April). */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = Date.UTC(year, month - 1 + months, 1);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromEpochDay(first / MS_PER_DAY + Math.min(day, lastDay) - 1);
};

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** Writes a day that stands in our own source. Throws on a slip of the pen; never for input. */
export const day = (written: string): PlainDate => {
  const read = plainDate(written);
  if (E.isLeft(read)) throw new RangeError(`not a day: ${written}`);
  return read.right;
};
