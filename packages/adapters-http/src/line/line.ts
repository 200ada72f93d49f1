/** A line to one agency (đường truyền): calls go out guarded, and whatever comes back is an answer, a fault or "unknown". */
import type { Fault, OutcomeUnknown } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { type AttemptEnv, attempt, lostOnTheWay } from './attempt.js';
import type { Call, Heard, Line, LineNews } from './call.js';
import { tokensOf } from './login.js';
import { openNetwork } from './network.js';
import { LINE_LIMITS, type LineLimits, type LineOptions } from './options.js';
import { codeOf, fault, type Outcome, unknown } from './outcome.js';
import { guard } from './policies.js';
import { traceIdOf } from './traceparent.js';

const openEnv = (options: LineOptions, limits: LineLimits): AttemptEnv & Readonly<{ close: () => Promise<void> }> => {
  const { agency, tls, login, chance = Math.random, now = Date.now } = options;
  const network = options.fetch === undefined ? openNetwork(tls, limits) : undefined;
  const fetch = options.fetch ?? network?.fetch ?? globalThis.fetch;
  const tokens = login && tokensOf(login, { agency, fetch, now, limits });
  return { options, limits, fetch, tokens, chance, now, close: async () => network?.close() };
};

const settled = (outcome: Outcome): Either<Fault | OutcomeUnknown, Heard> =>
  outcome.kind === 'heard' ? E.right(outcome.heard) : E.left(outcome.problem);

const newsOf = (outcome: Outcome): Pick<LineNews, 'status' | 'code'> => {
  if (outcome.kind === 'heard') return { status: outcome.heard.status, code: 'ok' };
  const { status, problem } = outcome;
  return { ...(status !== undefined && { status }), code: codeOf(problem) };
};

export const createLine = (options: LineOptions): Line => {
  const limits: LineLimits = { ...LINE_LIMITS, ...options.limits };
  const { agency, observe } = options;
  const { close, ...env } = openEnv(options, limits);
  const guarded = guard(agency, limits, env.chance, env.now);
  let closed = false;

  const tell: Line['tell'] = (news) => {
    try {
      observe?.({ agency, ...news });
    } catch {
      // Whoever listens must not stop the line.
    }
  };

  const call = async (what: Call): Promise<Either<Fault | OutcomeUnknown, Heard>> => {
    if (closed) return settled(fault(agency, 'closed', { retry: false }));
    const traceId = traceIdOf(what.key, env.chance);
    const { purpose, method } = what;
    const told = (outcome: Outcome, nth: number, since: number): Outcome => {
      tell({ purpose, method, attempt: nth, traceId, ms: Math.max(0, env.now() - since), ...newsOf(outcome) });
      return outcome;
    };
    try {
      let since = env.now();
      let progress = { sent: false };
      let perhaps = false;
      /** Once an attempt may have arrived, no later one can say that nothing did. */
      const noted = (outcome: Outcome, nth: number): Outcome => {
        const came = told(outcome, nth, since);
        if (perhaps && came.kind === 'trouble') return { ...came, problem: unknown(agency).problem };
        perhaps = came.kind === 'trouble' && came.problem.kind === 'OutcomeUnknown';
        return came;
      };
      const outcome = await guarded(
        async (signal, nth) => {
          since = env.now();
          progress = { sent: false };
          const came = await attempt(env, what, traceId, signal, progress);
          return signal.aborted ? came : noted(came, nth);
        },
        (nth) => {
          const { sent } = progress;
          return noted(
            sent ? lostOnTheWay(agency, what, 'timed-out') : fault(agency, 'unreachable', { away: true }),
            nth,
          );
        },
      );
      return settled(perhaps && outcome.kind === 'trouble' ? unknown(agency) : outcome);
    } catch {
      // Nothing is known to come here; if something does, it was perhaps sent.
      return settled(method === 'GET' ? fault(agency, 'unreachable') : unknown(agency));
    }
  };

  return {
    agency,
    call: (what) => () => call(what),
    tell,
    close: async () => {
      closed = true;
      await close();
    },
  };
};
