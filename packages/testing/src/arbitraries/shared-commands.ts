/** Arbitraries for what the commands order that either group has, and for who gives them. */
import type { Actor } from '@lienthong/core';
import { GUIDANCE } from '@lienthong/core/application';
import { ROLES } from '@lienthong/core/authority';
import fc from 'fast-check';
import {
  anyAnswer,
  anyCode,
  anyCodes,
  anyCount,
  anyDate,
  anyFailure,
  anyInstant,
  anyParty,
  anySlot,
  anyWait,
} from './facts.js';

export const nothing = fc.constant({});
export const cause = fc.record({ cause: anyCode });

export const extractOrders = {
  DraftExtract: nothing,
  ConfirmExtract: nothing,
  ReturnExtract: cause,
  SignExtract: nothing,
  SealExtract: nothing,
  TimestampExtract: nothing,
  RecordSigningFailure: fc.record({ slot: anySlot, cause: anyCode, safe: fc.boolean() }),
  PublishExtract: nothing,
  IssueExtractOnPaper: nothing,
  RecallExtract: cause,
};

export const applicationOrders = <L extends string, S extends string, P>(
  anyLeg: fc.Arbitrary<L>,
  anySpan: fc.Arbitrary<S>,
  anyPersonal: fc.Arbitrary<P>,
) => ({
  RecordFee: fc.record({ amount: anyCount, purpose: anyCode }),
  WithdrawLeg: fc.record({ leg: anyLeg }),
  WithdrawCase: nothing,
  ReceiveDossier: fc.record({ leg: anyLeg, agency: anyCode }),
  RequestSupplement: fc.record({ leg: anyLeg, items: anyCodes, cause: anyCode }),
  ProvideSupplement: fc.record(
    { leg: anyLeg, items: anyCodes, personal: anyPersonal },
    { requiredKeys: ['leg', 'items'] },
  ),
  RecordMissedDeadline: fc.record({ deadline: anyCode, dueOn: anyDate, duty: anyCode }),
  ReviseDeadline: fc.record({ span: anySpan, from: anyDate, to: anyDate, cause: anyCode }),
  SendApology: fc.record({ span: anySpan, cause: anyCode, newDate: anyDate }),
  DeliverResult: fc.record({ leg: anyLeg, channel: anyCode }),

  Escalate: fc.record({ about: anyCode, cause: anyCode }),
  GiveGuidance: fc.record({ about: anyCode, guidance: fc.constantFrom(...GUIDANCE) }),
  ResolveEscalation: fc.record({ about: anyCode, resolution: anyCode }),
  TakeUp: fc.record({ about: anyCode }),
  HandBack: fc.record({ about: anyCode }),
  RecordAlias: fc.record({ system: anyCode, code: anyCode }),
  RegisterCorrection: fc.record(
    { fields: anyCodes, registeredOn: anyDate, personal: anyPersonal },
    { requiredKeys: ['fields', 'registeredOn'] },
  ),
});

export const requestOrders = <P>(anyRequest: fc.Arbitrary<string>, anyPersonal: fc.Arbitrary<P>) => ({
  ResyncStatus: fc.record({ request: anyRequest }),
  RecordRequestSent: fc.record({ request: anyRequest, attempt: fc.integer({ min: 1, max: 99 }) }),
  RecordRequestAcknowledged: fc.record({ request: anyRequest, receivedAt: anyInstant, reference: anyCode }),
  RecordRequestDeferred: fc.record({ request: anyRequest, until: anyInstant, why: anyWait }),
  RecordRequestFailed: fc.record({ request: anyRequest, why: anyFailure }),
  RecordRequestGivenUp: fc.record({ request: anyRequest, why: anyFailure, lookFor: anyCode }),
  RecordProgress: fc.record({ request: anyRequest, step: anyCode, reason: anyCode, at: anyInstant }),
  RecordAnswer: fc.record(
    {
      request: anyRequest,
      answer: anyAnswer,
      answeredAt: anyInstant,
      receivedAt: anyInstant,
      by: anyParty,
      personal: anyPersonal,
    },
    { requiredKeys: ['request', 'answer', 'answeredAt', 'receivedAt', 'by'] },
  ),
});

const anyActor: fc.Arbitrary<Actor> = fc.record(
  {
    id: anyCode,
    role: fc.constantFrom(...ROLES),
    unit: anyCode,
    decidedBy: anyParty,
    confirmedBy: anyParty,
    helpedAt: anyCode,
    receivedAt: anyCode,
    competent: anyCode,
  },
  { requiredKeys: ['id', 'role'] },
);

/** All of a command but what it orders. */
export const anyEnvelope = (anyLeg: fc.Arbitrary<string>) =>
  fc.record(
    {
      id: fc.uuid(),
      at: anyInstant,
      actor: anyActor,
      onBehalfOf: anyParty,
      seen: fc.dictionary(anyLeg, fc.nat(), { maxKeys: 3, noNullPrototype: true }),
    },
    { requiredKeys: ['id', 'at', 'actor'] },
  );
