import { realTimers } from '@lienthong/testing/view-contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { E, type TE } from '../fp.js';
import { COMMAND_ACCEPTED, type StoredEvent } from '../kernel/index.js';
import { type KeptRow, projectPage, readKept, stateKey } from '../kernel/project.js';
import { runView } from '../kernel/project-run.js';
import type { Row, ViewStore } from '../kernel/view-store.js';
import { addDays, dayOf, type Instant, later } from '../values/plain-date.js';
import type { Missing } from './between-registers.js';
import { birthViews } from './births.js';
import { deathViews } from './deaths.js';
import type { Due } from './due.js';
import { emptyViews, law, type Played, play, projection } from './harness/played.js';
import { caseQuestions } from './questions.js';
import type { AskedRequest } from './stuck-requests.js';
import type { WorkItem } from './work-list.js';

const right = async <L, T>(asked: TE.TaskEither<L, T>): Promise<T> => {
  const answer = await asked();
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  return answer.right;
};

let played: Played;
let streams: ReadonlyMap<string, readonly StoredEvent[]>;
let steps: readonly Step[];

const casesOf = (events: readonly StoredEvent[]): ReadonlyMap<string, readonly StoredEvent[]> => {
  const found = new Map<string, StoredEvent[]>();
  for (const event of events) {
    if (projection.keyOf(event) === undefined) continue;
    found.set(event.stream, [...(found.get(event.stream) ?? []), event]);
  }
  return found;
};

/** The view as it stood after the events recorded until an instant. */
const viewAsOf = async (until: string, { journal, clock }: Played = played): Promise<ViewStore> => {
  const views = emptyViews();
  const asOf = {
    ...journal,
    feed: (options: Parameters<typeof journal.feed>[0]) => async () => {
      const page = await journal.feed(options)();
      if (E.isLeft(page)) return page;
      const events = page.right.events.filter(({ recordedAt }) => recordedAt <= until);
      return E.right({ ...page.right, events });
    },
  };
  const env = {
    journal: asOf,
    views,
    projection,
    clock,
    timers: realTimers,
    holder: 'test',
    lease: null,
  };
  await runView(env, { once: true }).ended;
  return views;
};

/** The rows of a case as they stood before a command, with the record of the command. */
type Step = Readonly<{ record: StoredEvent; rows: readonly Row[] }>;

const stepsOf = function* (events: readonly StoredEvent[]): Generator<Step> {
  let kept: KeptRow = { state: null, derived: [] };
  let rows: readonly Row[] = [];
  let batch: StoredEvent[] = [];
  const take = (): void => {
    const [first] = batch;
    if (first === undefined) return;
    const { changes, parked } = projectPage(projection, batch, new Map([[first.stream, kept]]), first.recordedAt);
    expect(parked).toEqual([]);
    rows = changes.filter((change): change is Row => change.value !== null && !change.key.startsWith('='));
    kept = readKept(changes.find(({ key }) => key === stateKey(first.stream))?.value ?? undefined);
    batch = [];
  };
  for (const event of events) {
    if (event.type === COMMAND_ACCEPTED) {
      take();
      yield { record: event, rows };
    }
    batch.push(event);
  }
};

const under = <T>(rows: readonly Row[], prefix: string): readonly T[] =>
  rows.filter(({ key }) => key.startsWith(prefix)).map(({ value }) => value as unknown as T);

/** Moments of the run, ten of them. */
const moments = ({ events }: Played = played): readonly Instant[] =>
  Array.from({ length: 10 }, (_, index) => {
    const place = Math.floor(((index + 1) * (events.length - 1)) / 10);
    return (events[place] as StoredEvent).recordedAt;
  });

beforeAll(async () => {
  played = await play({ seed: 18, faults: 'field', births: 12, deaths: 10 });
  streams = casesOf(played.events);
  steps = [...streams.values()].flatMap((events) => [...stepsOf(events)]);
}, 120_000);

describe('the work list', () => {
  it('had on it whatever anybody then did to bring a case on', () => {
    const listed = new Set(
      [birthViews, deathViews].flatMap((views) =>
        views(law, { covers: () => true, holds: () => true }).tasks.flatMap(({ role, commands }) =>
          commands.map((command) => `${role} ${command}`),
        ),
      ),
    );
    const missed = new Map<string, number>();
    const done = new Map<string, number>();
    for (const { record, rows } of steps) {
      const { role, unit } = record.actor;
      const command = String(record.data['command']);
      if (!listed.has(`${role} ${command}`)) continue;
      const found = under<WorkItem>(rows, `work/`).some(
        (item) =>
          item.role === role &&
          (unit === undefined || item.unit === unit) &&
          item.acts.some((act) => act.command === command),
      );
      const count = found ? done : missed;
      count.set(`${role} ${command}`, (count.get(`${role} ${command}`) ?? 0) + 1);
    }
    expect(Object.fromEntries(missed)).toEqual({});
    const ofEach = [
      'civil-status-officer DraftExtract',
      'civil-status-officer RegisterBirth',
      'civil-status-officer RegisterDeath',
      'civil-status-officer RequestPersonalNumber',
      'clerk PublishExtract',
      'clerk SealExtract',
      'commune-leader SignExtract',
      'onestop-receptionist ReceiveDossier',
      'return-officer DeliverResult',
    ];
    expect([...done.keys()]).toEqual(expect.arrayContaining(ofEach));
  });

  it('is empty when everything is done, and is asked by unit and by role', async () => {
    expect(played.result.byStatus).toMatchObject({ open: 0, stuck: 0 });
    expect(await right(caseQuestions(await viewAsOf('9999')).workList())).toEqual([]);

    const { workList } = caseQuestions(await viewAsOf(moments()[3] as Instant));
    const all = await right(workList());
    expect(all.length).toBeGreaterThan(5);
    for (const unit of new Set(all.map((item) => item.unit))) {
      const own = all.filter((item) => item.unit === unit);
      expect(await right(workList(unit))).toEqual(own);
      const [role] = own.map((item) => item.role);
      expect(await right(workList(unit, role))).toEqual(own.filter((item) => item.role === role));
    }
  });
});

describe('what is due and overdue', () => {
  it('had on it every day that the timekeeper then found missed', () => {
    let found = 0;
    for (const { record, rows } of steps) {
      if (record.data['command'] !== 'RecordMissedDeadline') continue;
      const { deadline, dueOn, duty } = record.data['commandFacts'] as Readonly<Record<string, string>>;
      // Whoever declares late has missed that day before there was a case.
      if (deadline?.startsWith('declaring-') === true) continue;
      const due = under<Due>(rows, 'due/').filter((each) => each.dueOn === dueOn && each.duty === duty);
      expect(due, deadline).toHaveLength(1);
      expect(due[0] && due[0].dueOn < dayOf(record.occurredAt)).toBe(true);
      found += 1;
    }
    expect(found).toBeGreaterThan(3);
  }, 60_000);

  it('takes the day from whoever asks: what is due by a day and what is over by then are one list', async () => {
    let found = 0;
    for (const until of moments()) {
      const { due, overdue } = caseQuestions(await viewAsOf(until));
      const all = await right(due({}));
      found = Math.max(found, all.length);
      for (const unit of [undefined, ...new Set(all.map((each) => each.unit))]) {
        const own = unit === undefined ? all : all.filter((each) => each.unit === unit);
        const asked = unit === undefined ? {} : { unit };
        for (const on of new Set(own.flatMap(({ dueOn }) => [addDays(dueOn, -1), dueOn, addDays(dueOn, 1)]))) {
          expect(await right(overdue(on, unit))).toEqual(own.filter(({ dueOn }) => dueOn < on));
          expect(await right(due({ ...asked, from: on }))).toEqual(own.filter(({ dueOn }) => dueOn >= on));
          expect(await right(due({ ...asked, from: on, to: on }))).toEqual(own.filter(({ dueOn }) => dueOn === on));
        }
      }
    }
    expect(found).toBeGreaterThan(3);
    expect(await right(caseQuestions(await viewAsOf('9999')).due({}))).toEqual([]);
  }, 60_000);
});

describe('requests without an answer', () => {
  const named = (stream: string, request: unknown): string => `${stream} ${String(request)}`;

  it('are those that the journal has no answer to, and what was given up is stuck', async () => {
    const stormy = await play({ seed: 3, faults: 'storm', births: 6, deaths: 5 });
    let givenUp = 0;
    const givings = stormy.events.filter(({ type }) => type === 'RequestGivenUp').map(({ recordedAt }) => recordedAt);
    for (const until of [...moments(stormy), ...givings]) {
      const open = new Set<string>();
      const lost = new Set<string>();
      for (const { type, stream, data, recordedAt } of stormy.events) {
        const name = named(stream, data['request']);
        if (recordedAt > until) continue;
        if (type === 'RequestIntended') open.add(name);
        if (type === 'RequestIntended' && 'resumes' in data) open.delete(named(stream, data['resumes']));
        if (type === 'RequestIntended' && 'resumes' in data) lost.delete(named(stream, data['resumes']));
        if (type === 'RequestAnswered') open.delete(name);
        if (type === 'RequestAnswered') lost.delete(name);
        if (type === 'RequestGivenUp') lost.add(name);
      }
      const { requests, stuckRequests } = caseQuestions(await viewAsOf(until, stormy));
      const asked = (await right(requests())).filter(({ contradicted }) => !contradicted);
      expect(new Set(asked.map(({ stream, request }) => named(stream, request)))).toEqual(open);
      const stuck = await right(stuckRequests({ at: until as Instant, silentMs: Number.MAX_SAFE_INTEGER }));
      const dead = stuck.filter(({ because }) => because === 'given-up');
      expect(new Set(dead.map(({ stream, request }) => named(stream, request)))).toEqual(lost);
      givenUp += lost.size;
    }
    expect(givenUp).toBeGreaterThan(0);
  }, 60_000);

  it('are stuck once they have been silent for longer than whoever asks will have it', async () => {
    const until = moments()[4] as Instant;
    const { requests, stuckRequests } = caseQuestions(await viewAsOf(until));
    const asked: readonly AskedRequest[] = await right(requests());
    expect(asked.length).toBeGreaterThan(0);
    for (const { since, stream, request } of asked) {
      const isStuck = async (at: Instant): Promise<boolean> =>
        (await right(stuckRequests({ at, silentMs: 3_600_000 }))).some(
          (each) => each.stream === stream && each.request === request && each.because !== 'given-up',
        );
      expect(await isStuck(later(since, 3_600_000))).toBe(false);
      expect(await isStuck(later(since, 3_600_001))).toBe(true);
    }
  });
});

describe('who fell between the registers', () => {
  /** From the types and sums of the events alone. */
  const fallenBy = (until: string): ReadonlySet<string> => {
    const fallen = new Set<string>();
    for (const [stream, events] of streams) {
      const known = events.filter(({ recordedAt }) => recordedAt <= until);
      const has = (...types: readonly string[]): boolean => known.some(({ type }) => types.includes(type));
      const sum = (...types: readonly string[]): number =>
        known.filter(({ type }) => types.includes(type)).reduce((all, { data }) => all + Number(data['amount']), 0);
      if (has('BirthRegistered') && !has('ResidenceRegistered')) fallen.add(`without-residence ${stream}`);
      if (has('BirthRegistered') && !has('CardIssued')) fallen.add(`without-card ${stream}`);
      if (!has('DeathRegistered')) continue;
      if (!has('ResidenceDeleted', 'NothingToDelete')) fallen.add(`still-resident ${stream}`);
      if (sum('BenefitDecided', 'BenefitToppedUp') > sum('BenefitPaid')) fallen.add(`outstanding ${stream}`);
    }
    return fallen;
  };

  it('is whoever is in one register and not in the other, at each moment', async () => {
    const kinds = new Set<string>();
    for (const until of moments()) {
      const { betweenRegisters } = caseQuestions(await viewAsOf(until));
      const all: readonly Missing[] = await right(betweenRegisters());
      const told = all.filter(({ kind, cause }) => kind !== 'unpaid' || cause === 'outstanding');
      const names = told.map(({ kind, stream }) => `${kind === 'unpaid' ? 'outstanding' : kind} ${stream}`);
      expect(new Set(names)).toEqual(fallenBy(until));
      for (const { kind } of all) kinds.add(kind);
      for (const commune of new Set(all.map((each) => each.commune))) {
        const own = all.filter((each) => each.commune === commune);
        expect(await right(betweenRegisters({ commune }))).toEqual(own);
        const [kind] = own.map((each) => each.kind);
        if (kind !== undefined) {
          expect(await right(betweenRegisters({ commune, kind }))).toEqual(own.filter((each) => each.kind === kind));
        }
      }
    }
    expect([...kinds].toSorted()).toEqual(['still-resident', 'unpaid', 'without-card', 'without-residence']);
  }, 60_000);
});
