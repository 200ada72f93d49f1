/**
 * Whether two records speak of one person (so khớp người): number, name, birth, sex, place and parents, each observation with
 * its points. The same both ways round. Points and thresholds are `weights.ts`; what a verdict leads to is for people to decide.
 */

import type { Gazetteer } from '../values/place.js';
import type { PlainDate } from '../values/plain-date.js';
import { matchWords, type NameMatch, type Reason } from './match-names.js';
import type { Word } from './name-words.js';
import { isOneSlip } from './one-slip.js';
import { type ParentFacts, type PersonFacts, type PreparedPerson, prepared } from './person.js';
import { NAME_BANDS, PARENT_AGREES, PERSON_POINTS, THRESHOLDS } from './weights.js';

export type Observation = keyof typeof PERSON_POINTS;
export type PersonRule = Observation | 'nothing-left' | 'nothing-more';
export type Verdict = 'same' | 'likely' | 'unlikely' | 'different';
export type PersonMatch = Readonly<{
  /** Of a thousand: the sum of the effects. */
  score: number;
  verdict: Verdict;
  reasons: readonly Reason<PersonRule>[];
  /** How the names compare; `null` where one is not stated. */
  name: NameMatch | null;
}>;

/** Where communes were merged: which units, and on which day they are to answer. */
export type MergedPlaces = Readonly<{ gazetteer: Gazetteer; on: PlainDate }>;

const numbersOf = (a: PersonFacts, b: PersonFacts): Observation => {
  if (a.number === undefined || b.number === undefined) return 'number-absent';
  if (a.number === b.number) return 'number-equal';
  if (a.formerNumbers?.includes(b.number) === true || b.formerNumbers?.includes(a.number) === true)
    return 'number-former';
  return isOneSlip(a.number, b.number) ? 'number-one-slip' : 'number-differs';
};

const nameBand = (name: NameMatch | null): Observation =>
  name === null ? 'name-absent' : (NAME_BANDS.find(([least]) => name.score >= least)?.[1] ?? 'name-differs');

const yearOfBirth = ({ bornOn, birthYear }: PersonFacts): number | undefined =>
  bornOn === undefined ? birthYear : Number(bornOn.slice(0, 4));

/** 2024-03-08 and 2024-08-03. */
const swapped = (one: string, other: string): boolean =>
  one === `${other.slice(0, 4)}-${other.slice(8, 10)}-${other.slice(5, 7)}`;

const oneDigit = (one: string, other: string): boolean =>
  [...one].filter((digit, at) => digit !== other[at]).length === 1;

const births = (a: PersonFacts, b: PersonFacts): Observation => {
  const [one, other] = [yearOfBirth(a), yearOfBirth(b)];
  if (one === undefined || other === undefined) return 'born-absent';
  if (a.bornOn === undefined || b.bornOn === undefined) return one === other ? 'born-year-only' : 'born-differs';
  if (a.bornOn === b.bornOn) return 'born-equal';
  if (swapped(a.bornOn, b.bornOn)) return 'born-day-month-swapped';
  if (oneDigit(a.bornOn, b.bornOn)) return 'born-one-digit';
  return one === other ? 'born-same-year' : 'born-differs';
};

const sexes = (a: PersonFacts, b: PersonFacts): Observation =>
  a.sex === undefined || b.sex === undefined ? 'sex-absent' : a.sex === b.sex ? 'sex-equal' : 'sex-differs';

/** Every unit that answers for a commune on the day, whichever day its code was written. */
const answering = (code: string, { gazetteer, on }: MergedPlaces): readonly string[] => {
  const found = gazetteer.answersFor(code, on);
  if (found.kind === 'one') return [found.unit.code];
  return found.kind === 'several' ? found.units.map((unit) => unit.code) : [];
};

const places = (a: PersonFacts, b: PersonFacts, merged: MergedPlaces | undefined): Observation => {
  if (a.commune === undefined || b.commune === undefined) return 'place-absent';
  if (a.commune === b.commune) return 'place-equal';
  if (merged === undefined) return 'place-differs';
  const units = answering(b.commune, merged);
  return answering(a.commune, merged).some((unit) => units.includes(unit)) ? 'place-merged' : 'place-differs';
};

type Agreement = 'agrees' | 'differs' | 'absent';

const parents = (
  a: ParentFacts | undefined,
  b: ParentFacts | undefined,
  wordsA: readonly Word[] | undefined,
  wordsB: readonly Word[] | undefined,
): Agreement => {
  if (a?.number !== undefined && a.number === b?.number) return 'agrees';
  if (wordsA === undefined || wordsB === undefined) return 'absent';
  return matchWords(wordsA, wordsB).score >= PARENT_AGREES ? 'agrees' : 'differs';
};

const ONE_NUMBER: readonly Observation[] = ['number-equal', 'number-former', 'number-one-slip'];

/**
 * Two children of one mother and one day. Told apart by the order of birth where both state it; else by given names that no lost
 * mark explains, or by any difference of names when their numbers differ. One number means one child.
 */
const areTwins = (a: PersonFacts, b: PersonFacts, seen: readonly Observation[], name: NameMatch | null): boolean => {
  if (!seen.includes('mother-agrees') || !seen.includes('born-equal')) return false;
  if (a.birthOrder !== undefined && b.birthOrder !== undefined && a.birthOrder !== b.birthOrder) return true;
  if (name === null || ONE_NUMBER.some((rule) => seen.includes(rule))) return false;
  return name.givenDiffers || (seen.includes('number-differs') && name.score < 1_000);
};

const verdictOf = (score: number): Verdict =>
  score >= THRESHOLDS.same
    ? 'same'
    : score >= THRESHOLDS.likely
      ? 'likely'
      : score >= THRESHOLDS.unlikely
        ? 'unlikely'
        : 'different';

/** Compares people who have been prepared already. */
export const matchPrepared = (a: PreparedPerson, b: PreparedPerson, merged?: MergedPlaces): PersonMatch => {
  const name = a.name === undefined || b.name === undefined ? null : matchWords(a.name, b.name);
  const observations: readonly Observation[] = [
    numbersOf(a.facts, b.facts),
    nameBand(name),
    births(a.facts, b.facts),
    sexes(a.facts, b.facts),
    places(a.facts, b.facts, merged),
    `mother-${parents(a.facts.mother, b.facts.mother, a.mother, b.mother)}`,
    `father-${parents(a.facts.father, b.facts.father, a.father, b.father)}`,
  ];
  const seen = areTwins(a.facts, b.facts, observations, name) ? [...observations, 'twins' as const] : observations;
  const reasons: Reason<PersonRule>[] = seen.map((rule) => ({ rule, effect: PERSON_POINTS[rule] }));
  const sum = reasons.reduce((all, { effect }) => all + effect, 0);
  if (sum < 0) reasons.push({ rule: 'nothing-left', effect: -sum });
  if (sum > 1_000) reasons.push({ rule: 'nothing-more', effect: 1_000 - sum });
  const score = Math.min(1_000, Math.max(0, sum));
  return { score, verdict: verdictOf(score), reasons, name };
};

export const matchPeople = (a: PersonFacts, b: PersonFacts, merged?: MergedPlaces): PersonMatch =>
  matchPrepared(prepared(a), prepared(b), merged);
