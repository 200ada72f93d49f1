/** A declaration of an ordinary birth, and what may be said otherwise in it. All data are invented. */
import { day, type Personal } from '@lienthong/core';
import type { Declaration } from '@lienthong/core/birth-case';
import { commune, insuranceOffice } from '../actors.js';

const resident = { known: true, residesIn: commune, residence: 'permanent', foreign: false } as const;

/** Born in hospital nine days before it is declared, to parents who live together in their own home. */
export const aDeclaration = (other: Partial<Declaration> = {}): Declaration => ({
  legs: ['birth', 'residence', 'card'],
  bornOn: day('2023-07-03'),
  sex: 'female',
  birthOrder: 1,
  multiple: 1,
  bornAt: 'facility',
  proof: { kind: 'notice', code: '00012.GCS.40001.23' },
  mother: resident,
  father: resident,
  married: true,
  speciality: null,
  authorities: { birth: commune, residence: commune, card: insuranceOffice, 'identity-card': commune },
  lodging: { with: 'parents', owned: 'own', place: 'ordinary' },
  firstCard: true,
  firstFacility: '40001',
  channel: 'national-portal',
  delivery: 'electronic',
  claim: 'f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff',
  ...other,
});

export const aFamily = {
  child: { name: { surname: 'Nguyễn', middle: 'Thị', given: 'An' }, ethnicity: 'Kinh', nativePlace: 'Nghệ An' },
  mother: { name: { surname: 'Trần', given: 'Hoa' }, ethnicity: 'Kinh', nativePlace: 'Nghệ An' },
  father: { name: { surname: 'Nguyễn', given: 'Bình' }, ethnicity: 'Kinh', nativePlace: 'Nghệ An' },
} as const satisfies Personal;
