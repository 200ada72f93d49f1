/** A store with the keys that seal and open what is personal in it. */
import { existsSync, rmSync } from 'node:fs';
import type { Clock } from '@lienthong/core';
import type { Keys } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import type { Context } from '../frame.js';
import { outOfReach, type Problem } from '../problem.js';
import { type KeyRing, keysAtHand, keysFileOf, makeKeys, noKeys } from './keys.js';
import { type OpenStore, openToRead, openToWrite } from './open-store.js';
import { type StoreUrl, storeUrl } from './store-url.js';

/** `secret` makes the keyed digests by which claims are found. */
export type FilingStore = OpenStore & KeyRing;
export type DecidingStore = OpenStore & Readonly<{ keys: Keys }>;

const keysAway: Problem = outOfReach({
  vi: 'không thấy khóa của kho này (LIENTHONG_KEYS, hoặc tệp .keys cạnh kho); chưa ghi gì.',
  en: 'the keys of this store are not here (LIENTHONG_KEYS, or the .keys file beside it); nothing was recorded.',
});

/** For a store that stands already: its own keys, or none, with which only what is not personal can be done. */
const keysOf = (url: StoreUrl, context: Context): Either<Problem, Keys> =>
  pipe(
    keysAtHand(url, context.io),
    E.map((ring) => ring?.keys ?? noKeys),
  );

const unmake = (url: StoreUrl): void => {
  if (url.kind === 'sqlite' && !existsSync(url.path)) rmSync(keysFileOf(url.path), { force: true });
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
  return pipe(
    openToWrite(written, io, options),
    TE.map((store) => ({ ...store, ...(ring.right as KeyRing) })),
    TE.mapLeft((problem) => {
      unmake(url.right);
      return problem;
    }),
  );
};

/** Opens a store that stands to put commands to its cases; nothing is made where there is none. */
export const openToDecide = (written: string, context: Context): TE.TaskEither<Problem, DecidingStore> =>
  pipe(
    TE.fromEither(storeUrl(written, context.io.cwd)),
    TE.flatMap((url) =>
      url.kind === 'sqlite' && existsSync(url.path)
        ? openToWrite(written, context.io)
        : openToRead(written, context.io),
    ),
    TE.flatMapEither((store) =>
      pipe(
        keysOf(store.url, context),
        E.map((keys) => ({ ...store, keys })),
      ),
    ),
  );

/** The keys for reading what is personal, where somebody asked for it; `--keys` names a file of them. */
export const keysToRead = (store: OpenStore, context: Context, file?: string): Either<Problem, Keys | undefined> => {
  const env = file === undefined ? context.io.env : { ...context.io.env, LIENTHONG_KEYS: `file:${file}` };
  return pipe(
    keysAtHand(store.url, { ...context.io, env }),
    E.map((ring) => ring?.keys),
  );
};
