import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atInVietnam } from '@lienthong/core';
import { developmentKeys } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { memoryViewStore, type Row, rebuildView, runView, type ViewStore } from '@lienthong/core/subscriptions';
import { CASES, caseQuestions, casesView } from '@lienthong/core/views';
import { virtualClock } from '@lienthong/testing/agencies';
import { ngheAn2026, simulate } from '@lienthong/testing/scenarios';
import { realTimers } from '@lienthong/testing/view-contract';
import { expect, it } from 'vitest';
import { sqliteJournal } from '../sqlite-journal.js';
import { driversHere } from '../trial/drivers.js';
import { sqliteViews } from './sqlite-views.js';

const right = <L, T>(answer: E.Either<L, T>): T => {
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  return answer.right;
};

const rowsIn = async (views: ViewStore): Promise<readonly Row[]> =>
  right(await views.rows({ view: CASES, generation: 'live' }, { limit: 1_000_000 })()).rows;

it('the view of all cases is the same in a file as in memory, closed and opened again after every page', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lienthong-views-'));
  const [driver] = driversHere;
  if (driver === undefined) throw new Error('no driver');
  try {
    const law = lawBook();
    const clock = virtualClock(atInVietnam(ngheAn2026.from));
    const path = join(folder, 'cases.db');
    const journal = right(await sqliteJournal({ driver, path, clock, durability: 'normal' })());
    const keys = developmentKeys('test');
    const asked = { scenario: ngheAn2026, seed: 2, faults: 'field', births: 6, deaths: 5 } as const;
    right(await simulate({ ...asked, journal, keys, law, clock, secret: 'test' })());

    const env = { journal, projection: casesView({ law }), clock, timers: realTimers, holder: 'test', page: 60 };
    const memory = memoryViewStore();
    expect(await runView({ ...env, views: memory }, { once: true }).ended).toEqual({ why: 'caught-up' });
    const whole = await rowsIn(memory);
    expect(whole.length).toBeGreaterThan(22);

    const open = async (): Promise<ViewStore> => right(await sqliteViews({ driver, path: `${path}.views` })());
    let openings = 0;
    for (let ended = false; !ended; openings += 1) {
      const views = await open();
      let commits = 0;
      // The file is closed under the run after one page, as by the end of its process.
      const once: ViewStore = {
        ...views,
        commit: (commit) => async () => {
          commits += 1;
          if (commits === 1) return views.commit(commit)();
          await views.close()();
          return E.left({ kind: 'BadInput', at: 'process', expected: 'to be alive' });
        },
      };
      const ending = await runView({ ...env, views: once, holder: `run-${openings}`, lease: null }, { once: true })
        .ended;
      ended = ending.why === 'caught-up';
      await views.close()();
    }
    expect(openings).toBeGreaterThan(5);

    const views = await open();
    expect(await rowsIn(views)).toEqual(whole);
    expect(right(await caseQuestions(views).statistics()())).toEqual(right(await caseQuestions(memory).statistics()()));
    expect(await rebuildView({ ...env, views }).done).toMatchObject({ swapped: true });
    expect(await rowsIn(views)).toEqual(whole);
    await views.close()();
    await journal.close()();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);
