/** The courier that rides a storm (bộ chuyển trong bão): a process that makes the rounds, killed as planned and started again. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Fault, Instant } from '@lienthong/core';
import type { Either } from '@lienthong/core/fp';
import type { Courier, Round } from '@lienthong/core/requests';
import type { About, Begin, FromCourier, ToCourier } from './storm-messages.js';

/** A kill, so many milliseconds into the round of that number, or into the first one after it that lasts so long. */
export type Kill = Readonly<{ round: number; afterMs: number }>;

export type Rider = Readonly<{
  courier: (about: About) => Courier;
  /** How long each round took, in milliseconds. */
  rounds: () => readonly number[];
  /** Kills that hit a round under way. */
  hits: () => number;
  end: () => Promise<void>;
}>;

const tell = (child: ChildProcess, message: ToCourier): void => void child.send(message);

/** The next message of this kind; `undefined` when the process is gone before. */
const hear = <K extends FromCourier['kind']>(
  child: ChildProcess,
  kind: K,
): Promise<Extract<FromCourier, { kind: K }> | undefined> =>
  new Promise((heard) => {
    const listen = (message: unknown): void => {
      if ((message as FromCourier).kind === kind) settle(message as Extract<FromCourier, { kind: K }>);
    };
    const gone = (): void => settle(undefined);
    const settle = (found: Extract<FromCourier, { kind: K }> | undefined): void => {
      child.off('message', listen).off('exit', gone);
      heard(found);
    };
    child.on('message', listen).on('exit', gone);
  });

/** `plan` is in the order of its rounds; a kill that comes too late for its round is tried in the next one. */
export const rider = (program: string, begin: Begin, plan: readonly Kill[]): Rider => {
  const start = (): ChildProcess =>
    fork(program, [], { execArgv: ['--no-warnings'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const kills = [...plan];
  const rounds: number[] = [];
  let hits = 0;
  /** One that has started already and waits to be told where to begin. */
  let spare: ChildProcess | undefined;
  let riding: ChildProcess | undefined;

  const ready = async (): Promise<ChildProcess> => {
    if (riding !== undefined) return riding;
    const next = spare ?? start();
    spare = kills.length > 0 ? start() : undefined;
    tell(next, { kind: 'begin', ...begin });
    if ((await hear(next, 'ready')) === undefined) throw new Error('the courier does not start');
    riding = next;
    return next;
  };

  /** One round, or as much of it as the plan lets it have. */
  const ride = async (about: About, now: Instant): Promise<Either<Fault, Round> | undefined> => {
    const child = await ready();
    const [kill] = kills;
    const due = kill !== undefined && kill.round <= rounds.length;
    const done = hear(child, 'done');
    const begun = hear(child, 'begun');
    tell(child, { kind: 'step', about, now });
    if ((await begun) === undefined) throw new Error('the courier has gone by itself');
    if (!due) return (await done)?.round;
    kills.shift();
    let struck = false;
    const strike = (): void => {
      struck = child.kill('SIGKILL');
    };
    const timer = kill.afterMs < 1 ? setImmediate(strike) : setTimeout(strike, kill.afterMs);
    const came = await done;
    clearTimeout(timer as NodeJS.Timeout);
    clearImmediate(timer as NodeJS.Immediate);
    if (came === undefined && struck) {
      hits += 1;
      riding = undefined;
      return undefined;
    }
    if (struck) {
      // It answered and died at once: the round was over, so this one does not count.
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      riding = undefined;
    }
    kills.unshift({ round: rounds.length + 1, afterMs: kill.afterMs / 2 });
    return came?.round;
  };

  const step = async (about: About, now: Instant): Promise<Either<Fault, Round>> => {
    const since = performance.now();
    for (;;) {
      const round = await ride(about, now);
      if (round === undefined) continue;
      rounds.push(performance.now() - since);
      return round;
    }
  };

  return {
    courier: (about) => ({ step: (now) => () => step(about, now) }),
    rounds: () => rounds,
    hits: () => hits,
    end: async () => {
      for (const child of [riding, spare]) {
        if (child === undefined || child.exitCode !== null || child.signalCode !== null) continue;
        const gone = once(child, 'exit');
        child.disconnect();
        await gone;
      }
    },
  };
};
