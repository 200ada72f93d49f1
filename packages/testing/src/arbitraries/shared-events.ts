/** Arbitraries for the facts of the events that either group has: of its file, its extract, its requests, its support. */
import fc from 'fast-check';
import {
  anyAnswer,
  anyCode,
  anyCodes,
  anyCount,
  anyDate,
  anyDateOrNone,
  anyFailure,
  anyInstant,
  anyParty,
  anySlot,
  anyWait,
} from './facts.js';

const extract = { extract: fc.integer({ min: 1, max: 9 }) };

export const anyLawSet = fc.record({
  release: anyCode,
  on: anyDate,
  knownOn: anyDate,
  hash: fc.stringMatching(/^[0-9a-f]{64}$/),
});

const anyLookFor = fc.string({ unit: 'grapheme' });

export const extractFacts = {
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
};

export const applicationFacts = <L extends string, S extends string>(
  anyLeg: fc.Arbitrary<L>,
  anySpan: fc.Arbitrary<S>,
) => ({
  FeePaid: fc.record({ amount: anyCount, purpose: anyCode }),
  LegWithdrawn: fc.record({ leg: anyLeg }),
  CaseWithdrawn: fc.constant({}),
  DossierReceived: fc.record({
    leg: anyLeg,
    receivedAt: anyInstant,
    countsFrom: anyDateOrNone,
    law: anyLawSet,
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

  Escalated: fc.record({ about: anyCode, cause: anyCode, lookFor: anyLookFor }, { requiredKeys: ['about', 'cause'] }),
  GuidanceGiven: fc.record({ about: anyCode, guidance: anyCode }),
  EscalationResolved: fc.record({ about: anyCode, resolution: anyCode }),
  TakenUp: fc.record({ about: anyCode, by: anyCode }),
  HandedBack: fc.record({ about: anyCode }),
  AliasRecorded: fc.record({ system: anyCode, code: anyCode }),
  CorrectionRegistered: fc.record({ fields: anyCodes, registeredOn: anyDate }),
});

export const requestFacts = <P extends string>(anyRequest: fc.Arbitrary<string>, anyPurpose: fc.Arbitrary<P>) => ({
  RequestIntended: fc.record(
    { request: anyRequest, purpose: anyPurpose, resumes: anyRequest },
    { requiredKeys: ['request', 'purpose'] },
  ),
  RequestSent: fc.record({ request: anyRequest, attempt: anyCount }),
  RequestAcknowledged: fc.record({ request: anyRequest, receivedAt: anyInstant, reference: anyCode }),
  RequestProgressed: fc.record({ request: anyRequest, step: anyCode, cause: anyCode }),
  RequestAnswered: fc.record({ request: anyRequest, answer: anyAnswer, answeredAt: anyInstant }),
  RequestDeferred: fc.record({ request: anyRequest, until: anyInstant, why: anyWait }),
  RequestFailed: fc.record({ request: anyRequest, why: anyFailure }),
  RequestGivenUp: fc.record({ request: anyRequest, why: anyFailure, lookFor: anyLookFor }),
  AnswerContradicted: fc.record({
    request: anyRequest,
    answer: anyAnswer,
    recorded: anyCode,
    answeredAt: anyInstant,
  }),
});

/** What is sealed, and what goes to the envelope. */
export const anyBeside = (anyPersonal: fc.Arbitrary<unknown>) =>
  fc.record(
    {
      personal: anyPersonal,
      attribution: fc.record({ decidedBy: anyParty, confirmedBy: anyParty, competent: anyCode }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
