/** The group of a birth: registration, permanent residence, the health card, the identity card. */
import type { LegName } from '@lienthong/core/application';
import type { Role } from '@lienthong/core/authority';
import {
  allowed,
  type BirthCase,
  type BirthCommand,
  type BirthEvent,
  type BirthReason,
  birthCaseKind,
  dueDates,
  outcomeOf,
  peopleOfBirth,
  recallCommand,
  submit,
} from '@lienthong/core/birth-case';
import { say } from '@lienthong/core/messages';
import { applyData, type ReceivedDeclaration, readCommand, readDeclaration } from '@lienthong/core/schema';
import type { LegStanding } from './group.js';
import { groupOf } from './group-of.js';
import { authority } from './places.js';

const roleOf = (relation: unknown): Role =>
  relation === 'mother' || relation === 'father'
    ? 'applicant'
    : relation === 'representative'
      ? 'representative'
      : 'relative';

const standing = (birth: BirthCase, leg: LegName): LegStanding => {
  const own = birth.application.declaration?.legs.find((each) => each === leg);
  const outcome = (own && outcomeOf(birth, own)) ?? null;
  return { outcome, decided: outcome === 'done' || outcome === 'refused', money: null };
};

export const births = groupOf<BirthCommand, BirthEvent, BirthCase, BirthReason, ReceivedDeclaration>({
  name: 'birth',
  kind: (book) => birthCaseKind(book, authority),
  recall: recallCommand,
  messages: say,

  readForm: readDeclaration,
  filer: ({ personal }) => {
    const { relation, personalNumber } = personal['applicant'] ?? {};
    return { personalNumber: String(personalNumber), role: roleOf(relation) };
  },
  application: (form, envelope, claimOf) => ({ ...envelope, type: 'Apply', data: applyData(form, claimOf) }),
  consents: ({ consents }) =>
    consents.map(({ from, mode }) => ({
      of: from,
      command: (envelope) => ({ ...envelope, type: 'RecordConsent', data: { from, mode } }),
    })),

  readCommand,
  submit,
  registers: 'RegisterBirth',

  standing,
  dueDates,
  allowed,
  deskOf: { 'residence-officer': 'residence', 'insurance-officer': 'card', 'identity-officer': 'identity-card' },
  people: peopleOfBirth,
});
