/** Goal 2: the whole of a command, in memory: load eight events, fold, decide, append one. */
import { hash } from 'node:crypto';
import { EventStore, EventType } from '@castore/core';
import { InMemoryEventStorageAdapter } from '@castore/event-storage-adapter-in-memory';
import { CommandHandler, getInMemoryEventStore } from '@event-driven-io/emmett';
import {
  type CaseKind,
  type Command,
  type DomainEvent,
  handle,
  type Instant,
  type Journal,
  load,
  memoryJournal,
  type NewEvent,
  type Order,
} from '@lienthong/core';
import { developmentKeys } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { random } from '@lienthong/testing';
import { atLeast, type Goal, ratesOf, shown } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';
import { still, uuidOf } from '../workload.js';

const BEFORE = 8;

type Pay = Command<'Pay', Readonly<{ amount: number }>>;
type Paid = DomainEvent<'Paid'> & Readonly<{ amount: number }>;
type Account = Readonly<{ count: number; sum: number }>;

const initial: Account = { count: 0, sum: 0 };
const evolve = ({ count, sum }: Account, { amount }: Readonly<{ amount: number }>): Account => ({
  count: count + 1,
  sum: sum + amount,
});
const total = (state: Account, amount: number): number => (state.sum + amount > 1e9 ? 0 : amount);

const account: CaseKind<Pay, Paid, Account, never> = {
  name: 'account',
  law: lawBook([]),
  decider: {
    initial,
    decide: ({ data }, state) => E.right([{ type: 'Paid', amount: total(state, data.amount) }]),
    evolve,
  },
  events: {
    keep: ({ type, amount }) => ({ type, schema: 1, facts: { amount } }),
    recall: ({ facts }) => E.right({ type: 'Paid', amount: facts['amount'] as number }),
  },
  commands: {
    keep: ({ data }) => ({ facts: data }),
    recall: (_, { facts }) => E.right({ type: 'Pay', data: facts } as unknown as Order<Pay>),
  },
  legOf: () => undefined,
};

const dice = random('commands');
const actor = { id: 'officer-17', role: 'registrar', unit: '16834' } as const;
const payOf = (amount: number): Pay => ({
  id: uuidOf(dice),
  type: 'Pay',
  at: '2024-09-02T01:00:00.000Z' as Instant,
  actor,
  data: { amount },
});

const paidOf = (stream: string, amount: number): NewEvent => ({
  id: uuidOf(dice),
  type: 'Paid',
  schema: 1,
  occurredAt: '2024-09-02T01:00:00.000Z' as Instant,
  actor,
  causation: uuidOf(dice),
  correlation: stream,
  data: { amount },
});

const streamsOf = (count: number): readonly string[] => Array.from({ length: count }, () => `account-${uuidOf(dice)}`);
/** What eight payments of 1 to 8 and a ninth of 9 come to. */
const WANTED = ((BEFORE + 1) * (BEFORE + 2)) / 2;

type Options = Partial<Parameters<typeof memoryJournal>[0]>;

const stateIn = async (journal: Journal, stream: string): Promise<number> => {
  const loaded = await load(journal, account, stream)();
  return E.isLeft(loaded) ? -1 : loaded.right.state.sum;
};

/** `handle` as everybody uses it: it keeps the command too, so it appends two records where the others append one. */
const handled = (name: string, count: number, options: Options): Variant => ({
  name,
  setUp: async () => {
    const journal = memoryJournal({ clock: still, ...options });
    const run = handle({ journal, keys: developmentKeys('bench') })(account);
    const streams = streamsOf(count);
    for (const stream of streams) {
      for (let amount = 1; amount <= BEFORE; amount += 1) await run(stream, payOf(amount))();
    }
    const commands = streams.map(() => payOf(BEFORE + 1));
    return {
      work: async () => {
        for (const [index, stream] of streams.entries()) {
          const done = await run(stream, commands[index] as Pay)();
          if (E.isLeft(done) || E.isLeft(done.right)) throw new Error('not handled');
        }
        return count;
      },
      check: async () => mustBe(name, await stateIn(journal, streams[count - 1] as string), WANTED),
    };
  },
});

/** The same three steps over the journal's port, without keeping the command: what the peers do. */
const bare = (name: string, count: number, options: Options): Variant => ({
  name,
  setUp: async () => {
    const journal = memoryJournal({ clock: still, ...options });
    const streams = streamsOf(count);
    for (const stream of streams) {
      for (let amount = 1; amount <= BEFORE; amount += 1)
        await journal.append(stream, 'any', [paidOf(stream, amount)])();
      await journal.read(stream)();
    }
    const events = streams.map((stream) => paidOf(stream, BEFORE + 1));
    return {
      work: async () => {
        for (const [index, stream] of streams.entries()) {
          const loaded = await load(journal, account, stream)();
          if (E.isLeft(loaded)) throw new Error(loaded.left.kind);
          const { state, head } = loaded.right;
          const event = events[index] as NewEvent;
          if (total(state, BEFORE + 1) !== BEFORE + 1) throw new Error('decided otherwise');
          const done = await journal.append(stream, { exact: head as number }, [event])();
          if (E.isLeft(done)) throw new Error(done.left.kind);
        }
        return count;
      },
      check: async () => mustBe(name, await stateIn(journal, streams[count - 1] as string), WANTED),
    };
  },
});

const emmett = (count: number): Variant => ({
  name: 'emmett in memory, CommandHandler',
  setUp: async () => {
    const store = getInMemoryEventStore();
    const streams = streamsOf(count);
    type Event = { type: 'Paid'; data: { amount: number }; metadata: object };
    const run = CommandHandler<Account, Event>({
      evolve: (state, { data }) => evolve(state, data),
      initialState: () => initial,
    });
    const eventOf = (stream: string, amount: number) => {
      const { data, type: _, ...metadata } = paidOf(stream, amount);
      return { type: 'Paid', data, metadata } as unknown as Event;
    };
    for (const stream of streams) {
      await store.appendToStream(
        stream,
        Array.from({ length: BEFORE }, (_, index) => eventOf(stream, index + 1)),
      );
    }
    const events = streams.map((stream) => eventOf(stream, BEFORE + 1));
    return {
      work: async () => {
        for (const [index, stream] of streams.entries()) {
          const event = events[index] as Event;
          await run(store, stream, (state) => ({ ...event, data: { amount: total(state, event.data.amount) } }));
        }
        return count;
      },
      check: async () => {
        const { state } = await store.aggregateStream<Account, Event>(streams[count - 1] as string, {
          evolve: (before: Account, { data }: Event) => evolve(before, data),
          initialState: () => initial,
        });
        mustBe('emmett', state.sum, WANTED);
      },
    };
  },
});

const castore = (count: number): Variant => ({
  name: 'castore in memory, getAggregate and pushEvent',
  setUp: async () => {
    type Aggregate = Account & { aggregateId: string; version: number };
    const store = new EventStore({
      eventStoreId: 'ACCOUNTS',
      eventTypes: [new EventType({ type: 'Paid' })],
      reducer: (before: Aggregate | undefined, event: { aggregateId: string; version: number; payload?: unknown }) => ({
        ...evolve(before ?? initial, event.payload as { amount: number }),
        aggregateId: event.aggregateId,
        version: event.version,
      }),
      eventStorageAdapter: new InMemoryEventStorageAdapter(),
    });
    const streams = streamsOf(count);
    const eventOf = (aggregateId: string, version: number) => {
      const { data, type, ...metadata } = paidOf(aggregateId, version);
      return { aggregateId, version, type, timestamp: metadata.occurredAt, payload: data, metadata } as never;
    };
    for (const stream of streams) {
      for (let version = 1; version <= BEFORE; version += 1) await store.pushEvent(eventOf(stream, version));
    }
    const events = streams.map((stream) => eventOf(stream, BEFORE + 1));
    return {
      work: async () => {
        for (const [index, stream] of streams.entries()) {
          const { aggregate } = await store.getAggregate(stream);
          if (total(aggregate as Aggregate, BEFORE + 1) !== BEFORE + 1) throw new Error('decided otherwise');
          await store.pushEvent(events[index] as never);
        }
        return count;
      },
      check: async () => {
        const { aggregate } = await store.getAggregate(streams[count - 1] as string);
        mustBe('castore', (aggregate as Aggregate).sum, WANTED);
      },
    };
  },
});

const floor = (count: number): Variant => ({
  name: 'floor: a synchronous loop over a Map of arrays',
  setUp: () => {
    const streams = new Map(
      streamsOf(count).map((name) => [name, Array.from({ length: BEFORE }, (_, index) => paidOf(name, index + 1))]),
    );
    const given = [...streams.keys()].map((name) => paidOf(name, BEFORE + 1));
    return {
      work: () => {
        let at = 0;
        for (const events of streams.values()) {
          const state = events.reduce((before, { data }) => evolve(before, data as { amount: number }), initial);
          if (events.length === BEFORE && total(state, BEFORE + 1) > 0) events.push(given[at] as NewEvent);
          at += 1;
        }
        return count;
      },
      check: () => mustBe('floor', [...streams.values()].flat().length, count * (BEFORE + 1)),
    };
  },
});

export const goal: Goal = {
  number: 2,
  title: 'Command cycle in memory: load 8 events, decide, append 1',
  fairness:
    'The decider only adds. “The journal’s port” does what the peers do: read, fold, decide, append one. `handle` does more: it recognises a ' +
    'repeated command, keeps the command itself as a record of its own (so 16 records are loaded and 2 appended), checks the ' +
    'clock, makes ids by UUIDv5 and settles unknown outcomes. The floor awaits nothing, checks no input and adds no metadata.',
  run: async (scale) => {
    const count = scale.size(1_500, 300);
    const sha256 = (text: string): string => hash('sha256', text, 'hex');
    const compared = await compare({ ...scale, judged: 'cpu' }, [
      bare('ours, the journal’s port, evidence deferred', count, { evidence: 'deferred' }),
      handled('ours, handle, evidence deferred', count, { evidence: 'deferred' }),
      emmett(count),
      castore(count),
      floor(count),
      bare('ours, the journal’s port, chain kept', count, { digest: sha256 }),
      handled('ours, handle, chain kept', count, { digest: sha256 }),
    ]);
    const [port, whole] = ['ours, the journal’s port, evidence deferred', 'ours, handle, evidence deferred'];
    const [peer, other] = ['emmett in memory, CommandHandler', 'castore in memory, getAggregate and pushEvent'];
    const loop = 'floor: a synchronous loop over a Map of arrays';
    return {
      rows: [
        atLeast('the journal’s port, against emmett', 3, compared, port, peer),
        atLeast('the journal’s port, against castore', 3, compared, port, other),
        atLeast('the journal’s port, against a synchronous loop', 0.5, compared, port, loop),
        shown('handle, which keeps the command too, against emmett', compared, whole, peer),
        shown('handle, against a synchronous loop', compared, whole, loop),
        shown(
          'the journal’s port with the chain kept, against emmett',
          compared,
          'ours, the journal’s port, chain kept',
          peer,
        ),
        shown('handle with the chain kept, against emmett', compared, 'ours, handle, chain kept', peer),
      ],
      rates: ratesOf(compared, 'cycles/s'),
    };
  },
};
