/** An arbitrary for every event of a birth case, with and without what is sealed or goes to the envelope. */
import type { BirthEvent } from '@lienthong/core/birth-case';
import { BIRTH_PURPOSES } from '@lienthong/core/requests';
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
import { anyCode, anyCodes, anyCount, anyDate, anyDateOrNone, oneOf } from './facts.js';
import { anyBeside, applicationFacts, extractFacts, requestFacts } from './shared-events.js';

type Facts<T extends BirthEvent['type']> = Omit<Extract<BirthEvent, { type: T }>, 'type' | 'personal' | 'attribution'>;

const ended = oneOf('done', 'refused', 'withdrawn', 'not-reached');

/** The facts of each type; the compiler names a type that has none. */
const facts: { readonly [T in BirthEvent['type']]: fc.Arbitrary<Facts<T>> } = {
  Applied: fc.record({ case: fc.uuid(), declaration: anyDeclarationFacts }),
  BirthNoticeAttached: fc.record({ code: anyCode, signed: fc.boolean() }),
  CaseClosed: fc.record({
    outcome: fc.record({ birth: ended, residence: ended, card: ended, 'identity-card': ended }, { requiredKeys: [] }),
  }),

  ...applicationFacts(anyLeg, anySpan),

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

  ...extractFacts,

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

  ...requestFacts(anyRequest, oneOf(...BIRTH_PURPOSES)),
};

export const birthEventTypes = Object.keys(facts) as readonly BirthEvent['type'][];

const beside = anyBeside(anyPersonal);

/** Any event of one type. */
export const anyBirthEventOf = (type: BirthEvent['type']): fc.Arbitrary<BirthEvent> =>
  fc
    .tuple(facts[type] as fc.Arbitrary<object>, beside)
    .map(([said, more]) => ({ type, ...said, ...more }) as BirthEvent);

export const anyBirthEvent: fc.Arbitrary<BirthEvent> = fc.constantFrom(...birthEventTypes).chain(anyBirthEventOf);
