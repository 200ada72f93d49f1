/**
 * How messages reach a registry (đường tới cơ quan hộ tịch): over a shared line, with its limits, breaker and certificates, or
 * by a `fetch` of one's own. A post that was sent and not answered may have been taken: that is said, not guessed.
 */

import type { Line } from '@lienthong/adapters-http';
import { type Fault, type OutcomeUnknown, unavailable } from '@lienthong/core';
import type { JsonValue } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import type { Envelope } from '../message/types.js';

export type Way = Readonly<{ line: Line }> | Readonly<{ address: string; fetch: typeof fetch; timeoutMs?: number }>;

export const REGISTRY_NAME = 'civil-registry';
export type Answer = Readonly<{ status: number; body: unknown }>;

const byLine = async (
  line: Line,
  path: string,
  envelope: Envelope,
): Promise<Either<Fault | OutcomeUnknown, Answer>> => {
  const body = JSON.parse(JSON.stringify(envelope)) as JsonValue;
  // Not repeatable: the same message id, sent again, is refused as a duplicate.
  const heard = await line.call({ purpose: 'dci', method: 'POST', path, body })();
  return E.isLeft(heard) ? heard : E.right({ status: heard.right.status, body: heard.right.body });
};

export const postBy =
  (way: Way) =>
  async (path: string, envelope: Envelope): Promise<Either<Fault | OutcomeUnknown, Answer>> => {
    if ('line' in way) return byLine(way.line, path, envelope);
    const { address, fetch: send, timeoutMs = 20_000 } = way;
    if (!URL.canParse(address)) return E.left(unavailable(REGISTRY_NAME, 'unreachable', false));
    try {
      const response = await send(`${address.replace(/\/$/, '')}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(envelope),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const body = (await response.json().catch(() => undefined)) as unknown;
      return E.right({ status: response.status, body });
    } catch {
      return E.left({ kind: 'OutcomeUnknown', system: REGISTRY_NAME });
    }
  };
