/** Names drawn for invented people. */
import { type PersonName, personName, type Sex } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import type { Random } from '../random.js';
import { namings, type People } from './ethnicities.js';

/** Reads a name of our own lists; a slip of the pen there is an error of ours, not an answer. */
export const ourName = (parts: Readonly<{ surname?: string; middle?: string; given: string }>): PersonName => {
  const read = personName(parts);
  if (E.isLeft(read)) throw new RangeError(`a name list holds what is no name: ${read.left.at}`);
  return read.right;
};

/** A name as that people gives them; a child takes the surname it is handed. */
export const inventedName = (random: Random, people: People, sex: Sex, surname?: string): PersonName => {
  const naming = namings[people];
  return ourName({
    surname: surname ?? random.weighted(naming.surnames),
    middle: random.pick(naming.middle[sex]),
    given: random.pick(naming.given[sex]),
  });
};
