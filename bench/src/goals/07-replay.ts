/** Goal 7: reading everything from SQLite and folding it. */
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { FeedOptions, Journal, StoredEvent } from '@lienthong/core';
import { atLeast, type Goal, ratesOf, shown, stable } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';
import { feedAll, type Part, type Sums, sumOf } from '../replay.js';
import { freshFile, importCases, openOurs, plainTable } from '../sqlite.js';
import { type Case, casesOf, type EventType, eventsOf, type Facts } from '../workload.js';

const USED: readonly EventType[] = ['BirthRegistered', 'PaymentMade'];

const answersAs = (name: string, wanted: Sums, work: () => Sums | Promise<Sums>, read: number): Variant => ({
  name,
  setUp: () => {
    let sums: Sums = { count: 0, amount: 0 };
    return {
      work: async () => {
        sums = await work();
        return read;
      },
      check: () => {
        mustBe(`${name}, count`, sums.count, wanted.count);
        mustBe(`${name}, amount`, sums.amount, wanted.amount);
      },
    };
  },
});

const iterated = (database: DatabaseSync, types?: readonly string[]): Sums => {
  let [count, amount] = [0, 0];
  const rows = database
    .prepare('SELECT position, id, stream, revision, type, data, metadata FROM events ORDER BY position')
    .iterate();
  for (const row of rows) {
    const event = {
      ...row,
      data: JSON.parse(row['data'] as string) as Facts,
      metadata: JSON.parse(row['metadata'] as string) as object,
    };
    if (types !== undefined && !types.includes(row['type'] as string)) continue;
    count += 1;
    amount += event.data.amount;
  }
  return { count, amount };
};

const workers = async (path: string, parts: readonly Part[]): Promise<Sums> => {
  const results = await Promise.all(
    parts.map(
      (part) =>
        new Promise<Sums>((resolve, reject) => {
          const worker = new Worker(new URL(import.meta.url), { workerData: { path, ...part } });
          worker.once('message', resolve);
          worker.once('error', reject);
        }),
    ),
  );
  return results.reduce((all, part) => ({ count: all.count + part.count, amount: all.amount + part.amount }));
};

const total = (cases: readonly Case[], types?: readonly string[]): Sums =>
  sumOf(
    eventsOf(cases).filter(
      ({ type }) => types === undefined || types.includes(type),
    ) as unknown as readonly StoredEvent[],
  );

export const goal: Goal = {
  number: 7,
  title: 'Replaying everything from SQLite',
  fairness:
    'The plain loop iterates over the plain layout’s row objects and parses data and metadata; it verifies nothing. Ours reads the feed in pages, ' +
    'verified (every text is hashed) or trusted (`verify: false`). The narrow projection uses 2 of 20 types and says so to the feed. The ' +
    'workers are judged by the clock: they use a second core, each opens the file itself, and only sums come back.',
  run: async (scale) => {
    const cases = casesOf(7, scale.size(96_000, 6_000));
    const count = eventsOf(cases).length;
    const path = freshFile(scale.folder, 'replay');
    const writer = await openOurs(path);
    await importCases(writer, cases);
    await writer.close()();
    const [verified, trusted] = [
      await openOurs(path, { mode: 'read' }),
      await openOurs(path, { mode: 'read', verify: false }),
    ];
    const { database, add, close } = plainTable(freshFile(scale.folder, 'plain'));
    database.exec('BEGIN');
    for (const { stream, events } of cases)
      for (const [revision, event] of events.entries()) add(stream, revision, event);
    database.exec('COMMIT');
    const all = total(cases);
    const used = total(cases, USED);
    const feed = (journal: Journal, options?: FeedOptions) => () => feedAll(journal, options);
    const half = Math.ceil(count / 2);
    const parts: readonly Part[] = [
      { from: 0, to: half },
      { from: half, to: count },
    ];
    const compared = await compare({ ...scale, judged: 'cpu' }, [
      answersAs('limit: iterate and parse', all, () => iterated(database), count),
      answersAs('ours, verified', all, feed(verified), count),
      answersAs('ours, trusted', all, feed(trusted), count),
      answersAs('limit: iterate and parse, 2 types used', used, () => iterated(database, USED), count),
      answersAs('ours, verified, 2 types asked for', used, feed(verified, { types: USED }), count),
      answersAs('ours, trusted, 2 types asked for', used, feed(trusted, { types: USED }), count),
    ]);
    const spread = await compare({ ...scale, judged: 'wall' }, [
      answersAs('limit: iterate and parse, by the clock', all, () => iterated(database), count),
      answersAs('ours, trusted, 2 workers, by the clock', all, () => workers(path, parts), count),
    ]);
    const [limit, narrow] = ['limit: iterate and parse', 'limit: iterate and parse, 2 types used'];
    return {
      rows: [
        stable(
          atLeast('everything decoded, trusted, against iterate and parse', 1.15, compared, 'ours, trusted', limit),
        ),
        shown('everything decoded and verified, against the same', compared, 'ours, verified', limit),
        stable(
          atLeast(
            '2 of 20 types, verified, against the same loop',
            2,
            compared,
            'ours, verified, 2 types asked for',
            narrow,
          ),
        ),
        shown('2 of 20 types, trusted, against the same loop', compared, 'ours, trusted, 2 types asked for', narrow),
        atLeast(
          '2 workers, trusted, against one loop',
          1.7,
          spread,
          'ours, trusted, 2 workers, by the clock',
          'limit: iterate and parse, by the clock',
        ),
      ],
      rates: [...ratesOf(compared, 'events/s'), ...ratesOf(spread, 'events/s')],
      close: async () => {
        close();
        for (const journal of [verified, trusted]) await journal.close()();
      },
    };
  },
};
