/**
 * A person's name (họ, chữ đệm và tên) in Vietnamese order. Any Latin letter with any marks is a letter here, because
 * the names of the minorities use more of them than Vietnamese does: Y' Nhi, H'Hen Niê, Vừ Bá Chò. No rule of law
 * limits the length (a cap of 25 letters stayed a draft).
 */
import { E, type Either } from '../fp.js';
import { type Malformed, malformed } from './malformed.js';

declare const namePartBrand: unique symbol;
/** One part of a name: Unicode NFC, single spaces, at least one letter, no digits. */
export type NamePart = string & { readonly [namePartBrand]: true };

/** A name. Surname and middle name may be missing, as in many minority names; the given name is always there. */
export type PersonName = Readonly<{ surname?: NamePart; middle?: NamePart; given: NamePart }>;

/** Guards memory and logs against fields of megabytes; not a rule of law, and far above any name on record. */
export const TECHNICAL_LIMIT_OF_A_NAME_PART = 1_000;

const LETTERS = /^(?:(?=\p{L})\p{Script=Latin}|[\p{M}'. -])+$/u;
const LETTER_FIRST = /^'?\p{L}/u;

/** Reads one part. Apostrophes and hyphens of any typography become `'` and `-`, so that one name has one spelling. */
export const namePart = (raw: string): Either<Malformed, NamePart> => {
  if (raw.length > TECHNICAL_LIMIT_OF_A_NAME_PART) return malformed('a name within the technical limit of the field');
  const written = raw
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02BC\u02B9\u02BB]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return LETTERS.test(written) && LETTER_FIRST.test(written)
    ? E.right(written as NamePart)
    : malformed('a name in letters');
};

/** Reads a name from its parts; an empty surname or middle name is a missing one. */
export const personName = (
  raw: Readonly<{ surname?: string; middle?: string; given: string }>,
): Either<Malformed, PersonName> => {
  const given = namePart(raw.given);
  if (E.isLeft(given)) return malformed(given.left.expected, 'given');
  const parts: { surname?: NamePart; middle?: NamePart } = {};
  for (const at of ['surname', 'middle'] as const) {
    const written = raw[at] ?? '';
    if (written === '') continue;
    const part = namePart(written);
    if (E.isLeft(part)) return malformed(part.left.expected, at);
    parts[at] = part.right;
  }
  return E.right({ ...parts, given: given.right });
};

/**
 * Reads a name written in one line: the first word is the surname, the last the given name.
 * A guess that suits Kinh names; where the parts are declared one by one, use `personName`.
 */
export const nameInOneLine = (raw: string): Either<Malformed, PersonName> => {
  const whole = namePart(raw);
  if (E.isLeft(whole)) return whole;
  const words = whole.right.split(' ');
  return personName({
    surname: words.length > 1 ? (words[0] ?? '') : '',
    middle: words.slice(1, -1).join(' '),
    given: words.at(-1) ?? '',
  });
};

/** @example displayName({ surname: 'Nguyễn', middle: 'Thị', given: 'Lan' }) // => 'Nguyễn Thị Lan' */
export const displayName = ({ surname, middle, given }: PersonName): string =>
  [surname, middle, given].filter((part) => part !== undefined).join(' ');

/** The tone marks: grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Equal for two spellings of one name: the case does not count, nor where in its syllable the tone mark stands
 * (Hoà and Hòa, Thuý and Thúy). Different letters and different tones stay different.
 */
export const nameKey = (name: PersonName): string =>
  displayName(name)
    .toLowerCase()
    .split(' ')
    .map((word) => {
      const letters = word.normalize('NFD');
      return letters.replace(TONES, '').normalize('NFC') + (letters.match(TONES) ?? []).sort().join('');
    })
    .join(' ');

/** A key to look names up without marks: Đặng Thị Hoà and dang thi hoa. Many names share one; never proof of identity. */
export const searchKey = (name: PersonName): string =>
  displayName(name).toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '').replace(/['.-]/g, '');
