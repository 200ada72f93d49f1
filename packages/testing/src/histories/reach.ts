/** How far histories reach (R46): how many cases close, and how often each event, each reason and anything else named is met. */
import type { Command, DomainEvent } from '@lienthong/core';
import { expect } from 'vitest';
import { refused } from './case-laws.js';
import type { HistoryOf } from './play-out.js';

type Closing = Readonly<{ application: Readonly<{ phase: string }> }>;

/** `least` are those met least often, the least first. */
export type Reach = Readonly<{
  closed: number;
  commands: number;
  least: readonly (readonly [what: string, n: number])[];
}>;

export const reaching = <C extends Command, Ev extends DomainEvent, S extends Closing, R extends string>(
  named: readonly string[],
  others: (history: HistoryOf<C, Ev, S, R>) => readonly string[] = () => [],
) => {
  const seen = new Map<string, number>(named.map((what) => [what, 0]));
  const met = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
  let closed = 0;
  let commands = 0;
  return {
    look: (history: HistoryOf<C, Ev, S, R>): void => {
      if (history.state.application.phase === 'closed') closed += 1;
      commands += history.steps.length;
      for (const { type } of history.events) met(type);
      for (const { refusals } of refused(history)) for (const { reason } of refusals) met(reason);
      for (const what of others(history)) met(what);
    },
    reached: (): Reach => ({ closed, commands, least: [...seen].sort(([, a], [, b]) => a - b) }),
  };
};

/** Runs after which everything named must have been met, and how often. */
const MANY = 5_000;
const OFTEN = 20;

/** Tells the reach, and that it is enough; `beyond` are those that cannot be met, which are not met indeed. */
export const isFarEnough = ({ closed, commands, least }: Reach, runs: number, beyond: readonly string[]): void => {
  const within = least.filter(([what]) => !beyond.includes(what));
  const told = within.slice(0, 12).map(([what, n]) => `${what} ${n}`);
  console.log(`${runs} histories, ${commands} commands, ${closed} closed; least often: ${told.join(', ')}`);
  expect(closed / runs).toBeGreaterThan(0.2);
  expect(least.filter(([what, n]) => beyond.includes(what) && n > 0)).toEqual([]);
  if (runs >= MANY) expect(within.filter(([, n]) => n < OFTEN)).toEqual([]);
};
