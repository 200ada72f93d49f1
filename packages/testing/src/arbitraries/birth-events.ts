/** An arbitrary for every event of a birth case, with and without what is sealed or goes to the envelope. */
import type { BirthEvent } from '@lienthong/core/birth-case';
import fc from 'fast-check';
import {
  anyAnswer,
  anyBirthRefusal,
  anyCode,
  anyCodes,
  anyConsenter,
  anyCount,
  anyDate,
  anyDateOrNone,
  anyDeclarationFacts,
  anyFailure,
  anyHold,
  anyInstant,
  anyLeg,
  anyParty,
  anyPersonal,
  anyRequest,
  anyResidenceRefusal,
  anySlot,
  anySpan,
  anyWait,
  oneOf,
} from './birth-facts.js';

type Facts<T extends BirthEvent['type']> = Omit<Extract<BirthEvent, { type: T }>, 'type' | 'personal' | 'attribution'>;

const extract = { extract: fc.integer({ min: 1, max: 9 }) };
const ended = oneOf('done', 'refused', 'withdrawn', 'not-reached');

/** The facts of each type; the compiler names a type that has none. */
const facts: { readonly [T in BirthEvent['type']]: fc.Arbitrary<Facts<T>> } = {
  Applied: fc.record({ case: fc.uuid(), declaration: anyDeclarationFacts }),
  BirthNoticeAttached: fc.record({ code: anyCode, signed: fc.boolean() }),
  FeePaid: fc.record({ amount: anyCount, purpose: anyCode }),
  LegWithdrawn: fc.record({ leg: anyLeg }),
  CaseWithdrawn: fc.constant({}),
  CaseClosed: fc.record({
    outcome: fc.record({ birth: ended, residence: ended, card: ended, 'identity-card': ended }, { requiredKeys: [] }),
  }),

  DossierReceived: fc.record({
    leg: anyLeg,
    receivedAt: anyInstant,
    countsFrom: anyDateOrNone,
    law: fc.record({
      release: anyCode,
      on: anyDate,
      knownOn: anyDate,
      hash: fc.stringMatching(/^[0-9a-f]{64}$/),
    }),
    rulebooks: anyCodes,
    agency: anyCode,
  }),
  SupplementRequested: fc.record({
    leg: anyLeg,
    items: anyCodes,
    cause: anyCode,
    round: anyCount,
    until: anyDateOrNone,
    breach: fc.boolean(),
  }),
  Supplemented: fc.record({ leg: anyLeg, items: anyCodes, at: anyInstant, countsFrom: anyDateOrNone }),
  AppointmentNotified: fc.record({ span: anySpan, dueOn: anyDateOrNone }),
  DeadlineMissed: fc.record({ deadline: anyCode, dueOn: anyDate, duty: anyCode }),
  DeadlineRevised: fc.record({ span: anySpan, from: anyDate, to: anyDate, cause: anyCode }),
  ApologySent: fc.record({ span: anySpan, cause: anyCode, newDate: anyDate }),
  ResultDelivered: fc.record({ leg: anyLeg, channel: anyCode }),

  Escalated: fc.record(
    { about: anyCode, cause: anyCode, lookFor: fc.string({ unit: 'grapheme' }) },
    { requiredKeys: ['about', 'cause'] },
  ),
  GuidanceGiven: fc.record({ about: anyCode, guidance: anyCode }),
  EscalationResolved: fc.record({ about: anyCode, resolution: anyCode }),

  PersonalNumberRequested: fc.constant({}),
  PersonalNumberAssigned: fc.record({ index: anyCode }),
  PersonalNumberDelayed: fc.record({ cause: anyHold }),
  PersonalNumberReplaced: fc.record({ cause: anyCode, index: anyCode }),
  BirthRegistered: fc.record({
    registeredOn: anyDate,
    book: anyCode,
    number: anyCount,
    commune: anyCode,
    withPersonalNumber: fc.boolean(),
    late: fc.boolean(),
  }),
  BirthRefused: fc.record({ cause: anyBirthRefusal }),
  CorrectionRegistered: fc.record({ fields: anyCodes, registeredOn: anyDate }),

  ExtractDrafted: fc.record({ ...extract, form: anyCode, drafter: anyCode, corrections: anyCount }),
  ExtractConfirmed: fc.record(extract),
  ExtractReturned: fc.record({ ...extract, cause: anyCode }),
  ExtractSigned: fc.record({ ...extract, signer: anyCode }),
  ExtractSealed: fc.record({ ...extract, signer: anyCode }),
  ExtractTimestamped: fc.record(extract),
  ExtractSigningFailed: fc.record({ ...extract, slot: anySlot, cause: anyCode, safe: fc.boolean() }),
  ExtractPublished: fc.record({ ...extract, signed: fc.boolean() }),
  ExtractIssuedOnPaper: fc.record(extract),
  ExtractReplaced: fc.record({ ...extract, by: anyCount }),
  ExtractRecalled: fc.record({ ...extract, cause: anyCode }),

  ConsentRecorded: fc.record({ from: anyConsenter, mode: anyCode }),
  ConsentExpired: fc.record({ from: anyConsenter }),
  VerificationOpened: fc.record({ cause: anyCode }),
  ResidenceRegistered: fc.record({ entry: anyCode, registeredOn: anyDate }),
  ResidenceRefused: fc.record({ cause: anyResidenceRefusal }),
  ResidenceReturnedUpstream: fc.record({ field: anyCode }),

  CardIssued: fc.record({ issuedOn: anyDate, validFrom: anyDate, validTo: anyDateOrNone }),
  CardRejected: fc.record({ cause: oneOf('CardDossierIncomplete'), items: anyCodes }),
  CardReturnedUpstream: fc.record({ field: anyCode }),

  IdentityCardIssued: fc.record({ issuedOn: anyDate }),
  IdentityCardRefused: fc.record({ cause: anyCode }),

  RequestIntended: fc.record(
    {
      request: anyRequest,
      purpose: oneOf(
        'assign-personal-number',
        'enter-birth',
        'register-residence',
        'issue-card',
        'issue-identity-card',
        'tell-residence',
        'tell-insurance',
        'tell-population',
      ),
      resumes: anyRequest,
    },
    { requiredKeys: ['request', 'purpose'] },
  ),
  RequestSent: fc.record({ request: anyRequest, attempt: anyCount }),
  RequestAcknowledged: fc.record({ request: anyRequest, receivedAt: anyInstant, reference: anyCode }),
  RequestProgressed: fc.record({ request: anyRequest, step: anyCode, cause: anyCode }),
  RequestAnswered: fc.record({ request: anyRequest, answer: anyAnswer, answeredAt: anyInstant }),
  RequestDeferred: fc.record({ request: anyRequest, until: anyInstant, why: anyWait }),
  RequestFailed: fc.record({ request: anyRequest, why: anyFailure }),
  RequestGivenUp: fc.record({ request: anyRequest, why: anyFailure, lookFor: fc.string({ unit: 'grapheme' }) }),
  AnswerContradicted: fc.record({
    request: anyRequest,
    answer: anyAnswer,
    recorded: anyCode,
    answeredAt: anyInstant,
  }),
};

export const birthEventTypes = Object.keys(facts) as readonly BirthEvent['type'][];

const beside = fc.record(
  {
    personal: anyPersonal,
    attribution: fc.record({ decidedBy: anyParty, confirmedBy: anyParty, competent: anyCode }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

/** Any event of one type. */
export const anyBirthEventOf = (type: BirthEvent['type']): fc.Arbitrary<BirthEvent> =>
  fc
    .tuple(facts[type] as fc.Arbitrary<object>, beside)
    .map(([said, more]) => ({ type, ...said, ...more }) as BirthEvent);

export const anyBirthEvent: fc.Arbitrary<BirthEvent> = fc.constantFrom(...birthEventTypes).chain(anyBirthEventOf);
