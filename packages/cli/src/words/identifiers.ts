/** What is doubtful about an identifier, in words. */
import type { HealthCardForm, HealthCardProblem, PersonalNumberParts } from '@lienthong/core';
import { same, type Text } from '../language.js';

export const problemText: Readonly<Record<HealthCardProblem['code'], Text>> = {
  UnknownPlaceCode: {
    vi: 'mã nơi đăng ký không có trong danh mục 63 tỉnh cũ và 34 tỉnh mới',
    en: 'its place code is in neither list, of the 63 former or the 34 present provinces',
  },
  UnconfirmedPlaceCode: {
    vi: 'mã nơi đăng ký thuộc danh mục mới; chưa có văn bản xác nhận số định danh dùng mã này',
    en: 'its place code is of the new list; that personal numbers use it is not confirmed by a text',
  },
  ReusedPlaceCode: {
    vi: 'mã nơi đăng ký đã được dùng cho hai tỉnh ở hai thời kỳ',
    en: 'its place code has stood for two provinces at different times',
  },
  UnknownCenturyDigit: { vi: 'chữ số thế kỷ và giới tính không hợp lệ', en: 'its digit of century and sex is unknown' },
  BirthYearNotReached: { vi: 'năm sinh trong số còn ở tương lai', en: 'the birth year it tells lies in the future' },
  FormNotInUse: { vi: 'dạng mã thẻ này không dùng vào ngày ấy', en: 'this form of number was not in use on that day' },
  UnknownProvinceCode: { vi: 'mã tỉnh trên thẻ không có trong danh mục', en: 'its province code is in neither list' },
  NotAChildsCard: { vi: 'không phải thẻ trẻ em dưới 6 tuổi (TE1)', en: 'it is no card of a child under six (TE1)' },
};

export const severityText: Readonly<Record<'problem' | 'warning', Text>> = {
  problem: { vi: 'lỗi', en: 'problem' },
  warning: { vi: 'lưu ý', en: 'warning' },
};

export const noProblem: Text = { vi: 'không thấy gì bất thường', en: 'nothing doubtful' };

export const formText: Readonly<Record<HealthCardForm, Text>> = {
  'fifteen-characters': { vi: '15 ký tự', en: 'fifteen characters' },
  'ten-digits': { vi: '10 chữ số (mã số BHXH)', en: 'ten digits (social-insurance number)' },
  'personal-number': { vi: 'số định danh cá nhân', en: 'personal number' },
};

const sexText = { male: { vi: 'nam', en: 'male' }, female: { vi: 'nữ', en: 'female' } } as const;

export const partRows = (parts: PersonalNumberParts): readonly (readonly [Text, Text])[] => {
  const places = parts.places.map(({ name, to }) => (to === undefined ? name : `${name} (→ ${to})`)).join(' / ');
  return [
    [{ vi: 'Nơi đăng ký', en: 'Registered at' }, same(`${parts.placeCode}${places === '' ? '' : ` = ${places}`}`)],
    [{ vi: 'Thế kỷ, giới tính', en: 'Century, sex' }, centuryAndSex(parts)],
    [{ vi: 'Năm sinh', en: 'Birth year' }, same(parts.year === undefined ? '?' : String(parts.year))],
    [{ vi: 'Số ngẫu nhiên', en: 'Random part' }, same(parts.random)],
  ];
};

const centuryAndSex = ({ centuryDigit, century, sex }: PersonalNumberParts): Text =>
  century === undefined || sex === undefined
    ? same(centuryDigit)
    : {
        vi: `${centuryDigit} = thế kỷ ${century}, ${sexText[sex].vi}`,
        en: `${centuryDigit} = century ${century}, ${sexText[sex].en}`,
      };
