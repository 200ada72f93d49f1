/**
 * Which people are worth comparing (khoanh nhóm so khớp): those who share one of a few keys. Never loses two who share a number,
 * or a birth date and the spelling of their name; and many a pair with a slip in one of these.
 */
import type { Word } from './name-words.js';
import type { PreparedPerson } from './person.js';

const inAnyOrder = (words: readonly Word[]): string =>
  words
    .map(({ bare }) => bare)
    .toSorted()
    .join(' ');

const swapped = (date: string): string => `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`;

/** The day as it is and with day and month changed about, the same text for both. */
const dayKey = (date: string): string => [date, swapped(date)].sort()[0] as string;

/** `kept` are the keys a person is found by, `sought` those by which they find others; who finds one is found by them. */
type Keys = Readonly<{ kept: readonly string[]; sought: readonly string[] }>;

const keysOf = ({ facts, name }: PreparedPerson): Keys => {
  const { number, formerNumbers = [], bornOn, birthYear, commune, mother } = facts;
  const both = [number, ...formerNumbers].flatMap((one) => (one === undefined ? [] : [`n${one}`]));
  if (bornOn !== undefined && mother?.number !== undefined) both.push(`m${bornOn} ${mother.number}`);
  if (name === undefined) return { kept: both, sought: both };
  const whole = inAnyOrder(name);
  // The given name stands last; where a register writes it first, the whole in any order still agrees.
  if (bornOn !== undefined) both.push(`d${dayKey(bornOn)} ${name.at(-1)?.bare}`, `w${dayKey(bornOn)} ${whole}`);
  if (commune !== undefined) both.push(`c${commune} ${whole}`);
  // Of one year there are too many people to compare all; those with a day meet those who have the year alone.
  if (bornOn !== undefined) {
    const year = bornOn.slice(0, 4);
    return { kept: [...both, `full${year} ${whole}`], sought: [...both, `year${year} ${whole}`] };
  }
  if (birthYear === undefined) return { kept: both, sought: both };
  const alone = `year${birthYear} ${whole}`;
  return { kept: [...both, alone], sought: [...both, alone, `full${birthYear} ${whole}`] };
};

/** People by their keys; a person is named by their place in the list. */
export type Blocks = Readonly<{
  /** Everybody who shares a key with this person, each once, in the order of the list. */
  near: (person: PreparedPerson) => readonly number[];
  /** Every pair that shares a key, each once, the earlier first. */
  pairs: () => Iterable<readonly [number, number]>;
}>;

export const blocksOf = (people: readonly PreparedPerson[]): Blocks => {
  const byKey = new Map<string, number[]>();
  for (const [at, person] of people.entries()) {
    for (const key of new Set(keysOf(person).kept)) {
      const block = byKey.get(key);
      if (block === undefined) byKey.set(key, [at]);
      else block.push(at);
    }
  }
  const near: Blocks['near'] = (person) =>
    [...new Set(keysOf(person).sought.flatMap((key) => byKey.get(key) ?? []))].sort((a, b) => a - b);
  function* pairs(): Iterable<readonly [number, number]> {
    for (const [at, person] of people.entries()) {
      for (const other of near(person)) if (other > at) yield [at, other];
    }
  }
  return { near, pairs };
};
