/** Goal 6: reading one stream, decoded. */

import { E } from '@lienthong/core/fp';
import { atLeast, type Goal, type Row, ratesOf, shown } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';
import { emmettEvent } from '../peers/emmett.js';
import { emmettSqlite, whyNoEmmettSqlite } from '../peers/emmett-sqlite.js';
import { freshFile, importCases, openOurs, plainTable } from '../sqlite.js';
import { type Case, casesOf, eventsOf } from '../workload.js';

type Opened = Readonly<{ variant: Variant; close: () => unknown }>;

const everyOnce = (name: string, cases: readonly Case[], read: (stream: string) => Promise<number>): Variant => ({
  name,
  setUp: () => {
    let events = 0;
    return {
      work: async () => {
        for (const { stream } of cases) events += await read(stream);
        return cases.length;
      },
      check: () => mustBe(name, events, eventsOf(cases).length),
    };
  },
});

const ours = async (folder: string, cases: readonly Case[], verify: boolean): Promise<Opened> => {
  const journal = await openOurs(freshFile(folder, 'read'), { verify });
  await importCases(journal, cases);
  const read = async (stream: string): Promise<number> => {
    const page = await journal.read(stream)();
    return E.isLeft(page) ? -1 : page.right.events.length;
  };
  return {
    variant: everyOnce(verify ? 'ours, every hash verified' : 'ours, hashes not verified', cases, read),
    close: () => journal.close()(),
  };
};

const bare = (folder: string, cases: readonly Case[]): Opened => {
  const { database, add, close } = plainTable(freshFile(folder, 'bare'));
  database.exec('BEGIN');
  for (const { stream, events } of cases)
    for (const [revision, event] of events.entries()) add(stream, revision, event);
  database.exec('COMMIT');
  const select = database.prepare(
    'SELECT position, id, revision, type, data, metadata FROM events WHERE stream = ? ORDER BY revision',
  );
  const read = async (stream: string): Promise<number> =>
    select.all(stream).map((row) => ({
      ...row,
      data: JSON.parse(row['data'] as string) as unknown,
      metadata: JSON.parse(row['metadata'] as string) as unknown,
    })).length;
  return { variant: everyOnce('limit: bare rows and JSON.parse', cases, read), close };
};

const emmett = async (folder: string, cases: readonly Case[]): Promise<Opened> => {
  const { store, close } = await emmettSqlite(freshFile(folder, 'emmett'));
  for (const { stream, events } of cases) await store.appendToStream(stream, events.map(emmettEvent));
  const read = async (stream: string): Promise<number> => (await store.readStream(stream)).events.length;
  return { variant: everyOnce('emmett-sqlite', cases, read), close };
};

export const goal: Goal = {
  number: 6,
  title: 'Reading a stream from SQLite, decoded',
  fairness:
    'A stream is about 12 events. The bare rows are believed as they come; ours hashes each text, compares it with its hash and its ' +
    'neighbour’s, and answers events with their whole envelope.',
  run: async (scale) => {
    const cases = casesOf(6, scale.size(6_000, 600));
    const absent = await whyNoEmmettSqlite();
    const opened = [
      await ours(scale.folder, cases, true),
      bare(scale.folder, cases),
      await ours(scale.folder, cases, false),
      ...(absent === undefined ? [await emmett(scale.folder, cases.slice(0, scale.size(200, 50)))] : []),
    ];
    const compared = await compare(
      { ...scale, judged: 'cpu' },
      opened.map(({ variant }) => variant),
    );
    const [verified, trusted, limit] = [
      'ours, every hash verified',
      'ours, hashes not verified',
      'limit: bare rows and JSON.parse',
    ];
    const peer: Row =
      absent === undefined
        ? atLeast('verified, against emmett-sqlite', 3, compared, verified, 'emmett-sqlite')
        : { what: 'verified, against emmett-sqlite', notRun: absent };
    return {
      rows: [
        atLeast('verified, against bare rows and JSON.parse', 0.8, compared, verified, limit),
        shown('not verified, against the same', compared, trusted, limit),
        peer,
      ],
      rates: ratesOf(compared, 'streams/s'),
      close: async () => {
        for (const { close } of opened) await close();
      },
    };
  },
};
