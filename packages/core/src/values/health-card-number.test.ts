import { anyPersonalNumber } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import {
  type HealthCardReading,
  type HealthCardRules,
  healthCardNumber,
  readHealthCardNumber,
} from './health-card-number.js';
import { provincesBefore2025 } from './provinces.js';

const rules: HealthCardRules = {
  forms: ['fifteen-characters', 'ten-digits'],
  child: { group: 'TE', level: '1' },
  provinces: provincesBefore2025.map(({ code }) => code),
  personalNumber: {
    places: [{ code: '040', name: 'Nghệ An', standing: 'confirmed' }],
    centuries: [{ digit: '2', firstYear: 2000, sex: 'male' }],
  },
};
const sinceAugust2025: HealthCardRules = { ...rules, forms: ['fifteen-characters', 'ten-digits', 'personal-number'] };
const read = (raw: string, under = rules): HealthCardReading => {
  const number = healthCardNumber(raw);
  if (E.isLeft(number)) throw new Error(number.left.expected);
  return readHealthCardNumber(number.right, under);
};
const problemsOf = (raw: string, under = rules): readonly string[] => read(raw, under).problems.map(({ code }) => code);

describe('the number of a card for a child under six (thẻ bảo hiểm y tế)', () => {
  it('has one of three forms', () => {
    for (const raw of ['', 'TE140123456789', 'te1401234567890', 'TE14012345678901', '123456789', '12345678901']) {
      expect(healthCardNumber(raw)).toMatchObject({ _tag: 'Left' });
    }
  });

  it('tells group, level, province and insurance number in the long form', () =>
    expect(read('TE1401234567890')).toEqual({
      parts: { form: 'fifteen-characters', group: 'TE', level: '1', province: '40', insuranceNumber: '1234567890' },
      problems: [],
    }));

  it('is the insurance number alone on a new-style card', () =>
    expect(read('1234567890')).toEqual({ parts: { form: 'ten-digits', insuranceNumber: '1234567890' }, problems: [] }));

  it('is the personal number once the law says so, and not a day before', () => {
    expect(problemsOf('040223123456')).toEqual(['FormNotInUse']);
    expect(problemsOf('040223123456', sinceAugust2025)).toEqual([]);
    expect(problemsOf('999223123456', sinceAugust2025)).toEqual(['UnknownPlaceCode']);
  });

  it('names a province no list knows, and a card that is no child’s', () => {
    expect(problemsOf('TE1031234567890')).toEqual(['UnknownProvinceCode']);
    expect(problemsOf('HT1401234567890')).toEqual(['NotAChildsCard']);
    expect(problemsOf('TE2001234567890')).toEqual(['NotAChildsCard', 'UnknownProvinceCode']);
  });

  it('can be put together again from its parts', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.stringMatching(/^[A-Z]{2}[0-9]{13}$/), fc.stringMatching(/^[0-9]{10}$/), anyPersonalNumber),
        (raw) => {
          const { form, ...parts } = read(raw).parts;
          expect(Object.values(parts).join('')).toBe(raw);
          expect(form).toBe({ 15: 'fifteen-characters', 12: 'personal-number', 10: 'ten-digits' }[raw.length]);
        },
      ),
    ));
});
