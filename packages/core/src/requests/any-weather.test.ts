/**
 * Any schedule of loss, delay, repetition and reordering: an agency that honours keys or can be looked up acts once, one that
 * does neither at most once by machine, and every request reaches an end.
 */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { memoryJournal } from '../kernel/memory-journal.js';
import { instant, later } from '../values/plain-date.js';
import { createCourier } from './courier.js';
import { door } from './door.js';
import { agencyInWeather } from './harness/agency-in-weather.js';
import { keys, parcel, statusOf, want } from './harness/parcel.js';
import { anyWeather, MET, type Weather } from './harness/weather.js';
import type { Repeats } from './port.js';

const HOUR = 3_600_000;
/** Longer than any weather drawn, and any patience of the courier. */
const HOURS = 100;
/** Until whatever was still on its way has come. */
const AFTER = 12;
const limits = { atOnce: 3, giveUpAfterMs: 30 * HOUR, silenceMs: 4 * HOUR, silentAtMostMs: 48 * HOUR };
const START = instant('2023-07-10T01:00:00Z');
/** How often each thing must have been met in so many runs. */
const [OFTEN, MANY] = [20, 300];

const play = async (repeats: Repeats, weather: Weather, cases: number, scheduler: fc.Scheduler) => {
  if (E.isLeft(START)) throw new RangeError('no such moment');
  let now = START.right;
  const journal = memoryJournal({ clock: { now: () => now } });
  const agency = agencyInWeather(repeats, weather, scheduler, () => now);
  const names = Array.from({ length: cases }, (_, index) => `case ${index}`);
  for (const name of names) expect(await want(journal, name, now)).toBe(true);
  const courier = createCourier({
    journal,
    keys,
    kind: parcel,
    doors: {
      'issue-card': door(
        agency.desk,
        [],
        ({ request }) => request,
        (answer) => ({ answer }),
      ),
    },
    limits,
    backoff: (tries) => Math.min(tries, 5) * HOUR,
  });
  for (let hour = 0; hour < HOURS + AFTER; hour += 1) {
    now = later(now, HOUR);
    const round = await scheduler.waitFor(courier.step(now)());
    // Only what comes after the answer is not taken any more.
    const refused = E.isRight(round) ? round.right.notTaken.flatMap(({ reasons }) => reasons) : [round.left.kind];
    expect(refused.filter((reason) => reason !== 'RequestAnsweredAlready')).toEqual([]);
    // A look-up tells only what has arrived: nothing may be on its way there for longer than the courier waits to look.
    if (repeats === 'queryable' || hour >= HOURS) await scheduler.waitIdle();
  }
  const statuses = await Promise.all(names.map((name) => statusOf(journal, name)));
  return { effects: agency.effects, met: agency.met, holds: agency.holds(), statuses };
};

describe.each(['keyed', 'queryable', 'neither'] as const)('in any weather, at an agency that is %s', (repeats) => {
  const met = new Map<string, number>();
  const count = (what: string): void => void met.set(what, (met.get(what) ?? 0) + 1);
  let runs = 0;
  let seed = 0;

  it('effects happen once and every request reaches an end', () =>
    fc.assert(
      fc.asyncProperty(
        anyWeather,
        fc.integer({ min: 1, max: 4 }),
        fc.scheduler(),
        async (weather, cases, scheduler) => {
          const { effects, statuses, holds, met: seen } = await play(repeats, weather, cases, scheduler);
          runs += 1;
          for (const what of seen) count(what);
          if (statuses.includes('given-up')) count('request given up');
          expect(new Set(effects).size).toBe(effects.length);
          expect(statuses.filter((status) => status !== 'answered' && status !== 'given-up')).toEqual([]);
          expect(holds, 'replies that nobody took').toBe(0);
          expect(effects.length).toBeGreaterThanOrEqual(statuses.filter((status) => status === 'answered').length);
        },
      ),
      {
        reporter: (details) => {
          seed = details.seed;
          if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
        },
      },
    ));

  afterAll(() => {
    const reach = [...MET, 'request given up'].map((what) => [what, met.get(what) ?? 0] as const);
    console.log(`${repeats}, seed ${seed}, ${runs} runs: ${reach.map(([what, n]) => `${what} ${n}`).join(', ')}`);
    if (runs >= MANY) expect(reach.filter(([, n]) => n < OFTEN)).toEqual([]);
  });
});
