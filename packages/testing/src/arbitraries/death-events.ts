/** An arbitrary for every event of a death case, with and without what is sealed or goes to the envelope. */
import type { DeathEvent } from '@lienthong/core/death-case';
import { DEATH_PURPOSES } from '@lienthong/core/requests';
import fc from 'fast-check';
import {
  anyAllowance,
  anyBenefit,
  anyBenefitLeg,
  anyBody,
  anyChannel,
  anyDeathDeclarationFacts,
  anyDeathLeg,
  anyDeathPersonal,
  anyDeathRefusal,
  anyDeathRequest,
  anyDeathSpan,
  anyFuneralClass,
  anyMode,
  anyPayer,
  anyRecord,
  anyRejection,
} from './death-facts.js';
import { anyCode, anyCodes, anyCount, anyDate, anyDateOrNone, oneOf } from './facts.js';
import { anyBeside, anyLawSet, applicationFacts, extractFacts, requestFacts } from './shared-events.js';

type Facts<T extends DeathEvent['type']> = Omit<Extract<DeathEvent, { type: T }>, 'type' | 'personal' | 'attribution'>;

const ended = oneOf('done', 'refused', 'withdrawn', 'not-reached', 'stopped', 'outside');
const anyConfidence = oneOf('official', 'secondary', 'inferred');

const anyWeighed = fc.record({
  of: anyCode,
  outcome: oneOf('paid', 'beside', 'not-paid'),
  amount: fc.option(anyCount, { nil: null }),
  because: fc.option(anyCode, { nil: null }),
  act: fc.option(anyCode, { nil: null }),
  article: fc.option(anyCode, { nil: null }),
  confidence: anyConfidence,
});

/** The facts of each type; the compiler names a type that has none. */
const facts: { readonly [T in DeathEvent['type']]: fc.Arbitrary<Facts<T>> } = {
  Applied: fc.record({ case: fc.uuid(), declaration: anyDeathDeclarationFacts }),
  DeathNoticeAttached: fc.record({
    code: anyCode,
    signed: fc.boolean(),
    form: anyCode,
    issuedOn: anyDate,
    outdated: fc.boolean(),
  }),
  LegStopped: fc.record({ leg: anyDeathLeg, cause: anyCode }),
  CaseClosed: fc.record({
    outcome: fc.record({ death: ended, residence: ended, funeral: ended, survivor: ended }, { requiredKeys: [] }),
  }),
  ...applicationFacts(anyDeathLeg, anyDeathSpan),

  DeathRegistered: fc.record({
    registeredOn: anyDate,
    book: anyCode,
    number: anyCount,
    commune: anyCode,
    locked: fc.boolean(),
    late: fc.boolean(),
  }),
  DeathRefused: fc.record({ cause: anyDeathRefusal }),
  IdentityMismatchFound: fc.constant({}),
  IdentityConfirmed: fc.record({ by: anyRecord }),

  ...extractFacts,

  ResidenceDeleted: fc.record({ entry: anyCode, deletedOn: anyDate, databases: anyCodes, minutes: fc.boolean() }),
  ResidenceRecordFoundIncomplete: fc.record({ items: anyCodes }),
  ResidenceRecordCompleted: fc.constant({}),
  NothingToDelete: fc.record({ cause: anyCode }),
  ResidenceReturnedUpstream: fc.record({ field: anyCode }),

  BenefitRouted: fc.record({
    leg: anyBenefitLeg,
    outcome: oneOf('routed', 'outside', 'none'),
    payers: fc.uniqueArray(anyPayer),
    class: fc.option(anyFuneralClass, { nil: null }),
    basis: anyCode,
  }),
  BenefitEndorsed: fc.record({ leg: anyBenefitLeg, by: anyBody }),
  BenefitDecided: fc.record({
    leg: anyBenefitLeg,
    benefit: anyBenefit,
    payer: anyPayer,
    way: oneOf('once', 'monthly'),
    amount: anyCount,
    decisionNo: anyCode,
    decidedOn: anyDate,
    law: anyLawSet,
    weighed: fc.array(anyWeighed, { maxLength: 4 }),
  }),
  BenefitRejected: fc.record({ leg: anyBenefitLeg, payer: anyPayer, cause: anyRejection }),
  BenefitToppedUp: fc.record({
    leg: anyBenefitLeg,
    benefit: anyBenefit,
    amount: anyCount,
    knownOn: anyDate,
    law: anyLawSet,
    confidence: anyConfidence,
  }),

  RelativesConsented: fc.record({ of: anyCode, mode: anyMode }),
  ConsentExpired: fc.record({ missing: anyCodes }),

  PayeeStated: fc.record({ channel: anyChannel }),
  BenefitPaid: fc.record({ benefit: anyBenefit, amount: anyCount, channel: anyChannel, paidOn: anyDate }),
  PaymentFailed: fc.record({ benefit: anyBenefit, amount: anyCount, cause: anyCode }),
  AllowanceStopped: fc.record({ allowance: anyAllowance, stoppedFrom: anyDateOrNone }),

  ...requestFacts(anyDeathRequest, oneOf(...DEATH_PURPOSES)),
};

export const deathEventTypes = Object.keys(facts) as readonly DeathEvent['type'][];

const beside = anyBeside(anyDeathPersonal);

/** Any event of one type. */
export const anyDeathEventOf = (type: DeathEvent['type']): fc.Arbitrary<DeathEvent> =>
  fc
    .tuple(facts[type] as fc.Arbitrary<object>, beside)
    .map(([said, more]) => ({ type, ...said, ...more }) as DeathEvent);

export const anyDeathEvent: fc.Arbitrary<DeathEvent> = fc.constantFrom(...deathEventTypes).chain(anyDeathEventOf);
