/** Any value a contract may carry (giá trị ngẫu nhiên): texts and codes as they stand once read, money, people. */
import type { JsonObject } from '@lienthong/core/evidence';
import fc from 'fast-check';

const joined = (letters: string, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), { maxLength }).map((some) => some.join(''));

/** Tidy already: reading a text trims it and draws its spaces together. */
export const anyText: fc.Arbitrary<string> = joined('aZđệỹ09 .,;:()"\\/<>&=+-\u{1F4C4}', 40)
  .map((raw) => raw.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
export const anyCode: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...'aZĐ07'), joined('aZĐệ09._:/#+-', 20))
  .map((parts) => parts.join(''));
export const anyDong = fc.oneof(fc.integer({ min: 0, max: 50_000_000 }), fc.maxSafeNat());
export const anyTexts = fc.array(anyText, { maxLength: 50 });

const anyFact = fc.oneof(anyText, fc.integer(), fc.boolean(), fc.constant(null), fc.constant({ surname: 'Nguyễn' }));
const anyPerson: fc.Arbitrary<JsonObject> = fc.dictionary(
  fc.constantFrom('name', 'personalNumber', 'bornOn', 'address'),
  anyFact,
);
export const anyPeople = (...parts: readonly string[]): fc.Arbitrary<Readonly<Record<string, JsonObject>>> =>
  fc.dictionary(fc.constantFrom(...parts), anyPerson);
