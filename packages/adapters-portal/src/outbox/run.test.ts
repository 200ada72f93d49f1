/** The runner under timers that a test lets ring: what it does of itself, and that it ends. */
import type { Instant } from '@lienthong/core';
import type { Timers } from '@lienthong/core/subscriptions';
import { memoryViewStore } from '@lienthong/core/subscriptions';
import { beforeAll, describe, expect, it } from 'vitest';
import { fakeTarget, law, type Played, play, replaying, someCases } from '../harness/played.js';
import { historyOf } from '../status/history.js';
import type { OutboxSignal } from './outbox.js';
import { runOutbox } from './run.js';

let played: Played;

beforeAll(async () => {
  played = await play(2, 1);
}, 240_000);

/** Time passes only when nothing else is to be done. */
const aWorld = async () => {
  let now = Date.parse('2027-01-01T00:00:00.000Z');
  const alarms = new Map<number, Readonly<{ at: number; ring: () => void }>>();
  let next = 0;
  const timers: Timers = {
    after: (ms, ring) => {
      const id = next;
      next += 1;
      alarms.set(id, { at: now + ms, ring });
      return () => void alarms.delete(id);
    },
  };
  const pass = async (until: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 2_000 && !until(); turn += 1) {
      await new Promise((done) => setImmediate(done));
      if (turn % 10 < 9) continue;
      const [first] = [...alarms].toSorted(([, one], [, other]) => one.at - other.at);
      if (first === undefined) continue;
      alarms.delete(first[0]);
      now = Math.max(now, first[1].at);
      first[1].ring();
    }
    expect(until()).toBe(true);
  };
  const clock = { now: () => new Date(now).toISOString() as Instant };
  const writing = replaying(someCases(played.events, 2));
  while (writing.more()) await writing.step();
  const views = memoryViewStore();
  const signals: OutboxSignal['is'][] = [];
  const target = fakeTarget();
  const run = (holder: string) =>
    runOutbox({
      journal: writing.journal,
      views,
      law,
      history: historyOf(writing.journal, law),
      clock,
      timers,
      holder,
      target: { name: 'portal', audience: 'portal', deliver: target.deliver },
      onSignal: (signal) => void signals.push(signal.is as OutboxSignal['is']),
    });
  return { pass, run, target, signals, alarms, elapsed: () => now };
};

describe('running an outbox', () => {
  it('tells all by itself, waits longer and longer for a target that is away, and leaves nothing behind', async () => {
    const { pass, run, target, signals, alarms } = await aWorld();
    target.weather.now = 'down';
    const running = run('one');
    await pass(() => signals.filter((is) => is === 'target-away').length >= 3);
    expect(target.got).toEqual([]);
    target.weather.now = 'up';
    await pass(() => signals.includes('told'));
    const { ended } = running;
    expect(await running.stop()).toEqual({ why: 'asked' });
    expect(await ended).toEqual({ why: 'asked' });
    expect(alarms.size).toBe(0);
  });

  it('leaves the telling to whoever holds the lease', async () => {
    const { pass, run, target, signals } = await aWorld();
    const one = run('one');
    await pass(() => signals.includes('told'));
    const told = target.got.length;
    const other = run('other');
    await pass(() => (signals as string[]).includes('standing-by'));
    expect(target.got.length).toBe(told);
    await one.stop();
    await other.stop();
  });
});
