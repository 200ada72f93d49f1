/**
 * The key store (kho khóa): one random key a person and case, made when it is first needed, kept wrapped in a cabinet, and
 * destroyed for good. Making and looking are two questions: whoever only reads never makes a key.
 */
import { E, type TE } from '../fp.js';
import { type KeyCabinet, type KeyFault, keyFault, type Slot, type Tombstone } from './key-cabinet.js';
import {
  freshNonce,
  KEY_BYTES,
  type KeyPlace,
  type MasterKey,
  unwrapKey,
  type WrappedKey,
  wrapKey,
} from './key-wrapping.js';
import type { Keys, PersonKey } from './sealing.js';

export type KeyStore = Required<Keys> &
  Readonly<{
    /** A destroyed key is never made again, whoever asks. `destroyed-before` when it was; the first tombstone stays. */
    destroy: (tombstone: Tombstone) => TE.TaskEither<KeyFault, 'destroyed' | 'destroyed-before'>;
    tombstones: () => TE.TaskEither<KeyFault, readonly Tombstone[]>;
    /** Wraps under the first master whatever is under another; answers how many. Then the others may be thrown away. */
    rotate: () => TE.TaskEither<KeyFault, number>;
    close: () => TE.TaskEither<KeyFault, void>;
  }>;

export type KeyStoreEnv = Readonly<{
  cabinet: KeyCabinet;
  /** The master that wraps, then those that still unwrap. */
  masters: readonly [MasterKey, ...MasterKey[]];
  /** Fresh random bytes, fit for keys. */
  random: (bytes: number) => Uint8Array;
}>;

type Bare = Uint8Array<ArrayBuffer>;

const MOST_REMEMBERED = 2_000;
const PAGE = 200;

/** `Keys` answers by promise; whoever seals or opens makes of a rejection that the keys are out of reach. */
class OutOfReach extends Error {}

const orReject = <A>(answer: E.Either<KeyFault, A>): A => {
  if (E.isLeft(answer)) throw new OutOfReach(`keys: ${answer.left.code}`);
  return answer.right;
};

const nameOf = ({ caseId, subject }: KeyPlace): string => JSON.stringify([caseId, subject]);

export const keyStore = ({ cabinet, masters, random }: KeyStoreEnv): KeyStore => {
  const [current] = masters;
  /**
   * Unwrapping is remembered, standing is not: the cabinet is asked each time, so that a key destroyed elsewhere opens
   * nothing here either.
   */
  const unwrapped = new Map<string, Readonly<{ of: WrappedKey; key: Bare }>>();

  const remember = (place: KeyPlace, of: WrappedKey, key: Bare): Bare => {
    if (unwrapped.size >= MOST_REMEMBERED) unwrapped.clear();
    unwrapped.set(nameOf(place), { of, key });
    return key;
  };

  const same = (one: WrappedKey, other: WrappedKey): boolean =>
    one.master === other.master && one.bytes.every((byte, at) => byte === other.bytes[at]);

  const bare = async (place: KeyPlace, wrapped: WrappedKey): Promise<Bare> => {
    const known = unwrapped.get(nameOf(place));
    if (known !== undefined && same(known.of, wrapped)) return known.key;
    const master = masters.find(({ id }) => id === wrapped.master);
    const key = master && (await unwrapKey(master, place, wrapped));
    if (key === undefined) throw new OutOfReach('keys: another master');
    return remember(place, wrapped, key);
  };

  const opened = async (place: KeyPlace, slot: Slot): Promise<PersonKey> => {
    if (slot.kind === 'key') return bare(place, slot.wrapped);
    unwrapped.delete(nameOf(place));
    return 'erased';
  };

  const existing: KeyStore['existing'] = async (caseId, subject) => {
    const place = { caseId, subject };
    const slot = orReject(await cabinet.find(place)());
    return slot === undefined ? undefined : opened(place, slot);
  };

  const keyOf: KeyStore['keyOf'] = async (caseId, subject) => {
    const found = await existing(caseId, subject);
    if (found !== undefined) return found;
    const place = { caseId, subject };
    const fresh = new Uint8Array(random(KEY_BYTES));
    const wrapped = await wrapKey(current, place, fresh, freshNonce(random));
    return opened(place, orReject(await cabinet.put(place, wrapped)()));
  };

  const destroy: KeyStore['destroy'] = (tombstone) => async () => {
    const buried = await cabinet.bury(tombstone)();
    if (E.isLeft(buried)) return buried;
    unwrapped.delete(nameOf(tombstone));
    return E.right(buried.right === 'buried' ? 'destroyed' : 'destroyed-before');
  };

  const rewrapAll = async (
    some: readonly Readonly<{ place: KeyPlace; wrapped: WrappedKey }>[],
  ): Promise<E.Either<KeyFault, number>> => {
    let done = 0;
    for (const { place, wrapped } of some) {
      const master = masters.find(({ id }) => id === wrapped.master);
      const key = master && (await unwrapKey(master, place, wrapped));
      if (key === undefined) return E.left(keyFault('corrupt', false));
      const moved = await cabinet.rewrap(place, wrapped, await wrapKey(current, place, key, freshNonce(random)))();
      if (E.isLeft(moved)) return moved;
      if (moved.right) done += 1;
    }
    return E.right(done);
  };

  const rotate: KeyStore['rotate'] = () => async () => {
    for (let total = 0; ; ) {
      const page = await cabinet.underOthers(current.id, PAGE)();
      if (E.isLeft(page)) return page;
      if (page.right.length === 0) return E.right(total);
      const done = await rewrapAll(page.right);
      if (E.isLeft(done)) return done;
      total += done.right;
    }
  };

  const close: KeyStore['close'] = () => async () => {
    unwrapped.clear();
    return cabinet.close()();
  };

  return { keyOf, existing, destroy, tombstones: cabinet.tombstones, rotate, close };
};
