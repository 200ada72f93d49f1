/** Arbitraries for the facts of a birth case. */
import type { Personal } from '@lienthong/core';
import type { BirthEvent } from '@lienthong/core/birth-case';
import fc from 'fast-check';
import { anyPlainDate } from '../people/index.js';
import { anyCode, anyPersonalOf, anyRequestOf, oneOf } from './facts.js';

type Declaration = Extract<BirthEvent, { type: 'Applied' }>['declaration'];

export const anyLeg = oneOf('birth', 'residence', 'card', 'identity-card');
export const anySpan = oneOf('birth', 'residence', 'card', 'identity-card', 'whole');
export const anyRequest = anyRequestOf('issue-card', 'enter-birth', 'tell-population');
export const anyHold = oneOf('SuspectedDuplicate', 'DataMismatch', 'Technical', 'NoAnswer');
export const anyConsenter = oneOf('owner', 'household-head', 'parent');
export const anyResidenceRefusal = oneOf('ConsentMissing', 'PlaceBanned', 'NoLawfulPlace');
export const anyBirthRefusal = oneOf(
  'SupplementOverdue',
  'OutOfScope',
  'WrongAuthority',
  'BirthAlreadyRegistered',
  'ProofOfBirthMissing',
  'NameNotPermitted',
  'ContentConflict',
);

export const anyPersonal: fc.Arbitrary<Personal> = anyPersonalOf(/^(child|mother|father|applicant|member-[1-9])$/);

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
