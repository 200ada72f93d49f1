/** One attempt of a call: written, signed, sent, read and judged. Whatever goes wrong on the way is a value. */
import { E } from '@lienthong/core/fp';
import { signed } from '../signing/signing.js';
import { readBytes } from './bounded-body.js';
import type { Call } from './call.js';
import { judge } from './judge.js';
import type { Tokens } from './login.js';
import { nothingSent } from './network.js';
import type { Fetch, LineLimits, LineOptions } from './options.js';
import { fault, type Outcome, type Trouble, unknown } from './outcome.js';
import { waitFrom } from './retry-after.js';
import { traceparent } from './traceparent.js';

export type AttemptEnv = Readonly<{
  options: LineOptions;
  limits: LineLimits;
  fetch: Fetch;
  tokens: Tokens | undefined;
  chance: () => number;
  now: () => number;
}>;

/** Whether the request of the attempt under way may have been read by now. */
export type Progress = { sent: boolean };

/** The answer did not come, or not whole, after the request may have been read. */
export const lostOnTheWay = (agency: string, call: Call, code: 'timed-out' | 'unreachable'): Trouble =>
  call.method === 'GET'
    ? fault(agency, code, { again: true, away: true })
    : { ...unknown(agency, { away: true }), again: call.repeatable === true };

const addressOf = (base: string, path: string): string => `${base.replace(/\/+$/, '')}${path}`;

const headersOf = (call: Call, traceId: string, token: string | undefined, chance: () => number) => ({
  accept: 'application/json, application/problem+json',
  'accept-encoding': 'identity',
  traceparent: traceparent(traceId, chance),
  ...(call.body !== undefined && { 'content-type': call.contentType ?? 'application/json' }),
  ...(call.method === 'POST' && call.key !== undefined && { 'idempotency-key': call.key }),
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
});

const exchange = async (
  { options: { agency, base, signing }, limits, fetch, chance, now }: AttemptEnv,
  call: Call,
  traceId: string,
  token: string | undefined,
  signal: AbortSignal,
  progress: Progress,
): Promise<Outcome> => {
  try {
    const address = addressOf(base, call.path);
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    const plain = headersOf(call, traceId, token, chance);
    const what = { method: call.method, address, headers: plain, ...(body !== undefined && { body }) };
    const headers = signing === undefined ? plain : await signed(signing, what, now());
    // Throws here, before anything is sent, where an address or a header is none.
    new URL(address);
    const checked = Object.fromEntries(new Headers({ ...headers }));
    if (signal.aborted) return fault(agency, 'unreachable');
    progress.sent = true;
    const init: RequestInit = { method: call.method, headers: checked, redirect: 'manual', signal };
    const response = await fetch(address, body === undefined ? init : { ...init, body });
    const bytes = await readBytes(response, limits.answerBytes);
    const { status } = response;
    if (E.isLeft(bytes) && bytes.left === 'cut') return { ...lostOnTheWay(agency, call, 'unreachable'), status };
    if (E.isLeft(bytes)) {
      return call.method === 'GET' ? fault(agency, 'malformed-answer', { status }) : unknown(agency, { status });
    }
    return judge(agency, call, {
      status,
      contentType: response.headers.get('content-type'),
      bytes: bytes.right,
      waitMs: waitFrom(response.headers.get('retry-after'), now()),
    });
  } catch (error) {
    // Before anything was sent only our own settings can be wrong: a key that does not sign, an address that is none.
    if (!progress.sent) return fault(agency, 'unreachable', { retry: false });
    if (nothingSent(error)) return fault(agency, 'unreachable', { again: true, away: true });
    return lostOnTheWay(agency, call, 'unreachable');
  }
};

const refused = (outcome: Outcome): boolean =>
  outcome.kind === 'trouble' && outcome.status === 401 && outcome.problem.kind === 'Unavailable';

/** An attempt, with the one renewal that a refused token is granted. */
export const attempt = async (
  env: AttemptEnv,
  call: Call,
  traceId: string,
  signal: AbortSignal,
  progress: Progress,
): Promise<Outcome> => {
  const { tokens } = env;
  if (tokens === undefined) return exchange(env, call, traceId, undefined, signal, progress);
  const trouble = (problem: Trouble['problem']): Trouble => ({ kind: 'trouble', problem, again: false, away: false });
  const token = await tokens.get();
  if (E.isLeft(token)) return trouble(token.left);
  const first = await exchange(env, call, traceId, token.right, signal, progress);
  if (!refused(first)) return first;
  progress.sent = false;
  tokens.drop(token.right);
  const renewed = await tokens.get();
  if (E.isLeft(renewed)) return trouble(renewed.left);
  return exchange(env, call, traceId, renewed.right, signal, progress);
};
