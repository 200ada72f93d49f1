/** The world of one run (thế giới mô phỏng): its clock and chance, its agencies, its agenda; both strands live in it. */
import { atInVietnam, type HandleEnv, type Instant } from '@lienthong/core';
import { type LawBook, workingCalendar } from '@lienthong/core/law';
import type { Courier } from '@lienthong/core/requests';
import { type Agencies, agencies, type Faults, officeHours, type VirtualClock } from '../agencies/index.js';
import { type Random, random } from '../random.js';
import type { Act, Surroundings } from './act.js';
import { type Agenda, createAgenda } from './agenda.js';
import { deskQueue } from './desk-queue.js';
import { createNotices, type Notices } from './notices.js';
import { remembering } from './remembering.js';
import type { Scenario } from './scenario.js';
import type { SimulationOptions } from './simulation.js';
import { HOUR, MINUTE } from './ticks.js';

const STREAMS_IN_MIND = 2_000;
const RETRIES = { firstMs: 10 * MINUTE, atMostMs: 4 * HOUR };

export type World = Readonly<{
  scenario: Scenario;
  seed: number;
  faults: Faults;
  law: LawBook;
  secret: string;
  clock: VirtualClock;
  chance: Random;
  /** The midnight the scenario begins with. */
  first: Instant;
  env: HandleEnv;
  agencies: Agencies;
  agenda: Agenda;
  notices: Notices;
  around: Surroundings;
  turnOf: (act: Pick<Act<unknown, unknown>, 'at' | 'desk'>) => Instant;
  /** How long the courier waits before it tries again. */
  backoff: (tries: number, key: string) => number;
  /** The courier that carries for a group: the one given, unless the run has it elsewhere. */
  courierOf: (about: 'births' | 'deaths', ours: Courier) => Courier;
}>;

/** Twice as long after each try, spread by chance. */
export const backoffOf =
  (chance: Random): World['backoff'] =>
  (tries, key) => {
    const spread = 0.75 + chance.split(`backoff/${key}/${tries}`).next() / 2;
    return Math.round(Math.min(RETRIES.firstMs * 2 ** (tries - 1), RETRIES.atMostMs) * spread);
  };

/** Everything a run consists of but its strands, built once from its options. */
export const worldOf = (options: SimulationOptions, faults: Faults): World => {
  const { scenario, seed, keys, law, clock, secret } = options;
  const journal = remembering(options.journal, STREAMS_IN_MIND);
  const chance = random(`${scenario.name}/${seed}`);
  const first = atInVietnam(scenario.from);
  const env = { journal, keys };
  const hours = officeHours(workingCalendar(law, scenario.to), scenario.shifts);
  const ours = agencies({
    clock,
    hours,
    faults,
    random: chance.split('agencies'),
    first,
    law,
    ...(options.weather && { weather: options.weather }),
  });
  const all = options.agenciesOf?.(ours) ?? ours;
  const agenda = createAgenda();
  const notices = createNotices({ agenda, env, clock });
  const around: Surroundings = {
    scenario,
    faults,
    hours,
    agencies: all,
    law,
    noticeOf: notices.of,
    luck: (view, about) => chance.split(`people/${view.caseId}/${about}`),
  };
  return {
    scenario,
    seed,
    faults,
    law,
    secret,
    clock,
    chance,
    first,
    env,
    agencies: all,
    agenda,
    notices,
    around,
    turnOf: deskQueue(hours),
    courierOf: options.courierOf ?? ((_, courier) => courier),
    backoff: backoffOf(chance),
  };
};
