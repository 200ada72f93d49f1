/** Entering a birth (đăng ký khai sinh) and assigning a personal number (cấp số định danh cá nhân): what is sent, what is said. */
import type { BirthToEnter, EntryAnswer, PersonalNumberAnswer } from '@lienthong/core/birth-registration';
import { code, count, fields, oneOf, type Received, receivedPersonalNumber } from '@lienthong/core/received';
import * as z from 'zod';
import { book, commune, day, numberInBook, people } from './parts.schema.js';

/** More children at one birth than were ever born. */
const MOST_AT_ONCE = 12;

export const birthToEnter: Received<BirthToEnter> = fields({
  bornOn: day,
  sex: oneOf('male', 'female', 'undetermined'),
  commune,
  birthOrder: count(1, MOST_AT_ONCE),
  people,
});

/** `already-entered` names the first entry of that birth. */
export const entryAnswer: Received<EntryAnswer> = z.discriminatedUnion(
  'outcome',
  [
    fields({ outcome: z.literal('entered'), book, number: numberInBook, registeredOn: day }),
    fields({ outcome: z.literal('already-entered'), book, number: numberInBook }),
    fields({ outcome: z.literal('not-entered'), reason: code() }),
  ],
  { error: 'one of: entered, already-entered, not-entered' },
);

/** `held` is a hold and never a refusal: the number will come once the matter is settled. */
export const personalNumberAnswer: Received<PersonalNumberAnswer> = z.discriminatedUnion(
  'outcome',
  [
    fields({ outcome: z.literal('assigned'), personalNumber: receivedPersonalNumber }),
    fields({ outcome: z.literal('held'), reason: oneOf('SuspectedDuplicate', 'DataMismatch', 'Technical') }),
  ],
  { error: 'one of: assigned, held' },
);
