import { describe, expect, it } from 'vitest';
import { day } from '../values/plain-date.js';
import { type Appointment, appointmentOf } from './appointments.js';

const leader: Appointment = {
  person: 'o-1',
  role: 'commune-leader',
  unit: '16834',
  from: day('2023-01-01'),
  to: day('2024-06-30'),
};
const deputy: Appointment = {
  person: 'o-2',
  role: 'commune-leader',
  unit: '16834',
  from: day('2023-07-01'),
  delegatedBy: 'o-1',
};
const third: Appointment = {
  person: 'o-3',
  role: 'commune-leader',
  unit: '16834',
  from: day('2023-07-01'),
  delegatedBy: 'o-2',
};
const register = [leader, deputy, third];
const acting = (id: string, on: string, said: Partial<Appointment> = {}) =>
  appointmentOf(register, { id, role: 'commune-leader', unit: '16834', ...said }, day(on));

describe('an appointment (bổ nhiệm)', () => {
  it('runs from its first day to its last', () => {
    expect(acting('o-1', '2022-12-31')).toBeUndefined();
    expect(acting('o-1', '2023-01-01')).toBe(leader);
    expect(acting('o-1', '2024-06-30')).toBe(leader);
    expect(acting('o-1', '2024-07-01')).toBeUndefined();
  });

  it('is for one role at one unit', () => {
    expect(acting('o-1', '2023-08-01', { role: 'clerk' })).toBeUndefined();
    expect(acting('o-1', '2023-08-01', { unit: '16837' })).toBeUndefined();
    expect(appointmentOf(register, { id: 'o-1', role: 'commune-leader' }, day('2023-08-01'))).toBeUndefined();
  });
});

describe('a delegation (ủy quyền)', () => {
  it('is valid only while the delegator holds the office', () => {
    expect(acting('o-2', '2023-08-01')).toBe(deputy);
    expect(acting('o-2', '2024-07-01')).toBeUndefined();
  });

  it('begins no earlier than it says, however long the delegator was in office', () => {
    expect(acting('o-2', '2023-06-30')).toBeUndefined();
  });

  it('cannot be passed on', () => {
    expect(acting('o-3', '2023-08-01')).toBeUndefined();
  });

  it('of another office than one’s own is void', () => {
    const clerk: Appointment = { ...deputy, role: 'clerk' };
    const elsewhere: Appointment = { ...deputy, unit: '16837' };
    const on = day('2023-08-01');
    expect(appointmentOf([leader, clerk], { id: 'o-2', role: 'clerk', unit: '16834' }, on)).toBeUndefined();
    expect(
      appointmentOf([leader, elsewhere], { id: 'o-2', role: 'commune-leader', unit: '16837' }, on),
    ).toBeUndefined();
  });

  it('does not stand in the way of an appointment in one’s own right', () => {
    const own: Appointment = { person: 'o-2', role: 'commune-leader', unit: '16834', from: day('2024-07-01') };
    expect(
      appointmentOf([...register, own], { id: 'o-2', role: 'commune-leader', unit: '16834' }, day('2024-07-01')),
    ).toBe(own);
  });
});
