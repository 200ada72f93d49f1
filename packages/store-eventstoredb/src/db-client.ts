/** The driver over `@eventstore/db-client` 6.2.1: everything it does has an end, and nothing it says is believed too soon. */
import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventData,
  EventStoreDBClient,
  excludeSystemEvents,
  FORWARDS,
  type ResolvedEvent,
  START,
} from '@eventstore/db-client';
import type { BadInput } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { checkConnection } from './connection.js';
import { appendTrouble, isMissing, readTrouble } from './db-client-errors.js';
import { closeClient, takeWire } from './db-client-inside.js';
import type { Connection, DriverSettings, EventStoreDriver, Place, Proposal, Recorded, Trouble } from './driver.js';
import { hashIn } from './envelope.js';
import { onlyOneLibrary } from './one-library.js';
import { LATE, within } from './time.js';

type Resolved = ResolvedEvent | AllStreamResolvedEvent;
type Stream = AsyncIterable<Resolved> & Readonly<{ cancel: () => Promise<void>; destroy: () => unknown }>;

/** What stands where a position is not known. */
const NO_POSITION = 2n ** 64n - 1n;

const connectTo = (connection: Connection, timeout: number): EventStoreDBClient => {
  if (typeof connection === 'string') return EventStoreDBClient.connectionString(connection);
  const { tls = true, rootCertificate, credentials } = connection;
  const channel = {
    insecure: !tls,
    ...(rootCertificate === undefined ? {} : { rootCertificate: Buffer.from(rootCertificate) }),
  };
  const common = { throwOnAppendFailure: true, defaultDeadline: timeout };
  return 'endpoint' in connection
    ? new EventStoreDBClient({ ...common, endpoint: connection.endpoint }, channel, credentials)
    : new EventStoreDBClient({ ...common, endpoints: [...connection.endpoints] }, channel, credentials);
};

/** The data go as bytes: what the client would make of a value is the client's idea, not the text that was hashed. */
const eventData = ({ id, type, text, hash }: Proposal): EventData => ({
  id,
  type,
  contentType: 'application/octet-stream',
  data: Uint8Array.from(Buffer.from(text, 'utf8')),
  metadata: { hash },
});

const placeIn = (position: Place | undefined): Place | undefined =>
  position === undefined || position.commit === NO_POSITION ? undefined : position;

/** A link whose target is gone has no event; we resolve none, so there is always one. */
const recordedOf = ({ event }: Resolved): Recorded | undefined =>
  event === undefined
    ? undefined
    : {
        id: event.id,
        stream: event.streamId,
        revision: Number(event.revision),
        type: event.type,
        bytes: event.data instanceof Uint8Array ? event.data : new Uint8Array(),
        json: event.isJson ? event.data : undefined,
        hash: event.data instanceof Uint8Array ? hashIn(event.metadata) : undefined,
        place: placeIn(event.position),
      };

/** Reads to the end, unless the server is silent for too long. A read without a deadline of its own is cancelled. */
const drained = async (stream: Stream, timeout: number): Promise<Either<Trouble, readonly Recorded[] | undefined>> => {
  const events: Recorded[] = [];
  const reading = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await within(timeout, reading.next());
      if (next === LATE) {
        await within(timeout, stream.cancel());
        return E.left('timed-out');
      }
      if (next.done === true) return E.right(events);
      const recorded = recordedOf(next.value);
      if (recorded !== undefined) events.push(recorded);
    }
  } catch (error) {
    return isMissing(error) ? E.right(undefined) : E.left(readTrouble(error));
  }
};

/** What the client throws at once, such as a name it does not take, is an answer too. */
const reading = async (
  open: () => Stream,
  timeout: number,
): Promise<Either<Trouble, readonly Recorded[] | undefined>> => {
  try {
    return await drained(open(), timeout);
  } catch (error) {
    return E.left(readTrouble(error));
  }
};

const appending =
  (client: EventStoreDBClient, { timeout, wire }: DriverSettings): EventStoreDriver['append'] =>
  async (stream, at, events) => {
    try {
      const answer = await within(
        timeout,
        client.appendToStream(stream, events.map(eventData), {
          expectedRevision: at === 'none' ? 'no_stream' : BigInt(at),
          requiresLeader: true,
          deadline: timeout,
        }),
      );
      if (answer === LATE) return E.left('in-doubt');
      return E.right(answer.success ? 'written' : 'wrong-version');
    } catch (error) {
      const trouble = appendTrouble(error, wire);
      return trouble === 'wrong-version' ? E.right(trouble) : E.left(trouble);
    }
  };

const following =
  (client: EventStoreDBClient): EventStoreDriver['follow'] =>
  (heard, ended) => {
    let over = false;
    const end = (): void => {
      if (over) return;
      over = true;
      ended();
    };
    const subscription = client.subscribeToAll({
      fromPosition: END,
      filter: excludeSystemEvents(),
      requiresLeader: true,
    });
    subscription.on('data', heard).on('error', end).on('end', end).on('close', end);
    return () => {
      over = true;
      subscription.unsubscribe().catch(() => undefined);
    };
  };

export const dbClient = (settings: DriverSettings): Either<BadInput, EventStoreDriver> => {
  const alone = onlyOneLibrary();
  if (E.isLeft(alone)) return alone;
  const checked = checkConnection(settings.connection);
  if (E.isLeft(checked)) return checked;
  const { timeout, wire } = settings;
  let client: EventStoreDBClient;
  try {
    client = connectTo(checked.right, timeout);
  } catch {
    // Its message repeats the connection string, and with it the password.
    return E.left({ kind: 'BadInput', at: 'connection', expected: 'a connection string and files that can be read' });
  }
  takeWire(client, wire);
  const readAll = (from: Place | 'start' | 'end', count: number): Stream =>
    client.readAll({
      fromPosition: from === 'start' ? START : from === 'end' ? END : from,
      direction: from === 'end' ? BACKWARDS : FORWARDS,
      maxCount: count,
      requiresLeader: true,
    });
  return E.right({
    name: '@eventstore/db-client',
    append: appending(client, settings),
    readStream: (stream, { from, backward, count }) =>
      reading(
        () =>
          client.readStream(stream, {
            fromRevision: from === 'start' ? START : from === 'end' ? END : BigInt(from),
            direction: backward ? BACKWARDS : FORWARDS,
            maxCount: count,
            requiresLeader: true,
          }),
        timeout,
      ),
    readAll: async (from, count) =>
      E.map((events: readonly Recorded[] | undefined) => events ?? [])(
        await reading(() => readAll(from, count), timeout),
      ),
    probe: async () => E.map(() => undefined)(await reading(() => readAll('end', 1), timeout)),
    follow: following(client),
    close: async () => {
      await within(timeout, closeClient(client)).catch(() => undefined);
    },
  });
};
