import { day, displayName } from '@lienthong/core';
import { anyFamily, anyPersonalNumber, anyPersonName, anyPlainDate, ngheAn } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPeople } from './match-people.js';
import type { PersonFacts } from './person.js';

const child: PersonFacts = {
  number: '040324000011',
  name: 'Nguyễn Thị Minh Anh',
  bornOn: day('2024-08-03'),
  sex: 'female',
  commune: '16681',
  mother: { name: 'Trần Thị Bưởi', number: '040195000001' },
  father: { name: 'Nguyễn Văn Khế' },
};
const { number: _, ...unnumbered } = child;

const observed = (
  one: PersonFacts,
  other: PersonFacts,
  ...more: Parameters<typeof matchPeople> extends [unknown, unknown, ...infer M] ? M : never
) => matchPeople(one, other, ...more).reasons.map(({ rule }) => rule);

const anyPerson: fc.Arbitrary<PersonFacts> = fc.record(
  {
    number: anyPersonalNumber,
    name: anyPersonName,
    bornOn: anyPlainDate,
    birthYear: fc.integer({ min: 1900, max: 2030 }),
    sex: fc.constantFrom('male', 'female'),
    commune: fc.constantFrom('16681', '16690'),
    birthOrder: fc.integer({ min: 1, max: 3 }),
    mother: fc.record({ name: anyPersonName, number: anyPersonalNumber }, { requiredKeys: [] }),
    father: fc.record({ name: anyPersonName }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
/** Somebody beside a copy that has some facts of another. */
const anyTwo = fc
  .tuple(anyPerson, anyPerson, fc.nat())
  .map(([one, other, which]): readonly [PersonFacts, PersonFacts] => {
    const taken = Object.entries(other).filter((__, at) => (which >> at) & 1);
    return [one, { ...one, ...Object.fromEntries(taken) }];
  });

describe('whether two records speak of one person', () => {
  it('knows a person by all that is stated of them', () =>
    expect(matchPeople(child, child)).toMatchObject({ score: 1_000, verdict: 'same' }));
  it.each<[string, PersonFacts, string]>([
    ['one slip in the number', { ...child, number: '040324000012' }, 'same'],
    ['the name in another spelling', { ...child, name: 'NGUYEN THI MINH ANH' }, 'same'],
    ['day and month swapped', { ...child, bornOn: day('2024-03-08') }, 'same'],
    ['no number', unnumbered, 'likely'],
    ['another number altogether', { ...child, number: '001224999888' }, 'likely'],
    ['another name and day', { ...child, name: 'Lê Văn Cam', bornOn: day('1960-01-01') }, 'different'],
  ])('judges a record with %s', (__, record, verdict) => expect(matchPeople(child, record).verdict).toBe(verdict));
  it('takes the year for what it is where old registers have no day', () => {
    const old: PersonFacts = { name: 'Phan Đình Khế', birthYear: 1942 };
    expect(observed(old, { name: 'Phan Đình Khế', bornOn: day('1942-05-06') })).toContain('born-year-only');
    expect(observed(old, { name: 'Phan Đình Khế', birthYear: 1943 })).toContain('born-differs');
  });
  it('finds a commune again in the one it was merged into', () => {
    const on = day('2025-08-01');
    const old = ngheAn.rows.find(({ to, successors }) => to !== undefined && successors?.length === 1);
    const [successor] = old?.successors ?? [];
    if (old === undefined || successor === undefined) throw new Error('the gazetteer has a commune that was merged');
    const [before, after] = [{ commune: old.code }, { commune: successor }];
    expect(ngheAn.answersFor(old.code, on).kind).toBe('one');
    const merged = { gazetteer: ngheAn, on };
    expect(observed(before, after, merged)).toContain(old.code === successor ? 'place-equal' : 'place-merged');
    expect(observed({ commune: '00001' }, after, merged)).toContain('place-differs');
  });

  describe('twins of one mother', () => {
    const { name: __, number: ___, ...same } = child;
    it('are two people though all else is equal', () =>
      expect(matchPeople({ ...same, name: 'Nguyễn Thị Linh' }, { ...same, name: 'Nguyễn Thị Minh' }).verdict).toBe(
        'different',
      ));
    it('are told apart by their order even under one name', () =>
      expect(matchPeople({ ...child, birthOrder: 1 }, { ...child, birthOrder: 2 }).verdict).toBe('different'));
    it('are told apart by their numbers where their names differ in a mark alone', () => {
      const [one, other] = [
        { ...same, name: 'Nguyễn Minh Anh', number: '040324000011' },
        { ...same, name: 'Nguyễn Minh Ánh', number: '040324777777' },
      ];
      expect(matchPeople(one, other).verdict).toBe('different');
      expect(matchPeople(one, { ...other, number: '040324000011' }).verdict).toBe('same');
    });
    it('are never one person, whatever family they are born into', () => {
      let reached = 0;
      fc.assert(
        fc.property(anyFamily, anyPersonName, ({ mother, children: [first] }, { given }) => {
          const { name, bornOn, sex } = first;
          const born = { bornOn, sex, mother: { name: mother.name } };
          const [one, other] = [displayName(name), displayName({ ...name, given })];
          const { verdict, name: names } = matchPeople({ ...born, name: one }, { ...born, name: other });
          if (names?.givenDiffers !== true) return;
          reached += 1;
          expect(verdict).toBe('different');
        }),
      );
      expect(reached).toBeGreaterThan(20);
    });
  });

  it('is the same both ways round', () =>
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        expect(matchPeople(one, other)).toEqual(matchPeople(other, one));
      }),
    ));
  it('explains each score to the last point, between nothing and a thousand', () =>
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        const { score, reasons } = matchPeople(one, other);
        expect(reasons.reduce((sum, { effect }) => sum + effect, 0)).toBe(score);
        expect(Number.isInteger(score) && score >= 0 && score <= 1_000).toBe(true);
      }),
    ));
  it('never thinks more of a record for having another number', () =>
    fc.assert(
      fc.property(anyPerson, anyPersonalNumber, (one, number) => {
        const { number: ___, ...without } = one;
        const kept = matchPeople(one, without).score;
        if (one.number !== number) expect(matchPeople({ ...one, number: '111111111111' }, without).score).toBe(kept);
        expect(matchPeople(one, { ...one, number }).score).toBeLessThanOrEqual(matchPeople(one, one).score);
      }),
    ));
});
