/**
 * The file of keys beside a store (tệp khóa cạnh kho): one key a person and case, each of which can be destroyed. Whatever opens it
 * first sees to the erasures on record, for the file may have come back from a backup.
 */
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Journal } from '@lienthong/core';
import { type KeyStore, keyStore, masterKey } from '@lienthong/core/evidence';
import { E, pipe, TE } from '@lienthong/core/fp';
import { reapply } from '@lienthong/core/personal-data';
import { pickDriver, sqliteCabinet } from '@lienthong/store-sqlite';
import type { Io } from '../io.js';
import { faulty, type Problem } from '../problem.js';
import { type KeyRing, keysFileOf } from './keys.js';
import type { StoreUrl } from './store-url.js';

const ENDS = ['', '-wal', '-shm'];

const besideStore = (url: StoreUrl): string | undefined => ('path' in url ? `${keysFileOf(url.path)}.db` : undefined);

/** Beside the file that holds the secret, where one is named; else beside the store. `undefined` where there is none. */
export const keyFileAtHand = (url: StoreUrl, io: Io): string | undefined => {
  const named = io.env['LIENTHONG_KEYS'] ?? '';
  const besideSecret = named.startsWith('file:') ? `${resolve(io.cwd, named.slice('file:'.length))}.db` : undefined;
  return [besideSecret, besideStore(url)].find((path) => path !== undefined && existsSync(path));
};

type Opening = Readonly<{ create: boolean; durability: 'full' | 'normal' }>;

const opened = (path: string, { secret }: KeyRing, io: Io, opening: Opening): TE.TaskEither<Problem, KeyStore> =>
  pipe(
    pickDriver,
    TE.flatMap((driver) => sqliteCabinet({ driver, path, ...opening })),
    TE.mapLeft(faulty),
    TE.flatMap((cabinet) => async () => {
      const master = await masterKey(secret);
      return E.right(keyStore({ cabinet, masters: [master], random: io.random }));
    }),
  );

/** The ring with the keys that lie in a file, if they do. A new store gets such a file; one that stands keeps what it has. */
export const withKeyFile = (
  url: StoreUrl,
  ring: KeyRing,
  io: Io,
  opening: Opening,
): TE.TaskEither<Problem, KeyRing> => {
  const path = keyFileAtHand(url, io) ?? (opening.create && url.kind === 'sqlite' ? besideStore(url) : undefined);
  if (path === undefined) return TE.right(ring);
  return pipe(
    opened(path, ring, io, opening),
    TE.map((store) => ({ ...ring, keys: store, store })),
  );
};

/** Finishes every erasure on record. Whatever comes of it, keys that cannot be used are closed. */
export const upheld =
  (journal: Journal, ring: KeyRing): TE.TaskEither<Problem, KeyRing> =>
  async () => {
    if (ring.store === undefined) return E.right(ring);
    const done = await reapply({ journal, keys: ring.store })();
    if (E.isRight(done)) return E.right(ring);
    await ring.store.close()();
    return E.left(faulty(done.left));
  };

/** The store, whose end is the end of its keys too. */
export const closingKeys = <S extends Readonly<{ journal: Journal }>>(
  store: S,
  { store: keys }: Partial<KeyRing>,
): S =>
  keys === undefined
    ? store
    : {
        ...store,
        journal: {
          ...store.journal,
          close: () => async () => {
            const closed = await keys.close()();
            const ended = await store.journal.close()();
            return E.isLeft(ended) ? ended : closed;
          },
        },
      };

/** Takes away the keys of a store that came to nothing. */
export const unmakeKeyFile = (url: StoreUrl): void => {
  const path = besideStore(url);
  for (const end of path === undefined ? [] : ENDS) rmSync(`${path}${end}`, { force: true });
};
