/** The bench a case works on: a fresh place for a store, a clock in the hand, and events that nobody used before. */
import type { Clock, Instant, Journal, NewEvent } from '@lienthong/core';
import { claim } from './check.js';

/** What a writer in another process is asked to do, and what it says was acknowledged. */
export type WriterJob = Readonly<{ name: string; stream: string; batches: number; batchSize: number }>;
export type Acknowledged = Readonly<{ stream: string; revision: number; position: string }>;

/**
 * Where one store lies, and what can be done to it from outside. Everything but `open` is offered by stores that have it;
 * a case that needs what is not offered is shown as not run.
 */
export type Place = Readonly<{
  /** Opens the journal that lies here. A store that lasts gives the same one each time. */
  open: (clock: Clock) => Promise<Journal>;
  /** Takes away whatever lies here, after the case. */
  remove?: () => Promise<void>;
  /** Tries to change or delete stored rows behind the journal's back; true when the store let it happen. */
  tamper?: (verb: 'update' | 'delete') => Promise<boolean>;
  /** The bytes of the closed store. */
  bytes?: Readonly<{ read: () => Promise<Uint8Array>; write: (bytes: Uint8Array) => Promise<void> }>;
  /** What a loss of power right now would leave behind, as a place of its own. `keep` shortens its log to that share. */
  powerCut?: (keep?: number) => Promise<Place>;
  /** Runs some work while the place may not be written. */
  whileReadOnly?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs some work while the disk is all but full. */
  whileFull?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Appends from another process. */
  spawnWriter?: (job: WriterJob) => Promise<readonly Acknowledged[]>;
}>;

export type Offer = 'lasting' | Exclude<keyof Place, 'open' | 'remove'>;

export type TestClock = Clock & Readonly<{ set: (at: string) => void }>;

export type Bench = Readonly<{
  place: Place;
  clock: TestClock;
  /** Opens the journal of the place, or of another; it is closed after the case. */
  open: (at?: Place) => Promise<Journal>;
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

export const benchAt = (place: Place, opened: Journal[]): Bench => {
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
    open: async (at = place) => {
      const journal = await at.open(clock);
      opened.push(journal);
      return journal;
    },
  };
};
