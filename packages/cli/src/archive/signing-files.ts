/** The key files of checkpoints: a signing key (one line, or PKCS#8 in PEM), trusted keys (one a line, or PEM), and new keys. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type CannotSign,
  type CheckpointSigner,
  ed25519Signer,
  fromBase64,
  isKeyName,
  publicKeyOfSpki,
  readSigningKey,
  readVerifierKey,
  seedOfPkcs8,
  signingKeyText,
  type TrustedKey,
  verifierKeyText,
} from '@lienthong/core/evidence';
import { E, type Either, isNonEmpty, type NonEmpty } from '@lienthong/core/fp';
import type { Io } from '../io.js';
import { badInput, outOfReach, type Problem } from '../problem.js';

const MOST_BYTES = 1_000_000;
const OWNER_ONLY = 0o600;
const SEED_BYTES = 32;

/** A small text file that an option names. */
export const fileAt = (option: string, file: string, { cwd }: Pick<Io, 'cwd'>): Either<Problem, string> => {
  const path = resolve(cwd, file);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) return E.left(badInput(option, 'a file that is there'));
  if (stats.size > MOST_BYTES) return E.left(badInput(option, `at most ${MOST_BYTES} bytes`));
  try {
    return E.right(readFileSync(path, 'utf8'));
  } catch {
    return E.left(badInput(option, 'a file that can be read'));
  }
};

/** What stands in the PEM blocks of that label; a block that is no base64 gives no bytes. */
const pemBlocks = (text: string, label: string): readonly Uint8Array[] =>
  [...text.matchAll(new RegExp(`-----BEGIN ${label}-----([\\s\\S]*?)-----END ${label}-----`, 'g'))].map(
    ([, inside = '']) => fromBase64(inside.replaceAll(/\s/g, '')) ?? new Uint8Array(),
  );

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

export const cannotSign: Problem = outOfReach({
  vi: 'Node này không ký hay kiểm tra được chữ ký Ed25519.',
  en: 'this Node can neither make nor check Ed25519 signatures.',
});

const signing = 'an Ed25519 signing key: PRIVATE+KEY+name+id+base64, or PKCS#8 in PEM with --origin';

const madeInto = (made: Either<CannotSign, CheckpointSigner>): Either<Problem, CheckpointSigner> =>
  E.isLeft(made) ? E.left(cannotSign) : made;

/** The signer of `--sign FILE`; `origin` names a key that has no name of its own. */
export const signerAt = async (
  file: string,
  origin: string | undefined,
  io: Pick<Io, 'cwd'>,
): Promise<Either<Problem, CheckpointSigner>> => {
  const text = fileAt('--sign', file, io);
  if (E.isLeft(text)) return text;
  if (origin !== undefined && !isKeyName(origin)) return E.left(badInput('--origin', 'a name without spaces or plus'));
  const [der] = pemBlocks(text.right, 'PRIVATE KEY');
  if (der !== undefined) {
    const seed = seedOfPkcs8(der);
    if (seed === undefined) return E.left(badInput('--sign', signing));
    if (origin === undefined) return E.left(badInput('--origin', 'the name of the log, for a key without one'));
    return madeInto(await ed25519Signer({ name: origin, algorithm: 1, seed })());
  }
  const read = await readSigningKey(lines(text.right)[0] ?? '')();
  if (E.isRight(read)) {
    const named = read.right.key.algorithm === 1 && (origin === undefined || origin === read.right.key.name);
    return named ? read : E.left(badInput('--sign', 'the key of a log, of the name that --origin says'));
  }
  return E.left(read.left.kind === 'CannotSign' ? cannotSign : badInput('--sign', signing));
};

/** The keys of `--trust FILE`. Errors: none in it, or one that cannot be read; nothing is passed over. */
export const trustedAt = (file: string, io: Pick<Io, 'cwd'>): Either<Problem, NonEmpty<TrustedKey>> => {
  const text = fileAt('--trust', file, io);
  if (E.isLeft(text)) return text;
  const expected = badInput('--trust', 'Ed25519 public keys: name+id+base64, one a line, or PEM');
  const keys: TrustedKey[] = [];
  for (const der of pemBlocks(text.right, 'PUBLIC KEY')) {
    const publicKey = publicKeyOfSpki(der);
    if (publicKey === undefined) return E.left(expected);
    keys.push({ publicKey });
  }
  for (const line of lines(text.right.replaceAll(/-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----/g, ''))) {
    const key = readVerifierKey(line);
    if (E.isLeft(key)) return E.left(expected);
    keys.push(key.right);
  }
  return isNonEmpty(keys) ? E.right(keys) : E.left(expected);
};

/** Makes a key of that name, writes its secret half to a file of its owner's, and answers the public half. */
export const newKeyAt = async (name: string, file: string, io: Io): Promise<Either<Problem, string>> => {
  if (!isKeyName(name)) return E.left(badInput('--new-key', 'a name without spaces or plus'));
  const path = resolve(io.cwd, file);
  if (existsSync(path)) return E.left(badInput('--out', 'a file that is not there yet'));
  const key = { name, algorithm: 1, seed: new Uint8Array(io.random(SEED_BYTES)) } as const;
  const signer = await ed25519Signer(key)();
  if (E.isLeft(signer)) return E.left(cannotSign);
  try {
    writeFileSync(path, `${signingKeyText(key, signer.right)}\n`, { mode: OWNER_ONLY, flag: 'wx' });
  } catch {
    return E.left(outOfReach({ vi: 'không ghi được tệp khóa.', en: 'the file of the key cannot be written.' }));
  }
  return E.right(verifierKeyText(signer.right.key));
};
