/** Runs an outbox (chạy hộp thư đi) until it is stopped: hears and tells, each at its own pace. All decisions stand elsewhere. */
import { E } from '@lienthong/core/fp';
import type { Ending } from '@lienthong/core/subscriptions';
import { type Outbox, type OutboxEnv, outboxOf } from './outbox.js';

export type RunningOutbox = Readonly<{
  outbox: Outbox;
  /** Tells what waits as soon as it can, such as after somebody asked for a case again. */
  wake: () => void;
  /** Resolves when nothing is under way any more. */
  stop: () => Promise<Ending>;
  ended: Promise<Ending>;
}>;

export const runOutbox = (env: OutboxEnv): RunningOutbox => {
  const { clock, timers } = env;
  const outbox = outboxOf(env);
  const { rules } = outbox;
  let [stopped, troubles, asked] = [false, 0, false];
  let quietUntil = 0;
  let telling: Promise<void> | undefined;
  let callOff: (() => void) | undefined;

  const subscription = outbox.hear(false);

  /** Only who holds the lease tells; whoever lost it stays quiet. */
  const mayTell = (): boolean => {
    const { phase, leaseUntil } = subscription.state();
    if (phase !== 'running') return false;
    return rules.lease === null || (leaseUntil !== null && leaseUntil > Date.parse(clock.now()));
  };

  const later = (ms: number): void => {
    callOff?.();
    if (!stopped) callOff = timers.after(Math.max(1, ms), tellNow);
  };

  const pauseFor = (reasonedMs: number | undefined): number => {
    const usual = rules.troubles[Math.min(troubles, rules.troubles.length) - 1] ?? rules.poll;
    return Math.max(reasonedMs ?? 0, usual);
  };

  const round = async (): Promise<number> => {
    if (!mayTell()) return rules.poll;
    const told = await outbox.tell();
    if (E.isLeft(told) || told.right.trouble !== undefined) {
      troubles += 1;
      const ms = pauseFor(E.isRight(told) ? told.right.trouble?.waitMs : undefined);
      quietUntil = Date.parse(clock.now()) + ms;
      return ms;
    }
    troubles = 0;
    if (told.right.more) return 1;
    const { dueAt } = told.right;
    const until = dueAt === null ? rules.poll : Date.parse(dueAt) - Date.parse(clock.now());
    return Math.min(rules.poll, Math.max(1, until));
  };

  function tellNow(): void {
    if (stopped) return;
    if (telling !== undefined) {
      asked = true;
      return;
    }
    const quiet = quietUntil - Date.parse(clock.now());
    if (quiet > 0) {
      later(quiet);
      return;
    }
    asked = false;
    telling = round()
      .catch(() => rules.poll)
      .then((ms) => {
        telling = undefined;
        later(asked ? 1 : ms);
      });
  }

  later(1);
  const ended = subscription.ended.then(async (ending) => {
    stopped = true;
    callOff?.();
    await telling;
    return ending;
  });
  return {
    outbox,
    wake: tellNow,
    ended,
    stop: async () => {
      stopped = true;
      callOff?.();
      await telling;
      await subscription.stop();
      return ended;
    },
  };
};
