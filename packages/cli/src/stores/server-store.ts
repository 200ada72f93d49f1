/** Stores on a server: PostgreSQL, EventStoreDB. Their packages are loaded only when an address asks for them. */
import type { Clock, Fault, Journal } from '@lienthong/core';
import { E, type TE } from '@lienthong/core/fp';
import type { ServerUrl } from './store-url.js';

type Mode = 'read' | 'write';

const SCHEMA = 'schema';

/** `?schema=NAME` is ours and says where the tables lie; whatever else the address says is the driver's. */
const onPostgres = async (address: string, clock: Clock, mode: Mode) => {
  const { postgresJournal } = await import('@lienthong/store-postgres');
  const url = new URL(address);
  const schema = url.searchParams.get(SCHEMA);
  url.searchParams.delete(SCHEMA);
  return postgresJournal({ connect: url.href, clock, mode, ...(schema !== null && { schema }) })();
};

const onEventStore = async (address: string, clock: Clock) => {
  const { eventstoredbJournal } = await import('@lienthong/store-eventstoredb');
  return eventstoredbJournal({ connection: address, clock })();
};

/** Opens the journal behind an address. PostgreSQL's tables are laid by the first who opens it to write, never by a reader. */
export const serverJournal =
  ({ kind, url }: ServerUrl, clock: Clock, mode: Mode): TE.TaskEither<Fault, Journal> =>
  async () => {
    if (!URL.canParse(url)) return E.left({ kind: 'BadInput', at: 'store', expected: 'the address of a server' });
    return kind === 'postgres' ? onPostgres(url, clock, mode) : onEventStore(url, clock);
  };
