/** An arbitrary for every command of a birth case: right in form, and as a rule out of place. */
import type { BirthCommand } from '@lienthong/core/birth-case';
import fc from 'fast-check';
import {
  anyBirthRefusal,
  anyConsenter,
  anyDeclarationFacts,
  anyHold,
  anyLeg,
  anyPersonal,
  anyRequest,
  anyResidenceRefusal,
  anySpan,
} from './birth-facts.js';
import { anyCode, anyCodes, anyDate } from './facts.js';
import { anyEnvelope, applicationOrders, cause, extractOrders, nothing, requestOrders } from './shared-commands.js';

type Data<T extends BirthCommand['type']> = Extract<BirthCommand, { type: T }>['data'];

/** What each type orders; the compiler names a type that has none. */
const orders: { readonly [T in BirthCommand['type']]: fc.Arbitrary<Data<T>> } = {
  Apply: fc.record({ declaration: anyDeclarationFacts, personal: anyPersonal }),
  AttachBirthNotice: fc.record(
    { code: anyCode, signed: fc.boolean(), personal: anyPersonal },
    { requiredKeys: ['code', 'signed'] },
  ),
  ...applicationOrders(anyLeg, anySpan, anyPersonal),

  RequestPersonalNumber: nothing,
  RecordPersonalNumberObstacle: fc.record({ cause: anyHold }),
  ReplacePersonalNumber: fc.record({ cause: anyCode, index: anyCode, personal: anyPersonal }),
  RegisterBirth: fc.record({ holder: anyCode }),
  RefuseBirth: fc.record({ cause: anyBirthRefusal }),
  ...extractOrders,

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

  ...requestOrders(anyRequest, anyPersonal),
};

export const birthCommandTypes = Object.keys(orders) as readonly BirthCommand['type'][];

const envelope = anyEnvelope(anyLeg);

/** Any command of one type. */
export const anyBirthCommandOf = (type: BirthCommand['type']): fc.Arbitrary<BirthCommand> =>
  fc
    .tuple(envelope, orders[type] as fc.Arbitrary<object>)
    .map(([about, data]) => ({ ...about, type, data }) as BirthCommand);

export const anyBirthCommand: fc.Arbitrary<BirthCommand> = fc
  .constantFrom(...birthCommandTypes)
  .chain(anyBirthCommandOf);
