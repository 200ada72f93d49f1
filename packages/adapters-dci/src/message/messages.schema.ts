/**
 * Messages as others send them (thông điệp nhận vào), read field by field. Fields we do not know are left alone, for the
 * standard lets implementers add some; what is required and missing is named.
 */
import { instant } from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';
import {
  count,
  flag,
  jsonObject,
  listOf,
  oneOf,
  optional,
  type Received,
  received,
  text,
} from '@lienthong/core/received';
import * as z from 'zod';
import {
  type CallbackHeader,
  type RequestHeader,
  type SearchRequest,
  STATUSES,
  type Status,
  type SubscribeRequest,
  type TxnStatusRequest,
  type UnsubscribeRequest,
} from './types.js';

const id = text(99);
const moment = received(instant);
const queryType = oneOf('idtype-value', 'expression', 'predicate', 'graphql');
const structure = z.custom<object>((raw) => typeof raw === 'object' && raw !== null, 'an object or a list');
const many = 1_000;

/** The three parts, before anything is known of the sender. */
export const envelopeParts: Received<Readonly<{ signature?: string; header: JsonObject; message?: JsonObject }>> =
  z.object({ signature: optional(z.string().max(2_000)), header: jsonObject, message: optional(jsonObject) });

export const requestHeader: Received<RequestHeader> = z.object({
  version: optional(text(20)),
  message_id: id,
  message_ts: moment,
  action: text(40),
  sender_id: text(200),
  sender_uri: optional(text()),
  receiver_id: optional(text(200)),
  total_count: count(),
  is_msg_encrypted: optional(flag),
});

export const callbackHeader: Received<CallbackHeader> = z.object({
  version: optional(text(20)),
  message_id: id,
  message_ts: moment,
  action: text(40),
  status: optional(oneOf(...STATUSES)),
  status_reason_code: optional(text(100)),
  total_count: optional(count()),
  completed_count: optional(count()),
  sender_id: text(200),
  receiver_id: optional(text(200)),
  is_msg_encrypted: optional(flag),
});

export const searchRequest: Received<SearchRequest> = z.object({
  transaction_id: id,
  search_request: listOf(
    z.object({
      reference_id: id,
      timestamp: moment,
      search_criteria: z.object({
        query_type: queryType,
        query: structure,
        sort: optional(listOf(z.object({ attribute_name: text(99), sort_order: optional(oneOf('asc', 'desc')) }), 10)),
        pagination: optional(z.object({ page_size: z.number(), page_number: optional(z.number()) })),
      }),
    }),
    many,
  ),
});

export const subscribeRequest: Received<SubscribeRequest> = z.object({
  transaction_id: id,
  subscribe_request: listOf(
    z.object({
      reference_id: id,
      timestamp: moment,
      subscribe_criteria: z.object({
        reg_event_type: text(200),
        filter_type: optional(queryType),
        filter: structure,
        notify_record_type: text(200),
        frequency: optional(structure),
      }),
    }),
    many,
  ),
});

export const unsubscribeRequest: Received<UnsubscribeRequest> = z.object({
  transaction_id: id,
  timestamp: moment,
  subscription_codes: listOf(id, many),
});

export const txnStatusRequest: Received<TxnStatusRequest> = z.object({
  transaction_id: id,
  txnstatus_request: z.object({
    reference_id: id,
    txn_type: oneOf('search', 'subscribe', 'unsubscribe'),
    attribute_type: oneOf('transaction_id', 'reference_id_list', 'correlation_id', 'subscription_code_list'),
    attribute_value: z.union([id, listOf(id, many)], { error: 'an id or a list of ids' }),
  }),
});

const status = oneOf(...STATUSES);
const reason = { status_reason_code: optional(text(100)), status_reason_message: optional(text(999)) };
const record = jsonObject;
const records = z
  .union([listOf(record, many), record], { error: 'a record or a list of records' })
  .transform((some): readonly JsonObject[] => (Array.isArray(some) ? some : [some as JsonObject]));

/** One page of what was found, or why nothing was looked for. */
export type SearchAnswer = Readonly<{
  transaction_id: string;
  correlation_id: string;
  search_response: readonly Readonly<{
    reference_id: string;
    status: Status;
    status_reason_code?: string;
    data?: Readonly<{ reg_records: readonly JsonObject[] }>;
    pagination?: Readonly<{ page_size: number; page_number: number; total_count: number }>;
  }>[];
}>;
export const searchAnswer: Received<SearchAnswer> = z.object({
  transaction_id: id,
  correlation_id: id,
  search_response: listOf(
    z.object({
      reference_id: id,
      timestamp: moment,
      status,
      ...reason,
      data: optional(z.object({ reg_records: records })),
      pagination: optional(z.object({ page_size: count(), page_number: count(), total_count: count() })),
    }),
    many,
  ),
});

export type SubscribeAnswer = Readonly<{
  transaction_id: string;
  correlation_id: string;
  subscribe_response: readonly Readonly<{
    reference_id: string;
    status: Status;
    status_reason_code?: string;
    subscriptions?: readonly Readonly<{ code: string; status: 'subscribe' | 'unsubscribe'; reg_event_type?: string }>[];
  }>[];
}>;
export const subscribeAnswer: Received<SubscribeAnswer> = z.object({
  transaction_id: id,
  correlation_id: id,
  subscribe_response: listOf(
    z.object({
      reference_id: id,
      timestamp: moment,
      status,
      ...reason,
      subscriptions: optional(
        listOf(
          z.object({
            code: id,
            status: oneOf('subscribe', 'unsubscribe'),
            timestamp: moment,
            reg_event_type: optional(text(200)),
          }),
          many,
        ),
      ),
    }),
    many,
  ),
});

export type UnsubscribeAnswer = Readonly<{
  transaction_id: string;
  correlation_id: string;
  status: Status;
  status_reason_code?: string;
  subscription_status?: readonly Readonly<{ code: string; status: 'subscribe' | 'unsubscribe' }>[];
}>;
export const unsubscribeAnswer: Received<UnsubscribeAnswer> = z.object({
  transaction_id: id,
  correlation_id: id,
  timestamp: moment,
  status,
  ...reason,
  subscription_status: optional(listOf(z.object({ code: id, status: oneOf('subscribe', 'unsubscribe') }), many)),
});

export type TxnStatusAnswer = Readonly<{
  transaction_id: string;
  correlation_id: string;
  txnstatus_response: Readonly<{ txn_type: 'search' | 'subscribe' | 'unsubscribe'; txn_status: JsonObject }>;
}>;
export const txnStatusAnswer: Received<TxnStatusAnswer> = z.object({
  transaction_id: id,
  correlation_id: id,
  txnstatus_response: z.object({ txn_type: oneOf('search', 'subscribe', 'unsubscribe'), txn_status: jsonObject }),
});

export type NotifyEvents = Readonly<{
  transaction_id: string;
  notify_event: readonly Readonly<{
    reference_id: string;
    data: Readonly<{ reg_event_type?: string; reg_record_type: string; reg_records: readonly JsonObject[] }>;
  }>[];
}>;
export const notifyEvents: Received<NotifyEvents> = z.object({
  transaction_id: id,
  notify_event: listOf(
    z.object({
      reference_id: id,
      timestamp: moment,
      data: z.object({ reg_event_type: optional(text(200)), reg_record_type: text(200), reg_records: records }),
    }),
    many,
  ),
});

/** The immediate reply. */
export type Ack = Readonly<{
  ack_status: 'ACK' | 'NACK' | 'ERR';
  correlation_id: string;
  error?: Readonly<{ code?: string }>;
}>;
export const ackReply: Received<Readonly<{ message: Ack }>> = z.object({
  message: z.object({
    ack_status: oneOf('ACK', 'NACK', 'ERR'),
    timestamp: moment,
    correlation_id: id,
    error: optional(z.object({ code: optional(text(100)) })),
  }),
});
