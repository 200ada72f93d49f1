/**
 * What every message must pass before anything is done (cửa kiểm tra thông điệp): form, sender, signature. Only after that is
 * it looked at as business, and what is wrong then is said in the answer's header, not here.
 */
import { type Malformed, msBetween } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { accept, type Received } from '@lienthong/core/received';
import { envelopeParts, requestHeader } from '../message/messages.schema.js';
import { verified } from '../message/signature.js';
import { type Action, type HeaderReason, type RequestHeader, type TransportCode, VERSION } from '../message/types.js';
import type { Env } from './options.js';
import { isTheirs, type Sender } from './senders.js';

export type Passed<M> = Readonly<{ header: RequestHeader; sender: Sender; message: M }>;

/** A body of bounded length, parsed; `undefined` for anything that is not JSON. */
export const bodyOf = async (request: Request, most: number): Promise<unknown> => {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > most || request.body === null) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength;
      if (length > most) return undefined;
      chunks.push(chunk);
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await new Blob(chunks as BlobPart[]).arrayBuffer());
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const bad = E.left<TransportCode>('err.request.bad');

export const passed = async <M>(
  env: Env,
  raw: unknown,
  schema: Received<M>,
): Promise<Either<TransportCode, Passed<M>>> => {
  const envelope = accept(envelopeParts, raw);
  if (E.isLeft(envelope) || envelope.right.message === undefined) return bad;
  const header: Either<Malformed, RequestHeader> = accept(requestHeader, envelope.right.header);
  if (E.isLeft(header)) return bad;
  const { sender_id, receiver_id, sender_uri, is_msg_encrypted } = header.right;
  const sender = env.senders.find(({ id }) => id === sender_id);
  if (sender === undefined) return E.left('err.sender_id.invalid');
  const signature = await verified(envelope.right, sender_id, sender.keys, env.clock.now());
  if (E.isLeft(signature)) return signature;
  if (receiver_id !== undefined && receiver_id !== env.id) return E.left('err.receiver_id.invalid');
  if (is_msg_encrypted === true) return E.left('err.encryption.invalid');
  if (sender_uri !== undefined && (sender.callback === undefined || !isTheirs(sender.callback, sender_uri))) {
    return E.left('err.sender_uri.invalid');
  }
  const message = accept(schema, envelope.right.message);
  return E.isLeft(message) ? bad : E.right({ header: header.right, sender, message: message.right });
};

const ACTIONS: readonly string[] = ['search', 'subscribe', 'unsubscribe', 'txn-status'] satisfies Action[];

/** What a well-formed message of a known sender may still be rejected for. */
export const headerObjection = (
  env: Env,
  header: RequestHeader,
  expected: Readonly<{ action: Action; count: number }>,
): HeaderReason | undefined => {
  const { version = VERSION, action, message_ts, total_count } = header;
  if (version !== VERSION) return 'rjct.version.invalid';
  if (!ACTIONS.includes(action)) return 'rjct.action.not_supported';
  if (action !== expected.action) return 'rjct.action.invalid';
  if (Math.abs(msBetween(message_ts, env.clock.now())) > env.limits.freshMs) return 'rjct.message_ts.invalid';
  if (Math.max(total_count, expected.count) > env.limits.requests) return 'rjct.total_count.limit_exceeded';
  return total_count === expected.count ? undefined : 'rjct.total_count.invalid';
};
