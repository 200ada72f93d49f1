/** The words of the DCI registry API v1.0.0 (từ vựng của chuẩn DCI): envelope, header, actions, statuses. */
import type { Instant } from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';

export const VERSION = '1.0.0';

export type Action = 'search' | 'subscribe' | 'unsubscribe' | 'txn-status';
export type CallbackAction = 'on-search' | 'on-subscribe' | 'on-unsubscribe' | 'txn-on-status' | 'notify';

export const STATUSES = ['rcvd', 'pdng', 'succ', 'rjct'] as const;
export type Status = (typeof STATUSES)[number];

/** What the transport may object to; it never says anything of the business. */
export type TransportCode =
  | 'err.request.bad'
  | 'err.request.not_found'
  | 'err.sender_id.invalid'
  | 'err.sender_uri.invalid'
  | 'err.receiver_id.invalid'
  | 'err.signature.missing'
  | 'err.signature.invalid'
  | 'err.encryption.invalid'
  | 'err.service.unavailable';

/** What a callback header may be rejected for. */
export const HEADER_REASONS = [
  'rjct.version.invalid',
  'rjct.message_id.duplicate',
  'rjct.message_ts.invalid',
  'rjct.action.invalid',
  'rjct.action.not_supported',
  'rjct.total_count.invalid',
  'rjct.total_count.limit_exceeded',
  'rjct.errors.too_many',
] as const;
export type HeaderReason = (typeof HEADER_REASONS)[number];

export type SearchReason =
  | 'rjct.reference_id.invalid'
  | 'rjct.reference_id.duplicate'
  | 'rjct.search_criteria.invalid'
  | 'rjct.sort.invalid'
  | 'rjct.pagination.invalid'
  | 'rjct.search.too_many_records_found';

export type SubscribeReason =
  | 'rjct.reference_id.invalid'
  | 'rjct.reference_id.duplicate'
  | 'rjct.notify_types.invalid'
  | 'rjct.notify_details.invalid'
  | 'rjct.event.already_subscribed';

export type UnsubscribeReason =
  | 'rjct.reference_id.invalid'
  | 'rjct.subscription_code.invalid'
  | 'rjct.requester.invalid'
  | 'rjct.event.already_unsubscribed';

export type RequestHeader = Readonly<{
  version?: string;
  message_id: string;
  message_ts: Instant;
  action: string;
  sender_id: string;
  sender_uri?: string;
  receiver_id?: string;
  total_count: number;
  is_msg_encrypted?: boolean;
}>;

export type CallbackHeader = Readonly<{
  version?: string;
  message_id: string;
  message_ts: Instant;
  action: string;
  status?: Status;
  status_reason_code?: string;
  total_count?: number;
  completed_count?: number;
  sender_id: string;
  receiver_id?: string;
  is_msg_encrypted?: boolean;
}>;

/** A message as it goes over the wire. */
export type Envelope = Readonly<{ signature?: string; header: JsonObject; message?: JsonObject }>;

export type SearchItem = Readonly<{
  reference_id: string;
  timestamp: Instant;
  search_criteria: Readonly<{
    query_type: 'idtype-value' | 'expression' | 'predicate' | 'graphql';
    query: object;
    sort?: readonly Readonly<{ attribute_name: string; sort_order?: 'asc' | 'desc' }>[];
    pagination?: Readonly<{ page_size: number; page_number?: number }>;
  }>;
}>;
export type SearchRequest = Readonly<{ transaction_id: string; search_request: readonly SearchItem[] }>;

export type SubscribeItem = Readonly<{
  reference_id: string;
  timestamp: Instant;
  subscribe_criteria: Readonly<{
    reg_event_type: string;
    filter_type?: SearchItem['search_criteria']['query_type'];
    filter: object;
    notify_record_type: string;
    frequency?: object;
  }>;
}>;
export type SubscribeRequest = Readonly<{ transaction_id: string; subscribe_request: readonly SubscribeItem[] }>;

export type UnsubscribeRequest = Readonly<{
  transaction_id: string;
  timestamp: Instant;
  subscription_codes: readonly string[];
}>;

export type TxnType = 'search' | 'subscribe' | 'unsubscribe';
export type TxnStatusRequest = Readonly<{
  transaction_id: string;
  txnstatus_request: Readonly<{
    reference_id: string;
    txn_type: TxnType;
    attribute_type: 'transaction_id' | 'reference_id_list' | 'correlation_id' | 'subscription_code_list';
    attribute_value: string | readonly string[];
  }>;
}>;
