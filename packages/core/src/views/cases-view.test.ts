import { realTimers } from '@lienthong/testing/view-contract';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { foldStored, memoryJournal, type StoredEvent } from '../kernel/index.js';
import { type KeptRow, projectPage, stateKey } from '../kernel/project.js';
import { rebuildView, runView, type ViewEnv } from '../kernel/project-run.js';
import { statusOf } from '../kernel/project-status.js';
import type { Row, ViewStore } from '../kernel/view-store.js';
import { birthCaseKind } from '../linked/birth-case/index.js';
import { deathCaseKind } from '../linked/death-case/index.js';
import { CASES } from './cases-view.js';
import { emptyViews, law, type Played, play, projection, rowsIn } from './harness/played.js';
import { caseQuestions } from './questions.js';

let played: Played;
let whole: readonly Row[];
let views: ViewStore;

const envOf = (own: ViewStore, more: Partial<ViewEnv> = {}): ViewEnv => ({
  journal: played.journal,
  views: own,
  projection,
  clock: played.clock,
  timers: realTimers,
  holder: 'test',
  lease: null,
  patience: [0],
  ...more,
});

const built = async (own: ViewStore, more: Partial<ViewEnv> = {}): Promise<readonly Row[]> => {
  const ending = await runView(envOf(own, more), { once: true }).ended;
  expect(ending).toEqual({ why: 'caught-up' });
  return rowsIn(own);
};

const byStream = (): ReadonlyMap<string, readonly StoredEvent[]> => {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of played.events) {
    if (projection.keyOf(event) === undefined) continue;
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  }
  return streams;
};

beforeAll(async () => {
  played = await play({ seed: 5, faults: 'field', births: 14, deaths: 10 });
  views = emptyViews();
  whole = await built(views);
}, 120_000);

describe('the view of all cases', () => {
  it('has a row for each case, whose state is the fold of its events', async () => {
    const streams = byStream();
    expect(streams.size).toBe(24);
    const { caseRow } = caseQuestions(views);
    for (const [stream, events] of streams) {
      const kind = stream.startsWith('birth') ? birthCaseKind(law) : deathCaseKind(law);
      const folded = foldStored(kind as ReturnType<typeof birthCaseKind>, events);
      const row = await caseRow(stream)();
      if (E.isLeft(folded) || E.isLeft(row)) throw new Error('unreadable');
      expect(row.right?.state).toEqual(folded.right.state);
      expect(JSON.stringify(row.right?.state)).toBe(JSON.stringify(folded.right.state));
      expect(row.right).toMatchObject({ revision: folded.right.head, lastAt: events.at(-1)?.occurredAt });
    }
  });

  it('is what each case alone, taken in at once, would make', () => {
    const alone = [...byStream().values()].flatMap((events) =>
      projectPage(projection, events, new Map(), played.clock.now()).changes.filter(({ value }) => value !== null),
    );
    const inOrder = alone.toSorted((one, other) => (one.key < other.key ? -1 : 1));
    expect(whole).toEqual(inOrder);
  });

  it('is the same whatever the pages', async () => {
    for (const page of [7, 100]) expect(await built(emptyViews(), { page })).toEqual(whole);
  }, 60_000);

  it(
    'is the same however often it is killed between or within pages',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fc.nat(12), fc.boolean()), { maxLength: 5 }), async (deaths) => {
          const own = emptyViews();
          for (const [commits, answered] of deaths) {
            let left = commits;
            const mortal: ViewStore = {
              ...own,
              commit: (commit) => async () => {
                left -= 1;
                if (left >= 0) return own.commit(commit)();
                // Gone before the commit, or after it and before its answer.
                if (answered) await own.commit(commit)();
                return E.left({ kind: 'BadInput', at: 'process', expected: 'to be alive' });
              },
            };
            await runView(envOf(mortal, { page: 90 }), { once: true }).ended;
          }
          expect(await built(own, { page: 90 })).toEqual(whole);
        }),
        { numRuns: 6 },
      ),
    60_000,
  );

  it('holds nothing that was sealed', () => {
    const text = JSON.stringify(whole);
    expect(text).not.toContain('sealed');
    expect(text).not.toContain('ciphertext');
    const sealed = played.events.filter(({ data }) => 'sealed' in data);
    expect(sealed.length).toBeGreaterThan(0);
  });

  it('counts as the simulation counts, and as its cases do', async () => {
    const statistics = await caseQuestions(views).statistics()();
    const { result } = played;
    if (E.isLeft(statistics)) throw new Error(statistics.left.kind);
    const { received, byStatus, benefits, late, stuck, refused, events } = statistics.right;
    expect({ received, byStatus, stuck, refused, events }).toEqual({
      received: { total: 24, birth: 14, death: 10 },
      byStatus: result.byStatus,
      stuck: result.stuck,
      refused: result.refused,
      events: played.events.length,
    });
    expect(late).toBe(result.late);
    expect(benefits).toEqual(result.benefits);
  });
});

describe('a view that is built anew', () => {
  it('serves what it has until the new generation takes its place, and then the same rows', async () => {
    const own = emptyViews();
    await built(own, { page: 50 });
    const seen: number[] = [];
    const watching: ViewStore = {
      ...own,
      commit: (commit) => async () => {
        const rows = await rowsIn(own);
        seen.push(rows.length);
        return own.commit(commit)();
      },
    };
    const rebuilt = await rebuildView(envOf(watching, { page: 200 })).done;
    expect(rebuilt).toEqual({ why: 'caught-up', generation: 2, swapped: true });
    expect(new Set(seen)).toEqual(new Set([whole.length]));
    expect(seen.length).toBeGreaterThan(3);
    expect(await rowsIn(own)).toEqual(whole);
    const status = await own.status(CASES)();
    expect(E.isRight(status) && status.right.generations.map(({ generation }) => generation)).toEqual([2]);
  }, 60_000);

  it('leaves a generation of another version as it is until then, and says that it is time', async () => {
    const own = emptyViews();
    const older = { ...projection, version: 'older' };
    await built(own, { projection: older });
    const refused = await runView(envOf(own), { once: true }).ended;
    expect(refused).toEqual({ why: 'failed', reason: 'OtherVersion' });
    expect(await rowsIn(own)).toEqual(whole);
    const before = await statusOf({ journal: played.journal, views: own, projection })();
    expect(before).toMatchObject({ right: { version: 'older', current: false, lag: { events: 0 } } });
    await rebuildView(envOf(own)).done;
    const after = await statusOf({ journal: played.journal, views: own, projection })();
    expect(after).toMatchObject({ right: { version: projection.version, current: true, generation: 2 } });
  }, 60_000);

  it('goes on where it was when it was killed half-way', async () => {
    const own = emptyViews();
    await built(own, { projection: { ...projection, version: 'older' } });
    let left = 3;
    const mortal: ViewStore = {
      ...own,
      commit: (commit) => async () => {
        left -= 1;
        return left >= 0 ? own.commit(commit)() : E.left({ kind: 'BadInput', at: 'process', expected: 'to be alive' });
      },
    };
    const killed = await rebuildView(envOf(mortal, { page: 100 })).done;
    expect(killed).toMatchObject({ why: 'failed', swapped: false, generation: 2 });
    const half = await statusOf({ journal: played.journal, views: own, projection })();
    expect(half).toMatchObject({ right: { generation: 1, rebuilding: { generation: 2, events: 300 } } });
    const done = await rebuildView(envOf(own, { page: 100 })).done;
    expect(done).toMatchObject({ swapped: true, generation: 2 });
    expect(await rowsIn(own)).toEqual(whole);
  }, 60_000);

  it('does not take the place of a live one that has read further, and catches up first', async () => {
    const own = emptyViews();
    const half = { ...played.journal };
    const until = played.events[600]?.position ?? '';
    const cut: typeof half = {
      ...half,
      feed: (options) => async () => {
        const page = await half.feed(options)();
        if (E.isLeft(page)) return page;
        const events = page.right.events.filter(({ position }) => position <= until);
        return E.right({ events, next: events.at(-1)?.position ?? options?.after ?? until, end: true });
      },
    };
    await runView(envOf(own, { journal: cut }), { once: true }).ended;
    let swaps = 0;
    let journal = cut;
    const racing: ViewStore = {
      ...own,
      swap: (view, generation) => async () => {
        swaps += 1;
        if (swaps === 1) await runView(envOf(own), { once: true }).ended;
        const done = await own.swap(view, generation)();
        journal = played.journal;
        return done;
      },
    };
    const following = { ...played.journal, feed: (...asked: Parameters<typeof half.feed>) => journal.feed(...asked) };
    expect(await rebuildView(envOf(racing, { journal: following })).done).toMatchObject({ swapped: true });
    expect(swaps).toBe(2);
    expect(await rowsIn(own)).toEqual(whole);
  }, 60_000);

  it('keeps up with a live one that reads on meanwhile, and takes no reader back in time', async () => {
    const journal = memoryJournal({ clock: played.clock });
    const copy = async (from: number, to: number): Promise<void> => {
      for (const {
        v: _,
        stream,
        revision: _r,
        position: _p,
        recordedAt: _t,
        previous: _h,
        hash: _s,
        ...said
      } of played.events.slice(from, to)) {
        const done = await journal.append(stream, 'any', [said])();
        if (E.isLeft(done)) throw new Error(done.left.kind);
      }
    };
    await copy(0, 400);
    const own = emptyViews();
    const env = { journal, page: 40, poll: 1 };
    const live = runView(envOf(own, env));
    const rebuilding = rebuildView(envOf(own, env));
    await copy(400, played.events.length);
    expect(await rebuilding.done).toMatchObject({ swapped: true });
    // The live run goes on with the generation that took the place of its own.
    for (let turns = 0; turns < 500; turns += 1) {
      const status = await statusOf({ journal, views: own, projection })();
      if (E.isRight(status) && status.right?.lag.events === 0) break;
      await new Promise((turn) => setTimeout(turn, 10));
    }
    await live.stop();
    expect(await rowsIn(own)).toEqual(whole);
  }, 60_000);
});

describe('an event that cannot be taken in', () => {
  const breaking = (bad: StoredEvent, how: 'throws' | 'says so') => ({
    ...projection,
    apply: (...[row, event]: Parameters<typeof projection.apply>) => {
      if (event.id !== bad.id) return projection.apply(row, event);
      if (how === 'says so') return E.left('Unreadable');
      throw new TypeError('of the child Nguyễn Thị Đào');
    },
  });

  it.each([
    ['throws', 'threw:TypeError'],
    ['says so', 'Unreadable'],
  ] as const)(
    'is parked when the projection %s, with the later ones of its case, and all other cases go on',
    async (how, reason) => {
      const bad = played.events.find(({ type, stream }) => type === 'BirthRegistered' && stream.startsWith('birth-'));
      if (bad === undefined) throw new Error('nobody was registered');
      const own = emptyViews();
      const { stream, position, revision, type } = bad;
      const rows = await built(own, { projection: breaking(bad, how), page: 60 });
      const others = (all: readonly Row[]) => all.filter(({ key }) => !key.includes(stream));
      expect(others(rows)).toEqual(others(whole));

      const later = played.events.filter((event) => event.stream === stream && event.revision > revision);
      const parked = await own.parked({ view: CASES, generation: 'live' })();
      if (E.isLeft(parked)) throw new Error(parked.left.kind);
      expect(parked.right[0]).toMatchObject({ stream, position, revision, type, reason });
      expect(parked.right.slice(1).map((event) => [event.position, event.reason])).toEqual(
        later.map((event) => [event.position, 'earlier-parked']),
      );
      expect(JSON.stringify(parked.right)).not.toContain('Nguyễn');
      const kept = await own.get({ view: CASES, generation: 'live' }, [stateKey(stream)])();
      const row = (E.isRight(kept) ? kept.right[0] : undefined) as unknown as KeptRow;
      expect(row).toMatchObject({ parkedAt: position, state: { revision: revision - 1 } });

      const status = await statusOf({ journal: played.journal, views: own, projection })();
      expect(status).toMatchObject({
        right: { parked: later.length + 1, lag: { events: 0 }, error: { outcome: 'parked', passed: true } },
      });
      // A release that can read it builds the view anew, and nothing is amiss any more.
      await rebuildView(envOf(own)).done;
      expect(await rowsIn(own)).toEqual(whole);
      expect(await own.parked({ view: CASES, generation: 'live' })()).toEqual(E.right([]));
    },
    60_000,
  );

  it('is parked too when what follows from its row cannot be made', async () => {
    const stream = played.events.find((event) => event.type === 'DeathRegistered')?.stream;
    const own = emptyViews();
    const derive: typeof projection.derive = (key, row) => {
      if (key === stream && row['registeredOn'] !== null) throw new RangeError('no day');
      return projection.derive?.(key, row) ?? [];
    };
    await built(own, { projection: { ...projection, derive }, page: 60 });
    const parked = await own.parked({ view: CASES, generation: 'live' })();
    expect(E.isRight(parked) && parked.right[0]).toMatchObject({ stream, reason: 'threw:RangeError' });
    await rebuildView(envOf(own)).done;
    expect(await rowsIn(own)).toEqual(whole);
  }, 60_000);
});
