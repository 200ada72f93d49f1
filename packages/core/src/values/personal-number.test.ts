import { anyPersonalNumber } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import {
  type PersonalNumber,
  type PersonalNumberCodes,
  personalNumber,
  personalNumberMismatches,
  readPersonalNumber,
} from './personal-number.js';
import { personalNumberCodes } from './personal-number-codes.js';
import { day } from './plain-date.js';
import { provincesBefore2025, provincesSince2025 } from './provinces.js';

const since = day('2025-07-01');
const lists = personalNumberCodes({
  places: provincesBefore2025.map(({ code }) => `0${code}`),
  merged: { provinces: provincesSince2025.map(({ code }) => code), since },
  firstCentury: 20,
});
const onlyNew = { code: '900', name: 'a code only the new list has', standing: 'unconfirmed', from: since } as const;
const codes: PersonalNumberCodes = { ...lists, places: [...lists.places, onlyNew] };
const number = (raw: string): PersonalNumber => {
  const read = personalNumber(raw);
  if (E.isLeft(read)) throw new Error(read.left.expected);
  return read.right;
};
const problemsOf = (raw: string, today?: string): readonly string[] =>
  readPersonalNumber(number(raw), codes, today === undefined ? undefined : day(today)).problems.map(({ code }) => code);

describe('the personal number (số định danh cá nhân)', () => {
  it('has twelve digits and nothing else', () => {
    for (const raw of ['', '04022312345', '0402231234567', '04022312345a', ' 040223123456', '٠٤٠٢٢٣١٢٣٤٥٦']) {
      expect(personalNumber(raw)).toMatchObject({ _tag: 'Left' });
    }
  });

  it('tells place, century, sex and year of a girl registered in Nghệ An in 2023', () => {
    const { parts, problems } = readPersonalNumber(number('040323123456'), codes);
    expect(parts).toMatchObject({ placeCode: '040', century: 21, sex: 'female', year: 2023, random: '123456' });
    expect(new Set(parts.places.map(({ name }) => name))).toEqual(new Set(['Nghệ An']));
    expect(problems).toEqual([]);
  });

  it('knows the century by its digit in 1999, 2000 and 2099', () => {
    const years = ['040099000001', '040200000001', '040299000001', '040400000001'].map(
      (raw) => readPersonalNumber(number(raw), codes).parts.year,
    );
    expect(years).toEqual([1999, 2000, 2099, 2100]);
  });

  it('has a problem under a prefix no list knows', () => {
    expect(readPersonalNumber(number('999223123456'), codes).problems).toEqual([
      { code: 'UnknownPlaceCode', severity: 'problem' },
    ]);
  });

  it('only warns of a code that nobody confirmed yet', () => {
    expect(readPersonalNumber(number('900225123456'), codes).problems).toEqual([
      { code: 'UnconfirmedPlaceCode', severity: 'warning' },
    ]);
    expect(problemsOf('040226123456')).toEqual(['UnconfirmedPlaceCode']);
  });

  it('keeps a number valid whose province no longer exists', () => expect(problemsOf('002219123456')).toEqual([]));

  it('warns of a code with two meanings once both can be meant', () => {
    expect(problemsOf('015223123456')).toEqual([]);
    expect(problemsOf('015225123456')).toEqual(['ReusedPlaceCode']);
    expect(problemsOf('015226123456')).toEqual(['UnconfirmedPlaceCode', 'ReusedPlaceCode']);
    const { places } = readPersonalNumber(number('015226123456'), codes).parts;
    expect(places.map(({ name }) => name)).toEqual(['Yên Bái', 'Lào Cai']);
  });

  it('does not believe in birth years to come', () => {
    expect(problemsOf('040223123456', '2022-12-31')).toEqual(['BirthYearNotReached']);
    expect(problemsOf('040223123456', '2023-01-01')).toEqual([]);
  });

  it('says so when the century digit is unknown to the law it is read under', () => {
    const short = { ...codes, centuries: codes.centuries.slice(0, 4) };
    const { parts, problems } = readPersonalNumber(number('040423123456'), short);
    expect(problems).toEqual([{ code: 'UnknownCenturyDigit', severity: 'problem' }]);
    expect(parts.year).toBeUndefined();
  });

  it('names each disagreement with the declaration', () => {
    const girl2023 = number('040323123456');
    expect(personalNumberMismatches(girl2023, { bornOn: day('2023-07-11'), sex: 'female' }, codes)).toEqual([]);
    expect(personalNumberMismatches(girl2023, { bornOn: day('2022-07-11'), sex: 'male' }, codes)).toEqual([
      { field: 'birthYear', inNumber: 2023, declared: 2022 },
      { field: 'sex', inNumber: 'female', declared: 'male' },
    ]);
    expect(personalNumberMismatches(girl2023, { bornOn: day('2023-01-01') }, codes)).toEqual([]);
  });

  it('can be put together again from its parts', () =>
    fc.assert(
      fc.property(anyPersonalNumber, (any) => {
        const { placeCode, centuryDigit, year, random } = readPersonalNumber(any, codes).parts;
        expect(`${placeCode}${centuryDigit}${String(year).slice(2)}${random}`).toBe(any);
      }),
    ));

  it('agrees with the year and the sex it was read as', () =>
    fc.assert(
      fc.property(anyPersonalNumber, (any) => {
        const { year, sex } = readPersonalNumber(any, codes).parts;
        fc.pre(year !== undefined && sex !== undefined && year < 2300);
        return personalNumberMismatches(any, { bornOn: day(`${year}-06-15`), sex }, codes).length === 0;
      }),
    ));
});
