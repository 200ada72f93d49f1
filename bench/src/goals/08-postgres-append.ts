/** Goal 8: one event, checked and durable, on PostgreSQL: one caller and sixteen. */
import { type EventStore, STREAM_DOES_NOT_EXIST } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import type { Journal } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { atLeast, type Goal, ratesOf } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';
import { emmettEvent } from '../peers/emmett.js';
import { ask, bareTable, openJournal, postgresPlace, shared, withDatabase } from '../postgres.js';
import { type Case, casesOf, eventsOf } from '../workload.js';

export const appendCaseByEvent = async (journal: Journal, { stream, events }: Case): Promise<number> => {
  for (const [index, event] of events.entries()) {
    const answer = await journal.append(stream, index === 0 ? 'none' : { exact: index - 1 }, [event])();
    if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  }
  return events.length;
};

const countIn = async (journal: Journal): Promise<number> => {
  const page = await journal.feed({ limit: 1_000_000 })();
  return E.isLeft(page) ? -1 : page.right.events.length;
};

const ours = (url: string, callers: number, given: readonly Case[]): Variant => ({
  name: `ours, ${callers} appender${callers === 1 ? '' : 's'}`,
  setUp: async () => {
    const journal = await openJournal(url, callers === 1 ? 1 : 4);
    return {
      work: () => shared(given, callers, (one) => appendCaseByEvent(journal, one)),
      check: async () => mustBe('ours', await countIn(journal), eventsOf(given).length),
      tearDown: async () => void (await journal.close()()),
    };
  },
});

const bare = (url: string, callers: number, given: readonly Case[]): Variant => ({
  name: `limit: bare INSERT, ${callers} connection${callers === 1 ? '' : 's'}`,
  setUp: async () => {
    const { add, count, close } = await bareTable(url, callers);
    return {
      work: () =>
        shared(given, callers, async ({ stream, events }) => {
          for (const [revision, { id, type, data }] of events.entries())
            await add(id, stream, revision, type, JSON.stringify(data));
          return events.length;
        }),
      check: async () => mustBe('bare', await count(), eventsOf(given).length),
      tearDown: close,
    };
  },
});

const emmett = (
  store: EventStore,
  countAll: () => Promise<number>,
  callers: number,
  given: () => readonly Case[],
): Variant => ({
  name: `emmett-postgresql, ${callers} appender${callers === 1 ? '' : 's'}`,
  setUp: async () => {
    const cases = given().map(({ stream, events }) => ({ stream, events: events.map(emmettEvent) }));
    const before = await countAll();
    const many = cases.flatMap(({ events }) => events).length;
    return {
      work: () =>
        shared(cases, callers, async ({ stream, events }) => {
          for (const [index, event] of events.entries()) {
            const expectedStreamVersion = index === 0 ? STREAM_DOES_NOT_EXIST : BigInt(index);
            await store.appendToStream(stream, [event], { expectedStreamVersion } as object);
          }
          return events.length;
        }),
      check: async () => mustBe('emmett', (await countAll()) - before, many),
    };
  },
});

export const goal: Goal = {
  number: 8,
  title: 'Durable append of one event on PostgreSQL',
  fairness:
    'The same server, TCP on loopback, synchronous_commit on, the `pg` driver under all. The bare INSERT checks only unique keys. Ours judges ' +
    'the expectation, recognises repeats, keeps the chain and a feed that skips nothing; sixteen callers of one journal share commits. ' +
    'emmett-postgresql partitions its table and keeps a transaction id a row for its readers.',
  run: async (scale) => {
    const place = await postgresPlace();
    const peerUrl = withDatabase(place.url, new URL(place.url).pathname.slice(1));
    const store = getPostgreSQLEventStore(peerUrl);
    await store.schema.migrate();
    const countAll = async (): Promise<number> =>
      Number((await ask(peerUrl, 'SELECT count(*) AS n FROM emt_messages'))[0]?.['n']);
    let seed = 80_000;
    const fresh = (events: number) => () => {
      seed += 1;
      return casesOf(seed, events);
    };
    const [few, many] = [casesOf(8, scale.size(400, 60)), casesOf(9, scale.size(2_000, 200))];
    const compared = await compare({ ...scale, judged: 'wall' }, [
      bare(place.url, 1, few),
      ours(place.url, 1, few),
      emmett(store as unknown as EventStore, countAll, 1, fresh(eventsOf(few).length)),
      bare(place.url, 16, many),
      ours(place.url, 16, many),
      emmett(store as unknown as EventStore, countAll, 16, fresh(eventsOf(many).length)),
    ]);
    return {
      rows: [
        atLeast(
          '1 appender, against a bare INSERT',
          0.8,
          compared,
          'ours, 1 appender',
          'limit: bare INSERT, 1 connection',
        ),
        atLeast(
          '1 appender, against emmett-postgresql',
          1.8,
          compared,
          'ours, 1 appender',
          'emmett-postgresql, 1 appender',
        ),
        atLeast(
          '16 appenders, against bare INSERTs on 16 connections',
          0.8,
          compared,
          'ours, 16 appenders',
          'limit: bare INSERT, 16 connections',
        ),
        atLeast(
          '16 appenders, against emmett-postgresql',
          1.8,
          compared,
          'ours, 16 appenders',
          'emmett-postgresql, 16 appenders',
        ),
        {
          what: 'against schemeless',
          notRun: '@schemeless/event-store as published does not resolve its own types package',
        },
      ],
      rates: ratesOf(compared, 'appends/s'),
      close: async () => {
        await store.close();
        await place.close();
      },
    };
  },
};
