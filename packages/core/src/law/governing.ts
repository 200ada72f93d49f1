/**
 * Which date chooses which rule (architecture §4; death.md §1.5): the whole answer, in one place. Procedure and limits follow
 * the receipt of the leg's own file; a document's form its day of issue; the rate of a benefit the day of death; a late fee the
 * day of filing; the calendar each day itself. What is known of the law is what is known on the day of deciding (R10).
 */
import type { Instant, PlainDate } from '../values/plain-date.js';
import { dayOf } from '../values/plain-date.js';
import { type WorkingCalendar, workingCalendar } from './calendar/working-calendar.js';
import type { LawBook, LawInForce } from './dated.js';

/** What is ordered today, where no file, document or death says otherwise. */
export const currentLawOf = (book: LawBook, at: Instant): LawInForce => {
  const today = dayOf(at);
  return book.at({ on: today, knownOn: today });
};

/** Procedure and time limits: frozen at receipt, today's while nothing was received. */
export const procedureLawOf = (book: LawBook, receivedOn: PlainDate | null, decidedAt: Instant): LawInForce => {
  const today = dayOf(decidedAt);
  return book.at({ on: receivedOn ?? today, knownOn: today });
};

/** The form of a document: its own day of issue, which may lie before the case. */
export const documentLawOf = (book: LawBook, issuedOn: PlainDate, knownOn: PlainDate = issuedOn): LawInForce =>
  book.at({ on: issuedOn, knownOn });

/** The rate and the rules of a benefit: the day of death, as known on the day of the decision. */
export const benefitLawOf = (book: LawBook, diedOn: PlainDate, decidedOn: PlainDate): LawInForce =>
  book.at({ on: diedOn, knownOn: decidedOn });

/** Who files for whom, where nothing is received yet that would freeze it: the day of the decision, whenever somebody died. */
export const filingLawOf = (book: LawBook, decidedOn: PlainDate): LawInForce =>
  book.at({ on: decidedOn, knownOn: decidedOn });

/** What a filing costs: the day it is filed. */
export const feeLawOf = (book: LawBook, filedOn: PlainDate): LawInForce => book.at({ on: filedOn, knownOn: filedOn });

/** Holidays and swapped days: each calendar day its own, as known on the day somebody counts. */
export const calendarOf = (book: LawBook, knownOn: PlainDate): WorkingCalendar => workingCalendar(book, knownOn);
