/** An arbitrary for every command of a birth case: right in form, and as a rule out of place. */
import type { Actor } from '@lienthong/core';
import { ROLES } from '@lienthong/core/authority';
import type { BirthCommand } from '@lienthong/core/birth-case';
import fc from 'fast-check';
import {
  anyAnswer,
  anyBirthRefusal,
  anyCode,
  anyCodes,
  anyConsenter,
  anyCount,
  anyDate,
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
} from './birth-facts.js';

type Data<T extends BirthCommand['type']> = Extract<BirthCommand, { type: T }>['data'];

const nothing = fc.constant({});
const cause = fc.record({ cause: anyCode });

/** What each type orders; the compiler names a type that has none. */
const orders: { readonly [T in BirthCommand['type']]: fc.Arbitrary<Data<T>> } = {
  Apply: fc.record({ declaration: anyDeclarationFacts, personal: anyPersonal }),
  AttachBirthNotice: fc.record(
    { code: anyCode, signed: fc.boolean(), personal: anyPersonal },
    { requiredKeys: ['code', 'signed'] },
  ),
  RecordFee: fc.record({ amount: anyCount, purpose: anyCode }),
  WithdrawLeg: fc.record({ leg: anyLeg }),
  WithdrawCase: nothing,
  ResyncStatus: fc.record({ request: anyRequest }),

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
  GiveGuidance: fc.record({ about: anyCode, guidance: anyCode }),
  ResolveEscalation: fc.record({ about: anyCode, resolution: anyCode }),

  RequestPersonalNumber: nothing,
  RecordPersonalNumberObstacle: fc.record({ cause: anyHold }),
  ReplacePersonalNumber: fc.record({ cause: anyCode, index: anyCode, personal: anyPersonal }),
  RegisterBirth: fc.record({ holder: anyCode }),
  RefuseBirth: fc.record({ cause: anyBirthRefusal }),
  RegisterCorrection: fc.record(
    { fields: anyCodes, registeredOn: anyDate, personal: anyPersonal },
    { requiredKeys: ['fields', 'registeredOn'] },
  ),

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

  ForwardResidence: nothing,
  RecordConsent: fc.record({ from: anyConsenter, mode: anyCode }),
  ExpireConsent: fc.record({ from: anyConsenter }),
  OpenVerification: cause,
  DecideResidence: fc.oneof(
    fc.record({ decision: fc.constant('register' as const), entry: anyCode, registeredOn: anyDate }),
    fc.record({ decision: fc.constant('refuse' as const), cause: anyResidenceRefusal }),
  ),

  ForwardCard: nothing,
  IssueCard: fc.record({ issuedOn: anyDate, personal: anyPersonal }),
  RejectCard: fc.record({ items: anyCodes }),
  ReturnCardUpstream: fc.record({ field: anyCode }),

  ForwardIdentityCard: nothing,
  DecideIdentityCard: fc.oneof(
    fc.record({ decision: fc.constant('issue' as const), issuedOn: anyDate }),
    fc.record({ decision: fc.constant('refuse' as const), cause: anyCode }),
  ),

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
};

export const birthCommandTypes = Object.keys(orders) as readonly BirthCommand['type'][];

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

const envelope = fc.record(
  {
    id: fc.uuid(),
    at: anyInstant,
    actor: anyActor,
    onBehalfOf: anyParty,
    seen: fc.dictionary(anyLeg, fc.nat(), { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: ['id', 'at', 'actor'] },
);

/** Any command of one type. */
export const anyBirthCommandOf = (type: BirthCommand['type']): fc.Arbitrary<BirthCommand> =>
  fc
    .tuple(envelope, orders[type] as fc.Arbitrary<object>)
    .map(([about, data]) => ({ ...about, type, data }) as BirthCommand);

export const anyBirthCommand: fc.Arbitrary<BirthCommand> = fc
  .constantFrom(...birthCommandTypes)
  .chain(anyBirthCommandOf);
