/** What we say (thông điệp gửi đi): immediate replies, and the headers of requests and callbacks. */
import type { Instant } from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';
import {
  type Action,
  type CallbackAction,
  type HeaderReason,
  type Status,
  type TransportCode,
  VERSION,
} from './types.js';

/** Why a message was not taken, in words that tell nothing of its content. */
export const messageOf: Readonly<Record<TransportCode, string>> = {
  'err.request.bad': 'the message is not of the published form',
  'err.request.not_found': 'there is no such endpoint here',
  'err.sender_id.invalid': 'the sender is not registered here',
  'err.sender_uri.invalid': 'the callback address is not one that was registered for this sender',
  'err.receiver_id.invalid': 'the message is meant for another receiver',
  'err.signature.missing': 'the message is not signed',
  'err.signature.invalid': 'the signature does not hold, is too old, or its key is not known',
  'err.encryption.invalid': 'encrypted messages are not taken here',
  'err.service.unavailable': 'the service cannot answer now; ask again later',
};

const statusOf: Readonly<Record<TransportCode, number>> = {
  'err.request.bad': 400,
  'err.request.not_found': 404,
  'err.sender_id.invalid': 401,
  'err.sender_uri.invalid': 400,
  'err.receiver_id.invalid': 400,
  'err.signature.missing': 401,
  'err.signature.invalid': 401,
  'err.encryption.invalid': 400,
  'err.service.unavailable': 503,
};

export const jsonReply = (body: object, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });

/** `ACK`: taken, and an answer follows. `NACK`: taken, and nothing follows. */
export const ackReply = (ack: 'ACK' | 'NACK', at: Instant, correlation: string): Response =>
  jsonReply({ message: { ack_status: ack, timestamp: at, correlation_id: correlation } });

/** Says it in both published forms: that of a gateway (`errors`) and that of the registry (`message`). */
export const errReply = (code: TransportCode, at: Instant, correlation: string): Response => {
  const error = { code, message: messageOf[code] };
  const message = { ack_status: 'ERR', timestamp: at, correlation_id: correlation, error };
  return jsonReply({ message, errors: [error] }, statusOf[code]);
};

export type Told = Readonly<{ id: string; at: Instant; from: string; to: string; total: number }>;

export const requestHeaderOf = (action: Action, { id, at, from, to, total }: Told, uri?: string): JsonObject => ({
  version: VERSION,
  message_id: id,
  message_ts: at,
  action,
  sender_id: from,
  ...(uri === undefined ? {} : { sender_uri: uri }),
  receiver_id: to,
  total_count: total,
  is_msg_encrypted: false,
});

export const callbackHeaderOf = (
  action: CallbackAction,
  { id, at, from, to, total }: Told,
  status: Status,
  reason?: HeaderReason,
): JsonObject => ({
  version: VERSION,
  message_id: id,
  message_ts: at,
  action,
  status,
  ...(reason === undefined ? {} : { status_reason_code: reason }),
  total_count: total,
  completed_count: status === 'rjct' ? 0 : total,
  sender_id: from,
  receiver_id: to,
  is_msg_encrypted: false,
});
