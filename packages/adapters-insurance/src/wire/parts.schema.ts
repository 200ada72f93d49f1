/** What the contract with the agency is made of (thành phần chung): days, money, the people of a file. */
import type { JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { accept, code, count, date, jsonObject, type Received } from '@lienthong/core/received';
import * as z from 'zod';

/** Technical limits, far above any file. */
const MOST_PEOPLE = 40;
const ROLE = '^[A-Za-z][A-Za-z0-9-]{0,39}$';

const role = new RegExp(ROLE);
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const arePeople = (raw: unknown): boolean => {
  const read = accept(jsonObject, raw);
  if (E.isLeft(read)) return false;
  const blocks = Object.entries(read.right);
  return blocks.length <= MOST_PEOPLE && blocks.every(([name, block]) => role.test(name) && isObject(block));
};

/** Of each person what is known, under the part they have in the file: `child`, `mother`, `relative-2`. */
export const people: Received<Readonly<Record<string, JsonObject>>> = z
  .custom<Readonly<Record<string, JsonObject>>>(arePeople, `at most ${MOST_PEOPLE} people, each an object`)
  .meta({
    description: 'Of each person what is known, under the part they have in the file: child, mother, relative-2.',
    type: 'object',
    maxProperties: MOST_PEOPLE,
    propertyNames: { pattern: ROLE },
    additionalProperties: { type: 'object' },
  });

export const day = date.meta({ format: 'date', description: 'A day of the calendar in Vietnam.' });
/** Nothing is an amount too; what it means is for people to settle. */
export const dong = count(0).meta({ description: 'Whole đồng.' });
export const commune = code().meta({ description: 'The commune, by its code in the list of administrative units.' });
