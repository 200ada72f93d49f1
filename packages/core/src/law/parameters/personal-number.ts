/** The personal identification number (số định danh cá nhân): form, place codes, hold, replacement. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

/** Three digits of place, one of century and sex, two of the year of birth, six of chance. No check digit. */
export type NumberStructure = Readonly<{
  place: number;
  centuryAndSex: number;
  year: number;
  random: number;
  firstCentury: number;
}>;

const structure: NumberStructure = { place: 3, centuryAndSex: 1, year: 2, random: 6, firstCentury: 20 };

export const personalNumberStructure: Parameter<NumberStructure> = parameter(
  'personal-number.structure',
  'digits',
  'Structure of the twelve digits',
  [
    row('2016-02-15', '2024-06-30', structure, cite('137/2015/NĐ-CP', 13), 'official'),
    row(
      '2024-07-01',
      open,
      structure,
      cite('26/2023/QH15', 12),
      'inferred',
      'The law says only twelve digits; the structure goes on in practice.',
    ),
  ],
);

const codes = (written: string): readonly string[] => written.split(' ');

const oldCodes = codes(
  '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 ' +
    '046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 ' +
    '094 095 096',
);

const newCodes = codes(
  '01 04 08 11 12 14 15 19 20 22 24 25 31 33 37 38 40 42 44 46 48 51 52 56 66 68 75 79 80 82 86 91 92 96',
);

/** The 63 place codes; numbers that bear them stay valid for good. */
export const personalNumberPlaces: Parameter<readonly string[]> = parameter(
  'personal-number.places',
  'codes',
  'Place codes of the 63 provinces in personal numbers',
  [
    row(
      '2016-03-20',
      open,
      oldCodes,
      cite('07/2016/TT-BCA', 7),
      'official',
      'Annex 1. Country codes also occur; their list was not found.',
    ),
  ],
);

/** Whether a number of a child born since July 2025 begins with 0 and such a code is unconfirmed: a warning, not a problem. */
export const provinceCodes: Parameter<readonly string[]> = parameter(
  'personal-number.province-codes',
  'codes',
  'Codes of the 34 provinces since the merger',
  [row('2025-07-01', open, newCodes, cite('19/2025/QĐ-TTg'), 'official', 'Their use in personal numbers is inferred.')],
);

/** The officer records the obstacle and goes on when it is gone: a hold, not a refusal. */
export const personalNumberHold: Provision = parameter(
  'personal-number.hold',
  'holds',
  'A suspected duplicate or an error of data holds the number back without refusing the birth',
  [
    row('2021-09-01', '2024-06-30', true, cite('3160/BTP-CNTT'), 'official'),
    row('2024-07-01', open, true, cite('63/2024/NĐ-CP', 8, 1), 'official'),
  ],
);

/** A certificate issued without the number is valid. */
export const registrationWithoutNumber: Provision = parameter(
  'personal-number.certificate-without',
  'holds',
  'A birth registered without a number is validly registered; the police collect the data and the number follows',
  [
    row('2021-09-01', '2024-06-30', true, cite('3160/BTP-CNTT'), 'official'),
    row('2024-07-01', open, true, cite('70/2024/NĐ-CP', 11, 4), 'official'),
  ],
);

export type ReplacementGround = 'sex-changed' | 'birth-year-corrected' | 'wrong-at-entry';

export const personalNumberReplacement: Parameter<readonly ReplacementGround[]> = parameter(
  'personal-number.replacement',
  'grounds',
  'Why a number may be cancelled and replaced; the old one stays findable',
  [
    row(
      '2021-07-01',
      '2024-06-30',
      ['sex-changed', 'birth-year-corrected', 'wrong-at-entry'],
      cite('59/2021/TT-BCA', 6),
      'official',
    ),
    row(
      '2024-07-01',
      open,
      ['sex-changed', 'birth-year-corrected', 'wrong-at-entry'],
      cite('70/2024/NĐ-CP', 11, 7),
      'inferred',
      'Clauses 7 and 9 were not read; grounds of circular 59/2021.',
    ),
  ],
);

const fields: readonly string[] = [
  'name',
  'bornOn',
  'sex',
  'placeOfRegistration',
  'placeOfBirth',
  'nativePlace',
  'ethnicity',
  'nationality',
  'parents',
];

/** Nine groups of fields; names and nationality of parents or representative unless undetermined. */
export const personalNumberFields: Parameter<readonly string[]> = parameter(
  'personal-number.fields',
  'fields',
  'What the population database asks for before it gives a number',
  [
    row('2016-01-01', '2024-06-30', fields, cite('60/2014/QH13', 16, 2), 'inferred', 'The list of 2026 carried back.'),
    row('2024-07-01', '2026-03-14', fields, cite('70/2024/NĐ-CP', 11, 2), 'inferred', 'The list of 2026 carried back.'),
    row('2026-03-15', open, fields, cite('58/2026/NĐ-CP'), 'official', 'Decree 70/2024 art. 11 cl. 2 as amended.'),
  ],
);
