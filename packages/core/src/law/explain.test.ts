import { describe, expect, it } from 'vitest';
import { day } from '../values/plain-date.js';
import { allParameters, lawBook } from './book.js';
import { workingDaysAfter } from './calendar/counting.js';
import { workingCalendar } from './calendar/working-calendar.js';
import { explainCitation, explainStep } from './explain.js';
import * as provision from './provision.js';

describe('the law in words', () => {
  const citation = lawBook()
    .at({ on: day('2024-08-01'), knownOn: day('2024-08-01') })
    .row(provision.limitWhole)?.citation;
  if (!citation) throw new Error('decree 63 is on record');

  it('cites as people write', () => {
    expect(explainCitation(citation, 'vi')).toBe('khoản 2 Điều 7 Nghị định 63/2024/NĐ-CP');
    expect(explainCitation(citation, 'en')).toBe('Decree 63/2024/NĐ-CP, art. 7 cl. 2');
    expect(explainCitation({ ...citation, act: '60/2014/QH13', article: '11', clause: '1', point: 'b' }, 'vi')).toBe(
      'điểm b khoản 1 Điều 11 Luật 60/2014/QH13',
    );
  });

  it('cites an act it does not know by its number alone', () => {
    expect(explainCitation({ ...citation, act: '1/2030/NĐ-CP' }, 'en')).toBe('1/2030/NĐ-CP, art. 7 cl. 2');
  });

  it('can cite every row in both languages', () => {
    for (const { rows } of allParameters)
      for (const row of rows)
        for (const language of ['vi', 'en'] as const)
          expect(explainCitation(row.citation, language)).toContain(row.citation.act);
  });

  it('tells a derivation day by day', () => {
    const calendar = workingCalendar(lawBook(), day('2024-08-01'));
    const { steps } = workingDaysAfter(calendar, day('2024-09-01'), 1);
    expect(steps.map((step) => explainStep(step, 'vi'))).toEqual([
      '02/09/2024: bỏ qua, nghỉ lễ (Quốc khánh)',
      '03/09/2024: bỏ qua, nghỉ lễ (Quốc khánh)',
      '04/09/2024: tính, ngày làm việc',
    ]);
    expect(steps.map((step) => explainStep(step, 'en'))).toEqual([
      '2024-09-02: skipped, holiday (National Day)',
      '2024-09-03: skipped, holiday (National Day)',
      '2024-09-04: counted, working day',
    ]);
  });

  it('says where it is not sure', () => {
    const calendar = workingCalendar(lawBook(), day('2026-12-01'));
    const [step] = workingDaysAfter(calendar, day('2027-09-02'), 1).steps;
    expect(step && explainStep(step, 'en')).toBe('2027-09-03: skipped, holiday (National Day) [inferred]');
  });
});
