/** What the fields that stand in many blocks of a form are called. */
import type { Language } from '../law/explain.js';
import { type Words, words } from './vocabulary.js';

const named = {
  name: words('Họ, chữ đệm và tên', 'Name'),
  surname: words('Họ', 'Surname'),
  middle: words('Chữ đệm', 'Middle name'),
  given: words('Tên', 'Given name'),
  personalNumber: words('Số định danh cá nhân', 'Personal number'),
  passport: words('Số hộ chiếu', 'Passport number'),
  address: words('Địa chỉ', 'Address'),
  commune: words('Mã xã, phường, đặc khu', 'Commune code'),
  line: words('Số nhà, đường, thôn, xóm', 'House, street, hamlet'),
  paper: words('Giấy tờ tùy thân', 'Identity paper'),
  number: words('Số giấy tờ', 'Number of the paper'),
  issuedOn: words('Ngày cấp', 'Issued on'),
  issuedBy: words('Nơi cấp', 'Issued by'),
  ethnicity: words('Dân tộc', 'Ethnicity'),
  nationality: words('Quốc tịch', 'Nationality'),
  residence: words('Nơi cư trú', 'Residence'),
  nativePlace: words('Quê quán', 'Native place'),
  kind: words('Loại', 'Kind'),
  at: words('Thời điểm', 'At'),
  from: words('Người đồng ý', 'Who consents'),
  mode: words('Hình thức', 'Mode'),
  relation: words('Quan hệ', 'Relation'),
  bornOn: words('Ngày, tháng, năm sinh', 'Date of birth'),
  birthYear: words('Năm sinh', 'Year of birth'),
} as const;

/** A field by its last name; `undefined` for one that only its own form can name. */
const commonFields = (last: string): Words | undefined =>
  Object.hasOwn(named, last) ? named[last as keyof typeof named] : undefined;

/** What the fields of one form are called: by their whole path, or by their last name. */
export const fieldsNamed = (byPath: Readonly<Record<string, Words>>) => {
  /** `undefined` for what is no field of the form. A place in a list goes by the list's name. */
  const fieldName = (at: string, language: Language): string | undefined => {
    const path = at.split('.').filter((part) => !/^\d+$/.test(part));
    return (byPath[path.join('.')] ?? commonFields(path.at(-1) ?? ''))?.[language];
  };

  /** Title and description of a field in the published JSON Schema. */
  const wordsOf = (path: readonly string[]): Readonly<{ title: string; description: string }> | undefined => {
    const at = path.join('.');
    const title = fieldName(at, 'vi');
    const description = fieldName(at, 'en');
    return title === undefined || description === undefined ? undefined : { title, description };
  };
  return { fieldName, wordsOf };
};
