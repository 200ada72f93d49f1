/** Looking somebody up in the residence register (tra cứu, xác minh thông tin cư trú): who is asked after, and where they stand. */
import type { JsonObject } from '@lienthong/core/evidence';
import { code, fields, jsonObject, type Received } from '@lienthong/core/received';
import * as z from 'zod';

/** The person as a file knows them: with the personal number, or the name and the day of birth. */
export type ResidentQuestion = Readonly<{ person: JsonObject }>;

/** `deleted`: the register had an entry once. What it says about somebody else it does not say here. */
export type ResidentAnswer =
  | Readonly<{ outcome: 'registered'; entry: string; household: string }>
  | Readonly<{ outcome: 'deleted'; entry: string }>
  | Readonly<{ outcome: 'not-registered' }>;

const identified = ({ personalNumber, name }: JsonObject): boolean =>
  typeof personalNumber === 'string' || (typeof name === 'object' && name !== null);

export const residentQuestion: Received<ResidentQuestion> = fields({
  person: (jsonObject as z.ZodType<JsonObject>).refine(identified, 'a person with a personal number or a name'),
});

export const residentAnswer: Received<ResidentAnswer> = z.discriminatedUnion(
  'outcome',
  [
    fields({ outcome: z.literal('registered'), entry: code(), household: code() }),
    fields({ outcome: z.literal('deleted'), entry: code() }),
    fields({ outcome: z.literal('not-registered') }),
  ],
  { error: 'one of: registered, deleted, not-registered' },
);
