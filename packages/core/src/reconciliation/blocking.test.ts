import { day, type NamePart, nameKey } from '@lienthong/core';
import { anyPersonalNumber, anyPersonName, anyPlainDate } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocking.js';
import { type PersonFacts, prepared } from './person.js';

const anyName = fc.oneof(anyPersonName, fc.constant({ given: 'An' as NamePart }));
const anyBody = fc.record(
  {
    number: fc.oneof(anyPersonalNumber, fc.constantFrom('040324000011')),
    name: anyName,
    bornOn: fc.oneof(anyPlainDate, fc.constantFrom(day('2024-08-03'))),
  },
  { requiredKeys: [] },
);
const meet = (one: PersonFacts, other: PersonFacts): boolean =>
  [...blocksOf([one, other].map(prepared)).pairs()].length === 1 &&
  blocksOf([prepared(one)]).near(prepared(other)).length === 1;

describe('which people are compared', () => {
  it('loses no pair that shares a number, or a birth date and the key of a name', () => {
    let reached = 0;
    fc.assert(
      fc.property(fc.array(anyBody, { minLength: 2, maxLength: 12 }), (people) => {
        const found = new Set([...blocksOf(people.map(prepared)).pairs()].map(([one, other]) => `${one} ${other}`));
        for (const [at, one] of people.entries())
          for (const [other, two] of people.entries()) {
            if (other <= at) continue;
            const number = one.number !== undefined && one.number === two.number;
            const named = one.name !== undefined && two.name !== undefined && nameKey(one.name) === nameKey(two.name);
            if (!number && !(named && one.bornOn !== undefined && one.bornOn === two.bornOn)) continue;
            reached += 1;
            expect(found).toContain(`${at} ${other}`);
          }
      }),
    );
    expect(reached).toBeGreaterThan(50);
  });
  it.each<[string, PersonFacts, PersonFacts]>([
    [
      'marks were lost',
      { name: 'Đặng Thị Hoà', bornOn: day('2024-08-03') },
      { name: 'dang thi hoa', bornOn: day('2024-08-03') },
    ],
    [
      'a middle name is missing',
      { name: 'Lê Văn An', bornOn: day('2024-08-03') },
      { name: 'Lê An', bornOn: day('2024-08-03') },
    ],
    [
      'day and month were swapped',
      { name: 'Lê Văn An', bornOn: day('2024-08-03') },
      { name: 'Lê Văn An', bornOn: day('2024-03-08') },
    ],
    [
      'one has the year alone',
      { name: 'Lê Văn An', bornOn: day('1942-08-03') },
      { name: 'Lê Văn An', birthYear: 1942 },
    ],
    ['the given name stands first', { name: 'Lê Văn An', birthYear: 1942 }, { name: 'An Lê Văn', birthYear: 1942 }],
  ])('brings two together though %s', (_, one, other) => expect(meet(one, other)).toBe(true));
});
