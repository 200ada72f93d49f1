/** The group of a death: registration, residence deletion, the funeral benefit, the survivor benefit. */

import type { LegName } from '@lienthong/core/application';
import type { Role } from '@lienthong/core/authority';
import { type BenefitName, benefitSettled } from '@lienthong/core/benefit';
import {
  allowedInDeath,
  type DeathCase,
  type DeathCommand,
  type DeathDeclaration,
  type DeathEvent,
  type DeathReason,
  deathCaseKind,
  dueDates,
  outcomeOf,
  peopleOfDeath,
  recallDeathCommand,
  submitToDeath,
} from '@lienthong/core/death-case';
import { sayOfDeath } from '@lienthong/core/messages';
import {
  deathApplyData,
  type ReceivedDeathDeclaration,
  readDeathCommand,
  readDeathDeclaration,
} from '@lienthong/core/schema';
import { type Money, money, sumOf } from '../readings/money.js';
import type { LegStanding } from './group.js';
import { groupOf } from './group-of.js';
import { authority } from './places.js';

/** The family declares for itself; an agency, or whoever holds a paper for it, in the name of others. */
const roles: Readonly<Record<DeathDeclaration['declarant'], Role>> = {
  spouse: 'applicant',
  child: 'applicant',
  parent: 'applicant',
  relative: 'relative',
  agency: 'representative',
  authorised: 'representative',
  officer: 'civil-status-officer',
};

/** What was decided on a leg that ends in money, and what was paid of it; `null` while nothing was decided. */
const moneyOf = ({ payments }: DeathCase, { decided }: DeathCase['funeral']): Money | null => {
  const benefits = Object.entries(decided) as readonly [BenefitName, NonNullable<(typeof decided)[BenefitName]>][];
  return benefits.length === 0
    ? null
    : sumOf(benefits.map(([benefit, { amount, toppedUp }]) => money(amount, toppedUp, payments.paid[benefit] ?? 0)));
};

const standing = (death: DeathCase, leg: LegName): LegStanding => {
  const asked = death.application.declaration?.legs.find((each) => each === leg);
  const outcome = (asked && outcomeOf(death, asked)) ?? null;
  const ended = outcome === 'done' || outcome === 'refused';
  if (asked !== 'funeral' && asked !== 'survivor') return { outcome, decided: ended, money: null };
  const own = death[asked];
  // A decision stands before the money comes, and is handed over before it.
  const decided = ended || (outcome === null && benefitSettled(own));
  return { outcome, decided, money: moneyOf(death, own) };
};

export const deaths = groupOf<DeathCommand, DeathEvent, DeathCase, DeathReason, ReceivedDeathDeclaration>({
  name: 'death',
  kind: (book) => deathCaseKind(book, authority),
  recall: recallDeathCommand,
  messages: sayOfDeath,

  readForm: readDeathDeclaration,
  filer: ({ declaration: { declarant, authorities }, personal }) => {
    const { personalNumber } = personal['applicant'] ?? {};
    const role = roles[declarant];
    const unit = declarant === 'officer' ? { unit: authorities.death } : {};
    return { personalNumber: String(personalNumber), role, ...unit };
  },
  application: (form, envelope, claimOf) => ({ ...envelope, type: 'Apply', data: deathApplyData(form, claimOf) }),
  consents: ({ consents }) =>
    consents.map(({ of, mode }) => ({
      of,
      command: (envelope) => ({ ...envelope, type: 'RecordRelativesConsent', data: { of, mode } }),
    })),

  readCommand: readDeathCommand,
  submit: submitToDeath,
  registers: 'RegisterDeath',

  standing,
  dueDates,
  allowed: allowedInDeath,
  deskOf: {
    'residence-officer': 'residence',
    'insurance-officer': 'funeral',
    'social-officer': 'funeral',
    'merit-officer': 'funeral',
  },
  people: peopleOfDeath,
});
