/** Arbitraries for the facts that events and commands of either group share. */
import { type Instant, instant, type Party, type Personal, type PlainDate } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import fc from 'fast-check';
import { anyInstant as anyInstantAtAll, anyPersonalNumber, anyPersonName, anyPlainDate } from '../people/index.js';

export const anyDate: fc.Arbitrary<PlainDate> = anyPlainDate;
/** A moment that can be written: the first hours of 1800 in Vietnam lie in 1799 by UTC, before the first day we read. */
export const anyInstant: fc.Arbitrary<Instant> = anyInstantAtAll.filter((at) => E.isRight(instant(at)));
export const anyDateOrNone: fc.Arbitrary<PlainDate | null> = fc.option(anyPlainDate, { nil: null });
export const anyCode: fc.Arbitrary<string> = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:/#+-]{0,20}$/);
export const anyCodes: fc.Arbitrary<readonly string[]> = fc.array(anyCode, { maxLength: 4 });
export const anyCount: fc.Arbitrary<number> = fc.oneof(fc.nat(20), fc.maxSafeNat());

export const oneOf = <const T extends string>(...codes: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...codes);

/** Requests as they are named within a case. */
export const anyRequestOf = (...purposes: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...purposes), fc.integer({ min: 1, max: 9 })).map(([purpose, nth]) => `${purpose}#${nth}`);
export const anySilence = oneOf(
  'unreachable',
  'login-refused',
  'timed-out',
  'busy',
  'read-only',
  'full',
  'corrupt',
  'newer-schema',
  'malformed-answer',
  'closed',
);
export const anyFailure = fc.oneof(anySilence, oneOf('outcome-unknown'));
export const anyWait = fc.oneof(anySilence, oneOf('asked-to-wait'));
export const anySlot = oneOf('leader', 'seal');

export const anyParty: fc.Arbitrary<Party> = fc.record(
  { id: anyCode, role: oneOf('applicant', 'civil-status-officer', 'commune-leader', 'courier'), unit: anyCode },
  { requiredKeys: ['id', 'role'] },
);

/** What an agency said: its outcome, and facts of its own. */
export const anyAnswer = fc
  .tuple(anyCode, fc.dictionary(anyCode, fc.oneof(anyCode, fc.nat(), fc.boolean(), fc.constant(null)), { maxKeys: 4 }))
  .map(([outcome, facts]) => ({ ...facts, outcome }));

/** Blocks to be sealed of these people, with names of every spelling. */
export const anyPersonalOf = (people: RegExp): fc.Arbitrary<Personal> =>
  fc.dictionary(
    fc.stringMatching(people),
    fc.record(
      {
        name: anyPersonName,
        personalNumber: anyPersonalNumber,
        bornOn: anyPlainDate,
        ethnicity: fc.string({ unit: 'grapheme', maxLength: 12 }),
        siblings: fc.array(fc.record({ name: anyPersonName }), { maxLength: 2 }),
        passport: fc.constant(null),
      },
      { requiredKeys: ['name'] },
    ),
    { maxKeys: 4, noNullPrototype: true },
  );
