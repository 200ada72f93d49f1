/**
 * The secret that guards personal data, in the environment or in a file beside the store, never in the store itself. Stores made
 * before there were key stores derive every key from it; for the others it is the master that wraps them (`key-store.ts`).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { developmentKeys, type KeyStore, type Keys } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import type { Io } from '../io.js';
import type { Text } from '../language.js';
import { outOfReach, type Problem } from '../problem.js';
import type { StoreUrl } from './store-url.js';

/** `store` when keys can be destroyed one by one; derived keys cannot. */
export type KeyRing = Readonly<{ secret: string; keys: Keys; store?: KeyStore }>;

const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

const ring = (secret: string): KeyRing => ({ secret, keys: developmentKeys(secret) });

/** Where the secret of a store lies unless `LIENTHONG_KEYS` says otherwise. */
export const keysFileOf = (path: string): string => `${path}.keys`;

const unread: Problem = outOfReach({
  vi: 'không đọc được tệp khóa; dữ liệu cá nhân vẫn được niêm phong.',
  en: 'the file of keys cannot be read; personal data stays sealed.',
});

const unwritten: Problem = outOfReach({
  vi: 'không ghi được vào thư mục của kho; chưa ghi gì.',
  en: 'nothing can be written beside the store; nothing was recorded.',
});

const unnamed: Problem = outOfReach({
  vi: 'kho trên máy chủ cần khóa trong LIENTHONG_KEYS; chưa ghi gì.',
  en: 'a store on a server needs its keys in LIENTHONG_KEYS; nothing was recorded.',
});

const fromFile = (path: string): Either<Problem, KeyRing | undefined> => {
  if (!existsSync(path)) return E.right(undefined);
  try {
    const secret = readFileSync(path, 'utf8').trim();
    return secret === '' ? E.left(unread) : E.right(ring(secret));
  } catch {
    return E.left(unread);
  }
};

/** The keys at hand: `LIENTHONG_KEYS` (the secret, or `file:` and its file), else beside the store; or none. */
export const keysAtHand = (url: StoreUrl, io: Io): Either<Problem, KeyRing | undefined> => {
  const named = io.env['LIENTHONG_KEYS'];
  if (named !== undefined && named !== '') {
    if (!named.startsWith('file:')) return E.right(ring(named));
    const read = fromFile(resolve(io.cwd, named.slice('file:'.length)));
    return E.isRight(read) && read.right === undefined ? E.left(unread) : read;
  }
  return 'path' in url ? fromFile(keysFileOf(url.path)) : E.right(undefined);
};

const made = (path: string): Text => ({
  vi: `Đã tạo khóa chỉ dùng để phát triển: ${path}`,
  en: `Made a key for development only: ${path}`,
});

/** Keys that are not here: what needs none goes on, what has to seal or open hears that they are out of reach. */
export const noKeys: Keys = { keyOf: () => Promise.reject(new Error('no keys')) };

/** Fresh keys, laid beside a store that is about to be made; of two who start together one makes them. */
export const makeKeys = (url: StoreUrl, io: Io, tell: (text: Text) => void): Either<Problem, KeyRing> => {
  const secret = Buffer.from(io.random(SECRET_BYTES)).toString('base64url');
  if (url.kind === 'memory') return E.right(ring(secret));
  if (!('path' in url)) return E.left(unnamed);
  try {
    writeFileSync(keysFileOf(url.path), `${secret}\n`, { mode: OWNER_ONLY, flag: 'wx' });
  } catch (error) {
    const there =
      (error as NodeJS.ErrnoException).code === 'EEXIST' ? fromFile(keysFileOf(url.path)) : E.right(undefined);
    if (E.isLeft(there)) return there;
    return there.right === undefined ? E.left(unwritten) : E.right(there.right);
  }
  tell(made(basename(keysFileOf(url.path))));
  return E.right(ring(secret));
};
