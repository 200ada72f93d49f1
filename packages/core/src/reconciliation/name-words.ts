/**
 * The words of a name (các tiếng của họ tên), each letter taken apart from its marks. Harmless differences end here: case, Unicode
 * form, where in a syllable the tone mark stands, and how words are set apart (spaces, hyphens, apostrophes, dots).
 */
import { displayName, type PersonName } from '../values/person-name.js';

/** A letter: its bare form (`đ` stays `đ`) and the marks of its vowel, without tone. */
export type Letter = Readonly<{ base: string; marks: string }>;

export type Word = Readonly<{
  /** Letters with their marks, then the tones: equal exactly for two spellings of one word. */
  key: string;
  letters: readonly Letter[];
  tones: string;
  /** Without any mark, `đ` as `d`. */
  bare: string;
}>;

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const BREAKS = /[\s'\u2018\u2019\u02BC\u02B9\u02BB.\u2010\u2011-]+/;

const lettersOf = (toneless: string): readonly Letter[] => {
  const letters: { base: string; marks: string }[] = [];
  for (const sign of toneless) {
    const last = letters.at(-1);
    if (/\p{M}/u.test(sign) && last !== undefined) last.marks += sign;
    else letters.push({ base: sign, marks: '' });
  }
  return letters;
};

/** Reads one word, without breaks in it. */
export const wordOf = (written: string): Word => {
  const signs = written.toLowerCase().normalize('NFD');
  const tones = (signs.match(TONES) ?? []).sort().join('');
  const toneless = signs.replace(TONES, '').normalize('NFC').normalize('NFD');
  const letters = lettersOf(toneless);
  const bare = letters.map(({ base }) => (base === 'đ' ? 'd' : base)).join('');
  return { key: `${toneless.normalize('NFC')}${tones}`, letters, tones, bare };
};

const known = new Map<string, Word>();
const MOST_KNOWN = 20_000;

/** Names are made of few words, so each is taken apart once. */
const rememberedWord = (written: string): Word => {
  const before = known.get(written);
  if (before !== undefined) return before;
  const made = wordOf(written);
  if (known.size < MOST_KNOWN) known.set(written, made);
  return made;
};

/** The words of a line, in its order. */
export const wordsOf = (line: string): readonly Word[] =>
  line
    .split(BREAKS)
    .filter((word) => word !== '')
    .map(rememberedWord);

/** A name from its parts, or in the one line in which a register writes it. */
export type WrittenName = PersonName | string;

export const wordsOfName = (name: WrittenName): readonly Word[] =>
  wordsOf(typeof name === 'string' ? name : displayName(name));

/** One text for all harmless spellings of a name. */
export const lineOf = (words: readonly Word[]): string => words.map(({ key }) => key).join(' ');
