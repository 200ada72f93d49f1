/** Goal 10: reading everything from PostgreSQL. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dumbo } from '@event-driven-io/dumbo';
import type { EventStore } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore, readMessagesBatch } from '@event-driven-io/emmett-postgresql';
import { atLeast, type Goal, ratesOf, shown } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';
import { emmettEvent } from '../peers/emmett.js';
import { ask, openJournal, postgresPlace } from '../postgres.js';
import { feedAll } from '../replay.js';
import { importCases } from '../sqlite.js';
import { casesOf, eventsOf } from '../workload.js';

const reading = (name: string, count: number, read: () => Promise<number>): Variant => ({
  name,
  setUp: () => {
    let found = 0;
    return {
      work: async () => {
        found = await read();
        return count;
      },
      check: () => mustBe(name, found, count),
    };
  },
});

const copied = async (url: string, schema: string): Promise<number> => {
  const child = spawn('psql', ['-qX', '-c', `COPY ${schema}.events TO STDOUT`, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  });
  await once(child, 'close');
  return lines;
};

export const goal: Goal = {
  number: 10,
  title: 'Replaying everything from PostgreSQL',
  fairness:
    'Both readers skip nothing that commits late: emmett’s filters by transaction id, ours by its feed. Ours decodes each event and, verified, hashes ' +
    'it. COPY only counts lines, in a `psql` of its own; our port has no reader that leaves events undecoded, so that row compares unlike things.',
  run: async (scale) => {
    const cases = casesOf(10, scale.size(60_000, 4_000));
    const count = eventsOf(cases).length;
    const place = await postgresPlace();
    const schema = 'replayed';
    const journal = await openJournal(place.url, 4, { schema });
    await importCases(journal, cases);
    const trusting = await openJournal(place.url, 4, { schema, mode: 'read', verify: false });
    const store = getPostgreSQLEventStore(place.url);
    await store.schema.migrate();
    for (const { stream, events } of cases) {
      await (store as unknown as EventStore).appendToStream(stream, events.map(emmettEvent));
    }
    await ask(place.url, 'ANALYZE');
    const pool = dumbo({ connectionString: place.url } as never) as unknown as {
      execute: Parameters<typeof readMessagesBatch>[0];
      close: () => Promise<void>;
    };
    const peer = async (): Promise<number> => {
      let [found, after] = [0, 0n];
      for (;;) {
        const { messages, currentGlobalPosition } = await readMessagesBatch(pool.execute, { after, batchSize: 1000 });
        found += messages.length;
        if (messages.length === 0) return found;
        after = currentGlobalPosition;
      }
    };
    const compared = await compare({ ...scale, judged: 'wall' }, [
      reading('ours, verified', count, async () => (await feedAll(journal)).count),
      reading('ours, trusted', count, async () => (await feedAll(trusting)).count),
      reading('emmett-postgresql, pages of 1000', count, peer),
      reading('limit: COPY, counting lines', count, () => copied(place.url, schema)),
    ]);
    return {
      rows: [
        atLeast('trusted, against emmett’s reader', 2, compared, 'ours, trusted', 'emmett-postgresql, pages of 1000'),
        shown('verified, against emmett’s reader', compared, 'ours, verified', 'emmett-postgresql, pages of 1000'),
        {
          what: 'undecoded, at least 0.8 × COPY',
          notRun: 'the journal’s port has no undecoded reader; see the next row',
        },
        shown('decoded and trusted, against COPY', compared, 'ours, trusted', 'limit: COPY, counting lines'),
      ],
      rates: ratesOf(compared, 'events/s'),
      close: async () => {
        await journal.close()();
        await trusting.close()();
        await pool.close();
        await store.close();
        await place.close();
      },
    };
  },
};
