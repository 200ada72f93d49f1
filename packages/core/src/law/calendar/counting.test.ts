import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../../fp.js';
import { addDays, atInVietnam, day, type Instant, instant, type PlainDate, weekday } from '../../values/plain-date.js';
import { lawBook } from '../book.js';
import * as provision from '../provision.js';
import { calendarDaysAfter, countsFrom, hoursAfter, msOf, workingDaysAfter, workingHoursAfter } from './counting.js';
import { workingCalendar } from './working-calendar.js';

const book = lawBook();
const calendar = workingCalendar(book, day('2026-12-01'));
const law = book.at({ on: day('2024-08-01'), knownOn: day('2026-12-01') });
const roll = law.row(provision.lastDayRolls);
const cutOff = law.row(provision.cutOff);
if (!cutOff) throw new Error('the law has a cut-off');

const at = (written: string): Instant => {
  const read = instant(`${written}+07:00`);
  if (E.isLeft(read)) throw new Error(written);
  return read.right;
};

const receivedOn = (written: string) => countsFrom(calendar, cutOff, at(written)).on;

describe('the day a dossier counts as received', () => {
  it.each([
    ['2024-07-11T15:00:00.000', '2024-07-11', 'exactly at the cut-off it is still today'],
    ['2024-07-11T15:00:00.001', '2024-07-12', 'a thousandth of a second later it is tomorrow'],
    ['2024-07-11T15:00:01', '2024-07-12', 'one second late'],
    ['2024-07-12T15:30:00', '2024-07-15', 'Friday afternoon is Monday'],
    ['2024-07-13T09:00:00', '2024-07-15', 'Saturday is Monday'],
    ['2024-07-14T23:59:59', '2024-07-15', 'so is Sunday night'],
    ['2024-07-15T00:00:00', '2024-07-15', 'Monday begins at midnight'],
    ['2024-08-29T15:20:00', '2024-08-30', 'the example of the decisions'],
    ['2024-08-30T15:01:00', '2024-09-04', 'over National Day'],
    ['2024-02-07T15:01:00', '2024-02-15', 'on the eve of Tết'],
    ['2024-02-07T14:59:00', '2024-02-07', 'on the eve of Tết, in time'],
    ['2024-05-04T10:00:00', '2024-05-04', 'a make-up Saturday is open'],
    ['2024-05-03T15:30:00', '2024-05-04', 'and is the next working day'],
    ['2024-04-26T15:30:00', '2024-05-02', 'over a swapped Monday'],
  ])('%s counts as %s: %s', (received, counted) => {
    expect(receivedOn(received)).toBe(counted);
  });

  it('tells what happened and each day of rest in between', () => {
    const { steps } = countsFrom(calendar, cutOff, at('2024-08-30T15:20:00'));
    expect(steps.map(({ date, step, why }) => `${date} ${step} ${why}`)).toEqual([
      '2024-08-30 note received-after-cut-off',
      '2024-08-31 skipped weekly-rest',
      '2024-09-01 skipped weekly-rest',
      '2024-09-02 skipped holiday',
      '2024-09-03 skipped holiday',
      '2024-09-04 note counts-as-received',
    ]);
  });

  it('has no day outside the calendar', () => {
    expect(receivedOn('2021-12-31T10:00:00')).toBeNull();
    expect(receivedOn('2028-12-29T15:30:00')).toBeNull();
  });
});

describe('terms', () => {
  it.each([
    ['2026-10-30', 1, '2026-11-02', 'over a weekend'],
    ['2024-08-29', 2, '2024-09-04', 'over National Day 2024'],
    ['2024-09-04', 3, '2024-09-09', 'the district’s three days'],
    ['2026-11-23', 1, '2026-11-25', 'over Culture Day'],
    ['2024-04-26', 1, '2024-05-02', 'over five days off'],
    ['2024-05-03', 1, '2024-05-04', 'onto a make-up Saturday'],
    ['2025-04-25', 1, '2025-04-26', 'onto a make-up Saturday'],
    ['2026-01-09', 1, '2026-01-10', 'onto a make-up Saturday'],
    ['2026-08-21', 1, '2026-08-22', 'onto a make-up Saturday'],
    ['2024-07-11', 0, '2024-07-11', 'none at all is the day itself'],
  ])('%s and %i working days end on %s: %s', (start, n, end) => {
    expect(workingDaysAfter(calendar, day(start), n).on).toBe(end);
  });

  it('of fifteen days from Saturday 2026-11-07 end on Monday 2026-11-23', () => {
    const { on, steps } = calendarDaysAfter(calendar, day('2026-11-07'), 15, roll);
    expect(on).toBe('2026-11-23');
    expect(steps.map(({ date, why }) => `${date} ${why}`)).toEqual([
      '2026-11-22 last-day',
      '2026-11-22 weekly-rest',
      '2026-11-23 rolled',
    ]);
  });

  it('of sixty days are sixty calendar days, the first not counted', () => {
    expect(calendarDaysAfter(calendar, day('2025-03-03'), 60, roll).on).toBe('2025-05-05');
    expect(calendarDaysAfter(calendar, day('2025-03-04'), 60, undefined).on).toBe('2025-05-03');
  });

  it('of 24 hours end at the same time next day, or with the next working day', () => {
    expect(hoursAfter(calendar, at('2026-09-03T10:00:00'), 24, roll)).toMatchObject({
      on: '2026-09-04',
      at: at('2026-09-04T10:00:00'),
    });
    const friday = hoursAfter(calendar, at('2026-09-04T10:00:00'), 24, roll);
    expect(friday.on).toBe('2026-09-07');
    expect(friday).not.toHaveProperty('at');
  });

  const desk = [
    { from: '07:30', to: '11:30' },
    { from: '13:00', to: '17:00' },
  ];

  it.each([
    ['2024-07-11T08:00:00', '2024-07-11T13:30:00', 'over the noon break'],
    ['2024-07-11T15:00:00', '2024-07-12T09:30:00', 'over night'],
    ['2024-07-12T16:00:00', '2024-07-15T10:30:00', 'over the weekend'],
    ['2024-07-11T12:00:00', '2024-07-11T17:00:00', 'from the noon break'],
    ['2024-07-11T07:30:00', '2024-07-11T11:30:00', 'a whole morning'],
    ['2024-07-13T10:00:00', '2024-07-15T11:30:00', 'from a Saturday'],
  ])('of four working hours from %s end at %s: %s', (from, to) => {
    expect(workingHoursAfter(calendar, desk, at(from), 4).at).toBe(at(to));
  });
});

/** Another way: no calendar of rows, but the days off written out, and one day after another. */
const off = new Set(
  '2024-01-01 2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2024-04-18 2024-04-29 2024-04-30 2024-05-01 2024-09-02 2024-09-03 2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30 2025-05-01 2025-05-02 2025-09-01 2025-09-02'.split(
    ' ',
  ),
);
const makeUp = new Set(['2024-05-04', '2025-04-26']);
const open = (date: PlainDate): boolean => makeUp.has(date) || (weekday(date) <= 5 && !off.has(date));

const walk = (start: PlainDate, n: number): PlainDate => {
  let [date, left] = [start, n];
  while (left > 0) {
    date = addDays(date, 1);
    if (open(date)) left -= 1;
  }
  return date;
};

const anyDate = fc.integer({ min: 0, max: 690 }).map((n) => addDays(day('2024-01-01'), n));
const anyTime = fc.integer({ min: 0, max: 86_399_999 });

describe('counting, whatever the dates', () => {
  it('agrees with a walk from day to day', () =>
    fc.assert(
      fc.property(anyDate, fc.nat(20), (start, n) => {
        expect(workingDaysAfter(calendar, start, n).on).toBe(walk(start, n));
      }),
    ));

  it('counts as many days as the term has, and skips only days of rest', () =>
    fc.assert(
      fc.property(anyDate, fc.nat(20), (start, n) => {
        const { steps } = workingDaysAfter(calendar, start, n);
        expect(steps.filter(({ step }) => step === 'counted')).toHaveLength(n);
        expect(steps.every(({ date, step }) => (step === 'counted') === open(date))).toBe(true);
      }),
    ));

  it('never makes a later receipt count earlier', () =>
    fc.assert(
      fc.property(anyDate, anyTime, anyDate, anyTime, (a, timeA, b, timeB) => {
        const [first, second] = [atInVietnam(a, timeA), atInVietnam(b, timeB)].sort() as [Instant, Instant];
        const [one, other] = [first, second].map((each) => countsFrom(calendar, cutOff, each).on ?? '');
        expect((one ?? '') <= (other ?? '')).toBe(true);
      }),
    ));

  it('counts every receipt from a working day, not before the receipt', () =>
    fc.assert(
      fc.property(anyDate, anyTime, (date, time) => {
        const counted = countsFrom(calendar, cutOff, atInVietnam(date, time)).on;
        expect(counted !== null && open(counted) && counted >= date).toBe(true);
        expect(counted === date).toBe(open(date) && time <= msOf('15:00'));
      }),
    ));
});
