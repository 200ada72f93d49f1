import { describe, expect, it } from 'vitest';
import { day } from '../values/plain-date.js';
import { byRegister } from './authority.js';
import { ownUnitOnly } from './jurisdiction.js';
import { isMandated, type Mandate } from './mandates.js';

const applicant = { id: 'c-1', role: 'applicant' };
const daughter = { id: 'c-2', role: 'representative' };
const helper = { id: 'o-5', role: 'onestop-receptionist', unit: '16681' };
const mandates: readonly Mandate[] = [
  { principal: 'c-1', agent: 'c-2', from: day('2024-08-01'), to: day('2024-08-31') },
  { principal: 'c-1', agent: { unit: '16681' }, from: day('2024-08-29') },
];
const may = (actor: Readonly<{ id: string; role: string; unit?: string }>, on: string, principal = applicant) =>
  isMandated(mandates, actor, principal, day(on));

describe('a mandate (ủy quyền của người yêu cầu)', () => {
  it('runs from its first day to its last', () => {
    expect(['2024-07-31', '2024-08-01', '2024-08-31', '2024-09-01'].map((on) => may(daughter, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('of a desk is its unit’s, whoever sits there', () => {
    expect(may(helper, '2024-08-29')).toBe(true);
    expect(may({ ...helper, id: 'o-6' }, '2024-08-29')).toBe(true);
    expect(may({ ...helper, unit: '16834' }, '2024-08-29')).toBe(false);
    expect(may({ id: 'o-5', role: 'onestop-receptionist' }, '2024-08-29')).toBe(false);
    expect(may(helper, '2024-08-28')).toBe(false);
  });

  it('is not needed to act for oneself, nor where nobody else is named', () => {
    expect(may(applicant, '2020-01-01')).toBe(true);
    expect(isMandated([], daughter, undefined, day('2020-01-01'))).toBe(true);
  });

  it('cannot be passed on', () => {
    const passedOn: readonly Mandate[] = [...mandates, { principal: 'c-2', agent: 'c-3', from: day('2024-08-01') }];
    expect(isMandated(passedOn, { id: 'c-3', role: 'relative' }, applicant, day('2024-08-10'))).toBe(false);
    expect(isMandated(passedOn, { id: 'c-3', role: 'relative' }, daughter, day('2024-08-10'))).toBe(true);
  });

  it('is asked for only where mandates are kept', () => {
    expect(byRegister([]).mandated).toBeUndefined();
    const { mandated } = byRegister([], ownUnitOnly, mandates);
    expect(mandated?.(daughter, applicant, day('2024-08-31'))).toBe(true);
    expect(mandated?.(daughter, applicant, day('2024-09-01'))).toBe(false);
  });
});
