/** A declaration of an ordinary death, and what may be said otherwise in it. All data are invented. */
import { type Dong, day, type Personal } from '@lienthong/core';
import type { DeathDeclaration } from '@lienthong/core/death-case';
import { commune, insuranceOffice } from '../actors.js';

/** A pensioner who died in hospital three days before; the family asks for the residence and the funeral benefit. */
export const aDeathDeclaration = (other: Partial<DeathDeclaration> = {}): DeathDeclaration => ({
  legs: ['death', 'residence', 'funeral'],
  diedOn: day('2025-08-09'),
  precision: 'day',
  diedAt: 'facility',
  evidence: { kind: 'notice', code: '00031.GBT.40001.25', form: '05', issuedOn: day('2025-08-09') },
  longPast: false,
  foreignElement: false,
  lastResidence: commune,
  placeOfDeath: commune,
  declarant: 'child',
  feeExempt: null,
  copies: 1,
  authorities: { death: commune, residence: commune, funeral: insuranceOffice, survivor: insuranceOffice },
  funeral: { classes: ['social-insurance'], classFacts: { insured: { status: 'pensioner' } }, meritAllowance: null },
  survivors: null,
  allowances: ['pension'],
  payee: 'bank',
  channel: 'national-portal',
  delivery: 'electronic',
  claim: 'd0d1d2d3d4d5d6d7d8d9dadbdcdddedf',
  ...other,
});

/** The survivors of that pensioner: a widow of age, and a child at school. */
export const someSurvivors = (
  other: Partial<NonNullable<DeathDeclaration['survivors']>> = {},
): NonNullable<DeathDeclaration['survivors']> => ({
  deceased: { insured: 'pensioner' },
  relatives: [
    { of: 'wife', kind: 'spouse', bornOn: day('1960-02-03'), sex: 'female' },
    { of: 'child', kind: 'child', bornOn: day('2012-05-01') },
  ],
  prefer: 'monthly',
  ...other,
});

/** The survivors of somebody who paid in for eight years: a wife and a grown son, who have one sum between them. */
export const survivorsOfOneSum: NonNullable<DeathDeclaration['survivors']> = {
  deceased: { insured: 'insured-reserved', months: 100 },
  relatives: [
    { of: 'wife', kind: 'spouse', bornOn: day('1990-02-03'), sex: 'female' },
    { of: 'son', kind: 'child', bornOn: day('1990-02-03') },
  ],
  prefer: 'lump-sum',
  contributions: { averageSalary: 5_000_000 as Dong, yearsBefore: 0, yearsSince: 8 },
};

/** The sealed blocks: who died, who applies, who is paid, and the relatives. */
export const aDeceased = {
  deceased: { name: { surname: 'Nguyễn', middle: 'Văn', given: 'Bình' }, personalNumber: '040055000001' },
  applicant: { name: { surname: 'Nguyễn', middle: 'Thị', given: 'An' }, personalNumber: '040185000002' },
  payee: { name: { surname: 'Nguyễn', middle: 'Thị', given: 'An' }, account: '0123456789' },
  'relative-1': { name: { surname: 'Trần', given: 'Hoa' } },
  'relative-2': { name: { surname: 'Nguyễn', given: 'Minh' } },
} as const satisfies Personal;
