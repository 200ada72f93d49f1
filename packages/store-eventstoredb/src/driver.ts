/** The driver port: the little that the journal asks of a client library, in values; so that another library can serve too. */
import type { BadInput } from '@lienthong/core';
import type { Either } from '@lienthong/core/fp';

/** A place in the server's log. */
export type Place = Readonly<{ commit: bigint; prepare: bigint }>;

/** An event on its way: the very text that was hashed, and its hash beside it. */
export type Proposal = Readonly<{ id: string; type: string; text: string; hash: string }>;

/** An event as the server gave it. `hash` is what stands beside the data, when it is one of ours. */
export type Recorded = Readonly<{
  id: string;
  stream: string;
  revision: number;
  type: string;
  bytes: Uint8Array;
  /** What it says, where it was written as JSON; our own never are. */
  json: unknown;
  hash: string | undefined;
  place: Place | undefined;
}>;

export type Trouble =
  /** Not asked, or not heard: asking again may help. */
  | 'unreachable'
  | 'not-leader'
  | 'timed-out'
  | 'login-refused'
  /** Somebody ended the stream for good. */
  | 'tombstone'
  | 'too-large'
  | 'malformed'
  /** What was sent may have been written, or may still be. */
  | 'in-doubt';

export type StreamQuestion = Readonly<{ from: number | 'start' | 'end'; backward: boolean; count: number }>;

export type EventStoreDriver = Readonly<{
  name: string;
  /**
   * Appends at exactly this revision, or to a stream that is not there. Only what is certain is answered as such; `written`
   * may also mean that events with these ids stood there already.
   */
  append: (
    stream: string,
    at: number | 'none',
    events: readonly Proposal[],
  ) => Promise<Either<Trouble, 'written' | 'wrong-version'>>;
  /** `undefined` for a stream that the server does not know, or was told to forget. */
  readStream: (stream: string, question: StreamQuestion) => Promise<Either<Trouble, readonly Recorded[] | undefined>>;
  /** From this place on, the event there included. */
  readAll: (from: Place | 'start', count: number) => Promise<Either<Trouble, readonly Recorded[]>>;
  /** Can the whole log be read at all? */
  probe: () => Promise<Either<Trouble, void>>;
  /** Calls `heard` for each event from now on and `ended` once when it hears no more; answers how to stop. */
  follow: (heard: () => void, ended: () => void) => () => void;
  close: () => Promise<void>;
}>;

export type DriverSettings = Readonly<{
  connection: Connection;
  /** How long the server may be silent, in milliseconds. */
  timeout: number;
  /** By which call appends go; see the guide. */
  wire: Wire;
}>;

export type Wire = 'append' | 'batch-append';

export type NodeAddress = Readonly<{ address: string; port: number }>;

/** Where the server is: a connection string, or the same in parts. */
export type Connection =
  | string
  | Readonly<{
      endpoint: NodeAddress;
      tls?: boolean;
      rootCertificate?: Uint8Array;
      credentials?: Readonly<{ username: string; password: string }>;
    }>
  | Readonly<{
      endpoints: readonly NodeAddress[];
      tls?: boolean;
      rootCertificate?: Uint8Array;
      credentials?: Readonly<{ username: string; password: string }>;
    }>;

export type OpenDriver = (settings: DriverSettings) => Either<BadInput, EventStoreDriver>;
