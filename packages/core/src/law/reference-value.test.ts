import { describe, expect, it } from 'vitest';
import { day } from '../values/plain-date.js';
import { lawBook } from './book.js';
import type { Reference } from './parameters/reference-values.js';
import { referenceValue } from './reference-value.js';

const book = lawBook();

const value = (name: Reference, on: string, province?: string, knownOn = '2027-03-01') =>
  referenceValue(book.at({ on: day(on), knownOn: day(knownOn) }), name, province);

describe('reference values (mức tham chiếu)', () => {
  it.each<[Reference, string, string, number]>([
    ['reference.base-salary', '2019-07-01', '2023-06-30', 1_490_000],
    ['reference.base-salary', '2023-07-01', '2024-06-30', 1_800_000],
    ['reference.base-salary', '2024-07-01', '2026-06-30', 2_340_000],
    ['reference.base-salary', '2026-07-01', '2027-12-31', 2_530_000],
    ['reference.level', '2025-07-01', '2026-06-30', 2_340_000],
    ['reference.level', '2026-07-01', '2027-12-31', 2_530_000],
    ['reference.social-standard', '2021-07-01', '2024-06-30', 360_000],
    ['reference.social-standard', '2024-07-01', '2026-06-30', 500_000],
    ['reference.social-standard', '2026-07-01', '2027-12-31', 540_000],
    ['reference.social-pension', '2025-07-01', '2026-06-30', 500_000],
    ['reference.social-pension', '2026-07-01', '2027-12-31', 540_000],
    ['reference.merit-standard', '2024-07-01', '2026-06-30', 2_789_000],
    ['reference.merit-standard', '2026-07-01', '2027-12-31', 3_012_000],
  ])('%s from %s to %s: %i', (name, from, to, amount) => {
    expect(value(name, from)?.dong).toBe(amount);
    expect(value(name, to)?.dong).toBe(amount);
  });

  it('are not there before their time', () => {
    expect(value('reference.level', '2025-06-30')).toBeUndefined();
    expect(value('reference.base-salary', '2019-06-30')).toBeUndefined();
  });

  it('name every row they rest on', () => {
    expect(value('reference.level', '2026-07-01')?.rows.map(({ id }) => id)).toEqual([
      'reference.level/2025-07-01',
      'reference.base-salary/2026-07-01',
    ]);
  });

  it('are known no sooner than the decree that gives them enters into force, though they reach back', () => {
    const standard = (knownOn: string) => value('reference.social-standard', '2026-07-10', undefined, knownOn)?.dong;
    expect([standard('2026-07-10'), standard('2026-10-04'), standard('2026-10-05')]).toEqual([
      500_000, 500_000, 540_000,
    ]);
    const merit = (knownOn: string) => value('reference.merit-standard', '2026-07-10', undefined, knownOn)?.dong;
    expect([merit('2026-09-30'), merit('2026-10-01')]).toEqual([2_789_000, 3_012_000]);
  });

  it.each([
    ['01', 650_000],
    ['79', 650_000],
    ['22', 700_000],
    ['31', 700_000],
    ['001', 650_000],
    ['074', 650_000],
    ['40', 500_000],
  ])('may be a province’s own: the social pension in %s, %i', (province, amount) => {
    expect(value('reference.social-pension', '2025-09-01', province)?.dong).toBe(amount);
  });

  it('have no province’s own standard of social assistance on record: packs add them', () => {
    expect(book.named('reference.social-standard.by-province')?.rows.map((row) => row.value)).toEqual([
      { parameter: 'reference.social-standard', byProvince: {} },
    ]);
  });

  it('go from one parameter to no other, and end with the rows of the province', () => {
    expect(value('reference.social-standard', '2025-09-01', '01')?.dong).toBe(500_000);
    expect(value('reference.social-pension', '2026-07-01', '01')?.dong).toBe(540_000);
  });

  it('have no value that leads back to itself', () => {
    const circle = lawBook(
      book.parameters.map((each) =>
        each.name === 'reference.base-salary'
          ? { ...each, rows: each.rows.map((row) => ({ ...row, value: { as: 'reference.level' } })) }
          : each,
      ),
    );
    const law = circle.at({ on: day('2026-07-01'), knownOn: day('2026-07-01') });
    expect(referenceValue(law, 'reference.level')).toBeUndefined();
  });
});
