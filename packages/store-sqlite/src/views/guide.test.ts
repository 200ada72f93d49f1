/** The samples of the guide "follow a journal", run over files. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, type Journal, plainDate, type StoredEvent } from '@lienthong/core';
import { E, TE } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import {
  follow,
  keeperOf,
  rebuildView,
  runView,
  type Signal,
  statusOf,
  type Timers,
  type ViewStore,
} from '@lienthong/core/subscriptions';
import { caseQuestions, casesView } from '@lienthong/core/views';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { expect, it } from 'vitest';
import type { SqliteDriver } from '../driver.js';
import { sqliteJournal } from '../sqlite-journal.js';
import { driversHere } from '../trial/drivers.js';
import { sqliteViews } from './sqlite-views.js';

type Office = Readonly<{ journal: Journal; views: ViewStore; clock: Clock; timers: Timers }>;

// #region opening
const timers: Timers = {
  after: (ms, ring) => {
    const timer = setTimeout(ring, ms);
    return () => clearTimeout(timer);
  },
};

const openBoth = async (driver: SqliteDriver, path: string, clock: Clock) => ({
  journal: await sqliteJournal({ driver, path, clock })(),
  views: await sqliteViews({ driver, path: `${path}.views` })(),
});
// #endregion opening

// #region consumer
const followClosings = (
  { journal, views, clock, timers }: Office,
  tell: (event: StoredEvent) => TE.TaskEither<'portal-busy' | 'portal-refused', void>,
  log: (signal: Signal) => void,
) =>
  follow({
    journal,
    clock,
    timers,
    keeper: keeperOf({ views, name: 'portal-status', holder: 'machine-1' }),
    types: ['CaseClosed'],
    handle: ({ events: [event] }) =>
      event === undefined
        ? TE.right(undefined)
        : TE.mapLeft((reason: 'portal-busy' | 'portal-refused') => ({ reason, again: reason === 'portal-busy' }))(
            tell(event),
          ),
    rules: {
      begin: 'start',
      page: 100,
      hand: { by: 'event', atOnce: 4 },
      retries: [1_000, 10_000, 60_000],
      onFailure: 'park',
      patience: [100, 1_000, 10_000],
      poll: 1_000,
      lease: 30_000,
      once: false,
    },
    onSignal: log,
  });
// #endregion consumer

// #region view
const keepCases = ({ journal, views, clock, timers }: Office, holder: string) => {
  const projection = casesView({ law: lawBook() });
  const env = { journal, views, projection, clock, timers, holder };
  return {
    running: () => runView(env),
    anew: () => rebuildView(env),
    standing: () => statusOf({ journal, views, projection }),
    questions: caseQuestions(views),
  };
};
// #endregion view

const right = <L, T>(answer: E.Either<L, T>): T => {
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  return answer.right;
};

const until = async (holds: () => boolean): Promise<void> => {
  for (let turns = 0; turns < 1_000 && !holds(); turns += 1) await new Promise((turn) => setTimeout(turn, 5));
  expect(holds()).toBe(true);
};

it('the samples of the guide do what it says of them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lienthong-views-'));
  try {
    const [driver] = driversHere;
    const clock = testClock();
    const both = await openBoth(driver as SqliteDriver, join(folder, 'cases.db'), clock);
    const [journal, views] = [right(both.journal), right(both.views)];
    const office = { journal, views, clock, timers };
    for (const [count, type] of ['CaseClosed', 'Other', 'CaseClosed'].entries()) {
      right(await journal.append(`case-${count}`, 'none', [anEvent(count, { type })])());
    }

    const told: string[] = [];
    const signals: Signal[] = [];
    const portal = followClosings(
      office,
      ({ stream }) =>
        async () => {
          if (stream === 'case-0') return E.left('portal-refused');
          told.push(stream);
          return E.right(undefined);
        },
      (signal) => void signals.push(signal),
    );
    await until(() => signals.some(({ is }) => is === 'caught-up'));
    expect(await portal.stop()).toEqual({ why: 'asked' });
    expect(told).toEqual(['case-2']);
    const parked = right(await views.parked({ view: 'portal-status', generation: 'live' })());
    expect(parked.map(({ stream, reason }) => [stream, reason])).toEqual([['case-0', 'portal-refused']]);

    const { running, anew, standing, questions } = keepCases(office, 'machine-1');
    const run = running();
    await until(() => run.state().live);
    await run.stop();
    expect(right(await standing()())).toMatchObject({ current: true, parked: 0, lag: { events: 0 } });
    expect(await anew().done).toMatchObject({ swapped: true });
    expect(right(await questions.overdue(right(plainDate('2026-07-01')))())).toEqual([]);
    await views.close()();
    await journal.close()();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 30_000);
