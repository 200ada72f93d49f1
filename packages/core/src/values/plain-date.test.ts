import { anyInstant, anyPlainDate } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import {
  addDays,
  addMonths,
  atInVietnam,
  day,
  dayOf,
  daysBetween,
  instant,
  inVietnam,
  later,
  msBetween,
  plainDate,
  weekday,
  yearOf,
} from './plain-date.js';

const anyDays = fc.integer({ min: -20_000, max: 20_000 });

describe('a day (PlainDate)', () => {
  it('exists in the calendar', () => {
    expect(plainDate('2024-02-29')).toEqual(E.right('2024-02-29'));
    for (const raw of ['2023-02-29', '2023-02-30', '2023-13-01', '2023-00-10', '1799-12-31', '23-01-01', '2023-1-1']) {
      expect(plainDate(raw)).toMatchObject({ _tag: 'Left' });
    }
  });

  it('is a Monday on 10 July 2023, when the service went nationwide', () => {
    expect(weekday(day('2023-07-10'))).toBe(1);
    expect(weekday(day('2023-07-16'))).toBe(7);
    expect(weekday(day('1900-01-01'))).toBe(1);
  });

  it('takes the last day of a month that is too short', () => {
    expect(addMonths(day('2023-01-31'), 1)).toBe('2023-02-28');
    expect(addMonths(day('2024-02-29'), 72)).toBe('2030-02-28');
    expect(addMonths(day('2023-01-15'), -1)).toBe('2022-12-15');
  });

  it('is written in our own source without a slip of the pen', () =>
    expect(() => day('2023-02-30')).toThrow(RangeError));

  it('counts days there and back', () =>
    fc.assert(
      fc.property(anyPlainDate, anyDays, (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(weekday(addDays(date, 7 * days))).toBe(weekday(date));
      }),
    ));

  it('sorts as text', () =>
    fc.assert(fc.property(anyPlainDate, anyPlainDate, (a, b) => a < b === daysBetween(a, b) > 0)));

  it('moves by months without leaving the month it names', () =>
    fc.assert(
      fc.property(anyPlainDate, fc.integer({ min: -240, max: 240 }), (date, months) => {
        const moved = addMonths(date, months);
        const monthsOf = (of: string): number => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
        expect(monthsOf(moved) - monthsOf(date)).toBe(months);
        expect(Number(moved.slice(8))).toBeLessThanOrEqual(Number(date.slice(8)));
      }),
    ));

  it('lies in its year', () => expect(yearOf(day('2024-02-29'))).toBe(2024));
});

describe('a moment (Instant)', () => {
  it('is kept in UTC and shown on a clock in Vietnam', () => {
    expect(instant('2024-08-29T15:00:00+07:00')).toEqual(E.right('2024-08-29T08:00:00.000Z'));
    expect(inVietnam(atInVietnam(day('2024-08-29'), 15 * 3_600_000))).toEqual({
      date: '2024-08-29',
      msOfDay: 54_000_000,
    });
    expect(dayOf(atInVietnam(day('2025-07-01')))).toBe('2025-07-01');
  });

  it('needs an offset and a day that exists', () => {
    for (const raw of [
      '2024-08-29T15:00:00',
      '2024-08-29',
      '2024-02-30T15:00:00Z',
      '2024-08-29T24:00:00Z',
      '2024-08-29T15:00:60Z',
    ]) {
      expect(instant(raw)).toMatchObject({ _tag: 'Left' });
    }
  });

  it('reads back what it writes', () =>
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(instant(at)).toEqual(E.right(at));
      }),
    ));

  it('is one moment on the wall clock and in UTC', () =>
    fc.assert(
      fc.property(anyInstant, anyDays, (at, ms) => {
        const { date, msOfDay } = inVietnam(at);
        expect(atInVietnam(date, msOfDay)).toBe(at);
        expect(msBetween(at, later(at, ms))).toBe(ms);
      }),
    ));
});
