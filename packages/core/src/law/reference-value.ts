/** What a reference value was on a day (tra mức tham chiếu), a province's own included, and the rows that say so. */
import { E, type NonEmpty } from '../fp.js';
import { type Dong, dong } from '../values/money.js';
import { provinceByCode } from '../values/provinces.js';
import type { LawInForce, Parameter, Row } from './dated.js';
import type { ProvincialValues, Reference, ReferenceValue } from './parameters/reference-values.js';
import * as provision from './provision.js';

/** The amount, and every row it rests on, the one that gives the amount last. */
export type ReferenceFound = Readonly<{ dong: Dong; rows: NonEmpty<Row<unknown>> }>;

const national: Readonly<Record<Reference, Parameter<ReferenceValue>>> = {
  'reference.base-salary': provision.baseSalary,
  'reference.level': provision.referenceLevel,
  'reference.social-standard': provision.socialStandard,
  'reference.social-pension': provision.socialPension,
  'reference.merit-standard': provision.meritStandard,
};

const ofProvinces: readonly Parameter<ProvincialValues>[] = [
  provision.provincialSocialStandard,
  provision.provincialSocialPension,
];

/** The code as written, then the code of the province that took its place. */
const codesOf = (province: string): readonly string[] => {
  const successors = province.length === 3 ? provinceByCode(province)?.unit.successors : undefined;
  return successors?.length === 1 ? [province, ...successors] : [province];
};

const provincial = (law: LawInForce, name: Reference, province: string): ReferenceFound | undefined => {
  for (const each of ofProvinces) {
    const row = law.row(each);
    if (row?.value.parameter !== name) continue;
    const amount = codesOf(province).flatMap((code) => row.value.byProvince[code] ?? [])[0];
    const read = amount === undefined ? undefined : dong(amount);
    if (read && E.isRight(read)) return { dong: read.right, rows: [row] };
  }
  return undefined;
};

const found = (law: LawInForce, name: Reference, asked: readonly Reference[]): ReferenceFound | undefined => {
  const row = law.row(national[name]);
  if (!row || asked.includes(name)) return undefined;
  if ('dong' in row.value) {
    const read = dong(row.value.dong);
    return E.isRight(read) ? { dong: read.right, rows: [row] } : undefined;
  }
  const other = found(law, row.value.as, [...asked, name]);
  return other && { dong: other.dong, rows: [row, ...other.rows] };
};

/** The value of a day, or `undefined` where no row gives one. A province's own amount goes before the national one. */
export const referenceValue = (law: LawInForce, name: Reference, province?: string): ReferenceFound | undefined =>
  (province === undefined ? undefined : provincial(law, name, province)) ?? found(law, name, []);
