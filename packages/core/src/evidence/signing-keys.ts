/**
 * Signing keys of a log or a witness (khóa ký): Ed25519 through WebCrypto, in Node and in browsers alike. A key is 32 secret
 * bytes, written down as one line (`PRIVATE+KEY+name+id+base64`) or handed over as PKCS#8.
 */
import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { E, type Either, type TE } from '../fp.js';
import { fromBase64Url, toBase64 } from './base64.js';
import {
  isNoteAlgorithm,
  keyIdOf,
  keyParts,
  type NoteAlgorithm,
  type VerifierKey,
  verifierKey,
} from './signed-note.js';

/** This runtime's WebCrypto does not know the algorithm, or refuses the key. */
export type CannotSign = Readonly<{ kind: 'CannotSign'; algorithm: 'Ed25519' | 'ES256' }>;

/** Whoever signs checkpoints: a key in a file, a token, a service (R29). `key` is what others check with. */
export type CheckpointSigner = Readonly<{
  key: VerifierKey;
  sign: (message: Uint8Array<ArrayBuffer>) => TE.TaskEither<CannotSign, Uint8Array>;
}>;

/** A key as it is written down: whose, for what, and its 32 secret bytes. */
export type SigningKey = Readonly<{ name: string; algorithm: NoteAlgorithm; seed: Uint8Array<ArrayBuffer> }>;

/** What stands before the 32 secret bytes of an Ed25519 key in PKCS#8 (RFC 8410). */
const PKCS8 = hexToBytes('302e020100300506032b657004220420');
const PRIVATE = 'PRIVATE+KEY+';

const cannot: CannotSign = { kind: 'CannotSign', algorithm: 'Ed25519' };

const imported = async (seed: Uint8Array): Promise<readonly [CryptoKey, Uint8Array<ArrayBuffer>]> => {
  const pkcs8 = new Uint8Array(concatBytes(PKCS8, seed));
  const secret = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', secret);
  return [secret, fromBase64Url(x) ?? new Uint8Array()];
};

/** A signer of one's own key. Errors: a runtime without Ed25519, or a seed that is no key. */
export const ed25519Signer =
  ({ name, algorithm, seed }: SigningKey): TE.TaskEither<CannotSign, CheckpointSigner> =>
  async () => {
    try {
      const [secret, publicKey] = await imported(seed);
      const sign: CheckpointSigner['sign'] = (message) => async () => {
        try {
          return E.right(new Uint8Array(await crypto.subtle.sign('Ed25519', secret, message)));
        } catch {
          return E.left(cannot);
        }
      };
      return E.right({ key: verifierKey(name, algorithm, publicKey), sign });
    } catch {
      return E.left(cannot);
    }
  };

/** The secret key in one line. `signer` is its own, for the id that stands in the line is made of the public key. */
export const signingKeyText = ({ name, algorithm, seed }: SigningKey, { key }: CheckpointSigner): string =>
  `${PRIVATE}${name}+${key.keyId}+${toBase64(concatBytes(Uint8Array.of(algorithm), seed))}`;

/** What was handed in is no key of this form. */
export type NotAKey = Readonly<{ kind: 'NotAKey'; expected: string }>;

/** The signer of a secret key in one line. Errors: another form, an id that is not this key's, no Ed25519 here. */
export const readSigningKey =
  (text: string): TE.TaskEither<NotAKey | CannotSign, CheckpointSigner> =>
  async () => {
    const parts = text.startsWith(PRIVATE) ? keyParts(text.slice(PRIVATE.length)) : undefined;
    if (parts === undefined || !isNoteAlgorithm(parts.algorithm)) {
      return E.left({ kind: 'NotAKey', expected: 'a signing key PRIVATE+KEY+name+id+base64, of Ed25519' });
    }
    const { name, keyId, algorithm, key: seed } = parts;
    const signer = await ed25519Signer({ name, algorithm, seed })();
    if (E.isLeft(signer) || signer.right.key.keyId === keyId) return signer;
    return E.left({ kind: 'NotAKey', expected: 'a signing key whose id is that of its name and bytes' });
  };

/** The secret bytes of an Ed25519 key in PKCS#8, as `openssl genpkey` writes it. */
export const seedOfPkcs8 = (der: Uint8Array): Uint8Array<ArrayBuffer> | undefined =>
  der.length === PKCS8.length + 32 && PKCS8.every((byte, at) => der[at] === byte)
    ? new Uint8Array(der.slice(PKCS8.length))
    : undefined;

/** The public bytes of an Ed25519 key as SubjectPublicKeyInfo, as `openssl pkey -pubout` writes it. */
export const publicKeyOfSpki = (der: Uint8Array): Uint8Array<ArrayBuffer> | undefined => {
  const before = hexToBytes('302a300506032b6570032100');
  return der.length === before.length + 32 && before.every((byte, at) => der[at] === byte)
    ? new Uint8Array(der.slice(before.length))
    : undefined;
};

/** A public key that is trusted. Without a name (a PEM file has none) it stands for itself under any name. */
export type TrustedKey = VerifierKey | Readonly<{ publicKey: Uint8Array<ArrayBuffer> }>;

/** The algorithm under which this key may have made a signature of that name and id, if it may. */
export const algorithmFor = (
  key: TrustedKey,
  { name, keyId }: Readonly<{ name: string; keyId: string }>,
): NoteAlgorithm | undefined => {
  if ('name' in key) return key.name === name && key.keyId === keyId ? key.algorithm : undefined;
  return ([1, 4] as const).find((algorithm) => keyIdOf(name, algorithm, key.publicKey) === keyId);
};

/** Whether the key made this signature. Errors: a runtime without Ed25519. */
export const isSignedBy = async (
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array,
  message: Uint8Array<ArrayBuffer>,
): Promise<Either<CannotSign, boolean>> => {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return E.right(await crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), message));
  } catch {
    return E.left(cannot);
  }
};
