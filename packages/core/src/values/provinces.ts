/**
 * The provinces and cities (tỉnh, thành phố trực thuộc trung ương): 63 until 30 June 2025, 34 since. Both lists write
 * two digits; the personal number writes the old ones with a zero before them. Seven codes went to another name.
 */
import type { AdministrativeUnit } from './place.js';
import { addDays, day } from './plain-date.js';

/** The day since which the list had 63 names (Hà Tây joined Hà Nội); older changes are not our matter. */
const since63 = day('2008-08-01');
const hueBecameACity = day('2025-01-01');
const since34 = day('2025-07-01');

const cities63 = ['01', '31', '48', '79', '92'];
const cities34 = [...cities63, '46'];

/** Code, name, and the code of 1 July 2025 when it is another. */
const before = `
01 Hà Nội; 02 Hà Giang > 08; 04 Cao Bằng; 06 Bắc Kạn > 19; 08 Tuyên Quang; 10 Lào Cai > 15; 11 Điện Biên; 12 Lai Châu;
14 Sơn La; 15 Yên Bái; 17 Hòa Bình > 25; 19 Thái Nguyên; 20 Lạng Sơn; 22 Quảng Ninh; 24 Bắc Giang; 25 Phú Thọ;
26 Vĩnh Phúc > 25; 27 Bắc Ninh > 24; 30 Hải Dương > 31; 31 Hải Phòng; 33 Hưng Yên; 34 Thái Bình > 33; 35 Hà Nam > 37;
36 Nam Định > 37; 37 Ninh Bình; 38 Thanh Hóa; 40 Nghệ An; 42 Hà Tĩnh; 44 Quảng Bình; 45 Quảng Trị > 44;
46 Thừa Thiên Huế; 48 Đà Nẵng; 49 Quảng Nam > 48; 51 Quảng Ngãi; 52 Bình Định; 54 Phú Yên > 66; 56 Khánh Hòa;
58 Ninh Thuận > 56; 60 Bình Thuận > 68; 62 Kon Tum > 51; 64 Gia Lai > 52; 66 Đắk Lắk; 67 Đắk Nông > 68; 68 Lâm Đồng;
70 Bình Phước > 75; 72 Tây Ninh > 80; 74 Bình Dương > 79; 75 Đồng Nai; 77 Bà Rịa - Vũng Tàu > 79; 79 Hồ Chí Minh;
80 Long An; 82 Tiền Giang; 83 Bến Tre > 86; 84 Trà Vinh > 86; 86 Vĩnh Long; 87 Đồng Tháp > 82; 89 An Giang > 91;
91 Kiên Giang; 92 Cần Thơ; 93 Hậu Giang > 92; 94 Sóc Trăng > 92; 95 Bạc Liêu > 96; 96 Cà Mau`;

const after = `
01 Hà Nội; 04 Cao Bằng; 08 Tuyên Quang; 11 Điện Biên; 12 Lai Châu; 14 Sơn La; 15 Lào Cai; 19 Thái Nguyên; 20 Lạng Sơn;
22 Quảng Ninh; 24 Bắc Ninh; 25 Phú Thọ; 31 Hải Phòng; 33 Hưng Yên; 37 Ninh Bình; 38 Thanh Hóa; 40 Nghệ An; 42 Hà Tĩnh;
44 Quảng Trị; 46 Huế; 48 Đà Nẵng; 51 Quảng Ngãi; 52 Gia Lai; 56 Khánh Hòa; 66 Đắk Lắk; 68 Lâm Đồng; 75 Đồng Nai;
79 Hồ Chí Minh; 80 Tây Ninh; 82 Đồng Tháp; 86 Vĩnh Long; 91 An Giang; 92 Cần Thơ; 96 Cà Mau`;

const written = (table: string): readonly Readonly<{ code: string; name: string; successor: string }>[] =>
  table.split(';').map((entry) => {
    const [unit = '', successor] = entry.trim().split(' > ');
    const code = unit.slice(0, 2);
    return { code, name: unit.slice(3), successor: successor ?? code };
  });

const kindIn = (cities: readonly string[], code: string): 'city' | 'province' =>
  cities.includes(code) ? 'city' : 'province';

/** The 63 as they were on 30 June 2025 or, for Thừa Thiên Huế, until it became the city of Huế. */
export const provincesBefore2025: readonly AdministrativeUnit[] = written(before).map(({ code, name, successor }) => ({
  code,
  name,
  kind: kindIn(cities63, code),
  from: since63,
  to: addDays(code === '46' ? hueBecameACity : since34, -1),
  successors: [successor],
  decree: '15/2008/QH12',
}));

/** The 34, codes of Decision 19/2025/QĐ-TTg. Cities raised after that day are to be added as later rows. */
export const provincesSince2025: readonly AdministrativeUnit[] = written(after).map(({ code, name }) => ({
  code,
  name,
  kind: kindIn(cities34, code),
  from: since34,
  decree: '202/2025/QH15',
}));

/** Every row of the provinces, the half year of the city of Huế included. */
export const provinces: readonly AdministrativeUnit[] = [
  ...provincesBefore2025,
  {
    code: '46',
    name: 'Huế',
    kind: 'city',
    from: hueBecameACity,
    to: addDays(since34, -1),
    successors: ['46'],
    decree: '175/2024/QH15',
  },
  ...provincesSince2025,
];

/** How a province code is written: two digits in Decision 19/2025/QĐ-TTg, three in Circular 07/2016/TT-BCA. */
export type ProvinceCodeScheme = 'decision-19-2025' | 'circular-07-2016';

/**
 * The province a code names, told apart by its length: `15` is Lào Cai of today, `015` was Yên Bái.
 * `undefined` for what neither list has.
 */
export const provinceByCode = (
  code: string,
): Readonly<{ scheme: ProvinceCodeScheme; unit: AdministrativeUnit }> | undefined => {
  const [scheme, list, digits] =
    code.length === 3
      ? (['circular-07-2016', provincesBefore2025, code.replace(/^0/, '')] as const)
      : (['decision-19-2025', provincesSince2025, code] as const);
  const unit = list.find((row) => row.code === digits);
  return unit && { scheme, unit };
};
