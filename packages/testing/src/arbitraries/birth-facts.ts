/** Arbitraries for the facts that events and commands of a birth case share. */
import { type Instant, instant, type Party, type PlainDate } from '@lienthong/core';
import type { BirthCommand, BirthEvent } from '@lienthong/core/birth-case';
import { E } from '@lienthong/core/fp';
import fc from 'fast-check';
import { anyInstant as anyInstantAtAll, anyPersonalNumber, anyPersonName, anyPlainDate } from '../people/index.js';

type Declaration = Extract<BirthEvent, { type: 'Applied' }>['declaration'];
type Personal = Extract<BirthCommand, { type: 'Apply' }>['data']['personal'];

export const anyDate: fc.Arbitrary<PlainDate> = anyPlainDate;
/** A moment that can be written: the first hours of 1800 in Vietnam lie in 1799 by UTC, before the first day we read. */
export const anyInstant: fc.Arbitrary<Instant> = anyInstantAtAll.filter((at) => E.isRight(instant(at)));
export const anyDateOrNone: fc.Arbitrary<PlainDate | null> = fc.option(anyPlainDate, { nil: null });
export const anyCode: fc.Arbitrary<string> = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:/#+-]{0,20}$/);
export const anyCodes: fc.Arbitrary<readonly string[]> = fc.array(anyCode, { maxLength: 4 });
export const anyCount: fc.Arbitrary<number> = fc.oneof(fc.nat(20), fc.maxSafeNat());

export const oneOf = <const T extends string>(...codes: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...codes);

export const anyLeg = oneOf('birth', 'residence', 'card', 'identity-card');
export const anySpan = oneOf('birth', 'residence', 'card', 'identity-card', 'whole');
export const anyRequest: fc.Arbitrary<string> = fc
  .tuple(oneOf('issue-card', 'enter-birth', 'tell-population'), fc.integer({ min: 1, max: 9 }))
  .map(([purpose, nth]) => `${purpose}#${nth}`);
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
export const anyHold = oneOf('SuspectedDuplicate', 'DataMismatch', 'Technical', 'NoAnswer');
export const anyConsenter = oneOf('owner', 'household-head', 'parent');
export const anyResidenceRefusal = oneOf('ConsentMissing', 'PlaceBanned', 'NoLawfulPlace');
export const anySlot = oneOf('leader', 'seal');
export const anyBirthRefusal = oneOf(
  'SupplementOverdue',
  'OutOfScope',
  'WrongAuthority',
  'BirthAlreadyRegistered',
  'ProofOfBirthMissing',
  'NameNotPermitted',
  'ContentConflict',
);

export const anyParty: fc.Arbitrary<Party> = fc.record(
  { id: anyCode, role: oneOf('applicant', 'civil-status-officer', 'commune-leader', 'courier'), unit: anyCode },
  { requiredKeys: ['id', 'role'] },
);

/** What an agency said: its outcome, and facts of its own. */
export const anyAnswer = fc
  .tuple(anyCode, fc.dictionary(anyCode, fc.oneof(anyCode, fc.nat(), fc.boolean(), fc.constant(null)), { maxKeys: 4 }))
  .map(([outcome, facts]) => ({ ...facts, outcome }));

/** Blocks to be sealed, with names of every spelling. */
export const anyPersonal: fc.Arbitrary<Personal> = fc.dictionary(
  fc.stringMatching(/^(child|mother|father|applicant|member-[1-9])$/),
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

const anyParent = fc.record(
  {
    known: fc.boolean(),
    residesIn: anyCode,
    residence: oneOf('permanent', 'temporary', 'none'),
    foreign: fc.boolean(),
  },
  { requiredKeys: ['known', 'residence', 'foreign'] },
);

export const anyDeclarationFacts: fc.Arbitrary<Declaration> = fc.record({
  legs: fc.uniqueArray(anyLeg, { minLength: 1, maxLength: 4 }),
  bornOn: anyPlainDate,
  sex: oneOf('male', 'female', 'undetermined'),
  birthOrder: fc.integer({ min: 1, max: 12 }),
  multiple: fc.integer({ min: 1, max: 12 }),
  bornAt: oneOf('facility', 'home', 'elsewhere'),
  proof: fc.oneof(
    fc.record({ kind: fc.constant('notice' as const), code: anyCode }),
    fc.record({ kind: oneOf('witness', 'pledge', 'none') }),
  ),
  mother: anyParent,
  father: anyParent,
  married: fc.boolean(),
  speciality: fc.option(
    oneOf(
      'foundling',
      'surrogacy',
      'father-acknowledged',
      'foreign-parent',
      'border-area',
      'stillbirth',
      'collective-household',
    ),
    { nil: null },
  ),
  authorities: fc.record(
    { birth: anyCode, residence: anyCode, card: anyCode, 'identity-card': anyCode },
    { requiredKeys: ['birth'] },
  ),
  lodging: fc.option(
    fc.record({
      with: oneOf('parents', 'mother', 'father', 'other'),
      owned: oneOf('own', 'not-own'),
      place: anyCode,
    }),
    { nil: null },
  ),
  firstCard: fc.boolean(),
  firstFacility: fc.option(anyCode, { nil: null }),
  channel: oneOf('desk', 'national-portal', 'vneid'),
  delivery: oneOf('electronic', 'desk', 'post'),
  claim: fc.stringMatching(/^[0-9a-f]{64}$/),
});
