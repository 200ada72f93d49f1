/** Requests a payer would make, signed, for tests that alter them before they are sent. */
import type { JsonObject } from '@lienthong/core/evidence';
import { requestHeaderOf } from '../message/building.js';
import { signed } from '../message/signature.js';
import type { Action, Envelope } from '../message/types.js';
import { PAYER, REGISTRY, type Sides } from './two-sides.js';

export const bodies = {
  search: (sides: Sides, query: JsonObject = { type: 'UIN', value: '040323000123' }): JsonObject => ({
    transaction_id: sides.newId(),
    search_request: [
      {
        reference_id: sides.newId(),
        timestamp: sides.clock.now(),
        search_criteria: { query_type: 'idtype-value', query },
      },
    ],
  }),
  subscribe: (sides: Sides): JsonObject => ({
    transaction_id: sides.newId(),
    subscribe_request: [
      {
        reference_id: sides.newId(),
        timestamp: sides.clock.now(),
        subscribe_criteria: {
          reg_event_type: 'spdci-common:RegistryEventType:LiveBirth',
          filter: {},
          notify_record_type: 'spdci-extensions-crvs:CRVSPerson',
        },
      },
    ],
  }),
  unsubscribe: (sides: Sides): JsonObject => ({
    transaction_id: sides.newId(),
    timestamp: sides.clock.now(),
    subscription_codes: ['no-such-code'],
  }),
  'txn-status': (sides: Sides): JsonObject => ({
    transaction_id: sides.newId(),
    txnstatus_request: {
      reference_id: sides.newId(),
      txn_type: 'search',
      attribute_type: 'transaction_id',
      attribute_value: 'no-such-transaction',
    },
  }),
} as const satisfies Readonly<Record<Action, (sides: Sides) => JsonObject>>;

export const paths = {
  search: '/registry/search',
  subscribe: '/registry/subscribe',
  unsubscribe: '/registry/unsubscribe',
  'txn-status': '/registry/txn/status',
} as const satisfies Readonly<Record<Action, string>>;

type Other = Readonly<{ header?: JsonObject; message?: JsonObject; id?: string; goodFor?: number }>;

export const aMessage = (sides: Sides, action: Action, { header = {}, message, id, goodFor }: Other = {}) => {
  const at = sides.clock.now();
  const told = { id: id ?? sides.newId(), at, from: PAYER, to: REGISTRY, total: 1 };
  const envelope: Envelope = {
    header: { ...requestHeaderOf(action, told), ...header },
    message: message ?? bodies[action](sides),
  };
  return signed(envelope, PAYER, sides.theirs.secret, at, goodFor);
};
