/** Personal numbers for invented people: right in structure, random where the law leaves it to chance. */
import { type PersonalNumber, type PlainDate, personalNumber, type Sex, yearOf } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import type { Random } from '../random.js';

/** Where the number was given: 040 is Nghệ An. */
export const NGHE_AN = '040';

/** The number of somebody registered at that place, in the notation of Circular 07/2016/TT-BCA. */
export const inventedPersonalNumber = (
  random: Random,
  bearer: Readonly<{ bornOn: PlainDate; sex: Sex }>,
  place = NGHE_AN,
): PersonalNumber => {
  const year = yearOf(bearer.bornOn);
  const centuryDigit = 2 * (Math.floor(year / 100) - 19) + (bearer.sex === 'female' ? 1 : 0);
  const tail = String(random.int(0, 999_999)).padStart(6, '0');
  const read = personalNumber(`${place}${centuryDigit}${String(year).slice(2)}${tail}`);
  if (E.isLeft(read)) throw new RangeError('years 1900 to 2399 have a century digit');
  return read.right;
};
