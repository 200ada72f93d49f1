/** A place in a server for the contract: a schema of its own, and what may happen to it. Belongs to the tests; not published. */
import type { Clock, Journal } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { type Place, testClock } from '@lienthong/testing/store-contract';
import { raiseEpoch } from '../epoch.js';
import { type PostgresJournalOptions, postgresJournal } from '../postgres-journal.js';
import { SCHEMA_VERSION } from '../schema/migrations.js';
import { ask, freshDatabase } from './database.js';
import { holdWriter } from './held-writer.js';
import { startProxy, type Wire } from './proxy.js';
import { copyOf, dump } from './restored.js';
import { isOurs, type Server } from './server.js';
import { spawnWriter, startWriter } from './writers.js';

export type Where = Readonly<{ server: Server; url: string; schema: string }>;
type Options = Partial<PostgresJournalOptions>;

export const opened = async (options: PostgresJournalOptions): Promise<Journal> => {
  const journal = await postgresJournal(options)();
  if (E.isRight(journal)) return journal.right;
  throw new Error(`Unavailable ${'code' in journal.left ? journal.left.code : JSON.stringify(journal.left)}`);
};

let count = 0;
const freshSchema = (): string => {
  count += 1;
  return `place_${process.pid}_${count}`;
};

/** A schema a place: a database of its own would cost each case a tenth of a second more. */
export const placeIn =
  (server: () => Server, options: Options = {}) =>
  async (): Promise<Place> => {
    const where = { server: server(), url: server().url, schema: freshSchema() };
    return placeAt(where, await startProxy(where.url), options);
  };

/** What a backup holds after it was restored as the guide says: with the epoch raised. */
const restoredFrom = async (where: Where, by: 'copy' | 'dump', options: Options): Promise<Place> => {
  const { server, url, schema } = where;
  const raised = async (there: string): Promise<void> => {
    const epoch = await raiseEpoch({ connect: there, schema })();
    if (E.isLeft(epoch)) throw new Error(JSON.stringify(epoch.left));
  };
  if (by === 'copy') {
    const other = await copyOf(server);
    await raised(other.url);
    const place = placeAt({ server: other, url: other.url, schema }, await startProxy(other.url), options);
    return { ...place, remove: () => other.stop() };
  }
  const database = await freshDatabase(url);
  await dump(url, database.url, schema);
  await raised(database.url);
  const place = placeAt({ server, url: database.url, schema }, await startProxy(database.url), options);
  return { ...place, remove: () => database.drop() };
};

const schemaHooks = ({ url, schema }: Where): Partial<Place> => ({
  tamper: async (verb) => {
    const what =
      verb === 'update' ? `UPDATE "${schema}".events SET revision = revision` : `DELETE FROM "${schema}".events`;
    return ask(url, what).then(
      () => true,
      () => false,
    );
  },
  leaveGap: async (size) => {
    const sequence = `"${schema}".events_position_seq`;
    await ask(url, `SELECT setval('${sequence}', last_value + ${size}) FROM ${sequence}`);
  },
  stride: async (by) => {
    await ask(url, `ALTER SEQUENCE "${schema}".events_position_seq INCREMENT BY ${by} CACHE ${by}`);
  },
  newerSchema: async () => {
    await ask(url, `INSERT INTO "${schema}".versions (version) VALUES (${SCHEMA_VERSION + 1})`);
  },
  whileReadOnly: async (work) => {
    const database = new URL(url).pathname.slice(1);
    await ask(url, `ALTER DATABASE "${database}" SET default_transaction_read_only = on`);
    try {
      return await work();
    } finally {
      await ask(url, `BEGIN READ WRITE; ALTER DATABASE "${database}" RESET default_transaction_read_only; COMMIT`);
    }
  },
});

/** What is done to a server of our own only. */
const serverHooks = (where: Where, options: Options): Partial<Place> => ({
  restart: async () => {
    await where.server.kill9();
    await where.server.restart();
  },
  restored: (by) => restoredFrom(where, by, options),
  backups: ['copy', 'dump'],
});

export const placeAt = (where: Where, proxy: Wire, options: Options): Place => {
  const { url, schema } = where;
  const target = { url, schema, ...(options.feed === undefined ? {} : { feed: options.feed }) };
  const clocks: Clock[] = [testClock()];
  return {
    ...schemaHooks(where),
    open: (clock) => {
      clocks.push(clock);
      return opened({ connect: proxy.url, schema, clock, ...options });
    },
    remove: async () => {
      await proxy.close();
      await ask(url, `SET client_min_messages = error; DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
    },
    spawnWriter: (job) => spawnWriter(target, job),
    killWriter: async (job, after) => {
      const writer = await startWriter(target, job);
      await writer.heard(after);
      await writer.kill();
      return writer.told;
    },
    ...(isOurs ? serverHooks(where, options) : {}),
    holdWriter: () => holdWriter(url, schema, clocks.at(-1) as Clock),
    dropConnection: async (when) => proxy.drop(when),
    interrupt: async (by) => proxy.interrupt(by),
    neighbour: async () => {
      const beside = { ...where, schema: freshSchema() };
      return placeAt(beside, await startProxy(url), options);
    },
  };
};
