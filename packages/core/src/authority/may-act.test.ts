import { ngheAn } from '@lienthong/testing';
import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { currentLawOf, lawBook, provision } from '../law/index.js';
import { atInVietnam, day } from '../values/plain-date.js';
import type { Appointment } from './appointments.js';
import { bySuccession } from './jurisdiction.js';
import { accountOn, mayAct, type Place, type Register } from './may-act.js';

const law = currentLawOf(lawBook(), atInVietnam(day('2025-07-01')));
const competences = law.row(provision.competence)?.value ?? {};
const jurisdictions = bySuccession((code, on) => {
  const answering = ngheAn.answersFor(code, on);
  return answering.kind === 'one' ? [answering.unit.code] : [];
});
const merged = ngheAn
  .unitsOn(day('2025-06-30'))
  .find(({ code, successors = [] }) => code.length === 5 && successors.length === 1 && successors[0] !== code);
const [old, successor] = [merged?.code ?? '', merged?.successors?.[0] ?? ''];

const officer: Appointment = { person: 'o-1', role: 'civil-status-officer', unit: successor, from: day('2025-07-01') };
const leader: Appointment = {
  person: 'o-2',
  role: 'commune-leader',
  unit: successor,
  from: day('2025-07-01'),
  to: day('2025-12-31'),
};
const deputy: Appointment = { ...leader, person: 'o-3', from: day('2025-08-01'), delegatedBy: 'o-2' };
const further: Appointment = { ...deputy, person: 'o-4', delegatedBy: 'o-3' };
const register: Register = {
  appointments: [officer, leader, deputy, further],
  mandates: [{ principal: 'c-1', agent: 'c-2', from: day('2025-08-01'), to: day('2025-08-31') }],
  jurisdictions,
  competences,
};

const asked = (id: string, role: string, act: string, on: string, place: Place = {}, unit = successor) => {
  const answer = mayAct(register, { id, role, ...(unit === '' ? {} : { unit }) }, act, place, day(on));
  return E.isLeft(answer) ? answer.left.why : (answer.right.appointment?.person ?? 'nobody’s office');
};

describe('may somebody act', () => {
  it('by the office they hold, at its acts alone', () => {
    expect(asked('o-1', 'civil-status-officer', 'register', '2025-07-01')).toBe('o-1');
    expect(asked('o-1', 'civil-status-officer', 'sign', '2025-07-01')).toBe('RoleNotEntitled');
    expect(asked('o-1', 'civil-status-officer', 'invent', '2025-07-01')).toBe('RoleNotEntitled');
    expect(asked('o-1', 'mayor', 'register', '2025-07-01')).toBe('RoleNotEntitled');
    expect(asked('o-9', 'civil-status-officer', 'register', '2025-07-01')).toBe('OfficeNotHeld');
    expect(asked('o-1', 'civil-status-officer', 'register', '2025-06-30')).toBe('OfficeNotHeld');
  });

  it('names the offices that may, to whoever may not', () => {
    const answer = mayAct(register, { id: 'r-1', role: 'reporter' }, 'sign', {}, day('2025-07-01'));
    expect(answer).toEqual(E.left({ why: 'RoleNotEntitled', offices: ['commune-leader'] }));
  });

  it('by a delegation from its first day until the delegator leaves, and never by one of a delegate', () => {
    const signing = (id: string, on: string) => asked(id, 'commune-leader', 'sign', on);
    expect(signing('o-3', '2025-07-31')).toBe('OfficeNotHeld');
    expect(signing('o-3', '2025-08-01')).toBe('o-3');
    expect(signing('o-3', '2025-12-31')).toBe('o-3');
    expect(signing('o-3', '2026-01-01')).toBe('OfficeNotHeld');
    expect(signing('o-4', '2025-08-01')).toBe('OfficeNotHeld');
  });

  it('where their unit is competent, or came after the unit that was', () => {
    expect(old).not.toBe(successor);
    const at = (competent: string) => asked('o-1', 'civil-status-officer', 'register', '2025-07-01', { competent });
    expect(at(successor)).toBe('o-1');
    expect(at(old)).toBe('o-1');
    expect(at('00001')).toBe('OutsideJurisdiction');
  });

  it('in somebody’s name by a mandate that runs, and for themselves without one', () => {
    const onBehalfOf = { id: 'c-1', role: 'applicant' };
    const paying = (id: string, on: string) => asked(id, 'representative', 'pay', on, { onBehalfOf }, '');
    expect(paying('c-2', '2025-07-31')).toBe('MandateMissing');
    expect(paying('c-2', '2025-08-01')).toBe('nobody’s office');
    expect(paying('c-2', '2025-08-31')).toBe('nobody’s office');
    expect(paying('c-2', '2025-09-01')).toBe('MandateMissing');
    expect(paying('c-3', '2025-08-01')).toBe('MandateMissing');
    expect(asked('c-1', 'applicant', 'pay', '2020-01-01', {}, '')).toBe('nobody’s office');
  });
});

describe('an account (tài khoản)', () => {
  const offices = (person: string, on: string) =>
    accountOn(register.appointments, person, day(on)).offices.map(({ role, delegatedBy }) => [role, delegatedBy]);

  it('has the offices that run on the day, and says by whose delegation', () => {
    expect(offices('o-1', '2025-07-01')).toEqual([['civil-status-officer', undefined]]);
    expect(offices('o-3', '2025-07-31')).toEqual([]);
    expect(offices('o-3', '2025-08-01')).toEqual([['commune-leader', 'o-2']]);
    expect(offices('o-3', '2026-01-01')).toEqual([]);
    expect(offices('o-4', '2025-08-01')).toEqual([]);
    expect(offices('nobody', '2025-08-01')).toEqual([]);
  });
});
