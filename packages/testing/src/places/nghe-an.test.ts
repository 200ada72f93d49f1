import { day } from '@lienthong/core';
import { describe, expect, it } from 'vitest';
import { ngheAn } from './nghe-an.js';

const own = (date: string) => ngheAn.unitsOn(day(date)).filter(({ code }) => ngheAn.within(code, '40', day(date)));
const count = (date: string, digits: number): number => own(date).filter(({ code }) => code.length === digits).length;
const july2023 = own('2023-07-10');

describe('the places of Nghệ An', () => {
  it('are 460 communes in 21 districts in July 2023, as officially counted', () => {
    expect([count('2023-07-10', 3), count('2023-07-10', 5)]).toEqual([21, 460]);
    const kinds = july2023.filter(({ code }) => code.length === 5).map(({ kind }) => kind);
    expect(['commune', 'ward', 'township'].map((kind) => kinds.filter((one) => one === kind).length)).toEqual([
      411, 32, 17,
    ]);
  });

  it('are 412 in 20 districts from December 2024, and 130 without districts from July 2025', () => {
    expect([count('2024-11-30', 3), count('2024-11-30', 5)]).toEqual([21, 460]);
    expect([count('2024-12-01', 3), count('2024-12-01', 5)]).toEqual([20, 412]);
    expect([count('2025-06-30', 3), count('2025-06-30', 5)]).toEqual([20, 412]);
    expect([count('2025-07-01', 3), count('2025-07-01', 5)]).toEqual([0, 130]);
    expect(own('2025-07-01').filter(({ kind }) => kind === 'ward')).toHaveLength(11);
  });

  it('each lie in a unit of the same day, up to the province', () => {
    for (const date of ['2023-07-10', '2024-12-01', '2025-07-01'].map(day)) {
      for (const unit of ngheAn.unitsOn(date).filter(({ code }) => code.length > 2)) {
        expect(ngheAn.unitOn(unit.parent ?? '', date), unit.code).toBeDefined();
        expect(ngheAn.within(unit.code, '40', date)).toBe(true);
      }
    }
  });

  it('have a code of their own on every day', () => {
    for (const date of ['2023-07-10', '2024-12-01', '2025-07-01']) {
      const codes = ngheAn.unitsOn(day(date)).map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it('have names in NFC, without stray spaces', () => {
    for (const { name } of ngheAn.rows) expect(name).toBe(name.normalize('NFC').trim());
  });

  it('are answered for today by exactly one commune each', () => {
    const now = july2023
      .filter(({ code }) => code.length === 5)
      .map(({ code }) => ngheAn.answersFor(code, day('2025-07-01'), day('2023-07-10')));
    expect(new Set(now.map(({ kind }) => kind))).toEqual(new Set(['one']));
    expect(new Set(now.map((answer) => answer.kind === 'one' && answer.unit.code)).size).toBe(130);
  });

  it('remember the ward of Quang Trung, the mergers it went through and the commune that filed the first case', () => {
    expect(ngheAn.unitOn('16681', day('2023-07-14'))).toMatchObject({
      name: 'Quang Trung',
      kind: 'ward',
      parent: '412',
    });
    expect(ngheAn.answersFor('16684', day('2024-12-01'))).toMatchObject({ unit: { name: 'Quang Trung' } });
    expect(ngheAn.answersFor('16681', day('2025-07-01'))).toMatchObject({ unit: { name: 'Thành Vinh' } });
    expect(ngheAn.unitOn('17325', day('2023-07-10'))).toMatchObject({ name: 'Tân Hương', parent: '423' });
    expect(ngheAn.answersFor('17325', day('2025-07-01'))).toMatchObject({ unit: { name: 'Nghĩa Hành' } });
    expect(ngheAn.answersFor('413', day('2024-12-01'))).toMatchObject({ unit: { name: 'Vinh' } });
    expect(ngheAn.answersFor('412', day('2025-07-01')).kind).toBe('none');
    expect(ngheAn.within('17902', '429', day('2024-11-30'))).toBe(true);
    expect(ngheAn.within('17902', '412', day('2024-12-01'))).toBe(true);
  });
});
