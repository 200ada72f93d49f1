/** A place for the contract in whatever IndexedDB this program has, and what may happen to it. Belongs to the tests. */
import type { Journal } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import type { Place } from '@lienthong/testing/store-contract';
import { type IndexedDbJournalOptions, indexedDbJournal } from '../indexed-db-journal.js';
import { STEPS } from '../layout.js';

export const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((tell, fail) => {
    request.onsuccess = () => tell(request.result);
    request.onerror = () => fail(request.error ?? new Error('no reason given'));
  });

/** A connection of a stranger; one that is asked for a higher version makes nothing. */
export const rawDatabase = (name: string, version?: number): Promise<IDBDatabase> =>
  answered(indexedDB.open(name, version));

/** Something done to the stored rows behind every journal's back. */
export const behind = async (name: string, work: (tx: IDBTransaction) => void): Promise<void> => {
  const database = await rawDatabase(name);
  const tx = database.transaction([...database.objectStoreNames], 'readwrite');
  work(tx);
  await new Promise<void>((tell, fail) => {
    tx.oncomplete = () => tell();
    tx.onabort = () => fail(tx.error ?? new Error('aborted'));
  });
  database.close();
};

let count = 0;
const run = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(36)).join('');

/** A name that no test used before. */
export const freshName = (): string => {
  count += 1;
  return `trial-${run}-${count}`;
};

export const opened = async (options: IndexedDbJournalOptions): Promise<Journal> => {
  const journal = await indexedDbJournal(options)();
  if (E.isRight(journal)) return journal.right;
  throw new Error(`Unavailable ${'code' in journal.left ? journal.left.code : journal.left.kind}`);
};

type Own = Partial<Omit<IndexedDbJournalOptions, 'clock' | 'name'>>;

export const placeNamed = (name: string, own: Own = {}): Place => ({
  open: (clock) => opened({ ...own, name, clock }),
  remove: async () => void (await answered(indexedDB.deleteDatabase(name))),
  newerSchema: async () => {
    const later = await rawDatabase(name, STEPS.length + 1);
    later.close();
  },
  neighbour: async () => placeNamed(freshName(), own),
});

export const aPlace =
  (own: Own = {}) =>
  async (): Promise<Place> =>
    placeNamed(freshName(), own);
