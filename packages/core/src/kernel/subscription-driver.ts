/**
 * Runs a subscription over its ports: does what the machine asks, and tells it what came of it. All that there is to decide
 * stands in subscription-step.ts; here are only promises.
 */
import { E, TE } from '../fp.js';
import type { Instant } from '../values/plain-date.js';
import type { StoredEvent } from './envelope.js';
import { type Fault, type OutcomeUnknown, unavailable } from './fault.js';
import type { Clock, Journal } from './journal.js';
import {
  type Ending,
  type HandlingFailure,
  newSubscription,
  type Port,
  type PortFailure,
  type Signal,
  type SubscriptionEffect,
  type SubscriptionInput,
  type SubscriptionRules,
  type SubscriptionState,
} from './subscription.js';
import { codeOfThrown, failureOf } from './subscription-reasons.js';
import { step } from './subscription-step.js';
import type { Lease, ViewFault } from './view-store.js';

/** Rings once after so many milliseconds, unless it is called off by what it answers. */
export type Timers = Readonly<{ after: (ms: number, ring: () => void) => () => void }>;

/** Where a consumer's checkpoint is kept, and its lease. */
export type Keeper = Readonly<{
  load: () => TE.TaskEither<ViewFault | OutcomeUnknown, string | null>;
  save: (
    expected: string | null,
    saving: NonNullable<SubscriptionState['saving']>,
  ) => TE.TaskEither<ViewFault | OutcomeUnknown, void>;
  lease: (now: Instant, until: Instant) => TE.TaskEither<ViewFault | OutcomeUnknown, Lease>;
  release: () => TE.TaskEither<ViewFault | OutcomeUnknown, void>;
}>;

/** `expected` is the checkpoint as it is kept; `to` the one that stands when this is done; `attempt` counts from 1. */
export type Handed = Readonly<{
  events: readonly StoredEvent[];
  expected: string | null;
  to: string;
  attempt: number;
}>;

export type Following = Readonly<{
  journal: Journal;
  keeper: Keeper;
  handle: (handed: Handed) => TE.TaskEither<HandlingFailure, void>;
  rules: SubscriptionRules;
  types?: readonly string[];
  streamPrefix?: string;
  clock: Clock;
  timers: Timers;
  onSignal?: (signal: Signal) => void;
}>;

export type Subscription = Readonly<{
  /** Hands out nothing more; resolves when no handler is at work and what they did is kept. */
  stop: () => Promise<Ending>;
  ended: Promise<Ending>;
  state: () => SubscriptionState;
}>;

type Said = SubscriptionInput extends infer I ? (I extends unknown ? Omit<I, 'now' | 'round'> : never) : never;

/** The end of the feed, with nothing of it read. */
const endOf = (journal: Journal): TE.TaskEither<Fault, string> => {
  const from = (after: string | undefined): TE.TaskEither<Fault, string> =>
    TE.flatMap(({ next, end }: Readonly<{ next: string; end: boolean }>) => (end ? TE.right(next) : from(next)))(
      journal.feed({ types: [], ...(after === undefined ? {} : { after }) }),
    );
  return from(undefined);
};

/** Whatever a port throws in spite of its type is a failure like any other. */
const caught = async <L, T>(work: TE.TaskEither<L, T>, thrown: (code: string) => L): Promise<E.Either<L, T>> => {
  try {
    return await work();
  } catch (error) {
    return E.left(thrown(codeOfThrown(error)));
  }
};

/** Asks the ports for what an effect wants, and says what the machine is then told. */
const asker = ({ journal, keeper, handle, rules, clock, types, streamPrefix }: Following) => {
  const filter = {
    ...(types === undefined ? {} : { types }),
    ...(streamPrefix === undefined ? {} : { streamPrefix }),
  };

  const asked = async <T>(
    port: Port,
    work: TE.TaskEither<Fault | ViewFault | OutcomeUnknown, T>,
    said: (answer: T) => Said,
  ): Promise<Said> => {
    const answer = await caught(TE.mapLeft(failureOf)(work), (reason): PortFailure => ({ reason, again: true }));
    return E.isLeft(answer) ? { type: 'port-failed', port, failure: answer.left } : said(answer.right);
  };

  const lease = async (): Promise<Said> => {
    const now = clock.now();
    const until = new Date(Date.parse(now) + (rules.lease ?? 0)).toISOString() as Instant;
    const held = await caught(keeper.lease(now, until), (): ViewFault => unavailable('lease', 'unreachable', true));
    if (E.isLeft(held) && held.left.kind === 'LeaseHeld') {
      return { type: 'lease-refused', until: Date.parse(held.left.until) };
    }
    return asked(
      'lease',
      async () => held,
      () => ({ type: 'leased', until: Date.parse(until) }),
    );
  };

  return async (effect: SubscriptionEffect): Promise<Said | undefined> => {
    switch (effect.do) {
      case 'lease':
        return lease();
      case 'release':
        await caught(TE.mapLeft(failureOf)(keeper.release()), (reason): PortFailure => ({ reason, again: false }));
        return undefined;
      case 'load':
        return asked('load', keeper.load(), (checkpoint) => ({ type: 'loaded', checkpoint }));
      case 'place':
        return asked('place', endOf(journal), (position) => ({ type: 'placed', position }));
      case 'read': {
        const { after, limit } = effect;
        const options = { ...filter, limit, ...(after === null ? {} : { after }) };
        return asked('read', journal.feed(options), (page) => ({ type: 'page', page }));
      }
      case 'hand': {
        const { work, expected } = effect;
        const handed = { events: work.events, to: work.to, expected, attempt: work.attempts };
        const done = await caught(handle(handed), (reason): HandlingFailure => ({ reason, again: true }));
        if (E.isRight(done)) return { type: 'handled', id: work.id };
        return { type: 'handling-failed', id: work.id, failure: done.left };
      }
      case 'save':
        return asked('save', keeper.save(effect.expected, effect.saving), () => ({ type: 'saved' }));
      case 'wait':
      case 'tell':
        return undefined;
    }
  };
};

/** Follows the journal until it is stopped, fails for good, or has caught up if that was all that was asked. */
export const follow = (env: Following): Subscription => {
  const { clock, timers, onSignal, journal } = env;
  const ask = asker(env);
  const alarms = new Map<string, () => void>();
  const waiting: SubscriptionInput[] = [];
  let state = newSubscription(env.rules);
  let stepping = false;
  let tellEnd: (ending: Ending) => void = () => undefined;
  const ended = new Promise<Ending>((tell) => {
    tellEnd = tell;
  });
  const unwatch = journal.watch?.(() => hear({ type: 'woke' }));

  let released: Promise<void> = Promise.resolve();

  /** Nobody hears of the end before the lease is given back. */
  const end = (ending: Ending): void => {
    unwatch?.();
    for (const callOff of alarms.values()) callOff();
    alarms.clear();
    void released.then(() => tellEnd(ending));
  };

  const ring = (timer: string, ms: number, round: number): void => {
    alarms.get(timer)?.();
    const said = { type: 'rang', timer } as const;
    alarms.set(
      timer,
      timers.after(ms, () => hear(said, round)),
    );
  };

  const perform = (effect: SubscriptionEffect): void => {
    if (effect.do === 'wait') {
      ring(effect.timer, effect.ms, effect.round);
      return;
    }
    if (effect.do === 'tell') {
      onSignal?.(effect.signal);
      if (effect.signal.is === 'ended') end(effect.signal.ending);
      return;
    }
    const answered = ask(effect).then((said) => {
      if (said !== undefined) hear(said, effect.round);
    });
    if (effect.do === 'release') released = answered;
  };

  function hear(said: Said, round = state.round): void {
    waiting.push({ ...said, now: Date.parse(clock.now()), round } as SubscriptionInput);
    if (stepping) return;
    stepping = true;
    for (let input = waiting.shift(); input !== undefined; input = waiting.shift()) {
      const [next, effects] = step(state, input);
      state = next;
      for (const effect of effects) perform(effect);
    }
    stepping = false;
  }

  hear({ type: 'start' });
  return {
    stop: () => {
      hear({ type: 'stop' });
      return ended;
    },
    ended,
    state: () => state,
  };
};
