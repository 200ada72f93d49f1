/** Where a key store lies in the contract of key stores, and what a case may do there. */
import type { Instant } from '@lienthong/core';
import {
  type KeyCabinet,
  type KeyPlace,
  type KeyStore,
  keyStore,
  type MasterKey,
  masterKey,
  type Tombstone,
} from '@lienthong/core/evidence';

/** An empty place for keys. Each cabinet opened on it is another program's: they share what lies there and nothing else. */
export type KeyStoreUnderTest = Readonly<{
  cabinet: () => Promise<KeyCabinet>;
  /** Every byte that the medium holds, for stores that last: a destroyed key may not be among them. */
  bytes?: () => Promise<readonly Uint8Array[]>;
  /** Takes away whatever lies here, once every cabinet is closed. */
  remove?: () => Promise<void>;
}>;

export type KeyBench = Readonly<{
  /** Opens a key store under these masters (one that is always the same, unless said). */
  open: (...masters: readonly MasterKey[]) => Promise<KeyStore>;
  /** The bare cabinet, to see what is kept. */
  cabinet: () => Promise<KeyCabinet>;
  bytes?: () => Promise<readonly Uint8Array[]>;
  master: (secret?: string) => Promise<MasterKey>;
}>;

export const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

export const tombstone = (place: KeyPlace, request = 'request-1'): Tombstone => ({
  ...place,
  at: '2026-03-02T01:00:00.000Z' as Instant,
  by: { id: 'officer-1', role: 'commune-leader' },
  ground: 'subject-request',
  request,
});

export const benchOn = (place: KeyStoreUnderTest, opened: (() => Promise<unknown>)[]): KeyBench => {
  const master = (secret = 'the master of this trial'): Promise<MasterKey> => masterKey(secret);
  const cabinet = async (): Promise<KeyCabinet> => {
    const made = await place.cabinet();
    opened.push(() => made.close()());
    return made;
  };
  return {
    open: async (...masters) => {
      const [first = await master(), ...others] = masters;
      return keyStore({ cabinet: await cabinet(), masters: [first, ...others], random });
    },
    cabinet,
    master,
    ...(place.bytes === undefined ? {} : { bytes: place.bytes }),
  };
};
