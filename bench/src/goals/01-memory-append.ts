/** Goal 1: appending one event with an expected version, in memory. */
import { hash } from 'node:crypto';
import { EventStore, EventType } from '@castore/core';
import { InMemoryEventStorageAdapter } from '@castore/event-storage-adapter-in-memory';
import { type EventStore as EmmettStore, getInMemoryEventStore, STREAM_DOES_NOT_EXIST } from '@event-driven-io/emmett';
import { type Journal, memoryJournal, type NewEvent } from '@lienthong/core';
import { canonical, developmentKeys, type JsonValue, seal } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { atLeast, type Goal, type Measured, ratesOf, type Scale, shown } from '../goal.js';
import { compare, mustBe, timed, type Variant } from '../measure.js';
import { emmettEvent } from '../peers/emmett.js';
import { spreadOf } from '../spread.js';
import { type Case, casesOf, EVENT_TYPES, eventsOf, still } from '../workload.js';

const sha256 = (text: string): string => hash('sha256', text, 'hex');

export const appendEach = async (journal: Journal, cases: readonly Case[]): Promise<number> => {
  let done = 0;
  for (const { stream, events } of cases) {
    for (const [index, event] of events.entries()) {
      const answer = await journal.append(stream, index === 0 ? 'none' : { exact: index - 1 }, [event])();
      if (E.isLeft(answer)) throw new Error(answer.left.kind);
      done += 1;
    }
  }
  return done;
};

const countIn = async (journal: Journal): Promise<number> => {
  const page = await journal.feed({ limit: Number.MAX_SAFE_INTEGER })();
  return E.isLeft(page) ? -1 : page.right.events.length;
};

/** Fresh cases for each round: what is handed over is frozen, and a string once hashed is not hashed again. */
const fresh = (size: number) => {
  let seed = 0;
  return (): readonly Case[] => {
    seed += 1;
    return casesOf(seed, size);
  };
};

const ours = (
  name: string,
  cases: () => readonly Case[],
  options: Partial<Parameters<typeof memoryJournal>[0]>,
): Variant => ({
  name,
  setUp: () => {
    const [journal, given] = [memoryJournal({ clock: still, ...options }), cases()];
    return {
      work: () => appendEach(journal, given),
      check: async () => mustBe(name, await countIn(journal), eventsOf(given).length),
    };
  },
});

const sealing = (cases: () => readonly Case[]): Variant => ({
  name: 'ours, chain and sealing',
  setUp: async () => {
    const [journal, given] = [memoryJournal({ clock: still, digest: sha256 }), cases()];
    const key = await developmentKeys('bench').keyOf('case', 'child');
    if (key === 'erased') throw new Error('no key');
    return {
      work: async () => {
        let done = 0;
        for (const { stream, events } of given) {
          for (const [index, event] of events.entries()) {
            const { child, mother, ...facts } = event.data;
            const sealed = await seal(key, event.id, 'child', { child, mother });
            const said = { ...event, data: { ...facts, sealed: { child: sealed } } } as NewEvent;
            const answer = await journal.append(stream, index === 0 ? 'none' : { exact: index - 1 }, [said])();
            if (E.isRight(answer)) done += 1;
          }
        }
        return done;
      },
      check: async () => mustBe('sealed', await countIn(journal), eventsOf(given).length),
    };
  },
});

const emmett = (cases: () => readonly Case[]): Variant => ({
  name: 'emmett in memory',
  setUp: () => {
    const [store, given] = [
      getInMemoryEventStore(),
      cases().map((one) => ({ ...one, events: one.events.map(emmettEvent) })),
    ];
    return {
      work: async () => {
        let done = 0;
        for (const { stream, events } of given) {
          for (const [index, event] of events.entries()) {
            const expectedStreamVersion = index === 0 ? STREAM_DOES_NOT_EXIST : BigInt(index);
            await (store as EmmettStore).appendToStream(stream, [event], { expectedStreamVersion } as object);
            done += 1;
          }
        }
        return done;
      },
      check: async () => {
        const last = given.at(-1);
        const read = await store.readStream(last?.stream ?? '');
        mustBe('emmett', read.events.length, last?.events.length);
      },
    };
  },
});

const castore = (cases: () => readonly Case[]): Variant => ({
  name: 'castore in memory',
  setUp: () => {
    const store = new EventStore({
      eventStoreId: 'CASES',
      eventTypes: EVENT_TYPES.map((type) => new EventType({ type })),
      reducer: (aggregate: { aggregateId: string; version: number }) => aggregate,
      eventStorageAdapter: new InMemoryEventStorageAdapter(),
    });
    const given = cases().map(({ stream, events }) =>
      events.map(({ type, data, ...metadata }, index) => ({
        aggregateId: stream,
        version: index + 1,
        type,
        timestamp: metadata.occurredAt,
        payload: data,
        metadata,
      })),
    );
    return {
      work: async () => {
        let done = 0;
        for (const events of given) {
          for (const event of events) {
            await store.pushEvent(event as never);
            done += 1;
          }
        }
        return done;
      },
      check: async () => {
        const last = given.at(-1);
        const { events } = await store.getEvents(last?.[0]?.aggregateId ?? '');
        mustBe('castore', events.length, last?.length);
      },
    };
  },
});

const floor = (cases: () => readonly Case[]): Variant => ({
  name: 'floor: a Map of arrays behind an async function',
  setUp: () => {
    const [streams, given] = [new Map<string, NewEvent[]>(), cases()];
    const append = async (stream: string, expected: number, event: NewEvent): Promise<number> => {
      const found = streams.get(stream);
      if ((found?.length ?? 0) !== expected) throw new Error('conflict');
      if (found === undefined) streams.set(stream, [event]);
      else found.push(event);
      return expected;
    };
    return {
      work: async () => {
        let done = 0;
        for (const { stream, events } of given) {
          for (const [index, event] of events.entries()) {
            await append(stream, index, event);
            done += 1;
          }
        }
        return done;
      },
      check: () => mustBe('floor', [...streams.values()].flat().length, eventsOf(given).length),
    };
  },
});

/** The limit of an append with evidence: writing the canonical text and hashing it, and nothing else. */
const hashing = (cases: () => readonly Case[]): Variant => ({
  name: 'limit: canonical text and hash alone',
  setUp: () => {
    const given = eventsOf(cases());
    return {
      work: () => {
        for (const event of given) sha256(canonical(event as unknown as JsonValue));
        return given.length;
      },
    };
  },
});

/** The cost of an append into a full store, as a multiple of one into an empty store; taken in turn. */
const growth = async ({ rounds, size }: Scale): Promise<Measured> => {
  const [held, probe] = [size(100_000, 20_000), size(5_000, 2_000)];
  const into = async (before: number, seed: number): Promise<number> => {
    const journal = memoryJournal({ clock: still, evidence: 'deferred' });
    await appendEach(journal, casesOf(1, before));
    const given = casesOf(seed, probe);
    return (await timed({ work: () => appendEach(journal, given) })).cpu;
  };
  const costs: number[] = [];
  for (let round = -1; round < Math.min(rounds, 7); round += 1) {
    const empty = await into(100, 2 * round + 10);
    const full = await into(held, 2 * round + 11);
    if (round >= 0) costs.push(empty / full);
  }
  return {
    what: `cost of an append with ${held.toLocaleString('en')} events held, against an empty store`,
    target: { atMost: 1.2 },
    figure: spreadOf(costs),
    judged: 'cpu',
  };
};

export const goal: Goal = {
  number: 1,
  title: 'Append with an expected version, in memory',
  fairness:
    'The floor adds no metadata, checks no input and keeps no position. emmett and castore check neither the envelope nor that the data is JSON; ' +
    'ours does, and with evidence deferred freezes what it is given. Ours recognises repeats; the peers do not.',
  run: async (scale) => {
    const cases = fresh(scale.size(12_000, 3_000));
    const compared = await compare({ ...scale, judged: 'cpu' }, [
      ours('ours, evidence deferred', cases, { evidence: 'deferred' }),
      emmett(cases),
      castore(cases),
      floor(cases),
      ours('ours, chain kept', cases, { digest: sha256 }),
      hashing(cases),
      sealing(fresh(scale.size(3_000, 500))),
    ]);
    const [mine, chain, limit] = [
      'ours, evidence deferred',
      'ours, chain kept',
      'limit: canonical text and hash alone',
    ];
    return {
      rows: [
        atLeast('evidence deferred, against emmett', 6, compared, mine, 'emmett in memory'),
        atLeast('evidence deferred, against castore', 2, compared, mine, 'castore in memory'),
        atLeast(
          'evidence deferred, against the async Map',
          0.35,
          compared,
          mine,
          'floor: a Map of arrays behind an async function',
        ),
        shown('chain kept, against canonical text and hash alone', compared, chain, limit),
        shown('chain kept and one block sealed, against the same', compared, 'ours, chain and sealing', limit),
        shown('chain kept, against emmett, which keeps none', compared, chain, 'emmett in memory'),
        await growth(scale),
      ],
      rates: ratesOf(compared, 'appends/s'),
    };
  },
};
