/** An arbitrary for every command of a death case: right in form, and as a rule out of place. */
import type { DeathCommand } from '@lienthong/core/death-case';
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
  anyMode,
  anyRecord,
  anyRejection,
  anyRelativeLabel,
} from './death-facts.js';
import { anyCode, anyDate } from './facts.js';
import { anyEnvelope, applicationOrders, cause, extractOrders, nothing, requestOrders } from './shared-commands.js';

type Data<T extends DeathCommand['type']> = Extract<DeathCommand, { type: T }>['data'];

/** In đồng; nothing at all is no payment. */
const anyAmount = fc.integer({ min: 1, max: 100_000_000 });

const onLeg = fc.record({ leg: anyBenefitLeg });

/** What each type orders; the compiler names a type that has none. */
const orders: { readonly [T in DeathCommand['type']]: fc.Arbitrary<Data<T>> } = {
  Apply: fc.record({ declaration: anyDeathDeclarationFacts, personal: anyDeathPersonal }),
  AttachDeathNotice: fc.record(
    { code: anyCode, signed: fc.boolean(), form: anyCode, issuedOn: anyDate, personal: anyDeathPersonal },
    { requiredKeys: ['code', 'signed', 'form', 'issuedOn'] },
  ),
  StopLeg: fc.record({ leg: anyDeathLeg, cause: anyCode }),
  ...applicationOrders(anyDeathLeg, anyDeathSpan, anyDeathPersonal),

  RegisterDeath: fc.record({ holder: anyCode }),
  RefuseDeath: fc.record({ cause: anyDeathRefusal }),
  ConfirmIdentity: fc.record({ by: anyRecord }),

  ...extractOrders,

  ForwardDeletion: nothing,
  CompleteResidenceRecord: nothing,
  DeleteResidence: fc.record({ entry: anyCode, deletedOn: anyDate, minutes: fc.boolean() }),
  RecordNothingToDelete: cause,

  RouteBenefit: onLeg,
  EndorseBenefit: fc.record({ leg: anyBenefitLeg, by: anyBody }),
  DecideBenefit: fc.record({ leg: anyBenefitLeg, decisionNo: anyCode, decidedOn: anyDate }),
  RejectBenefit: fc.record({ leg: anyBenefitLeg, cause: anyRejection }),
  TopUpBenefit: onLeg,

  RecordRelativesConsent: fc.record({ of: anyRelativeLabel, mode: anyMode }),
  ExpireConsent: nothing,

  StatePayee: fc.record({ channel: anyChannel, personal: anyDeathPersonal }),
  RecordPayment: fc.oneof(
    fc.record({
      outcome: fc.constant('paid' as const),
      benefit: anyBenefit,
      amount: anyAmount,
      channel: anyChannel,
      paidOn: anyDate,
    }),
    fc.record({ outcome: fc.constant('failed' as const), benefit: anyBenefit, amount: anyAmount, cause: anyCode }),
  ),
  RecordAllowanceStopped: fc.record({ allowance: anyAllowance }),

  ...requestOrders(anyDeathRequest, anyDeathPersonal),
};

export const deathCommandTypes = Object.keys(orders) as readonly DeathCommand['type'][];

const envelope = anyEnvelope(anyDeathLeg);

/** Any command of one type. */
export const anyDeathCommandOf = (type: DeathCommand['type']): fc.Arbitrary<DeathCommand> =>
  fc
    .tuple(envelope, orders[type] as fc.Arbitrary<object>)
    .map(([about, data]) => ({ ...about, type, data }) as DeathCommand);

export const anyDeathCommand: fc.Arbitrary<DeathCommand> = fc
  .constantFrom(...deathCommandTypes)
  .chain(anyDeathCommandOf);
