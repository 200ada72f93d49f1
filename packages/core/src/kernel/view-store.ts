/**
 * The view store (kho khung nhìn): what projections made of the journal, kept with the position up to which they have read.
 * Both change in one transaction, so an event's effect is kept exactly once. A view has generations: one is live, another
 * may be built beside it and take its place at once. Nothing here is evidence; all of it can be built again.
 */
import type { JsonValue } from '../evidence/canonical.js';
import type { TE } from '../fp.js';
import type { Instant } from '../values/plain-date.js';
import type { BadInput, OutcomeUnknown, Unavailable } from './fault.js';

/** Somebody else has moved the checkpoint; nothing was written. `null` stands before the first event. */
export type StaleCheckpoint = Readonly<{
  kind: 'StaleCheckpoint';
  view: string;
  generation: number;
  expected: string | null;
  actual: string | null;
}>;
/** There is no such generation: it was never begun, or another took its place. */
export type NoSuchGeneration = Readonly<{ kind: 'NoSuchGeneration'; view: string; generation: number | 'live' }>;
/** Another instance is at work until then, unless it goes on. */
export type LeaseHeld = Readonly<{ kind: 'LeaseHeld'; name: string; until: Instant }>;
/** The rows were made by another version of the projection: it is time for a rebuild. */
export type OtherVersion = Readonly<{ kind: 'OtherVersion'; view: string; kept: string; expected: string }>;

export type ViewFault = StaleCheckpoint | NoSuchGeneration | LeaseHeld | OtherVersion | BadInput | Unavailable;

/** `null` takes the row away. */
export type RowChange = Readonly<{ key: string; value: JsonValue | null }>;
export type Row = Readonly<{ key: string; value: JsonValue }>;

/** An event that could not be taken in and was put aside. `reason` is a code: never a message, never what the event says. */
export type Parked = Readonly<{
  position: string;
  stream: string;
  revision: number;
  type: string;
  reason: string;
  attempts: number;
  at: Instant;
}>;

/** What last went wrong, where, and what was done about it. */
export type LastError = Readonly<{
  reason: string;
  position: string;
  at: Instant;
  outcome: 'retried' | 'parked' | 'stopped';
}>;

export type ViewCommit = Readonly<{
  view: string;
  generation: number;
  /** The checkpoint as the writer last knew it. */
  expected: string | null;
  checkpoint: string | null;
  /** Goes back on purpose; a checkpoint that falls behind is refused otherwise. */
  rewind?: true;
  changes?: readonly RowChange[];
  /** Events put aside; one that is put aside twice is kept once, as it was last. */
  parked?: readonly Parked[];
  /** Absent: the last error stays. */
  error?: LastError;
  /** How many events were taken in. */
  events?: number;
}>;

export type Generation = Readonly<{
  generation: number;
  /** Of the projection that builds it: rows of another version are not its own. */
  version: string;
  live: boolean;
  checkpoint: string | null;
  /** Events taken in since it was begun. */
  events: number;
  parked: number;
  error?: LastError;
}>;

/** Generations by number; `live` is the one that readers are given. */
export type ViewStatus = Readonly<{ view: string; live: Generation | undefined; generations: readonly Generation[] }>;

export type At = Readonly<{ view: string; generation: number | 'live' }>;
/** Rows whose key begins so, after a key (exclusive), in the order of their keys. */
export type RowsAsked = Readonly<{ prefix?: string; after?: string; limit?: number }>;
/** `generation` is the one that was read: whoever pages on asks for it by number. */
export type RowPage = Readonly<{ generation: number; rows: readonly Row[]; end: boolean }>;
export type ParkedAsked = Readonly<{ after?: string; limit?: number }>;

export type LeaseAsked = Readonly<{ name: string; holder: string; now: Instant; until: Instant }>;
export type Lease = Readonly<{ name: string; holder: string; until: Instant }>;

type Asked<T> = TE.TaskEither<ViewFault, T>;
type Written<T> = TE.TaskEither<ViewFault | OutcomeUnknown, T>;

export type ViewStore = Readonly<{
  /** Begins another generation of a view, empty and not live. Its number is greater than any before, and never used again. */
  begin: (view: string, version: string) => Written<number>;
  /**
   * Rows, checkpoint, parked events and last error, together or not at all. Errors: `StaleCheckpoint`, `NoSuchGeneration`,
   * `BadInput`, `Unavailable`; after `OutcomeUnknown` the checkpoint says whether it was done.
   */
  commit: (commit: ViewCommit) => Written<void>;
  /**
   * Makes a generation the live one and drops whatever was live before. Errors: `StaleCheckpoint` for one that has not yet
   * read as far as the live one, so that no reader is taken back in time.
   */
  swap: (view: string, generation: number) => Written<void>;
  /** Takes a generation away with all its rows; one that is gone already is none. */
  drop: (view: string, generation: number) => Written<void>;
  /** A view that was never begun has no generations. */
  status: (view: string) => Asked<ViewStatus>;
  /** The values under these keys, in their order; `undefined` where there is none. */
  get: (at: At, keys: readonly string[]) => Asked<readonly (JsonValue | undefined)[]>;
  rows: (at: At, asked?: RowsAsked) => Asked<RowPage>;
  /** In the order of the feed. */
  parked: (at: At, asked?: ParkedAsked) => Asked<readonly Parked[]>;
  /**
   * Takes a lease or extends one's own, which never becomes shorter; answers until when it is held. Errors: `LeaseHeld` while
   * another holds it, until its time is over.
   */
  lease: (asked: LeaseAsked) => Written<Lease>;
  /** Who holds a lease, if anybody took it; it may have run out. */
  leaseOf: (name: string) => Asked<Lease | undefined>;
  /** Gives one's own lease back; another's is left alone. */
  release: (name: string, holder: string) => Written<void>;
  close: () => TE.TaskEither<ViewFault, void>;
}>;
