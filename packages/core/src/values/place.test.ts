import { ngheAn } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { type AdministrativeUnit, address, communeCode, gazetteer } from './place.js';
import { day } from './plain-date.js';

const before = { kind: 'commune', from: day('2020-01-01'), to: day('2025-06-30') } as const;
const since = { kind: 'commune', from: day('2025-07-01') } as const;
const rows: readonly AdministrativeUnit[] = [
  { ...before, code: '1', name: 'Merged', successors: ['9'], parent: '100' },
  { ...before, code: '2', name: 'Divided', successors: ['8', '9'] },
  { ...before, code: '3', name: 'Lost', successors: ['7'] },
  { ...before, code: '4', name: 'Half lost', successors: ['8', '7'] },
  { ...before, code: '5', name: 'Never written down' },
  { ...before, code: '9', name: 'Old bearer of the code', successors: ['8'] },
  { ...before, code: '100', name: 'District', kind: 'district', successors: [], parent: '40' },
  { ...since, code: '8', name: 'East', parent: '40' },
  { ...since, code: '9', name: 'West', parent: '40' },
  { code: '40', name: 'Province', kind: 'province', from: day('2020-01-01') },
];
const { answersFor, unitOn, unitsOn, within } = gazetteer(rows);
const today = day('2026-03-01');

describe('a place and who answers for it', () => {
  it('is one unit before the reform and another since, under one code', () => {
    expect(unitOn('9', day('2025-06-30'))?.name).toBe('Old bearer of the code');
    expect(unitOn('9', day('2025-07-01'))?.name).toBe('West');
    expect(unitOn('1', today)).toBeUndefined();
  });

  it('answers for itself while it exists', () =>
    expect(answersFor('1', day('2024-01-01'))).toMatchObject({ kind: 'one', unit: { name: 'Merged' } }));

  it('is answered for by its successor, or by several', () => {
    expect(answersFor('1', today)).toMatchObject({ kind: 'one', unit: { name: 'West' } });
    expect(answersFor('2', today)).toMatchObject({ kind: 'several', units: [{ name: 'East' }, { name: 'West' }] });
    expect(answersFor('100', today)).toMatchObject({ kind: 'none', last: { name: 'District' } });
  });

  it('follows the meaning the code had on the day it was written', () => {
    expect(answersFor('9', today)).toMatchObject({ unit: { name: 'East' } });
    expect(answersFor('9', today, day('2025-08-01'))).toMatchObject({ unit: { name: 'West' } });
  });

  it('says when a step of the way is not known', () => {
    expect(answersFor('3', today)).toEqual({ kind: 'unknown', candidates: [] });
    expect(answersFor('4', today)).toMatchObject({ kind: 'unknown', candidates: [{ name: 'East' }] });
    expect(answersFor('5', today)).toEqual({ kind: 'unknown', candidates: [] });
    expect(answersFor('6', today)).toEqual({ kind: 'unknown', candidates: [] });
    expect(answersFor('8', day('2023-01-01'))).toEqual({ kind: 'unknown', candidates: [] });
  });

  it('lies within what is above it, level by level', () => {
    expect(within('1', '100', day('2024-01-01'))).toBe(true);
    expect(within('1', '40', day('2024-01-01'))).toBe(true);
    expect(within('8', '100', today)).toBe(false);
    expect(within('8', '40', today)).toBe(true);
    expect(unitsOn(today, '40').map(({ name }) => name)).toEqual(['East', 'West']);
  });

  it('is never followed for ever, not even through rows that lie one inside the other', () => {
    const round = gazetteer([
      { ...since, code: '1', name: 'a', parent: '2' },
      { ...since, code: '2', name: 'b', parent: '1' },
    ]);
    expect(round.within('1', '40', today)).toBe(false);
  });

  it('is an address with a commune and perhaps a line', () => {
    expect(address({ commune: '16681', line: ' Số 1,  đường Lê Nin ' })).toEqual(
      E.right({ commune: '16681', line: 'Số 1, đường Lê Nin' }),
    );
    expect(address({ commune: '16681', line: ' ' })).toEqual(E.right({ commune: '16681' }));
    expect(address({ commune: '1668' })).toMatchObject({ left: { at: 'commune' } });
    expect(address({ commune: '16681', line: 'x'.repeat(10_000) })).toMatchObject({ left: { at: 'line' } });
    expect(communeCode('16681')).toEqual(E.right('16681'));
  });

  it('is answered for in Nghệ An by a unit in force on the day, whatever the commune', () =>
    fc.assert(
      fc.property(fc.constantFrom(...ngheAn.rows.filter(({ code }) => code.length === 5)), (unit) => {
        const answer = ngheAn.answersFor(unit.code, today, unit.from);
        expect(answer.kind).toBe('one');
        if (answer.kind === 'one') expect(ngheAn.unitOn(answer.unit.code, today)).toBe(answer.unit);
      }),
    ));
});
