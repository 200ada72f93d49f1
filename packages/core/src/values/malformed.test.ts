import { anyPlainDate } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E, type Either } from '../fp.js';
import { healthCardNumber } from './health-card-number.js';
import type { Malformed } from './malformed.js';
import { nameInOneLine, namePart } from './person-name.js';
import { personalNumber } from './personal-number.js';
import { address, communeCode } from './place.js';
import { instant, plainDate } from './plain-date.js';

const readings: Readonly<Record<string, (raw: string) => Either<Malformed, unknown>>> = {
  'a personal number': personalNumber,
  'a card number': healthCardNumber,
  'part of a name': namePart,
  'a whole name': nameInOneLine,
  'a commune code': communeCode,
  'an address line': (line) => address({ commune: '16681', line }),
  'a day': plainDate,
  'a moment': instant,
};

/** Texts of every kind, near misses among them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.stringMatching(/^[0-9TE]{9,16}$/),
  anyPlainDate.map((date) => `${date}T15:00:00+07:00`),
);

describe('reading a value from outside', () => {
  for (const [what, read] of Object.entries(readings)) {
    it(`never throws over ${what}, and never repeats what was written`, () =>
      fc.assert(
        fc.property(anyText, (raw) => {
          const answer = read(raw);
          // A text of one or two letters may stand in the message by chance.
          return E.isRight(answer) || raw.trim().length < 4 || !JSON.stringify(answer.left).includes(raw.trim());
        }),
      ));
    it(`refuses or keeps ten megabytes as ${what} without harm`, () => {
      for (const letter of ['7', 'ă', ' ', "'"]) expect(() => read(letter.repeat(10_000_000))).not.toThrow();
    });
  }
});
