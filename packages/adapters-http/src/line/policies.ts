/** What stands between a call and the network: a bulkhead, retries within a budget, a breaker, a time limit. */
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhenResult,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
} from 'cockatiel';
import { retryBudget } from './budget.js';
import type { LineLimits } from './options.js';
import { fault, type Outcome } from './outcome.js';

type Attempt = (signal: AbortSignal, attempt: number) => Promise<Outcome>;
/** `lost` is what it comes to when the time is over before the attempt is. */
export type Guard = (attempt: Attempt, lost: (attempt: number) => Outcome) => Promise<Outcome>;

const asOutcome = (raw: unknown): Outcome | undefined =>
  typeof raw === 'object' && raw !== null && 'kind' in raw ? (raw as Outcome) : undefined;

export const guard = (agency: string, limits: LineLimits, chance: () => number, now: () => number): Guard => {
  const budget = retryBudget(limits.retryShare, limits.retrySavings);
  const pause = (nth: number): number =>
    Math.min(limits.retryPauseAtMostMs, limits.retryPauseMs * 2 ** (nth - 1)) * (1 - chance() / 2);
  const room = bulkhead(limits.atOnce, limits.waiting);
  const breaker = circuitBreaker(
    handleWhenResult((raw) => {
      const outcome = asOutcome(raw);
      return outcome?.kind === 'trouble' && outcome.away;
    }),
    { halfOpenAfter: limits.breakMs, breaker: new ConsecutiveBreaker(limits.breakAfter) },
  );
  let openedAt = 0;
  breaker.onBreak(() => {
    openedAt = now();
  });
  const clock = timeout(limits.timeoutMs, TimeoutStrategy.Aggressive);
  const retries = retry(
    handleWhenResult((raw) => {
      const outcome = asOutcome(raw);
      return outcome?.kind === 'trouble' && outcome.again;
    }),
    { maxAttempts: limits.retries, backoff: new DelegateBackoff(({ attempt }) => pause(attempt)) },
  );

  const once = async (attempt: Attempt, lost: (nth: number) => Outcome, nth: number): Promise<Outcome> => {
    try {
      return await breaker.execute(async () => {
        try {
          return await clock.execute(({ signal }) => attempt(signal, nth));
        } catch (error) {
          if (error instanceof TaskCancelledError) return lost(nth);
          throw error;
        }
      });
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      return fault(agency, 'unreachable', {
        waitMs: Math.max(1, Math.min(limits.breakMs, openedAt + limits.breakMs - now())),
      });
    }
  };

  return async (attempt, lost) => {
    budget.earn();
    try {
      return await room.execute(() =>
        retries.execute(async ({ attempt: before }) => {
          const outcome = await once(attempt, lost, before + 1);
          if (outcome.kind === 'heard' || !outcome.again || before >= limits.retries) return outcome;
          return budget.spend() ? outcome : { ...outcome, again: false };
        }),
      );
    } catch (error) {
      if (error instanceof BulkheadRejectedError) return fault(agency, 'busy');
      throw error;
    }
  };
};
