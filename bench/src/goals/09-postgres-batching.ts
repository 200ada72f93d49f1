/** Goal 9: many appenders on one connection. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal } from '@lienthong/core';
import { atLeast, type Goal, type Row, ratesOf } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';
import { ask, openJournal, postgresPlace, shared } from '../postgres.js';
import { type Case, casesOf, eventsOf } from '../workload.js';
import { appendCaseByEvent } from './08-postgres-append.js';

const batched = (url: string, callers: number, given: readonly Case[]): Variant => ({
  name: `ours, ${callers} appenders on 1 connection`,
  setUp: async () => {
    const journal = await openJournal(url, 1);
    return {
      work: async () => {
        const done = await shared(given, callers, (one) => appendCaseByEvent(journal, one));
        mustBe('batched', done, eventsOf(given).length);
        return done;
      },
      tearDown: async () => void (await journal.close()()),
    };
  },
});

/** The same store without batching: a journal of its own for each appender, all on one schema. */
const unbatched = (url: string, callers: number, given: readonly Case[]): Variant => ({
  name: `ours unbatched, ${callers} connections`,
  setUp: async () => {
    const schema = `u${Date.now()}`;
    const journals: Journal[] = [];
    for (let caller = 0; caller < callers; caller += 1) journals.push(await openJournal(url, 1, { schema }));
    return {
      work: async () => {
        const done = await shared(given, callers, (one, caller) => appendCaseByEvent(journals[caller] as Journal, one));
        mustBe('unbatched', done, eventsOf(given).length);
        return done;
      },
      tearDown: async () => {
        for (const journal of journals) await journal.close()();
      },
    };
  },
});

const SCRIPT = `\\set n random(1, 1000000000)
INSERT INTO pgbench_plain (id, stream, revision, type, data) VALUES (gen_random_uuid(), 'birth-' || gen_random_uuid(), 0, 'Applied', repeat('x', 560));
`;

const pgbench = (url: string, folder: string, transactions: number): Variant => ({
  name: 'limit: pgbench, 16 clients, prepared INSERT',
  setUp: () => {
    const script = join(folder, 'insert.sql');
    writeFileSync(script, SCRIPT);
    return {
      work: async () => {
        const flags = [
          '-n',
          '-c',
          '16',
          '-j',
          '2',
          '-t',
          String(Math.ceil(transactions / 16)),
          '-M',
          'prepared',
          '-f',
          script,
        ];
        const child = spawn('pgbench', [...flags, url], { stdio: 'ignore' });
        const [status] = (await once(child, 'exit')) as [number];
        mustBe('pgbench', status, 0);
        return 16 * Math.ceil(transactions / 16);
      },
    };
  },
});

const hasPgbench = (): boolean => {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

export const goal: Goal = {
  number: 9,
  title: 'Micro-batching on PostgreSQL',
  fairness:
    'pgbench is a C program in a process of its own and includes its start; it inserts the same columns with no check but unique keys. Every appender ' +
    'of ours waits for its own append, and appends to one stream keep their order.',
  run: async (scale) => {
    const place = await postgresPlace();
    const there = hasPgbench();
    await ask(
      place.url,
      'CREATE TABLE pgbench_plain (position bigserial PRIMARY KEY, id uuid NOT NULL UNIQUE, stream text NOT NULL, ' +
        'revision integer NOT NULL, type text NOT NULL, data text NOT NULL, UNIQUE (stream, revision))',
    );
    const [some, many] = [casesOf(91, scale.size(2_000, 200)), casesOf(92, scale.size(6_000, 800))];
    const compared = await compare({ ...scale, judged: 'wall' }, [
      ...(there ? [pgbench(place.url, scale.folder, scale.size(6_000, 800))] : []),
      batched(place.url, 64, many),
      batched(place.url, 16, some),
      unbatched(place.url, 16, some),
    ]);
    const against: Row = there
      ? atLeast(
          '64 appenders on 1 connection, against pgbench with 16 clients',
          1,
          compared,
          'ours, 64 appenders on 1 connection',
          'limit: pgbench, 16 clients, prepared INSERT',
        )
      : { what: '64 appenders on 1 connection, against pgbench with 16 clients', notRun: 'no pgbench here' };
    return {
      rows: [
        against,
        atLeast(
          '16 appenders on 1 connection, against the same store unbatched on 16',
          1.5,
          compared,
          'ours, 16 appenders on 1 connection',
          'ours unbatched, 16 connections',
        ),
      ],
      rates: ratesOf(compared, 'appends/s'),
      close: place.close,
    };
  },
};
