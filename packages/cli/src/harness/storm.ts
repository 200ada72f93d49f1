/**
 * A month in a storm (một tháng trong bão): the scenario over HTTP with the faults of a storm, its courier a process of its own; once
 * in peace, once with the courier killed at random moments of its rounds. Both times nothing may be lost or done twice, everything
 * must close once the faults are over, and the agencies must have done the same.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileInbox } from '@lienthong/adapters-http/inbox';
import { atInVietnam } from '@lienthong/core';
import { developmentKeys } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { pickDriver, sqliteJournal } from '@lienthong/store-sqlite';
import { random } from '@lienthong/testing';
import { type Effect, virtualClock } from '@lienthong/testing/agencies';
import { type Books, ngheAn2023, type Simulated, simulate } from '@lienthong/testing/scenarios';
import { playOverHttp } from '../sandbox/play-over-http.js';
import { type Kill, rider } from './storm-rider.js';

const env = process.env;
const KILLS = Number(env['LIENTHONG_KILLS'] ?? 100);
const SEED = Number(env['LIENTHONG_SEED'] ?? 1);
const BIRTHS = Number(env['LIENTHONG_BIRTHS'] ?? ngheAn2023.births);
const DEATHS = Number(env['LIENTHONG_DEATHS'] ?? ngheAn2023.deaths);
const [program = ''] = process.argv.slice(2);
/** Longer than a month is looked at else: money is paid by monthly lists, and given back by them. */
const scenario = { ...ngheAn2023, daysAfter: 240 };
/** Digests under another secret would be another month. */
const SECRET = 'only to play storms';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Played = Readonly<{
  month: Simulated;
  effects: readonly Effect[];
  rounds: readonly number[];
  hits: number;
  seconds: number;
}>;

const play = async (plan: readonly Kill[]): Promise<Played> => {
  const began = performance.now();
  const home = await mkdtemp(join(tmpdir(), 'lienthong-storm-'));
  const path = join(home, 'month.db');
  const inbox = join(home, 'inbox');
  const clock = virtualClock(atInVietnam(ngheAn2023.from));
  const driver = await pickDriver();
  if (E.isLeft(driver)) throw new Error('no driver');
  const journal = await sqliteJournal({ driver: driver.right, path, clock, durability: 'normal' })();
  if (E.isLeft(journal)) throw new Error(JSON.stringify(journal.left));
  const over = await playOverHttp(fileInbox(inbox));
  const riding = rider(program, { path, secret: SECRET, address: over.address, inbox, seed: String(SEED) }, plan);
  const closed: Books[] = [];
  try {
    const played = await simulate({
      scenario,
      seed: SEED,
      faults: 'storm',
      births: BIRTHS,
      deaths: DEATHS,
      journal: journal.right,
      keys: developmentKeys(SECRET),
      secret: SECRET,
      law: lawBook(),
      clock,
      agenciesOf: over.serve,
      courierOf: riding.courier,
      onMoment: over.onMoment,
      onBooks: (books) => void closed.push(books),
    })();
    if (E.isLeft(played)) throw new Error(JSON.stringify(played.left));
    const seconds = (performance.now() - began) / 1000;
    const { effects = [] } = closed[0] ?? {};
    return { month: played.right, effects, rounds: riding.rounds(), hits: riding.hits(), seconds };
  } finally {
    await riding.end();
    await over.close();
    await journal.right.close()();
    await rm(home, { recursive: true, force: true });
  }
};

/** How much of the time may be hit: one that comes too late must find another round. */
const HIT = 0.9;

/** Moments drawn evenly from the time that rounds took, so that a long round is hit more often than a short one. */
const planOf = (rounds: readonly number[], kills: number): readonly Kill[] => {
  const chance = random(`storm/${SEED}`);
  const all = rounds.reduce((sum, ms) => sum + ms, 0);
  const moments = Array.from({ length: kills }, () => chance.next() * all * HIT).toSorted((a, b) => a - b);
  const plan: Kill[] = [];
  let [round, before] = [0, 0];
  for (const moment of moments) {
    while (round < rounds.length - 1 && moment >= before + (rounds[round] ?? 0)) {
      before += rounds[round] ?? 0;
      round += 1;
    }
    plan.push({ round, afterMs: moment - before });
  }
  return plan;
};

/** Numbers that are given out in order of arrival. */
const SERIAL = new Set(['enter-birth', 'enter-death', 'register-residence', 'issue-card']);

/**
 * An officer who has waited long enough registers a child without its number, and whoever then holds the child is told of the number
 * later. Whether that was needed goes by the hour at which the number came, as the hour does by when the courier tried; in the end
 * everybody knows the number either way. That none of these is missing in its own run is what `lost` counts.
 */
const isLateNumber = ({ what }: Effect): boolean => what === 'personal-number taken';

/** What stands in the agencies' records, but for moments and serial numbers. */
const recordsOf = (effects: readonly Effect[]): readonly string[] =>
  effects
    .filter((effect) => !isLateNumber(effect))
    .map(({ agency, purpose, caseId, what }) => `${agency} ${purpose} ${caseId} ${SERIAL.has(purpose) ? 'done' : what}`)
    .toSorted();

const differing = (one: readonly string[], other: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const line of one) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of other) counts.set(line, (counts.get(line) ?? 0) - 1);
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([line, count]) => `${count > 0 ? 'only in peace' : 'only under kills'}: ${line}`);
};

let failed = false;
const holds = (what: string, true_: boolean): void => {
  say(`  ${true_ ? 'ok' : 'NOT'}  ${what}`);
  if (!true_) failed = true;
};

const tell = (name: string, { month, effects, rounds, hits, seconds }: Played): void => {
  const { received, byStatus, events, lost, duplicatedEffects, final, at, findings } = month;
  say(
    `${name}: ${received.total} = ${received.birth} births + ${received.death} deaths, ${events} events, ${effects.length} effects, ${rounds.length} rounds, ${hits} kills, ${seconds.toFixed(1)} s`,
  );
  for (const { agency, purpose, because, code = '', since, count } of at.stuckRequests)
    say(`  stuck at the close of ${at.on}: ${agency} ${purpose} ${because} ${code} since ${since} × ${count}`);
  holds(`received as asked`, received.birth === BIRTHS && received.death === DEATHS);
  holds(`lost = ${lost}, duplicatedEffects = ${duplicatedEffects}`, lost === 0 && duplicatedEffects === 0);
  for (const finding of findings.slice(0, 20)) say(`    ${JSON.stringify(finding)}`);
  holds(
    `all closed by ${final.on}: ${byStatus.open} open, ${byStatus.stuck} stuck, ${final.stuckRequests.length} lines of stuck requests`,
    byStatus.open === 0 && byStatus.stuck === 0 && final.stuckRequests.length === 0,
  );
  for (const stuck of final.stuckRequests) say(`    ${JSON.stringify(stuck)}`);
};

say(`nghe-an-2023 over HTTP, faults storm, seed ${SEED}, ${KILLS} kills`);
const peace = await play([]);
tell('without kills', peace);
const killed = await play(planOf(peace.rounds, KILLS));
tell('with kills', killed);
holds(`${killed.hits} kills hit a round under way, of ${KILLS} asked for`, killed.hits >= KILLS);
const different = differing(recordsOf(peace.effects), recordsOf(killed.effects));
holds(`the agencies' records are the same: ${different.length} lines differ`, different.length === 0);
const late = [peace, killed].map(({ effects }) => effects.filter(isLateNumber).length);
say(`      numbers told after the registration: ${late[0]} in peace, ${late[1]} under kills`);
for (const line of different.slice(0, 40)) say(`    ${line}`);
process.exitCode = failed ? 1 : 0;
