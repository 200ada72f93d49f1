import { addMonths, day, displayName, weekday } from '@lienthong/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ngheAn } from '../places/index.js';
import { random } from '../random.js';
import { anyFamily } from './arbitraries.js';
import { type InventedFamily, inventedFamilies, inventedFamily } from './families.js';

const july = { from: day('2023-07-10'), days: 22 };
const families = inventedFamilies(random('people'), 6_000, july);
const share = (of: (family: InventedFamily) => boolean): number => families.filter(of).length / families.length;
const children = families.flatMap((family) => family.children);

describe('invented families', () => {
  it('are the same for the same seed, one by one', () => {
    expect(inventedFamily(random('one'), july.from)).toEqual(inventedFamily(random('one'), july.from));
    expect(inventedFamilies(random('people'), 20, july)).toEqual(inventedFamilies(random('people'), 20, july));
    expect(inventedFamily(random('one'), july.from)).not.toEqual(inventedFamily(random('two'), july.from));
  });

  it('have 110.7 boys for 100 girls, and twins once in ninety births', () => {
    const boys = children.filter(({ sex }) => sex === 'male').length;
    expect((100 * boys) / (children.length - boys)).toBeGreaterThan(103);
    expect((100 * boys) / (children.length - boys)).toBeLessThan(119);
    expect(share((family) => family.children.length === 2)).toBeCloseTo(0.011, 2);
  });

  it('reach every situation the forms know', () => {
    const reached: Readonly<Record<string, number>> = {
      married: share(({ marriedOn }) => marriedOn !== undefined),
      'unmarried, with a father': share(({ father, marriedOn }) => father !== undefined && marriedOn === undefined),
      'father not determined': share(({ father }) => father === undefined),
      'foreign father': share(({ father }) => father !== undefined && father.nationality !== 'Việt Nam'),
      'mother without a number': share(({ mother }) => mother.personalNumber === undefined),
      'mother without residence': share(({ mother }) => mother.residence === undefined),
      'born at home': share(({ bornAt }) => bornAt === 'home'),
      'parents at different places': share(
        ({ father, mother }) =>
          father?.residence !== undefined &&
          mother.residence !== undefined &&
          father.residence.commune !== mother.residence.commune,
      ),
      'not weighed': share((family) => family.children.some(({ weightGrams }) => weightGrams === undefined)),
    };
    for (const [situation, found] of Object.entries(reached)) expect(found, situation).toBeGreaterThan(0);
    expect(reached.married).toBeGreaterThan(0.8);
    expect(new Set(families.map(({ mother }) => mother.ethnicity))).toEqual(
      new Set(['Kinh', 'Thái', 'Thổ', 'Khơ Mú', 'Mông', 'Ơ Đu', 'Ê Đê']),
    );
  });

  it('are spread over the days they were asked for', () => {
    const days = children.map(({ bornOn }) => bornOn);
    expect([days[0], days.at(-1)]).toEqual(['2023-07-10', '2023-07-31']);
    expect(new Set(days.map(weekday)).size).toBe(7);
  });

  it('live in a commune of the day, in Nghệ An', () =>
    fc.assert(
      fc.property(anyFamily, ({ home, mother, father, children: [child] }) => {
        for (const place of [home, mother.residence, father?.residence]) {
          if (place) expect(ngheAn.within(place.commune, '40', child.bornOn)).toBe(true);
        }
      }),
    ));

  it('have parents old enough, married as adults, and numbers that tell their sex and year', () =>
    fc.assert(
      fc.property(anyFamily, ({ mother, father, marriedOn, children: [child] }) => {
        for (const parent of father ? [mother, father] : [mother]) {
          expect(addMonths(parent.bornOn, 16 * 12) <= child.bornOn).toBe(true);
          if (marriedOn && parent === mother) expect(addMonths(parent.bornOn, 18 * 12) <= marriedOn).toBe(true);
          const number = parent.personalNumber;
          if (number) {
            expect(number.slice(4, 6)).toBe(parent.bornOn.slice(2, 4));
            expect(Number(number.charAt(3)) % 2).toBe(parent.sex === 'female' ? 1 : 0);
          }
        }
      }),
    ));

  it('name their children, number the twins and weigh them plausibly', () =>
    fc.assert(
      fc.property(anyFamily, (family) => {
        expect(family.children.map(({ order }) => order)).toEqual(family.children.map((_, index) => index + 1));
        for (const { name, weightGrams } of family.children) {
          expect(displayName(name)).not.toBe('');
          if (weightGrams !== undefined) expect(weightGrams >= 700 && weightGrams <= 5_200).toBe(true);
        }
      }),
    ));
});
