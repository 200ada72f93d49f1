import { apply, at, order } from '@lienthong/testing/spec';
import { realTimers } from '@lienthong/testing/view-contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { developmentKeys } from '../evidence/index.js';
import { E, type TE } from '../fp.js';
import { caseId, handle, memoryJournal, streamOf } from '../kernel/index.js';
import { runView } from '../kernel/project-run.js';
import type { ViewStore } from '../kernel/view-store.js';
import type { BirthCommand } from '../linked/birth-case/index.js';
import { birthCaseKind } from '../linked/birth-case/index.js';
import type { Instant } from '../values/plain-date.js';
import { conflictsIn } from './aliases.js';
import { countsOf, type OpenMatter } from './escalations.js';
import { emptyViews, law, type Played, play, projection } from './harness/played.js';
import { caseQuestions } from './questions.js';
import { createSupportWatch, unheardOf } from './support-watch.js';

const right = async <L, T>(asked: TE.TaskEither<L, T>): Promise<T> => {
  const answer = await asked();
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  return answer.right;
};

let stormy: Played;
beforeAll(async () => {
  stormy = await play({ seed: 3, faults: 'storm', births: 10, deaths: 8 });
}, 120_000);

/** When something was brought before the team, or settled. */
const moments = (): readonly Instant[] =>
  [
    ...new Set(
      stormy.events
        .filter(({ type }) => type === 'Escalated' || type === 'EscalationResolved')
        .map(({ recordedAt }) => recordedAt),
    ),
  ].filter((_, index) => index % 2 === 0);

const viewAsOf = async (until: string, { journal, clock }: Pick<Played, 'journal' | 'clock'>): Promise<ViewStore> => {
  const views = emptyViews();
  const asOf = {
    ...journal,
    feed: (options: Parameters<typeof journal.feed>[0]) => async () => {
      const page = await journal.feed(options)();
      if (E.isLeft(page)) return page;
      return E.right({ ...page.right, events: page.right.events.filter(({ recordedAt }) => recordedAt <= until) });
    },
  };
  const env = { journal: asOf, views, projection, clock, timers: realTimers, holder: 'test', lease: null };
  await runView(env, { once: true }).ended;
  return views;
};

/** From the events alone: what was escalated and not resolved, since when. */
const openBy = (until: string): ReadonlyMap<string, string> => {
  const open = new Map<string, string>();
  for (const { type, stream, data, recordedAt, occurredAt } of stormy.events) {
    const name = `${stream} ${String(data['about'])}`;
    if (recordedAt > until) continue;
    if (type === 'Escalated' && !open.has(name)) open.set(name, occurredAt);
    if (type === 'EscalationResolved') open.delete(name);
  }
  return open;
};

const named = (all: readonly OpenMatter[]): ReadonlyMap<string, string> =>
  new Map(all.map(({ stream, about, since }) => [`${stream} ${about}`, since]));

describe('the support team’s queue', () => {
  it('holds at each moment what was brought and not settled, the oldest first, and is asked by agency and commune', async () => {
    const agencies = new Set<string>();
    for (const until of moments()) {
      const { queue, queueCounts } = caseQuestions(await viewAsOf(until, stormy));
      const all = await right(queue());
      expect(named(all)).toEqual(openBy(until));
      expect(all.map(({ since }) => since)).toEqual(
        all
          .map(({ since }) => since)
          .slice()
          .sort(),
      );
      const counts = await right(queueCounts());
      expect(counts.open).toBe(all.length);
      expect(counts.oldest).toBe(all[0]?.since ?? null);
      for (const { agency, commune } of all) {
        if (agency === null) continue;
        agencies.add(agency);
        expect(await right(queue({ agency }))).toEqual(all.filter((each) => each.agency === agency));
        expect(await right(queue({ agency, commune }))).toEqual(
          all.filter((each) => each.agency === agency && each.commune === commune),
        );
        expect(counts.byAgency[agency]).toBe(all.filter((each) => each.agency === agency).length);
      }
    }
    expect(agencies.size).toBeGreaterThan(1);
  }, 60_000);

  it('is brought nothing twice: no two escalations of one matter while it is open by anybody’s order', () => {
    const ordered = new Map<string, number>();
    const open = new Set<string>();
    for (const { type, stream, data } of stormy.events) {
      const name = `${stream} ${String(data['about'])}`;
      if (type === 'Escalated' && data['cause'] === 'deadline-missed') {
        expect(open.has(name)).toBe(false);
        ordered.set(name, (ordered.get(name) ?? 0) + 1);
      }
      if (type === 'Escalated') open.add(name);
      if (type === 'EscalationResolved') open.delete(name);
    }
    expect(ordered.size).toBeGreaterThan(0);
    expect([...ordered.values()].every((times) => times === 1)).toBe(true);
  });

  it('counts nothing where nothing is open', () => {
    expect(countsOf([])).toEqual({ open: 0, unattended: 0, oldest: null, byAgency: {}, byCommune: {}, byCause: {} });
  });
});

describe('the alias table', () => {
  it('leads from every code that anybody gave to the case, and from the case to its codes', async () => {
    const views = await viewAsOf('9999', stormy);
    const { casesByCode, caseRow } = caseQuestions(views);
    let references = 0;
    let books = 0;
    for (const { type, stream, data } of stormy.events) {
      if (type === 'RequestAcknowledged') {
        const code = String(data['reference']);
        references += 1;
        expect((await right(casesByCode(code))).map((each) => each.stream)).toContain(stream);
        expect((await right(caseRow(stream)))?.codes.map((each) => each.code)).toContain(code);
      }
      if (type === 'BirthRegistered' || type === 'DeathRegistered') {
        const code = `${String(data['commune'])}/${String(data['book'])}/${String(data['number'])}`;
        books += 1;
        const found = await right(casesByCode(code.toLowerCase()));
        expect(found).toContainEqual(expect.objectContaining({ stream, system: 'civil-status', from: 'book', code }));
      }
    }
    expect(references).toBeGreaterThan(5);
    expect(books).toBeGreaterThan(5);
    expect(await right(casesByCode('nobody-has-this'))).toEqual([]);
  });

  it('shows a code that leads to two cases, and none that leads to one', () => {
    const coded = (stream: string, code: string, system = 'portal') =>
      ({ system, code, from: 'recorded', group: 'birth', caseId: stream, stream }) as const;
    const [one, two] = [coded('birth-1', 'G22-1'), coded('birth-2', 'g22-1')];
    expect(conflictsIn([one, coded('birth-1', 'G22-2'), two])).toEqual([
      { system: 'portal', code: 'G22-1', cases: [one, two] },
    ]);
    expect(conflictsIn([one, coded('birth-2', 'G22-1', 'insurance')])).toEqual([]);
  });
});

describe('the watch over silent agencies', () => {
  const keys = developmentKeys('test');
  const kind = birthCaseKind(law);
  const stream = streamOf(kind, caseId(apply().id));

  /** A case whose request for a number, wanted on a Tuesday, was never sent. */
  const silentCase = async () => {
    let now = at('2023-07-11');
    const clock = { now: () => now };
    const journal = memoryJournal({ clock });
    const put = async (command: BirthCommand) => {
      const done = await right(handle({ journal, keys })(kind)(stream, command));
      expect(E.isLeft(done) ? done.left : []).toEqual([]);
    };
    await put(apply());
    await put(order('ReceiveDossier', { leg: 'birth', agency: '16690' }));
    await put(order('RequestPersonalNumber', {}));
    const watchAt = async (on: string) => {
      now = at(on);
      const views = await viewAsOf('9999', { journal, clock: clock as Played['clock'] });
      const step = await right(createSupportWatch({ journal, keys, views, law }).step(now));
      const { queue, requests } = caseQuestions(await viewAsOf('9999', { journal, clock: clock as Played['clock'] }));
      return { ...step, queue: await right(queue()), requests: await right(requests()) };
    };
    return { put, watchAt, journal };
  };

  it('brings a request that nobody answered for three working days, once, with agency and commune', async () => {
    const { watchAt } = await silentCase();
    const asked = (await watchAt('2023-07-14')).requests;
    expect(asked.map(({ request }) => request)).toEqual(['assign-personal-number#1']);
    const early = await watchAt('2023-07-14');
    expect({ brought: early.brought, queue: early.queue }).toEqual({ brought: 0, queue: [] });
    const late = await watchAt('2023-07-18');
    expect(late.brought).toBe(1);
    expect(late.queue).toMatchObject([
      { about: 'assign-personal-number#1', cause: 'silent', agency: 'population', lookedAfterBy: null },
    ]);
    expect(await watchAt('2023-07-19')).toMatchObject({ brought: 0, queue: [{ cause: 'silent' }] });
  });

  it('does not bring again what the team has settled while the same silence goes on', async () => {
    const { watchAt, put } = await silentCase();
    await watchAt('2023-07-18');
    const about = 'assign-personal-number#1';
    const later = { at: at('2023-07-18', '11:00:00') };
    await put(order('TakeUp', { about }, later));
    expect((await watchAt('2023-07-18')).queue).toMatchObject([{ about, lookedAfterBy: expect.any(String) }]);
    await put(order('GiveGuidance', { about, guidance: 'wait' }, later));
    expect((await watchAt('2023-07-18')).queue).toMatchObject([{ about, guidance: ['wait'] }]);
    await put(order('HandBack', { about }, later));
    expect((await watchAt('2023-07-18')).queue).toMatchObject([{ about, lookedAfterBy: null }]);
    await put(order('ResolveEscalation', { about, resolution: 'settled' }, later));
    expect(await watchAt('2023-07-20')).toMatchObject({ brought: 0, queue: [] });
  });

  it('leaves alone what runs under a limit of its own, and who asked to be waited for', async () => {
    const [asked] = (await (await silentCase()).watchAt('2023-07-14')).requests;
    if (asked === undefined) throw new Error('nothing was asked');
    const unheard = (change: object) =>
      unheardOf(law, [{ ...asked, ...change }], at('2023-07-20')).map(({ cause }) => cause);
    expect(unheard({})).toEqual(['silent']);
    expect(unheard({ status: 'acknowledged' })).toEqual(['silent']);
    expect(unheard({ status: 'acknowledged', purpose: 'register-residence' })).toEqual([]);
    expect(unheard({ status: 'sent', purpose: 'register-residence' })).toEqual(['silent']);
    expect(unheard({ status: 'failed' })).toEqual(['failing']);
    expect(unheard({ status: 'deferred', until: at('2023-07-19') })).toEqual([]);
    expect(unheard({ status: 'deferred', until: at('2023-07-17') })).toEqual(['failing']);
    expect(unheard({ status: 'given-up' })).toEqual([]);
    expect(unheard({ escalated: true })).toEqual([]);
  });
});
