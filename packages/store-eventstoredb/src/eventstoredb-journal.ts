/**
 * The journal on EventStoreDB or KurrentDB (sổ sự kiện trên EventStoreDB): one node or a cluster, over the client that the
 * driver brings. What the server promises is used, what it only seems to promise is fenced; see the guide.
 */
import {
  type Clock,
  checkAppend,
  checkRead,
  type Fault,
  type Journal,
  type ReadOptions,
  type StoredEvent,
  type StreamPage,
} from '@lienthong/core';
import { isUnbroken } from '@lienthong/core/evidence';
import { E, type Either, type TE } from '@lienthong/core/fp';
import { readPart } from './catching-up.js';
import { dbClient } from './db-client.js';
import type { Connection, OpenDriver, StreamQuestion, Wire } from './driver.js';
import { CLOSED, CORRUPT, faultOf } from './faults.js';
import { type FeedSource, type Foreign, readFeed } from './feed.js';
import { type Alarm, inspectLog } from './inspect.js';
import { type KnownStreams, knownStreams } from './known-streams.js';
import { patiently } from './patience.js';
import { BEFORE_ALL, placeOf } from './position.js';
import { watchLog } from './watch.js';
import { writer } from './writer.js';

export type EventStoreOptions = Readonly<{
  /** A connection string (`esdb://…`, `esdb+discover://…`), or the address in parts. */
  connection: Connection;
  /** Stands before each stream's name in the server, so that others may use it too; must not begin with `$`. */
  prefix?: string;
  /** How long the server may be silent, in milliseconds; 10,000 unless said. */
  timeout?: number;
  /** How long a server that cannot be reached is asked again, in milliseconds; 5,000 unless said. */
  patience?: number;
  /** Whether each event read is held against its hash and its neighbour's; `true` unless said. */
  verify?: boolean;
  /** What the feed does with events, under our prefix, that this journal did not write; `report` unless said. */
  foreign?: Foreign;
  /** A position at or before which nothing under our prefix stands: where the feed begins in a server long used by others. */
  since?: string;
  /** By which call appends go; `append` unless said. */
  wire?: Wire;
  driver?: OpenDriver;
}>;

export type EventStoreJournalOptions = EventStoreOptions & Readonly<{ clock: Clock }>;

const isMs = (value: number): boolean => Number.isSafeInteger(value) && value > 0 && value < 2 ** 31;

const bad = (at: string, expected: string): Either<Fault, never> => E.left({ kind: 'BadInput', at, expected });

/** A source whose server was reached, and lets its log be read. */
const connect = async (options: EventStoreOptions): Promise<Either<Fault, FeedSource>> => {
  const { connection, prefix = '', timeout = 10_000, patience = 5_000, wire = 'append' } = options;
  const { verify = true, foreign = 'report', since = BEFORE_ALL, driver: open = dbClient } = options;
  if (prefix.startsWith('$') || !prefix.isWellFormed()) return bad('prefix', 'a text that does not begin with $');
  if (!isMs(timeout)) return bad('timeout', 'milliseconds from 1');
  if (!isMs(patience)) return bad('patience', 'milliseconds from 1');
  if (E.isLeft(placeOf(since))) return bad('since', 'a position that this journal gave');
  const opened = open({ connection, timeout, wire });
  if (E.isLeft(opened)) return opened;
  const driver = opened.right;
  const probed = await patiently(patience, driver.probe);
  if (E.isRight(probed)) return E.right({ driver, verify, prefix, patience, foreign, since });
  await driver.close();
  return E.left(faultOf(probed.left));
};

const readStream = async (
  source: FeedSource,
  streams: KnownStreams,
  name: string,
  options?: ReadOptions,
): Promise<Either<Fault, StreamPage>> => {
  const plan = checkRead(name, options);
  if (E.isLeft(plan)) return plan;
  const { from, backward, limit } = plan.right;
  // An empty page still tells whether the stream is there.
  const question: StreamQuestion =
    limit === 0
      ? { from: 'end', backward: true, count: 1 }
      : { from: from ?? (backward ? 'end' : 'start'), backward, count: limit };
  const read = await readPart(source, name, question);
  if (E.isLeft(read)) return read;
  if (read.right === undefined) return E.right({ exists: false, events: [] });
  const events = limit === 0 ? [] : read.right;
  if (!isWhole(events, source, backward, from)) return E.left(CORRUPT);
  const isAll = !backward && (from ?? 0) === 0 && limit > events.length && events.length > 0;
  if (isAll && streams.of(name) === undefined) streams.grow(name, undefined, events);
  return E.right({ exists: true, events });
};

/** A page begins where it was asked to: where it does not, the server has been told to forget what stood before. */
const isWhole = (
  events: readonly StoredEvent[],
  { verify }: FeedSource,
  backward: boolean,
  from: number | undefined,
): boolean => {
  const [first] = events;
  if (!backward && first !== undefined && first.revision !== (from ?? 0)) return false;
  return !verify || isUnbroken(backward ? events.toReversed() : events);
};

const journalOn = (source: FeedSource, clock: Clock): Journal => {
  const { driver } = source;
  const streams = knownStreams();
  const append = writer(source, streams, clock);
  const watching = new Set<() => void>();
  const underWay = new Set<Promise<unknown>>();
  let isOpen = true;

  const whileOpen =
    <F, T>(work: () => Promise<Either<F, T>>): TE.TaskEither<F | typeof CLOSED, T> =>
    async () => {
      if (!isOpen) return E.left(CLOSED);
      const done = work();
      underWay.add(done);
      try {
        return await done;
      } finally {
        underWay.delete(done);
      }
    };

  return {
    append: (stream, expected, events) =>
      whileOpen(async () => {
        const checked = checkAppend(stream, expected, events);
        return E.isLeft(checked) ? checked : append({ stream, expected, events });
      }),
    read: (stream, options) => whileOpen(() => readStream(source, streams, stream, options)),
    feed: (options) => whileOpen(() => readFeed(source, options)),
    watch: (wake) => {
      if (!isOpen) return () => undefined;
      const unwatch = watchLog(driver, wake);
      const stop = (): void => {
        watching.delete(stop);
        unwatch();
      };
      watching.add(stop);
      return stop;
    },
    close: () => async () => {
      if (!isOpen) return E.right(undefined);
      isOpen = false;
      for (const stop of watching) stop();
      // What was asked before is still answered.
      await Promise.allSettled(underWay);
      await driver.close();
      return E.right(undefined);
    },
  };
};

/**
 * Connects, and looks whether the log may be read. Errors: `BadInput` for a connection string that is none, `Unavailable` as
 * `unreachable`, `timed-out` or `login-refused`.
 * @example await eventstoredbJournal({ connection: 'esdb://127.0.0.1:2113?tls=false', clock })()
 */
export const eventstoredbJournal =
  (options: EventStoreJournalOptions): TE.TaskEither<Fault, Journal> =>
  async () =>
    E.map((source: FeedSource) => journalOn(source, options.clock))(await connect(options));

/** Looks the whole log over, once, and closes the connection again. Errors: as `eventstoredbJournal`. */
export const inspectEventstoredb =
  (options: EventStoreOptions): TE.TaskEither<Fault, readonly Alarm[]> =>
  async () => {
    const source = await connect(options);
    if (E.isLeft(source)) return source;
    const alarms = await inspectLog(source.right);
    await source.right.driver.close();
    return alarms;
  };
