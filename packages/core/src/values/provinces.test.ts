import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gazetteer } from './place.js';
import { day } from './plain-date.js';
import { provinceByCode, provinces, provincesBefore2025, provincesSince2025 } from './provinces.js';

const country = gazetteer(provinces);
const lastDayOf63 = day('2025-06-30');
const firstDayOf34 = day('2025-07-01');

describe('the provinces (tỉnh, thành phố)', () => {
  it('were 63 on 30 June 2025 and are 34 since', () => {
    expect(country.unitsOn(day('2023-07-10'))).toHaveLength(63);
    expect(country.unitsOn(lastDayOf63)).toHaveLength(63);
    expect(country.unitsOn(firstDayOf34)).toHaveLength(34);
    expect(country.unitsOn(firstDayOf34).filter(({ kind }) => kind === 'city')).toHaveLength(6);
  });

  it('each have one that answers for them now, and every one of the 34 answers for somebody', () => {
    const answers = provincesBefore2025.map(({ code }) => country.answersFor(code, firstDayOf34));
    expect(new Set(answers.map((answer) => answer.kind))).toEqual(new Set(['one']));
    expect(new Set(answers.map((answer) => answer.kind === 'one' && answer.unit))).toEqual(new Set(provincesSince2025));
  });

  it('merged as the resolution of 2025 says', () => {
    const nowOf = (name: string): string | undefined => {
      const old = provincesBefore2025.find((unit) => unit.name === name);
      const answer = country.answersFor(old?.code ?? '', firstDayOf34);
      return answer.kind === 'one' ? answer.unit.name : undefined;
    };
    expect(nowOf('Yên Bái')).toBe('Lào Cai');
    expect(nowOf('Lào Cai')).toBe('Lào Cai');
    expect(nowOf('Bắc Giang')).toBe('Bắc Ninh');
    expect(nowOf('Quảng Bình')).toBe('Quảng Trị');
    expect(nowOf('Long An')).toBe('Tây Ninh');
    expect(nowOf('Đắk Nông')).toBe('Lâm Đồng');
    expect(nowOf('Thừa Thiên Huế')).toBe('Huế');
    expect(nowOf('Nghệ An')).toBe('Nghệ An');
  });

  it('passed seven codes to another province, and Huế shortened its name', () =>
    expect(
      provincesSince2025
        .filter(({ code, name }) => provincesBefore2025.some((old) => old.code === code && old.name !== name))
        .map(({ code, name }) => `${code} ${name}`),
    ).toEqual([
      '15 Lào Cai',
      '24 Bắc Ninh',
      '44 Quảng Trị',
      '46 Huế',
      '52 Gia Lai',
      '80 Tây Ninh',
      '82 Đồng Tháp',
      '91 An Giang',
    ]));

  it('are told apart by the length of the code', () => {
    expect(provinceByCode('15')).toMatchObject({ scheme: 'decision-19-2025', unit: { name: 'Lào Cai' } });
    expect(provinceByCode('015')).toMatchObject({ scheme: 'circular-07-2016', unit: { name: 'Yên Bái' } });
    expect(provinceByCode('040')).toMatchObject({ unit: { name: 'Nghệ An' } });
    for (const code of ['', '4', '03', '02', '140', '0040', 'xx']) expect(provinceByCode(code)).toBeUndefined();
  });

  it('are found or not, whatever is asked', () =>
    fc.assert(
      fc.property(fc.string(), (code) => {
        const found = provinceByCode(code);
        return found === undefined || code.endsWith(found.unit.code);
      }),
    ));

  it('have names in NFC', () => {
    for (const { name } of provinces) expect(name).toBe(name.normalize('NFC'));
  });
});
