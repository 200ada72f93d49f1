/**
 * Plays a scenario in virtual time (mô phỏng): people file, officers work their hours, the couriers carry, the clock strikes,
 * agencies act and fail as told, until all is quiet. Births and deaths are two strands of one run, in one journal. Everything
 * that happens goes through it; nothing is scripted but people's habits. The same seed gives the same history.
 */
import { addDays, atInVietnam, dayOf, type Fault, type Instant, later, type OutcomeUnknown } from '@lienthong/core';
import { E, type TE } from '@lienthong/core/fp';
import { faultProfiles } from '../agencies/index.js';
import type { Task } from './agenda.js';
import { birthStrand } from './birth-strand.js';
import { readingOf } from './board.js';
import type { Books } from './books.js';
import { deathStrand } from './death-strand.js';
import { benefitsOf, type Figures, figuresOf } from './figures.js';
import { COURIER_LIMITS } from './limits.js';
import { reconcile } from './reconcile.js';
import type { Simulated, SimulationOptions } from './simulation.js';
import { type StuckRequests, stuckRequests } from './stuck.js';
import { earliest, upToTick } from './ticks.js';
import { worldOf } from './world.js';

type Shown = Figures & Readonly<{ stuckRequests: readonly StuckRequests[] }>;

/** Cases written side by side, so that a store may commit them together. */
const AT_ONCE = 64;

const inTurn = async (lane: readonly Task[]): Promise<void> => {
  for (const task of lane) await task.run();
};

export const simulate =
  (options: SimulationOptions): TE.TaskEither<Fault | OutcomeUnknown, Simulated> =>
  async () => {
    const { scenario, seed, clock, onProgress } = options;
    const { births: birthCount = scenario.births, deaths: deathCount = scenario.deaths } = options;
    const { name, faults } =
      typeof options.faults === 'string'
        ? { name: options.faults, faults: faultProfiles[options.faults] }
        : options.faults;
    const world = worldOf(options, faults);
    const { agenda, agencies, notices, first } = world;
    const closing = atInVietnam(addDays(scenario.to, 1));
    const horizon = atInVietnam(addDays(scenario.to, 1 + scenario.daysAfter));
    clock.moveTo(first);

    const refusedCommands: Record<string, number> = {};
    const refused = (reasons: readonly string[]): void => {
      for (const reason of reasons) refusedCommands[reason] = (refusedCommands[reason] ?? 0) + 1;
    };
    const births = birthStrand(world, birthCount, refused);
    const deaths = deathStrand(world, deathCount, refused);
    const strands = [births, deaths] as const;
    const { board: ofBirths } = births;
    const { board: ofDeaths } = deaths;
    const reading = readingOf(world.env.journal, [ofBirths.take, ofDeaths.take]);
    for (const { begin } of strands) begin();

    let broken: Fault | OutcomeUnknown | undefined;
    const suffer = (problem: Fault | OutcomeUnknown | undefined): void => {
      broken ??= problem;
    };
    const figures = (at: Instant): Shown => ({
      ...figuresOf({
        births: [...ofBirths.views.values()].map(({ state }) => state),
        deaths: [...ofDeaths.views.values()].map(({ state }) => state),
      }),
      stuckRequests: [
        ...stuckRequests(ofBirths.views.values(), agencies.desks, { at, silentMs: COURIER_LIMITS.births.silenceMs }),
        ...stuckRequests(ofDeaths.views.values(), agencies.deathDesks, {
          at,
          silentMs: COURIER_LIMITS.deaths.silenceMs,
        }),
      ],
    });
    let atClose: Shown | undefined;

    for (;;) {
      const next = earliest([agenda.nextAt(), agencies.nextAt(), ...strands.map(({ nextAt }) => nextAt())]);
      if (next === undefined || next >= horizon) break;
      // Replies held up by a spell wait for the next look, as does whatever was due before.
      const now = upToTick(next > clock.now() ? next : later(clock.now(), 1));
      if (now >= closing) atClose ??= figures(closing);
      clock.moveTo(now);

      const lanes = agenda.due(now);
      for (let from = 0; from < lanes.length; from += AT_ONCE) {
        await Promise.all(lanes.slice(from, from + AT_ONCE).map(inTurn));
      }
      for (const { keepTime } of strands) suffer(await keepTime(now));
      suffer(await reading.follow());
      const heard = (await options.onMoment?.(now)) ?? [];
      for (const { about, carry } of strands) suffer(await carry(now, heard.includes(about)));
      suffer(await reading.follow());
      for (const strand of strands) suffer(strand.broken());
      suffer(notices.broken());
      if (broken !== undefined) return E.left(broken);
      for (const { plan } of strands) plan(now);
      onProgress?.({
        now,
        total: birthCount + deathCount,
        filed: births.filed.length + deaths.filed.length,
        closed: ofBirths.closed() + ofDeaths.closed(),
      });
    }

    const inTime = (views: ReadonlyMap<string, Readonly<{ appliedAt: Instant }>>): number =>
      [...views.values()].filter(({ appliedAt }) => appliedAt >= first && appliedAt < closing).length;
    const received = { birth: inTime(ofBirths.views), death: inTime(ofDeaths.views) };
    const books: Books = {
      filed: [...births.filed, ...deaths.filed],
      births: ofBirths.views,
      deaths: ofDeaths.views,
      effects: agencies.effects(),
      residents: agencies.residents.all(),
    };
    options.onBooks?.(books);
    const { stuckRequests: stillStuck, ...atEnd } = figures(clock.now());
    return E.right({
      scenario: scenario.name,
      seed,
      faults: name,
      received: { total: received.birth + received.death, ...received },
      ...atEnd,
      ...reconcile(books),
      events: reading.events(),
      benefits: benefitsOf([...ofDeaths.views.values()].map(({ state }) => state)),
      at: { on: scenario.to, ...(atClose ?? { ...atEnd, stuckRequests: stillStuck }) },
      final: { on: dayOf(clock.now()), ...atEnd, stuckRequests: stillStuck },
      refusedCommands,
    });
  };
