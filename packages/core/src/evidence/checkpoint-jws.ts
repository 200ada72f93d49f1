/**
 * A checkpoint as a JWS (RFC 7515, compact, ES256), for readers who know X.509 identities and no signed notes. The claims
 * are in canonical form, so that they can also be left out (detached) and put back by whoever has them.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { E, type Either, type TE } from '../fp.js';
import { type Malformed, malformed } from '../values/malformed.js';
import { fromBase64Url, toBase64Url } from './base64.js';
import { canonical } from './canonical.js';
import type { CannotSign } from './signing-keys.js';

/** `at` is an instant, such as `2024-08-29T02:20:00.000Z`. */
export type CheckpointClaims = Readonly<{ origin: string; size: number; root: string; at: string }>;

/** Whoever signs with P-256 and SHA-256; the signature is 64 bytes, r and s. `kid` says which key. */
export type JwsSigner = Readonly<{
  kid: string;
  sign: (message: Uint8Array<ArrayBuffer>) => TE.TaskEither<CannotSign, Uint8Array>;
}>;

const ES256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
const cannot: CannotSign = { kind: 'CannotSign', algorithm: 'ES256' };
const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(utf8ToBytes(text));

/** A signer of a key that WebCrypto holds. */
export const es256Signer = (kid: string, key: CryptoKey): JwsSigner => ({
  kid,
  sign: (message) => async () => {
    try {
      return E.right(new Uint8Array(await crypto.subtle.sign(ES256, key, message)));
    } catch {
      return E.left(cannot);
    }
  },
});

const encoded = (text: string): string => toBase64Url(utf8ToBytes(text));

const payloadOf = ({ origin, size, root, at }: CheckpointClaims): string =>
  encoded(canonical({ origin, size, root, at }));

export const signJws =
  (signer: JwsSigner, claims: CheckpointClaims): TE.TaskEither<CannotSign, string> =>
  async () => {
    const signed = `${encoded(canonical({ alg: 'ES256', kid: signer.kid }))}.${payloadOf(claims)}`;
    const signature = await signer.sign(bytes(signed))();
    return E.isLeft(signature) ? signature : E.right(`${signed}.${toBase64Url(signature.right)}`);
  };

/** The same JWS without its claims (RFC 7515, appendix F). */
export const detached = (jws: string): string => jws.replace(/\.[^.]*\./, '..');

const jsonIn = (part: string): unknown => {
  try {
    const raw = fromBase64Url(part);
    return raw && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readClaims = (payload: string): CheckpointClaims | undefined => {
  const said = jsonIn(payload);
  if (!isRecord(said) || Object.keys(said).sort().join() !== 'at,origin,root,size') return undefined;
  const { origin, size, root, at } = said;
  if (typeof origin !== 'string' || typeof at !== 'string' || typeof size !== 'number') return undefined;
  if (!Number.isSafeInteger(size) || size < 0) return undefined;
  return typeof root === 'string' && /^[0-9a-f]{64}$/.test(root) ? { origin, size, root, at } : undefined;
};

/** The claims of a JWS that this key signed; `claims` where they were left out of it. */
export const openJws = async (
  jws: string,
  key: CryptoKey,
  claims?: CheckpointClaims,
): Promise<Either<Malformed | Readonly<{ kind: 'SignatureInvalid' }>, CheckpointClaims>> => {
  const [header = '', inside = '', encodedSignature = '', ...more] = jws.split('.');
  const payload = inside === '' && claims !== undefined ? payloadOf(claims) : inside;
  const head = jsonIn(header);
  const known =
    isRecord(head) && head['alg'] === 'ES256' && Object.keys(head).every((key) => key === 'alg' || key === 'kid');
  if (!known || more.length > 0) return malformed('a compact JWS with alg ES256', 'header');
  const read = readClaims(payload);
  if (read === undefined) return malformed('the claims origin, size, root and at', 'payload');
  const signature = fromBase64Url(encodedSignature);
  if (signature?.length !== 64) return malformed('a signature of 64 bytes', 'signature');
  const holds = await crypto.subtle.verify(ES256, key, signature, bytes(`${header}.${payload}`)).catch(() => false);
  return holds ? E.right(read) : E.left({ kind: 'SignatureInvalid' });
};
