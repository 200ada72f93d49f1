/** People and places as forms write them, in either group: each value by its own rule. */
import * as z from 'zod';
import { E, type Either } from '../fp.js';
import { type Malformed, malformed } from '../values/malformed.js';
import { type PersonName, personName, TECHNICAL_LIMIT_OF_A_NAME_PART } from '../values/person-name.js';
import { personalNumber } from '../values/personal-number.js';
import { type Address, address, TECHNICAL_LIMIT_OF_A_LINE } from '../values/place.js';
import { instant } from '../values/plain-date.js';
import { code, date, fields, LINE, oneOf, optional, received, text } from './received.schema.js';

const part = z.string().max(TECHNICAL_LIMIT_OF_A_NAME_PART, { abort: true });
const line = z.string().max(TECHNICAL_LIMIT_OF_A_LINE, { abort: true });

/** Lifts a smart constructor of several fields; what it objects to keeps its place. */
const composed =
  <Raw, A>(read: (raw: Raw) => Either<Malformed, A>) =>
  (raw: Raw, context: z.core.ParsePayload): A => {
    const made = read(raw);
    if (E.isRight(made)) return made.right;
    const path = made.left.at === '' ? [] : [made.left.at];
    context.issues.push({ code: 'custom', message: made.left.expected, path, input: undefined });
    return z.NEVER;
  };

export const name = fields({ surname: optional(part), middle: optional(part), given: part }).transform(
  composed<Parameters<typeof personName>[0], PersonName>(personName),
);
export const place = fields({ commune: z.string().max(LINE, { abort: true }), line: optional(line) }).transform(
  composed<Parameters<typeof address>[0], Address>(address),
);
export const number = received(personalNumber);
export const moment = received(instant);
export const email = received((raw) => (/^[^@\s]+@[^@\s]+$/.test(raw) ? E.right(raw) : malformed('an e-mail address')));

export const paper = fields({
  kind: oneOf('identity-card', 'passport', 'other'),
  number: code(),
  issuedOn: optional(date),
  issuedBy: optional(text()),
});

export const commitment = fields({
  truthful: z.literal(true, { error: 'the statement that everything declared is true' }),
  at: moment,
});
