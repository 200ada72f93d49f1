/** Callbacks (gửi trả kết quả): what is due is posted, signed, to whoever asked; what is not accepted stays on the shelf. */
import { E } from '@lienthong/core/fp';
import type { Fetch } from '../line/options.js';
import { type SigningOptions, signed } from '../signing/signing.js';
import type { RawDelivery } from '../wire/reply.js';
import type { Shelf } from './shelf.js';

/** `kept` stay for the next time. */
export type PostedReplies = Readonly<{ accepted: number; kept: number }>;

export type PostingEnv = Readonly<{
  signing: SigningOptions | undefined;
  fetch: Fetch;
  now: () => number;
  timeoutMs: number;
}>;

const send = async ({ signing, fetch, now, timeoutMs }: PostingEnv, address: string, delivery: RawDelivery) => {
  try {
    const body = JSON.stringify(delivery);
    const plain = { 'content-type': 'application/json' };
    const what = { method: 'POST', address, headers: plain, body };
    const headers = signing === undefined ? plain : await signed(signing, what, now());
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(address, { method: 'POST', headers, body, redirect: 'manual', signal });
    await answer.body?.cancel().catch(() => undefined);
    return answer.ok ? 'accepted' : 'refused';
  } catch {
    return 'nobody-there';
  }
};

export const postDue = async (
  env: PostingEnv,
  callback: string,
  path: string,
  shelf: Shelf,
): Promise<PostedReplies> => {
  const due = await shelf.due();
  if (E.isLeft(due)) return { accepted: 0, kept: 0 };
  const taken: string[] = [];
  for (const delivery of due.right) {
    const came = await send(env, `${callback.replace(/\/+$/, '')}${path}`, delivery);
    if (came === 'accepted') taken.push(delivery.receipt);
    if (came === 'nobody-there') break;
  }
  await shelf.letGo(taken);
  return { accepted: taken.length, kept: due.right.length - taken.length };
};
