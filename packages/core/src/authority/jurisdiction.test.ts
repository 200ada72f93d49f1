import { ngheAn } from '@lienthong/testing';
import { describe, expect, it } from 'vitest';
import { day, type PlainDate } from '../values/plain-date.js';
import { bySuccession, ownUnitOnly } from './jurisdiction.js';

const succeeding = bySuccession((code, on) => {
  const answering = ngheAn.answersFor(code, on);
  if (answering.kind === 'one') return [answering.unit.code];
  return answering.kind === 'several' ? answering.units.map((unit) => unit.code) : [];
});

const before: PlainDate = day('2025-06-30');
const since: PlainDate = day('2025-07-01');
const communesOn = (on: PlainDate) => ngheAn.unitsOn(on).filter(({ code }) => code.length === 5);

describe('jurisdiction (thẩm quyền theo địa bàn)', () => {
  it('without a gazetteer is each unit’s own', () => {
    expect(ownUnitOnly.covers('16834', '16834', since)).toBe(true);
    expect(ownUnitOnly.covers('16837', '16834', since)).toBe(false);
  });

  it('passes in 2025 from every commune of Nghệ An to those that came after it, and to no other', () => {
    const old = communesOn(day('2023-07-10'));
    const now = communesOn(since);
    expect(old).toHaveLength(460);
    for (const { code } of old) {
      const covering = now.filter((unit) => succeeding.covers(unit.code, code, since)).map((unit) => unit.code);
      expect(covering, code).toHaveLength(1);
    }
  });

  it('does not pass before the day of the merger', () => {
    const merged = communesOn(before).find(
      ({ successors = [], code }) => successors.length > 0 && !successors.includes(code),
    );
    const [successor] = merged?.successors ?? [];
    expect(succeeding.covers(successor ?? '', merged?.code ?? '', before)).toBe(false);
    expect(succeeding.covers(successor ?? '', merged?.code ?? '', since)).toBe(true);
  });

  it('does not run backward: an old unit answers for none that came after', () => {
    const merged = communesOn(before).find(
      ({ successors = [], code }) => successors.length > 0 && !successors.includes(code),
    );
    expect(succeeding.covers(merged?.code ?? '', merged?.successors?.[0] ?? '', since)).toBe(false);
  });

  it('of a district that was abolished passes to nobody', () => {
    expect(communesOn(since).some(({ code }) => succeeding.covers(code, '412', since))).toBe(false);
  });
});
