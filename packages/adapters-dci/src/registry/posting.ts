/** Posting a signed message to somebody's callback (gửi thông điệp gọi lại); whatever goes wrong is a code. */
import { E, type Either } from '@lienthong/core/fp';
import { accept } from '@lienthong/core/received';
import { ackReply } from '../message/messages.schema.js';
import type { Envelope } from '../message/types.js';

export type NotPosted = Readonly<{ reason: 'unreachable' | 'not-taken' | 'malformed-answer' }>;

export const posted = async (
  send: typeof fetch,
  address: string,
  envelope: Envelope,
  timeoutMs: number,
): Promise<Either<NotPosted, void>> => {
  try {
    const response = await send(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(envelope),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = (await response.json().catch(() => undefined)) as unknown;
    const reply = accept(ackReply, body);
    if (!response.ok) return E.left({ reason: 'not-taken' });
    if (E.isLeft(reply)) return E.left({ reason: 'malformed-answer' });
    return reply.right.message.ack_status === 'ERR' ? E.left({ reason: 'not-taken' }) : E.right(undefined);
  } catch {
    return E.left({ reason: 'unreachable' });
  }
};
