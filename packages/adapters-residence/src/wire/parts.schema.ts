/** What the contracts are made of (thành phần chung): days, units, the people of a file. */
import type { JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { accept, code, date, jsonObject, type Received } from '@lienthong/core/received';
import * as z from 'zod';

/** Technical limits, far above any file. */
const MOST_PEOPLE = 40;
const PART = '^[A-Za-z][A-Za-z0-9-]{0,39}$';

const part = new RegExp(PART);
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const arePeople = (raw: unknown): boolean => {
  const read = accept(jsonObject, raw);
  if (E.isLeft(read)) return false;
  const blocks = Object.entries(read.right);
  return blocks.length <= MOST_PEOPLE && blocks.every(([name, block]) => part.test(name) && isObject(block));
};

/** Of each person what is known, under the part they have in the file: `child`, `mother`, `deceased`. */
export const people: Received<Readonly<Record<string, JsonObject>>> = z
  .custom<Readonly<Record<string, JsonObject>>>(arePeople, `at most ${MOST_PEOPLE} people, each an object`)
  .meta({
    description: 'Of each person what is known, under the part they have in the file: child, mother, deceased.',
    type: 'object',
    maxProperties: MOST_PEOPLE,
    propertyNames: { pattern: PART },
    additionalProperties: { type: 'object' },
  });

export const day = date.meta({ format: 'date', description: 'A day of the calendar in Vietnam.' });
export const commune = code().meta({ description: 'The commune, by its code in the list of administrative units.' });
