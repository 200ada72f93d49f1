import { describe, expect, it } from 'vitest';
import { addDays, day, type PlainDate, weekday } from '../../values/plain-date.js';
import { lawBook } from '../book.js';
import { type CalendarDay, withDays, withSaturdays, workingCalendar } from './working-calendar.js';

const calendar = workingCalendar(lawBook(), day('2026-12-01'));
const read = (written: string): CalendarDay | undefined => calendar.day(day(written));

const daysOf = (year: number): readonly PlainDate[] => {
  const days: PlainDate[] = [];
  for (let date = day(`${year}-01-01`); date.startsWith(String(year)); date = addDays(date, 1)) days.push(date);
  return days;
};

/** Weekdays without work and Saturdays with, written down by hand from the published lists. */
const published: Readonly<Record<number, Readonly<{ off: string; worked: string }>>> = {
  2022: { off: '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02', worked: '' },
  2023: { off: '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04', worked: '' },
  2024: { off: '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', worked: '05-04' },
  2025: { off: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', worked: '04-26' },
  2026: {
    off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
    worked: '01-10 08-22',
  },
  2027: { off: '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24', worked: '' },
  2028: { off: '01-03 01-24 01-25 01-26 01-27 01-28 04-04 05-01 05-02 09-01 09-04 11-24', worked: '' },
};

describe('the working calendar (lịch làm việc)', () => {
  it.each(Object.entries(published))('has the days off and the working Saturdays of %s', (year, { off, worked }) => {
    const days = daysOf(Number(year));
    const shown = (wanted: (date: PlainDate) => boolean) =>
      days
        .filter(wanted)
        .map((date) => date.slice(5))
        .join(' ');
    expect(shown((date) => weekday(date) < 6 && !calendar.day(date)?.works)).toBe(off);
    expect(shown((date) => weekday(date) > 5 && calendar.day(date)?.works === true)).toBe(worked);
  });

  it('says why a day is off, on which text, and how sure that is', () => {
    expect(read('2024-02-08')).toMatchObject({
      works: false,
      why: 'holiday',
      name: { vi: 'Tết Nguyên đán' },
      citation: { act: '8662/VPCP-KGVX' },
      confidence: 'official',
    });
    expect(read('2023-05-02')).toMatchObject({ why: 'compensation', citation: { article: '111', clause: '3' } });
    expect(read('2024-04-29')).toMatchObject({ why: 'swapped' });
    expect(read('2024-05-04')).toMatchObject({ works: true, why: 'make-up' });
    expect(read('2024-07-06')).toMatchObject({ works: false, why: 'weekly-rest' });
    expect(read('2024-07-08')).toMatchObject({ works: true, why: 'working', confidence: 'official' });
  });

  it('tells undecided days apart', () => {
    expect(read('2028-01-24')).toMatchObject({ works: false, confidence: 'inferred' });
    expect(read('2027-09-03')).toMatchObject({ works: false, confidence: 'inferred' });
    expect(read('2027-02-04')).toMatchObject({ works: false, confidence: 'secondary' });
    expect(read('2028-03-01')).toMatchObject({ works: true, confidence: 'inferred' });
  });

  it('answers nothing outside its years', () => {
    expect(read('2021-12-31')).toBeUndefined();
    expect(read('2029-01-01')).toBeUndefined();
  });

  it('does not know a swap before it was decided', () => {
    const before = workingCalendar(lawBook(), day('2024-04-11'));
    expect(before.day(day('2024-04-29'))).toMatchObject({ works: true });
    expect(before.day(day('2024-05-04'))).toMatchObject({ works: false });
    const after = workingCalendar(lawBook(), day('2024-04-12'));
    expect(after.day(day('2024-04-29'))).toMatchObject({ works: false });
    expect(after.day(day('2024-05-04'))).toMatchObject({ works: true });
  });

  it('infers Tết until it is decided', () => {
    const before = workingCalendar(lawBook(), day('2023-11-02'));
    expect(before.day(day('2024-02-14'))).toMatchObject({ works: false, confidence: 'inferred' });
  });

  it('has Culture Day once the resolution is known', () => {
    expect(workingCalendar(lawBook(), day('2026-06-30')).day(day('2026-11-24'))?.works).toBe(true);
    expect(workingCalendar(lawBook(), day('2026-07-01')).day(day('2026-11-24'))?.works).toBe(false);
  });
});

describe('an embedder’s own days', () => {
  it('close a province on its festival', () => {
    const closed = withDays(calendar, (each) =>
      each.date === '2025-10-10' ? { ...each, works: false, why: 'extra', confidence: 'official' } : each,
    );
    expect(closed.day(day('2025-10-10'))?.works).toBe(false);
    expect(closed.day(day('2025-10-09'))?.works).toBe(true);
  });

  it('open a police desk on plain Saturdays, never on a holiday', () => {
    const open = withSaturdays(calendar, [{ from: '07:30', to: '11:30' }]);
    expect(open.day(day('2024-07-06'))).toMatchObject({ works: true, hours: [{ from: '07:30', to: '11:30' }] });
    expect(open.day(day('2024-02-10'))?.works).toBe(false);
    expect(open.day(day('2024-07-07'))?.works).toBe(false);
  });
});
