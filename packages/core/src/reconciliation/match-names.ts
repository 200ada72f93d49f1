/**
 * How alike two Vietnamese names are (so khớp họ tên), as a score of a thousand that explains itself: it begins at a thousand and
 * every reason says what it took. The same both ways round; a thousand exactly for two spellings of one name.
 */
import { type Alignment, align, type Weighed, weightOf } from './align-words.js';
import type { WordRule } from './match-words.js';
import { lineOf, type Word, type WrittenName, wordsOfName } from './name-words.js';
import { LOSSES_AT_MOST, WORD_COSTS, WORD_ORDER } from './weights.js';

export type NameRule = 'compared' | WordRule | 'losses-limited' | 'word-order' | 'nothing-left';
/** What one rule added or took, per mille. */
export type Reason<Rule extends string> = Readonly<{ rule: Rule; effect: number }>;
export type NameMatch = Readonly<{
  /** Of a thousand: the sum of the effects. */
  score: number;
  reasons: readonly Reason<NameRule>[];
  /** The given names differ in more than marks that one side lost. */
  givenDiffers: boolean;
}>;

const LOSSES: readonly string[] = ['tone-lost', 'marks-lost', 'd-for-đ'] satisfies readonly WordRule[];
const HARMLESS_IN_A_GIVEN_NAME: readonly string[] = [...LOSSES, 'i-for-y', 'initial', 'words-joined'];
const MISSING: readonly string[] = ['middle-missing', 'filler-missing'] satisfies readonly WordRule[];

const EQUAL: NameMatch = { score: 1_000, reasons: [{ rule: 'compared', effect: 1_000 }], givenDiffers: false };
const NOTHING_TO_COMPARE: NameMatch = {
  score: 0,
  reasons: [
    { rule: 'compared', effect: 1_000 },
    { rule: 'word-missing', effect: -1_000 },
  ],
  givenDiffers: true,
};

/** A middle name on each side which the other has not is worse than one left out. */
const contradicting = (one: number, other: number): readonly Weighed[] => {
  const pairs = Math.min(one, other);
  return pairs === 0
    ? []
    : [{ rule: 'middle-differs', cost: WORD_COSTS['middle-differs'], weight: 2 * 2 * pairs, word: 'other' }];
};

/** Words that one side has more of tell on which side words are missing. */
const sides = ({ differences }: Alignment, one: readonly Word[], other: readonly Word[]): [number, number] => {
  const skips = differences.filter(({ rule }) => MISSING.includes(rule)).length;
  const more = one.length - other.length;
  const fromOne = Math.max(0, Math.floor((skips + more) / 2));
  return [fromOne, Math.max(0, skips - fromOne)];
};

const summed = (differences: readonly Weighed[], total: number): readonly Reason<NameRule>[] => {
  const effects = new Map<WordRule, number>();
  for (const { rule, cost, weight } of differences) {
    effects.set(rule, (effects.get(rule) ?? 0) - Math.ceil((cost * weight) / total));
  }
  return [...effects].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, effect]) => ({ rule, effect }));
};

const scored = (alignment: Alignment, one: readonly Word[], other: readonly Word[], turned: boolean): NameMatch => {
  const total = Math.max(weightOf(one), weightOf(other));
  const differences = [...alignment.differences, ...contradicting(...sides(alignment, one, other))];
  const taken = summed(differences, total);
  const lost = -taken.filter(({ rule }) => LOSSES.includes(rule)).reduce((sum, { effect }) => sum + effect, 0);
  const reasons: Reason<NameRule>[] = [{ rule: 'compared', effect: 1_000 }, ...taken];
  if (lost > LOSSES_AT_MOST) reasons.push({ rule: 'losses-limited', effect: lost - LOSSES_AT_MOST });
  if (turned) reasons.push({ rule: 'word-order', effect: -WORD_ORDER });
  const sum = reasons.reduce((all, { effect }) => all + effect, 0);
  if (sum < 0) reasons.push({ rule: 'nothing-left', effect: -sum });
  const givenDiffers = differences.some(
    ({ word, rule }) => word === 'given' && !HARMLESS_IN_A_GIVEN_NAME.includes(rule),
  );
  return { score: Math.max(0, sum), reasons, givenDiffers };
};

/** How systems turn a name about: surname last, given name first, all of it. Each way back is among them. */
const turnedAbout = (words: readonly Word[]): readonly (readonly Word[])[] => [
  [...words.slice(1), ...words.slice(0, 1)],
  [...words.slice(-1), ...words.slice(0, -1)],
  words.toReversed(),
];

/** Only names with most of their words in common may be one name turned about. */
const mayBeTurned = (one: readonly Word[], other: readonly Word[]): boolean =>
  one.filter(({ bare }) => other.some((word) => word.bare === bare)).length > 1;

/** Compares names whose words have been taken apart already. */
export const matchWords = (a: readonly Word[], b: readonly Word[]): NameMatch => {
  if (a.length === 0 || b.length === 0) return NOTHING_TO_COMPARE;
  if (a === b) return EQUAL;
  const [lineA, lineB] = [lineOf(a), lineOf(b)];
  if (lineA === lineB) return EQUAL;
  // One order for both ways round: what follows need not be symmetric of itself.
  const [one, other] = lineA < lineB ? [a, b] : [b, a];
  const straight = scored(align(one, other), one, other, false);
  if (straight.score >= 1_000 - WORD_ORDER || !mayBeTurned(one, other)) return straight;
  return turnedAbout(other)
    .map((turned) => scored(align(one, turned), one, turned, true))
    .reduce((best, next) => (next.score > best.score ? next : best), straight);
};

export const matchNames = (a: WrittenName, b: WrittenName): NameMatch => matchWords(wordsOfName(a), wordsOfName(b));
