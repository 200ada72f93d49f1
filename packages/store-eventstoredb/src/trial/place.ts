/** A place in a server for the contract: a prefix of its own, so that a server shared by others serves too. Only for tests. */
import { randomUUID } from 'node:crypto';
import { BACKWARDS, END, EventStoreDBClient } from '@eventstore/db-client';
import type { Clock, Journal } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { type EventStoreServer, eventStoreServer } from '@lienthong/testing/eventstoredb';
import type { Deviation, Offer, Place } from '@lienthong/testing/store-contract';
import type { Wire } from '../driver.js';
import { type EventStoreOptions, eventstoredbJournal } from '../eventstoredb-journal.js';
import { BEFORE_ALL, positionOf } from '../position.js';
import { runWriter } from './writers.js';

export const opened = async (options: Parameters<typeof eventstoredbJournal>[0]): Promise<Journal> => {
  const journal = await eventstoredbJournal(options)();
  if (E.isRight(journal)) return journal.right;
  throw new Error(`Unavailable ${JSON.stringify(journal.left)}`);
};

/** Where the log of a server ends now, so that what others wrote before is not read again by each case. */
const endOf = async (connection: string): Promise<string> => {
  const client = EventStoreDBClient.connectionString(connection);
  try {
    for await (const { event } of client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 })) {
      if (event !== undefined) return positionOf(event.position);
    }
    return BEFORE_ALL;
  } finally {
    await client.dispose();
  }
};

/** Writers in other processes, which write to this place. */
const writersAt = (options: EventStoreOptions): Required<Pick<Place, 'spawnWriter' | 'killWriter'>> => ({
  spawnWriter: (job) => runWriter({ ...job, options }),
  killWriter: (job, after) => runWriter({ ...job, options }, after),
});

/** Streams are never changed; but whoever may administer the server may delete them, by a call of its own. */
const tamperWith =
  ({ connection, prefix = '' }: EventStoreOptions): NonNullable<Place['tamper']> =>
  async (verb) => {
    if (verb === 'update') return false;
    const client = EventStoreDBClient.connectionString(String(connection));
    try {
      await client.deleteStream(`${prefix}case-1`);
      return true;
    } finally {
      await client.dispose();
    }
  };

const placeAt = (options: EventStoreOptions): Place => ({
  open: (clock: Clock) => opened({ ...options, clock }),
  ...writersAt(options),
  tamper: tamperWith(options),
  neighbour: async () => placeAt({ ...options, prefix: `neighbour-${randomUUID()}/` }),
});

/** What every place on this store offers, and what it does not keep. */
export const everywhere: readonly Offer[] = [
  'lasting',
  'watchesOthers',
  'spawnWriter',
  'killWriter',
  'tamper',
  'neighbour',
];
export const deviations: readonly Deviation[] = [
  {
    id: 'H1',
    reason:
      'the server has no rule against deleting a stream; who may is a matter of access, and inspectEventstoredb tells',
  },
];

/** A place in a server that stands already, and may be used by others too. */
export const placeIn = (connection: string, wire: Wire) => async (): Promise<Place> =>
  placeAt({ connection, wire, prefix: `trial-${randomUUID()}/`, since: await endOf(connection) });

type Double = Readonly<{ wire: Wire; batchAppend: boolean }>;

/** Opened again when nobody has it open any more, it is a server that was restarted, and has forgotten what it only remembered. */
const restartedBetween = (server: EventStoreServer, open: Place['open']): Place['open'] => {
  let [isUsed, users] = [false, 0];
  return async (clock) => {
    if (isUsed && users === 0) await server.restart();
    isUsed = true;
    users += 1;
    const journal = await open(clock);
    let isOpen = true;
    const leave = (): void => {
      users -= isOpen ? 1 : 0;
      isOpen = false;
    };
    return {
      ...journal,
      close: () => async () => {
        leave();
        return journal.close()();
      },
    };
  };
};

/** What a double can be made to do besides. */
export const doubleOffers: readonly Offer[] = [...everywhere, 'restart', 'dropConnection'];

/** A server of its own for each place. */
export const placeInDouble = (options: Double) => async (): Promise<Place> => {
  const problems: unknown[] = [];
  const { wire, batchAppend } = options;
  const server: EventStoreServer = await eventStoreServer({ batchAppend, tell: (problem) => problems.push(problem) });
  // A tenant is a prefix that is not the beginning of another's.
  const place = placeAt({ connection: server.connectionString, wire, prefix: 'ours/' });
  return {
    ...place,
    open: restartedBetween(server, place.open),
    neighbour: async () => placeAt({ connection: server.connectionString, wire, prefix: 'neighbour/' }),
    restart: server.restart,
    dropConnection: async (when) =>
      server.faults.strike({ kind: when === 'before-commit' ? 'reset' : 'commit-then-reset', on: 'append' }),
    remove: async () => {
      await server.stop();
      if (problems.length > 0) throw new Error(`the double failed: ${String(problems[0])}`);
    },
  };
};
