import { day } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { type KnownCase, matchNames, readRecords, reconcile } from '@lienthong/core/reconciliation';
import { describe, expect, it } from 'vitest';

const aCase: KnownCase = {
  group: 'birth',
  caseId: 'b',
  person: { number: '040324000011', name: 'Nguyễn Thị An', bornOn: day('2024-08-03') },
  registeredOn: day('2024-08-10'),
  happenedOn: day('2024-08-03'),
  steps: { residence: { standing: 'done' } },
  money: {},
  allowances: [],
};

describe('reconciling registers in a program', () => {
  it('explains how two names match', () => {
    // #region names
    const { score, reasons } = matchNames('Nguyễn Thị Minh Anh', 'NGUYEN MINH ANH');
    // #endregion names
    expect(score).toBeGreaterThan(800);
    expect(reasons.reduce((sum, { effect }) => sum + effect, 0)).toBe(score);
  });
  it('compares cases with a file of records', () => {
    const cases = [aCase];
    const csv = 'register,id,number,name,bornOn\nresidence,CT-1,040324000012,Nguyen Thi An,03/08/2024';
    // #region reconcile
    const records = readRecords(csv, 'csv');
    if (E.isLeft(records)) throw new Error(`line ${records.left.line}: ${records.left.field}`);
    const { findings } = reconcile({ cases, records: records.right, asOf: day('2024-12-01') });
    // #endregion reconcile
    expect(findings.map(({ kind, cause }) => [kind, cause])).toEqual([['numbers-differ', 'one-slip']]);
  });
});
