/** Anything the ports may say or be told, for properties (giá trị bất kỳ của cổng). */
import { anyPersonalNumber, anyPersonName, anyPlainDate } from '@lienthong/testing';
import fc from 'fast-check';

const anyAscii = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:/#+-]{0,40}$/);
/** Codes, Vietnamese ones among them. */
export const anyCode = fc.oneof(anyAscii, fc.constantFrom('Đông-Hòa', 'sổ/2023', 'child.personalNumber', 'Ấp-5'));
export const anyFlag = fc.boolean();

const anyPerson = fc.record({ name: anyPersonName, personalNumber: anyPersonalNumber }, { requiredKeys: ['name'] });
export const anyPeople = fc.dictionary(
  fc.constantFrom('child', 'mother', 'father', 'deceased', 'relative-2'),
  anyPerson.map((person) => ({ ...person })),
  { noNullPrototype: true },
);

export const anyChange = fc.record({
  what: fc.constantFrom('correction', 'personal-number', 'death'),
  fields: fc.array(anyCode, { maxLength: 5 }),
  people: anyPeople,
});
export const anyChangeAnswer = fc.oneof(
  fc.record({ outcome: fc.constant('taken') }),
  fc.record({ outcome: fc.constant('not-taken'), reason: anyCode }),
);

export { anyPersonalNumber, anyPlainDate };
