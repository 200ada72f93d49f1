import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { day } from '../values/plain-date.js';
import { survivorQuestion } from './case.js';
import { benefitCaseJsonSchema, readBenefitCase } from './case.schema.js';

const told = {
  diedOn: '10/07/2026',
  classes: ['social-insurance', 'merit'],
  province: '40',
  insured: { status: 'insured-voluntary', months: 200 },
  meritAllowance: 2_789_000,
  survivors: {
    relatives: [
      { of: 'A', kind: 'child', bornOn: null },
      { of: 'B', kind: 'spouse', bornOn: '1960-05-01', sex: 'female', monthlyIncome: 1_000_000 },
    ],
    pension: { monthly: 3_000_000, monthsDrawn: 12 },
  },
};

const problem = (raw: unknown): string => {
  const read = readBenefitCase(raw);
  return E.isLeft(read) ? `${read.left.at}: ${read.left.expected}` : 'read';
};

describe('a case of benefits in a file', () => {
  it('is read into facts', () => {
    const read = readBenefitCase(told);
    expect(E.isRight(read) && read.right).toEqual({
      ...told,
      diedOn: '2026-07-10',
      survivors: { ...told.survivors, prefer: 'monthly' },
    });
  });

  it('asks of the survivor benefit what it holds, or nothing', () => {
    const read = readBenefitCase(told);
    if (E.isLeft(read)) throw new Error(read.left.at);
    expect(survivorQuestion(read.right, day('2026-08-20'))).toMatchObject({
      diedOn: '2026-07-10',
      decidedOn: '2026-08-20',
      deceased: { insured: 'insured-voluntary', months: 200 },
      prefer: 'monthly',
    });
    const { survivors: _, insured: __, ...rest } = read.right;
    expect(survivorQuestion(rest, day('2026-08-20'))).toBeUndefined();
    expect(
      survivorQuestion({ ...rest, survivors: { relatives: [], prefer: 'monthly' } }, day('2026-08-20')),
    ).toMatchObject({
      deceased: {},
    });
  });

  it.each([
    [{ ...told, diedOn: '2026-02-30' }, 'diedOn: a day that exists in the calendar'],
    [{ ...told, classes: ['king'] }, /^classes\.0: one of: social-insurance, merit/],
    [{ ...told, province: '99' }, 'province: a province code of two or three digits'],
    [{ ...told, meritAllowance: 0.5 }, /^meritAllowance: /],
    [{ ...told, meritAllowance: -1 }, 'meritAllowance: a number of at least 0'],
    [{ ...told, disaster: { unclaimedBody: true } }, 'disaster.actualCost: a number'],
    [{ ...told, disaster: { unclaimedBody: false, actualCost: 1 } }, 'disaster.unclaimedBody: one of: true'],
    [{ ...told, disaster: { unclaimedBody: true, actualCost: 0.5 } }, /^disaster\.actualCost: /],
    [{ ...told, insured: { status: 'rich' } }, /^insured\.status: one of: insured-active/],
    [
      { ...told, survivors: { relatives: [{ of: 'A', kind: 'cat' }] } },
      /^survivors\.relatives\.0\.kind: one of: child/,
    ],
    [{ ...told, survivors: { relatives: [{ of: 'A', kind: 'spouse', bornOn: null }] } }, /^survivors\.relatives\.0\./],
    [{ ...told, more: 1 }, /no fields but diedOn/],
    [null, ': an object'],
  ])('is refused where it is not as it should be', (raw, said) => {
    if (typeof said === 'string') expect(problem(raw)).toBe(said);
    else expect(problem(raw)).toMatch(said);
  });

  it('tells of a body that nobody claimed, and what it cost to bury it', () => {
    const unclaimed = { diedOn: '2026-07-10', classes: ['disaster'], disaster: { unclaimedBody: true, actualCost: 1 } };
    const read = readBenefitCase(unclaimed);
    expect(E.isRight(read) && read.right).toEqual(unclaimed);
  });

  it('is described by a JSON Schema', () => {
    expect(benefitCaseJsonSchema()).toMatchObject({
      type: 'object',
      required: ['diedOn', 'classes'],
      properties: {
        survivors: { properties: { relatives: { type: 'array' } } },
        disaster: { required: ['unclaimedBody', 'actualCost'], additionalProperties: false },
      },
      additionalProperties: false,
    });
  });
});
