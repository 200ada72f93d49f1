/** A store with the keys that seal and open what is personal in it. */
import { existsSync, rmSync } from 'node:fs';
import type { Clock } from '@lienthong/core';
import type { KeyStore, Keys } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import type { Context } from '../frame.js';
import { outOfReach, type Problem } from '../problem.js';
import { closingKeys, unmakeKeyFile, upheld, withKeyFile } from './key-store.js';
import { type KeyRing, keysAtHand, keysFileOf, makeKeys, noKeys } from './keys.js';
import { type OpenStore, openToRead, openToWrite } from './open-store.js';
import { type StoreUrl, storeUrl } from './store-url.js';

/** `secret` makes the keyed digests by which claims are found. */
export type FilingStore = OpenStore & KeyRing;
/** `keyStore` when the keys can be destroyed one by one. */
export type DecidingStore = OpenStore & Readonly<{ keys: Keys; keyStore?: KeyStore }>;

const keysAway: Problem = outOfReach({
  vi: 'không thấy khóa của kho này (LIENTHONG_KEYS, hoặc tệp .keys cạnh kho); chưa ghi gì.',
  en: 'the keys of this store are not here (LIENTHONG_KEYS, or the .keys file beside it); nothing was recorded.',
});

const unmake = (url: StoreUrl): void => {
  if (url.kind !== 'sqlite' || existsSync(url.path)) return;
  rmSync(keysFileOf(url.path), { force: true });
  unmakeKeyFile(url);
};

/** The journal with its keys, erasures on record upheld; closed again when they cannot be. */
const joined = (store: OpenStore, ring: KeyRing): TE.TaskEither<Problem, FilingStore> =>
  pipe(
    upheld(store.journal, ring),
    TE.map((keys) => ({ ...closingKeys(store, keys), ...keys })),
    TE.orElse(
      (problem): TE.TaskEither<Problem, FilingStore> =>
        async () => {
          await store.journal.close()();
          return E.left(problem);
        },
    ),
  );

const closed =
  ({ store }: KeyRing, problem: Problem): TE.TaskEither<Problem, never> =>
  async () => {
    await store?.close()();
    return E.left(problem);
  };

/** Opens a store to file an application into; a new store gets new keys, and an old one must have its own. */
export const openToFile = (
  written: string,
  context: Context,
  options: Readonly<{ clock?: Clock; durability?: 'full' | 'normal' }> = {},
): TE.TaskEither<Problem, FilingStore> => {
  const { io, say } = context;
  const url = storeUrl(written, io.cwd);
  if (E.isLeft(url)) return TE.left(url.left);
  const stands = url.right.kind === 'sqlite' && existsSync(url.right.path);
  const found = keysAtHand(url.right, io);
  if (E.isLeft(found)) return TE.left(found.left);
  if (stands && found.right === undefined) return TE.left(keysAway);
  const ring =
    found.right === undefined && url.right.kind !== 'archive'
      ? makeKeys(url.right, io, (text) => io.err(`${say(text)}\n`))
      : E.right(found.right);
  if (E.isLeft(ring)) return TE.left(ring.left);
  if (ring.right === undefined)
    return pipe(
      openToWrite(written, io, options),
      TE.map((store) => store as FilingStore),
    );
  const opening = { create: !stands, durability: options.durability ?? 'full' };
  return pipe(
    withKeyFile(url.right, ring.right, io, opening),
    TE.flatMap((keys) =>
      pipe(
        openToWrite(written, io, options),
        TE.orElse((problem): TE.TaskEither<Problem, OpenStore> => closed(keys, problem)),
        TE.flatMap((store) => joined(store, keys)),
      ),
    ),
    TE.mapLeft((problem) => {
      unmake(url.right);
      return problem;
    }),
  );
};

/** For a store that stands already: its own keys, or none, with which only what is not personal can be done. */
const withItsKeys =
  (context: Context) =>
  (store: OpenStore): TE.TaskEither<Problem, DecidingStore> => {
    const ring = keysAtHand(store.url, context.io);
    if (E.isLeft(ring)) return TE.left(ring.left);
    if (ring.right === undefined) return TE.right({ ...store, keys: noKeys });
    return pipe(
      withKeyFile(store.url, ring.right, context.io, { create: false, durability: 'full' }),
      TE.flatMap((keys) => joined(store, keys)),
      TE.map(({ store: keyStore, ...rest }) => ({ ...rest, ...(keyStore === undefined ? {} : { keyStore }) })),
    );
  };

/** A store that stands, to write to if it can be written at all; nothing is made where there is none. */
export const openStanding = (written: string, context: Context): TE.TaskEither<Problem, OpenStore> =>
  pipe(
    TE.fromEither(storeUrl(written, context.io.cwd)),
    TE.flatMap((url) =>
      url.kind === 'postgres' || url.kind === 'esdb' || (url.kind === 'sqlite' && existsSync(url.path))
        ? openToWrite(written, context.io)
        : openToRead(written, context.io),
    ),
  );

/** Opens a store that stands to put commands to its cases. */
export const openToDecide = (written: string, context: Context): TE.TaskEither<Problem, DecidingStore> =>
  pipe(openStanding(written, context), TE.flatMap(withItsKeys(context)));

/** Lets work have the keys for reading what is personal, where they are here; `--keys` names a file of them. */
export const withKeysToRead = <A>(
  store: OpenStore,
  context: Context,
  file: string | undefined,
  work: (ring: KeyRing | undefined) => TE.TaskEither<Problem, A>,
): TE.TaskEither<Problem, A> => {
  const env = file === undefined ? context.io.env : { ...context.io.env, LIENTHONG_KEYS: `file:${file}` };
  const io = { ...context.io, env };
  const ring = keysAtHand(store.url, io);
  if (E.isLeft(ring)) return TE.left(ring.left);
  if (ring.right === undefined) return work(undefined);
  return pipe(
    withKeyFile(store.url, ring.right, io, { create: false, durability: 'full' }),
    TE.flatMap((keys) => upheld(store.journal, keys)),
    TE.flatMap((keys) => async (): Promise<Either<Problem, A>> => {
      try {
        return await work(keys)();
      } finally {
        await keys.store?.close()();
      }
    }),
  );
};
