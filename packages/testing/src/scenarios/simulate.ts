/**
 * Plays a scenario in virtual time (mô phỏng): families file, officers work their hours, the courier carries, the clock strikes,
 * agencies act and fail as told, until all is quiet. Everything that happens goes through the journal; nothing is scripted but
 * people's habits. The same seed gives the same history.
 */
import {
  addDays,
  atInVietnam,
  caseId as caseIdOf,
  consequentId,
  dayOf,
  type Fault,
  handle,
  type Instant,
  type Journal,
  later,
  type OutcomeUnknown,
} from '@lienthong/core';
import {
  type Apply,
  apply,
  type BirthCommand,
  birthCaseKind,
  birthDoors,
  birthTimers,
  submit,
} from '@lienthong/core/birth-case';
import { birthNoticeKind } from '@lienthong/core/birth-notice';
import { blindIndex, type Keys } from '@lienthong/core/evidence';
import { E, type TE } from '@lienthong/core/fp';
import { type LawBook, workingCalendar } from '@lienthong/core/law';
import { createCourier, createTimekeeper } from '@lienthong/core/requests';
import { applyData } from '@lienthong/core/schema';
import {
  agencies as allAgencies,
  type FaultProfile,
  type Faults,
  faultProfiles,
  officeHours,
  spellAt,
  type VirtualClock,
} from '../agencies/index.js';
import { random } from '../random.js';
import type { Act, Surroundings } from './act.js';
import { createAgenda, type Task } from './agenda.js';
import { createBoard } from './board.js';
import type { CaseView } from './case-view.js';
import { communeOffice } from './commune-office.js';
import { deskQueue } from './desk-queue.js';
import { families, filedAgainAt } from './families.js';
import { type Figures, figuresOf } from './figures.js';
import { type Filing, filingsOf } from './filings.js';
import { type Books, type Finding, reconcile } from './reconcile.js';
import { remembering } from './remembering.js';
import type { Scenario } from './scenario.js';
import { supportTeam } from './support-team.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** People look up every ten minutes; what falls between happens at the next look. */
const TICK = 10 * MINUTE;
/** Cases written side by side, so that a store may commit them together. */
const AT_ONCE = 64;

const STREAMS_IN_MIND = 2_000;
const COURIER_LIMITS = { atOnce: 64, giveUpAfterMs: 30 * HOUR, silenceMs: 6 * HOUR, silentAtMostMs: 8 * 24 * HOUR };
const RETRIES = { firstMs: 10 * MINUTE, atMostMs: 4 * HOUR };
const PARTS = [...communeOffice, ...families, ...supportTeam];

export type SimulationOptions = Readonly<{
  scenario: Scenario;
  seed: number;
  faults: FaultProfile | Readonly<{ name: string; faults: Faults }>;
  journal: Journal;
  keys: Keys;
  law: LawBook;
  /** The clock the journal stamps with; the simulation moves it. */
  clock: VirtualClock;
  /** Secret of the keyed digests for claims and look-ups. */
  secret: string;
  /** Births received; the scenario's own number unless said. */
  births?: number;
  /** Given the books at the end, before they are compared. */
  onBooks?: (books: Books) => void;
  onProgress?: (progress: Readonly<{ now: Instant; filed: number; closed: number; total: number }>) => void;
}>;

export type Simulated = Figures &
  Readonly<{
    scenario: string;
    seed: number;
    faults: string;
    /** Applications of the scenario's days, counted in the journal. */
    received: Readonly<{ total: number; birth: number; death: number }>;
    lost: number;
    duplicatedEffects: number;
    events: number;
    /** At midnight after the scenario's last day. */
    at: Figures & Readonly<{ on: string }>;
    /** When all was quiet; the figures above are these. */
    final: Figures & Readonly<{ on: string }>;
    findings: readonly Finding[];
    /** Commands that the law refused, by reason. */
    refusedCommands: Readonly<Record<string, number>>;
  }>;

const upToTick = (at: Instant): Instant => {
  const ms = Date.parse(at);
  return later(at, Math.ceil(ms / TICK) * TICK - ms);
};
const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined =>
  moments.filter((at) => at !== undefined).toSorted()[0];
const inTurn = async (lane: readonly Task[]): Promise<void> => {
  for (const task of lane) await task.run();
};

/** Everything a run consists of, built once from its options. */
const worldOf = (options: SimulationOptions) => {
  const { scenario, seed, keys, law, clock, secret } = options;
  const journal = remembering(options.journal, STREAMS_IN_MIND);
  const { name, faults } =
    typeof options.faults === 'string'
      ? { name: options.faults, faults: faultProfiles[options.faults] }
      : options.faults;
  const chance = random(`${scenario.name}/${seed}`);
  const first = atInVietnam(scenario.from);
  const kind = birthCaseKind(law);
  const env = { journal, keys };
  const hours = officeHours(workingCalendar(law, scenario.to), scenario.shifts);
  const agencies = allAgencies({ clock, hours, faults, random: chance.split('agencies'), first });
  const courier = createCourier({
    ...env,
    kind,
    doors: birthDoors(agencies.desks, (number) => blindIndex(secret, 'personal-number', number)),
    limits: COURIER_LIMITS,
    backoff: (tries, key) => {
      const spread = 0.75 + chance.split(`backoff/${key}/${tries}`).next() / 2;
      return Math.round(Math.min(RETRIES.firstMs * 2 ** (tries - 1), RETRIES.atMostMs) * spread);
    },
  });
  const timekeeper = createTimekeeper({ ...env, kind, timers: birthTimers(law) });
  const board = createBoard(journal, kind);
  return { faultsName: name, faults, chance, first, kind, env, hours, agencies, courier, timekeeper, board };
};

export const simulate =
  (options: SimulationOptions): TE.TaskEither<Fault | OutcomeUnknown, Simulated> =>
  async () => {
    const { scenario, seed, clock, secret, onProgress } = options;
    const births = options.births ?? scenario.births;
    const { faultsName, faults, chance, first, kind, env, hours, agencies, courier, timekeeper, board } =
      worldOf(options);
    const noticeKind = birthNoticeKind(options.law);
    const closing = atInVietnam(addDays(scenario.to, 1));
    const horizon = atInVietnam(addDays(scenario.to, 1 + scenario.daysAfter));
    clock.moveTo(first);

    const agenda = createAgenda();
    const turnOf = deskQueue(hours);
    const planned = new Set<string>();
    const notices = new Map<string, Readonly<{ signed: boolean }>>();
    const casesOfNotice = new Map<string, readonly string[]>();
    const filed: string[] = [];
    const refusedCommands: Record<string, number> = {};
    let broken: Fault | OutcomeUnknown | undefined;

    const around: Surroundings = {
      scenario,
      faults,
      hours,
      agencies,
      noticeOf: (code) => notices.get(code),
      luck: (view, about) => chance.split(`people/${view.caseId}/${about}`),
    };

    const countRefused = (reasons: readonly string[]): void => {
      for (const reason of reasons) refusedCommands[reason] = (refusedCommands[reason] ?? 0) + 1;
    };

    const perform = async (id: string, act: Act): Promise<void> => {
      const view = board.views.get(id) as CaseView;
      const at = clock.now();
      if (act.wanted !== undefined && !act.wanted(view)) return;
      const order = typeof act.order === 'function' ? act.order(view, at) : act.order;
      if (order === undefined) {
        const about = act.name.split('/')[1] ?? '';
        board.note(id, ({ looks }) => ({ looks: { ...looks, [about]: (looks[about] ?? 0) + 1 } }));
        return;
      }
      const command = { id: consequentId(`${seed}/${id}/${act.name}`), at, actor: act.actor, ...order } as BirthCommand;
      const done = await submit(env, kind)(id, command)();
      if (E.isLeft(done)) broken = done.left;
      else if (E.isLeft(done.right)) {
        const reasons = done.right.left.map(({ reason }) => reason);
        countRefused(reasons);
        board.note(id, ({ refusals }) => ({ refusals: [...refusals, ...reasons] }));
      }
    };

    /** Looks at a case and puts down who does what next in it; an act of one name is put down once. */
    const plan = (id: string, now: Instant): void => {
      const view = board.views.get(id) as CaseView;
      for (const act of PARTS.flatMap((part) => part(view, now, around))) {
        const name = `${id} ${act.name}`;
        if (planned.has(name)) continue;
        planned.add(name);
        const turn = upToTick(turnOf(act));
        const at = turn > now ? turn : later(now, TICK);
        agenda.add({ at, lane: id, name: act.name, run: () => perform(id, act) });
      }
    };

    /** A family files; while the portal is away it tries again within the hour (F8, F13). */
    const file = async (filing: Filing, command: Apply, tries: number): Promise<void> => {
      const at = clock.now();
      const id = caseIdOf(command.id);
      if (spellAt(faults, 'portal', first, at) !== undefined) {
        const again = upToTick(later(at, (20 + 10 * (tries % 5)) * MINUTE));
        const run = (): Promise<void> => file(filing, command, tries + 1);
        agenda.add({ at: again, lane: id, name: `file/${tries + 1}`, run });
        return;
      }
      board.expect(id, filing);
      const done = await apply(env, kind)({ ...command, at })();
      if (E.isLeft(done)) broken = done.left;
      else if (E.isLeft(done.right)) countRefused(done.right.left.map(({ reason }) => reason));
      else if (!done.right.right.repeated) filed.push(id);
    };

    /** The hospital's notices of one birth; both applications for it, where there are two, wait for the same. */
    const notify = ({ notice, received: { declaration, personal } }: Filing, id: string): void => {
      if (notice === undefined) return;
      const known = casesOfNotice.get(notice.code);
      casesOfNotice.set(notice.code, [...(known ?? []), id]);
      if (known !== undefined) return;
      const { bornOn, sex } = declaration;
      const bornAt = atInVietnam(bornOn, chance.split(`born/${notice.code}`).int(0, 23) * HOUR);
      const named = (who: string) => ({ name: personal[who]?.['name'] ?? null });
      const birth = { ...notice, bornAt, bornOn, sex, personal: { child: named('child'), mother: named('mother') } };
      for (const { at, stream, command } of agencies.hospital.notify(birth)) {
        const run = async (): Promise<void> => {
          const done = await handle(env)(noticeKind)(stream, { ...command, at: clock.now() })();
          if (E.isLeft(done)) broken = done.left;
          notices.set(notice.code, { signed: command.data.signed });
          for (const waiting of casesOfNotice.get(notice.code) ?? []) board.note(waiting, () => ({}));
        };
        agenda.add({ at: upToTick(at), lane: stream, name: 'notice', run });
      }
    };

    for (const filing of filingsOf(scenario, faults, chance.split('families'), births)) {
      const { index, at, applicant, helpedAt, received, inScope } = filing;
      const id = consequentId(`${seed}/${scenario.name}/apply/${index}`);
      const actor = { id: applicant, role: 'applicant', ...(helpedAt !== undefined && { helpedAt }) };
      const data = applyData(received, (preimage) => blindIndex(secret, 'birth', preimage));
      const run = (): Promise<void> => file(filing, { id, type: 'Apply', at, actor, data }, 0);
      const lane = caseIdOf(id);
      agenda.add({ at: upToTick(at), lane, name: 'file/0', run });
      if (!inScope) continue;
      if (chance.split(`again/${index}`).chance(faults.F13.filedAgain)) {
        agenda.add({ at: upToTick(filedAgainAt(at)), lane, name: 'file/again', run });
      }
      notify(filing, lane);
    }

    let atClose: Figures | undefined;
    let courierAt: Instant | undefined;
    let timekeeperAt: Instant | undefined;
    const figures = (): Figures => figuresOf([...board.views.values()].map(({ state }) => state));
    const follow = async (): Promise<void> => {
      broken = (await board.follow()) ?? broken;
    };

    for (;;) {
      const next = earliest([agenda.nextAt(), courierAt, timekeeperAt, agencies.nextAt()]);
      if (next === undefined || next >= horizon) break;
      // Replies held up by a spell wait for the next look, as does whatever was due before.
      const now = upToTick(next > clock.now() ? next : later(clock.now(), 1));
      if (now >= closing) atClose ??= figures();
      clock.moveTo(now);

      const lanes = agenda.due(now);
      for (let from = 0; from < lanes.length; from += AT_ONCE) {
        await Promise.all(lanes.slice(from, from + AT_ONCE).map(inTurn));
      }
      if (timekeeperAt !== undefined && timekeeperAt <= now) {
        const ticked = await timekeeper.step(now)();
        if (E.isLeft(ticked)) return ticked;
        timekeeperAt = ticked.right.nextWakeAt;
      }
      await follow();
      const forCourier = earliest([courierAt, agencies.nextAt()]);
      if (board.isTouched() || (forCourier !== undefined && forCourier <= now)) {
        const round = await courier.step(now)();
        if (E.isLeft(round)) return round;
        for (const { command, reasons } of round.right.notTaken)
          countRefused(reasons.map((reason) => `${command}: ${reason}`));
        courierAt = round.right.nextWakeAt;
        await follow();
      }
      if (broken !== undefined) return E.left(broken);

      const touched = board.takeTouched();
      for (const id of touched) plan(id, now);
      if (touched.length > 0) timekeeperAt = earliest([timekeeperAt, atInVietnam(addDays(dayOf(now), 1))]);
      onProgress?.({ now, total: births, filed: filed.length, closed: board.counts().closed });
    }

    const inTime = [...board.views.values()].filter(
      ({ appliedAt }) => appliedAt >= first && appliedAt < closing,
    ).length;
    const books: Books = { filed, cases: board.views, effects: agencies.effects() };
    options.onBooks?.(books);
    const atEnd = figures();
    return E.right({
      scenario: scenario.name,
      seed,
      faults: faultsName,
      received: { total: inTime, birth: inTime, death: 0 },
      ...atEnd,
      ...reconcile(books),
      events: board.counts().events,
      at: { on: scenario.to, ...(atClose ?? atEnd) },
      final: { on: dayOf(clock.now()), ...atEnd },
      refusedCommands,
    });
  };
