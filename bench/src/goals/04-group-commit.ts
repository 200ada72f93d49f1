/** Goal 4: many appenders at once share one sync, and one alone loses nothing by it. */
import { hash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { type Journal, judgeAppend, type NewEvent } from '@lienthong/core';
import { link } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { atLeast, type Goal, ratesOf } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';
import { countIn, freshFile, openOurs, removeFile } from '../sqlite.js';
import { type Case, casesOf, eventsOf, still } from '../workload.js';

/** Each appender waits for its own append before it begins the next; the appenders share the cases out. */
const appenders = async (journal: Journal, cases: readonly Case[], many: number): Promise<number> => {
  let next = 0;
  let done = 0;
  const one = async (): Promise<void> => {
    for (;;) {
      const given = cases[next];
      next += 1;
      if (given === undefined) return;
      for (const [index, event] of given.events.entries()) {
        const answer = await journal.append(given.stream, index === 0 ? 'none' : { exact: index - 1 }, [event])();
        if (E.isLeft(answer)) throw new Error(answer.left.kind);
        done += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: many }, one));
  return done;
};

const ours = (folder: string, many: number, given: readonly Case[]): Variant => ({
  name: `ours, ${many} appender${many === 1 ? '' : 's'}`,
  setUp: async () => {
    const path = freshFile(folder, `group-${many}`);
    const journal = await openOurs(path);
    return {
      work: () => appenders(journal, given, many),
      check: () => mustBe('group', countIn(path), eventsOf(given).length),
      tearDown: async () => {
        await journal.close()();
        removeFile(path);
      },
    };
  },
});

/** The same statements, evidence and judgement by hand, one transaction an append, with no queue before them. */
const unqueued = (folder: string, given: readonly Case[]): Variant => ({
  name: 'the same work without a queue',
  setUp: async () => {
    const path = freshFile(folder, 'unqueued');
    await (await openOurs(path)).close()();
    const own = new DatabaseSync(path);
    own.exec('PRAGMA synchronous = FULL');
    const [begin, commit] = [own.prepare('BEGIN IMMEDIATE'), own.prepare('COMMIT')];
    const head = own.prepare(
      'SELECT s.id, e.position, e.revision, e.hash, CAST(e.text AS BLOB) AS text FROM streams s JOIN events e ON e.stream = s.id WHERE s.name = ? ORDER BY e.revision DESC LIMIT 1',
    );
    const withId = own.prepare('SELECT position FROM events WHERE stream = ? AND id = ?');
    const addStream = own.prepare('INSERT INTO streams (name) VALUES (?)');
    const addEvent = own.prepare(
      'INSERT INTO events (stream, revision, id, type, hash, text) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const sha256 = (text: string | Uint8Array): string => hash('sha256', text, 'hex');
    const append = (stream: string, event: NewEvent, exact: number): void => {
      begin.run();
      const row = head.get(stream) as { id: number; revision: number; hash: Uint8Array; text: Uint8Array } | undefined;
      const last =
        row === undefined ? undefined : { ...JSON.parse(Buffer.from(row.text).toString()), hash: sha256(row.text) };
      const id = Buffer.from(event.id.replaceAll('-', ''), 'hex');
      if (row !== undefined && withId.get(row.id, id) !== undefined) throw new Error('repeated');
      const expected = exact < 0 ? 'none' : { exact };
      if (judgeAppend(stream, expected, [event], row?.revision ?? null, new Map()).kind !== 'write')
        throw new Error('conflict');
      const key = row?.id ?? Number(addStream.run(stream).lastInsertRowid);
      for (const { event: bound, text } of link(stream, last, [event], still.now(), { digest: sha256 })) {
        addEvent.run(key, bound.revision, id, event.type, Buffer.from(bound.hash, 'hex'), text);
      }
      commit.run();
    };
    return {
      work: async () => {
        for (const { stream, events } of given) {
          for (const [index, event] of events.entries()) {
            append(stream, event, index - 1);
            await undefined;
          }
        }
        return eventsOf(given).length;
      },
      check: () => mustBe('unqueued', countIn(path), eventsOf(given).length),
      tearDown: () => {
        own.close();
        removeFile(path);
      },
    };
  },
});

export const goal: Goal = {
  number: 4,
  title: 'Group commit on SQLite',
  fairness:
    'Every appender waits until its own append is durable. The variant without a queue does the same work by hand, one transaction an append.',
  run: async (scale) => {
    const few = casesOf(4, scale.size(600, 100));
    const many = casesOf(5, scale.size(6_000, 1_000));
    const compared = await compare({ ...scale, judged: 'wall' }, [
      unqueued(scale.folder, few),
      ours(scale.folder, 1, few),
      ours(scale.folder, 16, many),
      ours(scale.folder, 64, many),
    ]);
    return {
      rows: [
        atLeast('16 appenders against one', 4, compared, 'ours, 16 appenders', 'ours, 1 appender'),
        atLeast('64 appenders against one', 5, compared, 'ours, 64 appenders', 'ours, 1 appender'),
        atLeast(
          'one appender against the same work without a queue',
          0.95,
          compared,
          'ours, 1 appender',
          'the same work without a queue',
        ),
      ],
      rates: ratesOf(compared, 'appends/s'),
    };
  },
};
