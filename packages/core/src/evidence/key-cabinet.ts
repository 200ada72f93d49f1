/**
 * The cabinet port (nơi cất khóa): where wrapped keys lie, in a store of its own with a backup cycle of its own. It knows
 * nothing of masters and never sees a bare key. A place is empty, holds one key, or holds a tombstone for good.
 */
import type { TE } from '../fp.js';
import type { Instant } from '../values/plain-date.js';
import type { KeyPlace, WrappedKey } from './key-wrapping.js';

/** What stays of a destroyed key: who had it destroyed, when, on which ground and at whose request. All of it coded. */
export type Tombstone = KeyPlace &
  Readonly<{ at: Instant; by: Readonly<{ id: string; role: string }>; ground: string; request: string }>;

export type Slot = Readonly<{ kind: 'key'; wrapped: WrappedKey }> | Readonly<{ kind: 'erased'; tombstone: Tombstone }>;

export type KeyFaultCode =
  | 'unreachable'
  | 'login-refused'
  | 'timed-out'
  | 'busy'
  | 'read-only'
  | 'full'
  | 'corrupt'
  | 'newer-schema'
  | 'closed';

/** The keys did not serve: a fault like any other store's, told apart by its system. */
export type KeyFault = Readonly<{ kind: 'Unavailable'; system: 'keys'; code: KeyFaultCode; retry: boolean }>;

export const keyFault = (code: KeyFaultCode, retry: boolean): KeyFault => ({
  kind: 'Unavailable',
  system: 'keys',
  code,
  retry,
});

export type KeyCabinet = Readonly<{
  /** Looks, and changes nothing. */
  find: (place: KeyPlace) => TE.TaskEither<KeyFault, Slot | undefined>;
  /** Lays a key into an empty place, durably, and answers what stands there afterwards: of two that race, one key. */
  put: (place: KeyPlace, wrapped: WrappedKey) => TE.TaskEither<KeyFault, Slot>;
  /**
   * Takes the key's bytes away, so that the medium does not hold them either, and lays the tombstone; a place that is empty
   * gets it too. `buried-before` when one lay there: the first stays. Asking again finishes what was cut short.
   */
  bury: (tombstone: Tombstone) => TE.TaskEither<KeyFault, 'buried' | 'buried-before'>;
  /** Puts another wrapping of the same key in the place of the one that was read; `false` when that one stands no more. */
  rewrap: (place: KeyPlace, was: WrappedKey, now: WrappedKey) => TE.TaskEither<KeyFault, boolean>;
  /** Some of the keys that are not under this master, so that they can be wrapped anew. */
  underOthers: (
    master: string,
    limit: number,
  ) => TE.TaskEither<KeyFault, readonly Readonly<{ place: KeyPlace; wrapped: WrappedKey }>[]>;
  /** Every tombstone, the oldest first. */
  tombstones: () => TE.TaskEither<KeyFault, readonly Tombstone[]>;
  close: () => TE.TaskEither<KeyFault, void>;
}>;
