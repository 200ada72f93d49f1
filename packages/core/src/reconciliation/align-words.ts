/**
 * The words of two names laid side by side (căn các tiếng): which word answers which, which has no answer, which two were joined
 * in one. Of all ways the one that costs least.
 */
import { compareWords, costOf, type WordDifference } from './match-words.js';
import { type Word, wordOf } from './name-words.js';
import { FILLERS, PART_WEIGHTS, WORD_COSTS } from './weights.js';

/** A difference with the weight of the part it stands in. */
export type Weighed = WordDifference & Readonly<{ weight: number; word: 'given' | 'other' }>;
export type Alignment = Readonly<{ cost: number; differences: readonly Weighed[] }>;

/** What the word at a place weighs: the last is the given name, the first the surname. */
export const weightAt = (at: number, of: number): number => {
  if (at === of - 1) return PART_WEIGHTS.given;
  return at === 0 ? PART_WEIGHTS.surname : PART_WEIGHTS.middle;
};

export const weightOf = (words: readonly Word[]): number =>
  words.reduce((sum, _, at) => sum + weightAt(at, words.length), 0);

const missing = (words: readonly Word[], at: number): Weighed => {
  const weight = weightAt(at, words.length);
  const filler = FILLERS.includes(words[at]?.bare ?? '');
  const rule = weight !== PART_WEIGHTS.middle ? 'word-missing' : filler ? 'filler-missing' : 'middle-missing';
  return { rule, cost: WORD_COSTS[rule], weight, word: weight === PART_WEIGHTS.given ? 'given' : 'other' };
};

const between = (one: readonly Word[], i: number, other: readonly Word[], j: number): readonly Weighed[] => {
  const weight = Math.max(weightAt(i, one.length), weightAt(j, other.length));
  const word = i === one.length - 1 || j === other.length - 1 ? 'given' : 'other';
  return compareWords(one[i] as Word, other[j] as Word).map((each) => ({ ...each, weight, word }));
};

const plain = ({ letters, tones }: Word): string => letters.map(({ base, marks }) => base + marks).join('') + tones;

/** Two neighbours that another register wrote as one. */
const isJoined = (words: readonly Word[], at: number, whole: Word): boolean => {
  const [first, second] = [words[at], words[at + 1]];
  if (first === undefined || second === undefined || first.bare.length + second.bare.length !== whole.bare.length)
    return false;
  return wordOf(plain(first) + plain(second)).key === whole.key;
};

const joined = (words: readonly Word[], at: number): Weighed => ({
  rule: 'words-joined',
  cost: WORD_COSTS['words-joined'],
  weight: weightAt(at, words.length) + weightAt(at + 1, words.length),
  word: 'other',
});

/** A step of the way through both names: how many words of each it takes. */
type Step = keyof typeof TAKES;
const TAKES = { both: [1, 1], 'two-of-one': [2, 1], 'two-of-other': [1, 2], one: [1, 0], other: [0, 1] } as const;

const pairCost = (one: readonly Word[], i: number, other: readonly Word[], j: number): number =>
  Math.max(weightAt(i, one.length), weightAt(j, other.length)) * costOf(compareWords(one[i] as Word, other[j] as Word));
const costOfOne = ({ cost, weight }: Weighed): number => cost * weight;

/** The cheapest way to lay one name beside the other; the first found among equals. */
export const align = (one: readonly Word[], other: readonly Word[]): Alignment => {
  const width = other.length + 1;
  const costs: number[] = [0];
  const steps: (Step | undefined)[] = [undefined];
  const lacking = [one, other].map((words) => words.map((_, at) => costOfOne(missing(words, at))));
  for (let i = 0; i <= one.length; i += 1) {
    for (let j = i === 0 ? 1 : 0; j <= other.length; j += 1) {
      const here = i * width + j;
      let least = Number.POSITIVE_INFINITY;
      const way = (step: Step, from: number, more: number): void => {
        const cost = (costs[from] as number) + more;
        if (cost >= least) return;
        least = cost;
        steps[here] = step;
      };
      if (i > 0 && j > 0) way('both', here - width - 1, pairCost(one, i - 1, other, j - 1));
      if (i > 1 && j > 0 && isJoined(one, i - 2, other[j - 1] as Word))
        way('two-of-one', here - 2 * width - 1, costOfOne(joined(one, i - 2)));
      if (i > 0 && j > 1 && isJoined(other, j - 2, one[i - 1] as Word))
        way('two-of-other', here - width - 2, costOfOne(joined(other, j - 2)));
      if (i > 0) way('one', here - width, lacking[0]?.[i - 1] ?? 0);
      if (j > 0) way('other', here - 1, lacking[1]?.[j - 1] ?? 0);
      costs[here] = least;
    }
  }
  return { cost: costs.at(-1) ?? 0, differences: differencesOn(steps, one, other) };
};

/** Walks the way back, and tells what differed on it. */
const differencesOn = (
  steps: readonly (Step | undefined)[],
  one: readonly Word[],
  other: readonly Word[],
): readonly Weighed[] => {
  const found: (readonly Weighed[])[] = [];
  let [i, j] = [one.length, other.length];
  for (let step = steps.at(-1); step !== undefined; step = steps[i * (other.length + 1) + j]) {
    const [ofOne, ofOther] = TAKES[step];
    i -= ofOne;
    j -= ofOther;
    if (step === 'both') found.push(between(one, i, other, j));
    else if (step === 'two-of-one') found.push([joined(one, i)]);
    else if (step === 'two-of-other') found.push([joined(other, j)]);
    else found.push([step === 'one' ? missing(one, i) : missing(other, j)]);
  }
  return found.toReversed().flat();
};
