/** The working calendar (lịch làm việc): whether offices work on a day, why, on which text, and how sure that is. */
import { type PlainDate, weekday } from '../../values/plain-date.js';
import type { Citation, Confidence, LawBook } from '../dated.js';
import type { DeskHours } from '../parameters/receipt.js';
import { coveredYears, type SpecialDay, specialDays, weeklyRest } from './holidays.js';

/** An ordinary working day, weekly rest, or what makes the day special; `extra` is an embedder's own. */
export type DayKind = 'working' | 'weekly-rest' | SpecialDay['kind'] | 'extra';

/** `hours` replaces the desk's own on that day, such as a Saturday morning. */
export type CalendarDay = Readonly<{
  date: PlainDate;
  works: boolean;
  why: DayKind;
  name?: Readonly<{ vi: string; en: string }>;
  citation?: Citation;
  confidence: Confidence;
  hours?: DeskHours;
}>;

/** As known on a day. `day` answers `undefined` outside the years it covers: never a guess. */
export type WorkingCalendar = Readonly<{ knownOn: PlainDate; day: (date: PlainDate) => CalendarDay | undefined }>;

const readDay =
  (law: LawBook, knownOn: PlainDate) =>
  (date: PlainDate): CalendarDay | undefined => {
    const year = law.rowOn(coveredYears, date, knownOn);
    if (!year) return undefined;
    const special = law.rowOn(specialDays, date, knownOn);
    if (special) {
      const { kind, name } = special.value;
      const { citation, confidence } = special;
      return { date, works: kind === 'make-up', why: kind, name, citation, confidence };
    }
    const rest = law.rowOn(weeklyRest, date, knownOn);
    const rests = rest?.value.includes(weekday(date)) ?? false;
    return rests && rest
      ? { date, works: false, why: 'weekly-rest', citation: rest.citation, confidence: year.confidence }
      : { date, works: true, why: 'working', confidence: year.confidence };
  };

const known = new WeakMap<LawBook, Map<PlainDate, WorkingCalendar>>();

/** The calendar of a law book as known on a day. Days already asked are remembered. */
export const workingCalendar = (law: LawBook, knownOn: PlainDate): WorkingCalendar => {
  const ofBook = known.get(law) ?? new Map<PlainDate, WorkingCalendar>();
  known.set(law, ofBook);
  const existing = ofBook.get(knownOn);
  if (existing) return existing;
  const days = new Map<PlainDate, CalendarDay | undefined>();
  const read = readDay(law, knownOn);
  const calendar: WorkingCalendar = {
    knownOn,
    day: (date) => {
      if (!days.has(date)) days.set(date, read(date));
      return days.get(date);
    },
  };
  ofBook.set(knownOn, calendar);
  return calendar;
};

/** A calendar with an embedder's own days laid over it: a province's festival, a desk that opens on Saturday. */
export const withDays = (calendar: WorkingCalendar, change: (day: CalendarDay) => CalendarDay): WorkingCalendar => ({
  knownOn: calendar.knownOn,
  day: (date) => {
    const own = calendar.day(date);
    return own && change(own);
  },
});

/** Opens Saturdays that are plain weekly rest, for these hours: police desks that receive on Saturday morning. */
export const withSaturdays = (calendar: WorkingCalendar, hours: DeskHours): WorkingCalendar =>
  withDays(calendar, (each) =>
    each.why === 'weekly-rest' && weekday(each.date) === 6
      ? { date: each.date, works: true, why: 'extra', confidence: 'inferred', hours }
      : each,
  );
