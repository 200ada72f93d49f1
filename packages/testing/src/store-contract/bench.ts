/** The bench a case works on: a fresh place for a store, a clock in the hand, and events that nobody used before. */
import type { Clock, Instant, Journal, NewEvent } from '@lienthong/core';
import { claim } from './check.js';

/** What a writer in another process is asked to do, and what it says was acknowledged. `batches: 0` goes on until killed. */
export type WriterJob = Readonly<{ name: string; stream: string; batches: number; batchSize: number }>;
export type Acknowledged = Readonly<{ stream: string; revision: number; position: string }>;

/** A writer that has begun and not ended: what it appends takes its places now and counts only once it commits. */
export type HeldWriter = Readonly<{
  /** Appends to a stream as `any` would, inside the transaction that stays open. */
  append: (stream: string, events: readonly NewEvent[]) => Promise<void>;
  commit: () => Promise<void>;
  rollback: () => Promise<void>;
}>;

/** When a connection is lost: before the store wrote the batch, or after it did and before it said so. */
export type Loss = 'before-commit' | 'after-commit';

/** What a database may answer in the middle of an append, and the same append asked again would not meet. */
export type Interruption = 'timeout' | 'serialization' | 'deadlock' | 'shutdown';

/**
 * Where one store lies, and what can be done to it from outside. Everything but `open` is offered by stores that have it;
 * a case that needs what is not offered is shown as not run. A place that has a hook lists it among the store's `offers`.
 */
export type Place = Readonly<{
  /**
   * Opens the journal that lies here, as often as it is asked. A store that lasts gives the same one each time. Rejects,
   * when the journal cannot be opened, with an error whose text holds the code of the fault (`newer-schema`, `read-only`).
   */
  open: (clock: Clock) => Promise<Journal>;
  /** Takes away whatever lies here, after the case. Every journal is closed by then. */
  remove?: () => Promise<void>;

  /** Tries to change or delete stored rows behind the journal's back; true when the store let it happen (H1). */
  tamper?: (verb: 'update' | 'delete') => Promise<boolean>;
  /** The bytes of the closed store (J4). */
  bytes?: Readonly<{ read: () => Promise<Uint8Array>; write: (bytes: Uint8Array) => Promise<void> }>;
  /** What a loss of power right now would leave behind, as a place of its own. `keep` shortens its log to that share (J3). */
  powerCut?: (keep?: number) => Promise<Place>;
  /** Runs some work while the place may not be written (J5a). */
  whileReadOnly?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs some work while the disk is all but full (J5b). */
  whileFull?: <T>(work: () => Promise<T>) => Promise<T>;

  /** Appends from another process, and settles when it has ended (D7, J9, W2). */
  spawnWriter?: (job: WriterJob) => Promise<readonly Acknowledged[]>;
  /**
   * Appends from another process until so many batches were acknowledged, then kills it outright (`SIGKILL`) and settles
   * when it is gone, with all that it was told. The job says `batches: 0` (J1, J2).
   */
  killWriter?: (job: WriterJob, after: number) => Promise<readonly Acknowledged[]>;
  /**
   * Kills the store's server outright and starts it again over the same data; settles when it can be reached. A store
   * without a server has no such hook. A journal opened before either goes on afterwards or answers a fault (J1b, F12b).
   */
  restart?: () => Promise<void>;

  /**
   * A writer that took its places in the feed and has not ended: an open transaction beside the journal's own connections.
   * For stores where another may commit meanwhile, or must wait; not for a store whose one writer decides in one step (F2, F3,
   * F4, F8).
   */
  holdWriter?: () => Promise<HeldWriter>;
  /** Burns so many position numbers that no event will ever have; 30 million must be no work (F5). */
  leaveGap?: (size: number) => Promise<void>;
  /** From now on positions are handed out `by` apart, some ahead to each connection: a sequence's increment and cache (F9). */
  stride?: (by: number) => Promise<void>;

  /**
   * The next append through a journal of this place loses its connection then; settles at once, when that is arranged. The
   * journal finds its way back by itself, or answers `Unavailable` with `retry` until it has (J7).
   */
  dropConnection?: (when: Loss) => Promise<void>;
  /** The next append through a journal of this place is interrupted so, once; settles at once (J8). */
  interrupt?: (by: Interruption) => Promise<void>;

  /** Makes the closed store look as a later release of the adapter would have left it (L3). */
  newerSchema?: () => Promise<void>;
  /** A place of its own that holds what a backup of this one, taken now and restored there, holds (L4, F12c). */
  restored?: (by: BackupKind) => Promise<Place>;
  /** Ways of backup that `restored` knows; the file copy alone unless said. */
  backups?: readonly BackupKind[];
  /** Another tenant in the same server, file or database, empty as yet (N1, N2). Taken away with its own `remove`. */
  neighbour?: () => Promise<Place>;
}>;

export type BackupKind = 'copy' | 'dump';

/**
 * What a store says it offers: hooks of its places, and what no hook shows. `lasting`: what lies in a place outlives its
 * journal. `watchesOthers`: `watch` also wakes for what another process appended. Whether a journal can be watched at all
 * is asked of the journal.
 */
export type Offer = 'lasting' | 'watchesOthers' | Exclude<keyof Place, 'open' | 'remove' | 'backups'>;

export type TestClock = Clock & Readonly<{ set: (at: string) => void }>;

export type Bench = Readonly<{
  place: Place;
  clock: TestClock;
  /** Opens the journal of the place, or of another; it is closed after the case. */
  open: (at?: Place) => Promise<Journal>;
  /** Takes charge of one more place, which is removed after the case. */
  also: (place: Place) => Place;
  event: (said?: Partial<NewEvent>) => NewEvent;
  batch: (size: number, said?: Partial<NewEvent>) => readonly NewEvent[];
}>;

export const testClock = (start = '2023-07-10T01:00:00.000Z'): TestClock => {
  let at = start;
  return {
    now: () => at as Instant,
    set: (next) => {
      at = next;
    },
  };
};

/** A UUID that says nothing but its number. */
export const numbered = (count: number): string => `${count.toString(16).padStart(8, '0')}-0000-5000-8000-000000000000`;

export const anEvent = (count: number, said: Partial<NewEvent> = {}): NewEvent => ({
  id: numbered(count),
  type: 'Applied',
  schema: 1,
  occurredAt: '2023-07-10T00:30:00.000Z' as Instant,
  actor: { id: 'officer-17', role: 'registrar', unit: '16834' },
  causation: numbered(1_000_000 + count),
  correlation: numbered(2_000_000),
  data: { count },
  ...said,
});

/** A hook that the store said it offers. */
export const offered = <T>(hook: T | undefined, name: Offer): T => {
  claim(hook !== undefined, `the store offers ${name}, but its place has none`);
  return hook;
};

export const benchAt = (place: Place, opened: Journal[], others: Place[] = []): Bench => {
  const clock = testClock();
  let count = 0;
  const event = (said: Partial<NewEvent> = {}): NewEvent => {
    count += 1;
    return anEvent(count, said);
  };
  return {
    place,
    clock,
    event,
    batch: (size, said = {}) => Array.from({ length: size }, () => event(said)),
    also: (other) => {
      others.push(other);
      return other;
    },
    open: async (at = place) => {
      const journal = await at.open(clock);
      opened.push(journal);
      return journal;
    },
  };
};
