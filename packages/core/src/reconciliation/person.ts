/** A person as a case or a register knows them (người trong hồ sơ, trong sổ): whatever of these facts is stated there. */
import type { PlainDate } from '../values/plain-date.js';
import { type Word, type WrittenName, wordsOfName } from './name-words.js';

export type ParentFacts = Readonly<{ name?: WrittenName; number?: string }>;

export type PersonFacts = Readonly<{
  /** Personal number (số định danh cá nhân). */
  number?: string;
  /** Numbers that were cancelled and replaced. */
  formerNumbers?: readonly string[];
  name?: WrittenName;
  bornOn?: PlainDate;
  /** Where only the year is on record, as old registers have it. */
  birthYear?: number;
  sex?: string;
  /** Commune of residence, five digits; of whatever day it was written. */
  commune?: string;
  /** 1 for a single child or the first of twins. */
  birthOrder?: number;
  mother?: ParentFacts;
  father?: ParentFacts;
}>;

/** A person with their names taken apart, once for all comparisons. */
export type PreparedPerson = Readonly<{
  facts: PersonFacts;
  name: readonly Word[] | undefined;
  mother: readonly Word[] | undefined;
  father: readonly Word[] | undefined;
}>;

const words = (name: WrittenName | undefined): readonly Word[] | undefined => {
  const read = name === undefined ? [] : wordsOfName(name);
  return read.length === 0 ? undefined : read;
};

export const prepared = (facts: PersonFacts): PreparedPerson => ({
  facts,
  name: words(facts.name),
  mother: words(facts.mother?.name),
  father: words(facts.father?.name),
});

/** Nobody can be told by what is left, as after an erasure. */
export const isUnnamed = ({ number, name }: PersonFacts): boolean => number === undefined && name === undefined;
