/** Two words of two names compared (so từng tiếng): which kinds of difference there are, and what each costs of a thousand. */
import type { Letter, Word } from './name-words.js';
import { isOneSlip } from './one-slip.js';
import { LONG_WORD, SAME_LETTERS_AT_MOST, WORD_COSTS } from './weights.js';

export type WordRule = keyof typeof WORD_COSTS;
export type WordDifference = Readonly<{ rule: WordRule; cost: number }>;

const SAME: readonly WordDifference[] = [];
const only = (rule: WordRule): readonly WordDifference[] => [{ rule, cost: WORD_COSTS[rule] }];

/** `i` and `y` sound alike where they close a syllable alone: Lý, Mỹ, Quý; never in Thúy or Mai. */
const CLOSES_ALONE = /(^|[bcdđghklmnpqrstvxwzjf]|qu)[iy]$/;
const withI = ({ bare }: Word): string => (CLOSES_ALONE.test(bare) ? `${bare.slice(0, -1)}i` : bare);

const marksBetween = (one: Letter, other: Letter): WordRule | undefined => {
  if (one.base !== other.base && (one.base === 'đ' || other.base === 'đ')) return 'd-for-đ';
  if (one.marks === other.marks) return undefined;
  return one.marks === '' || other.marks === '' ? 'marks-lost' : 'marks-differ';
};

const tonesBetween = (one: Word, other: Word): WordRule | undefined => {
  if (one.tones === other.tones) return undefined;
  return one.tones === '' || other.tones === '' ? 'tone-lost' : 'tone-differs';
};

/** What two words with the same letters differ in; together at most so much. */
const marksOf = (one: Word, other: Word): readonly WordDifference[] => {
  const rules = new Set<WordRule>();
  const tones = tonesBetween(one, other);
  if (tones !== undefined) rules.add(tones);
  for (const [at, letter] of one.letters.entries()) {
    const counterpart = other.letters[at];
    const rule = counterpart && marksBetween(letter, counterpart);
    if (rule !== undefined) rules.add(rule);
  }
  if (one.bare !== other.bare) rules.add('i-for-y');
  let left = SAME_LETTERS_AT_MOST;
  return [...rules].sort().flatMap((rule) => {
    const cost = Math.min(WORD_COSTS[rule], left);
    left -= cost;
    return cost === 0 ? [] : [{ rule, cost }];
  });
};

const compared = (one: Word, other: Word): readonly WordDifference[] => {
  if (one.key === other.key) return SAME;
  if (one.bare === other.bare || withI(one) === withI(other)) return marksOf(one, other);
  const [short, long] = one.bare.length <= other.bare.length ? [one, other] : [other, one];
  if (short.bare.length === 1 && long.bare.startsWith(short.bare)) return only('initial');
  if (isOneSlip(short.bare, long.bare)) return only(short.bare.length >= LONG_WORD ? 'slip' : 'slip-in-short-word');
  return only('word-differs');
};

const known = new Map<Word, Map<Word, readonly WordDifference[]>>();
const MOST_KNOWN = 500_000;
let pairs = 0;

/** Both ways round the same. Nothing between equal words. Names are made of few words, so each pair is compared once. */
export const compareWords = (one: Word, other: Word): readonly WordDifference[] => {
  if (one === other) return SAME;
  const before = known.get(one)?.get(other);
  if (before !== undefined) return before;
  const made = compared(one, other);
  if (pairs >= MOST_KNOWN) {
    known.clear();
    pairs = 0;
  }
  pairs += 1;
  const ofOne = known.get(one);
  if (ofOne === undefined) known.set(one, new Map([[other, made]]));
  else ofOne.set(other, made);
  return made;
};

export const costOf = (differences: readonly WordDifference[]): number =>
  differences.reduce((sum, { cost }) => sum + cost, 0);
