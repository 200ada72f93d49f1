import { describe, expect, it } from 'vitest';
import { day } from '../values/plain-date.js';
import type { Appointment } from './appointments.js';
import { asClaimed, byRegister } from './authority.js';

const leader: Appointment = { person: 'o-1', role: 'commune-leader', unit: '16834', from: day('2023-01-01') };
const deputy: Appointment = { ...leader, person: 'o-2', from: day('2023-07-01'), delegatedBy: 'o-1' };
const on = day('2023-07-10');

describe('authority (thẩm quyền)', () => {
  it('is what everybody claims, where nobody brings a register', () => {
    expect(asClaimed.holds({ id: 'anybody', role: 'commune-leader', unit: '16834' }, on)).toBe(true);
    expect(asClaimed.covers('16834', '16834', on)).toBe(true);
    expect(asClaimed.covers('16837', '16834', on)).toBe(false);
  });

  it('by a register is for those who hold the office that day, themselves or by delegation', () => {
    const { holds } = byRegister([leader, deputy]);
    expect(holds({ id: 'o-1', role: 'commune-leader', unit: '16834' }, on)).toBe(true);
    expect(holds({ id: 'o-2', role: 'commune-leader', unit: '16834' }, on)).toBe(true);
    expect(holds({ id: 'o-2', role: 'commune-leader', unit: '16834' }, day('2023-06-30'))).toBe(false);
    expect(holds({ id: 'o-3', role: 'commune-leader', unit: '16834' }, on)).toBe(false);
    expect(byRegister([deputy]).holds({ id: 'o-2', role: 'commune-leader', unit: '16834' }, on)).toBe(false);
  });

  it.each(['applicant', 'relative', 'representative', 'courier', 'timekeeper'])('asks no office of a %s', (role) => {
    expect(byRegister([]).holds({ id: 'c-1', role }, on)).toBe(true);
  });

  it('knows no role that is not on the list', () => {
    expect(byRegister([]).holds({ id: 'c-1', role: 'mayor' }, on)).toBe(false);
  });

  it('takes in whatever says where units act', () => {
    const everywhere = byRegister([], { covers: () => true });
    expect(everywhere.covers('16837', '16834', on)).toBe(true);
  });
});
