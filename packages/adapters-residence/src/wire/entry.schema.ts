/** Entering a child in the residence register (đăng ký thường trú cho trẻ): what is sent, and how the police answer. */
import { E } from '@lienthong/core/fp';
import type { ResidenceAnswer, ResidenceToRegister } from '@lienthong/core/permanent-residence';
import { accept, code, fields, listOf, oneOf, type Received, received, text } from '@lienthong/core/received';
import * as z from 'zod';
import { commune, day, people } from './parts.schema.js';

/** What kind of place it is; empty where nobody declared one. */
const lodging = received((raw) => (raw === '' ? E.right(raw) : accept(code(), raw))).meta({
  description: 'What kind of place the child will live at, in a code; empty where none was declared.',
});

export const residenceToRegister: Received<ResidenceToRegister> = fields({
  bornOn: day,
  commune,
  lodging,
  consents: listOf(code()),
  people,
});

/** `returned` sends the file back to whoever wrote that field; nothing is refused to the citizen. */
export const residenceAnswer: Received<ResidenceAnswer> = z.discriminatedUnion(
  'outcome',
  [
    fields({ outcome: z.literal('registered'), entry: code(), registeredOn: day }),
    fields({ outcome: z.literal('refused'), reason: oneOf('ConsentMissing', 'PlaceBanned', 'NoLawfulPlace') }),
    fields({ outcome: z.literal('incomplete'), items: listOf(text()) }),
    fields({ outcome: z.literal('returned'), field: code() }),
  ],
  { error: 'one of: registered, refused, incomplete, returned' },
);
