/** Goal 3: one event, checked and durable, on SQLite. */
import { rmSync } from 'node:fs';
import { STREAM_DOES_NOT_EXIST } from '@event-driven-io/emmett';
import { atLeast, type Goal, type Row, ratesOf } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';
import { emmettEvent } from '../peers/emmett.js';
import { emmettSqlite, whyNoEmmettSqlite } from '../peers/emmett-sqlite.js';
import { countIn, freshFile, openOurs, plainTable, removeFile, syncedLines } from '../sqlite.js';
import { type Case, casesOf, eventsOf } from '../workload.js';
import { appendEach } from './01-memory-append.js';

const ours = (folder: string, given: readonly Case[]): Variant => ({
  name: 'ours',
  setUp: async () => {
    const path = freshFile(folder, 'ours');
    const journal = await openOurs(path);
    return {
      work: () => appendEach(journal, given),
      check: () => mustBe('ours', countIn(path), eventsOf(given).length),
      tearDown: async () => {
        await journal.close()();
        removeFile(path);
      },
    };
  },
});

const bare = (folder: string, given: readonly Case[]): Variant => ({
  name: 'limit: bare prepared INSERT',
  setUp: () => {
    const path = freshFile(folder, 'plain');
    const { add, close } = plainTable(path);
    return {
      work: async () => {
        let done = 0;
        for (const { stream, events } of given) {
          for (const [revision, event] of events.entries()) {
            add(stream, revision, event);
            done += 1;
            await undefined;
          }
        }
        return done;
      },
      check: () => mustBe('bare', countIn(path), eventsOf(given).length),
      tearDown: () => {
        close();
        removeFile(path);
      },
    };
  },
});

const raw = (folder: string, given: readonly Case[]): Variant => ({
  name: 'limit: a line and fdatasync',
  setUp: () => {
    const path = freshFile(folder, 'lines');
    const { add, close } = syncedLines(path);
    const events = eventsOf(given);
    return {
      work: () => {
        for (const event of events) add(event);
        return events.length;
      },
      tearDown: () => {
        close();
        rmSync(path);
      },
    };
  },
});

const emmett = (folder: string, given: readonly Case[]): Variant => ({
  name: 'emmett-sqlite, one shared connection',
  setUp: async () => {
    const path = freshFile(folder, 'emmett');
    const { store, close } = await emmettSqlite(path);
    const cases = given.map(({ stream, events }) => ({ stream, events: events.map(emmettEvent) }));
    return {
      work: async () => {
        let done = 0;
        for (const { stream, events } of cases) {
          for (const [index, event] of events.entries()) {
            const expectedStreamVersion = index === 0 ? STREAM_DOES_NOT_EXIST : BigInt(index);
            await store.appendToStream(stream, [event], { expectedStreamVersion } as object);
            done += 1;
          }
        }
        return done;
      },
      check: () => mustBe('emmett-sqlite', countIn(path, 'emt_messages'), eventsOf(given).length),
      tearDown: () => {
        close();
        removeFile(path);
      },
    };
  },
});

export const goal: Goal = {
  number: 3,
  title: 'Durable append of one event on SQLite',
  fairness:
    'All on one connection, write-ahead log, synchronous FULL. The bare INSERT checks no expectation but the unique one, keeps no ' +
    'evidence and lays down no triggers; ours judges the expectation, looks for repeats, writes canonical text and hashes it.',
  run: async (scale) => {
    const given = casesOf(3, scale.size(600, 100));
    const absent = await whyNoEmmettSqlite();
    const compared = await compare({ ...scale, judged: 'wall' }, [
      raw(scale.folder, given),
      bare(scale.folder, given),
      ours(scale.folder, given),
      ...(absent === undefined ? [emmett(scale.folder, given)] : []),
    ]);
    const peer: Row =
      absent === undefined
        ? atLeast('against emmett-sqlite', 5, compared, 'ours', 'emmett-sqlite, one shared connection')
        : { what: 'against emmett-sqlite', notRun: absent };
    return {
      rows: [
        atLeast('against the bare prepared INSERT', 0.95, compared, 'ours', 'limit: bare prepared INSERT'),
        atLeast('against a line and fdatasync', 0.75, compared, 'ours', 'limit: a line and fdatasync'),
        peer,
      ],
      rates: ratesOf(compared, 'appends/s'),
    };
  },
};
