import { describe, expect, it } from 'vitest';
import { atInVietnam, day } from '../values/plain-date.js';
import {
  benefitLawOf,
  calendarOf,
  currentLawOf,
  documentLawOf,
  feeLawOf,
  filingLawOf,
  lawBook,
  procedureLawOf,
  provision,
} from './index.js';

const book = lawBook();
const morning = (on: string) => atInVietnam(day(on), 9 * 3_600_000);

describe('which date chooses which rule (death.md §1.5)', () => {
  it('procedure and limits: the day the file was received, whenever it is decided', () => {
    const rows = (receivedOn: string | null) =>
      procedureLawOf(book, receivedOn === null ? null : day(receivedOn), morning('2026-03-20')).row(
        provision.limitResidenceDeletion,
      )?.value;
    expect(rows('2026-03-14')).toEqual({ unit: 'working-days', n: 5 });
    expect(rows('2026-03-15')).toEqual({ unit: 'working-days', n: 1 });
    expect(rows(null)).toEqual({ unit: 'working-days', n: 1 });
  });

  it('who files for whom: the day of the decision, whenever somebody died', () => {
    const place = (decidedOn: string) =>
      filingLawOf(book, day(decidedOn)).row(provision.funeralInBundle)?.value['insured-active'];
    expect([place('2022-11-20'), place('2022-11-21')]).toEqual([undefined, 'outside']);
  });

  it('the form of a document: its own day of issue', () => {
    const form = (issuedOn: string) => documentLawOf(book, day(issuedOn)).row(provision.deathNoticeForm)?.value.form;
    expect([form('2025-06-30'), form('2025-07-01')]).toEqual(['annex-I', '05']);
    const extract = (issuedOn: string) =>
      documentLawOf(book, day(issuedOn)).row(provision.deathExtractForm)?.value.form;
    expect([extract('2027-02-28'), extract('2027-03-01')]).toEqual(['death-extract', 'death-certificate']);
  });

  it('the rate of a benefit: the day of death, as known on the day of the decision', () => {
    const standard = (diedOn: string, decidedOn: string) =>
      benefitLawOf(book, day(diedOn), day(decidedOn)).row(provision.socialStandard)?.value;
    expect(standard('2026-07-10', '2026-08-20')).toEqual(standard('2026-06-30', '2026-08-20'));
    expect(standard('2026-07-10', '2026-10-05')).not.toEqual(standard('2026-07-10', '2026-10-04'));
    expect(standard('2026-06-30', '2026-10-05')).toEqual(standard('2026-06-30', '2026-08-20'));
  });

  it('a fee: the day of filing', () => {
    const period = (filedOn: string) => feeLawOf(book, day(filedOn)).row(provision.limitDeclaringDeath)?.value.unit;
    expect([period('2027-02-28'), period('2027-03-01')]).toEqual(['calendar-days', 'unset']);
  });

  it('holidays: each calendar day its own, as known when somebody counts', () => {
    const works = (on: string, knownOn: string) => calendarOf(book, day(knownOn)).day(day(on))?.works;
    expect([works('2026-11-24', '2026-11-20'), works('2026-11-25', '2026-11-20')]).toEqual([false, true]);
    expect(works('2025-11-24', '2025-11-20')).toBe(true);
  });

  it('all else: today', () =>
    expect(currentLawOf(book, morning('2026-09-01')).id).toMatchObject({ on: '2026-09-01', knownOn: '2026-09-01' }));
});
