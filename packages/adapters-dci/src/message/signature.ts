/**
 * Signatures of messages (chữ ký thông điệp): Ed25519 over header and message, in the form of the standard's signature text.
 * The standard leaves two things open. We write both parts as canonical JSON (RFC 8785), so that a message may be parsed and
 * written again on its way, and bind them by SHA-256 in the `digest` line.
 */
import type { Instant } from '@lienthong/core';
import { canonical, fromBase64, type JsonValue } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import type { Envelope } from './types.js';

const ALGORITHM = 'ed25519';

/** Our own key: its id, as the other side knows it, and the secret half. */
export type SecretKey = Readonly<{ keyId: string; key: CryptoKey }>;
/** A key somebody signs with; base64 of its 32 bytes. */
export type PublicKey = Readonly<{ keyId: string; key: string }>;

export type SignatureFault = 'err.signature.missing' | 'err.signature.invalid';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const seconds = (at: Instant): number => Math.floor(Date.parse(at) / 1_000);

const signedBytes = async (
  { header, message }: Envelope,
  created: string,
  expires: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const body = canonical(header as JsonValue) + (message === undefined ? '' : canonical(message as JsonValue));
  const digest = base64(await crypto.subtle.digest('SHA-256', utf8(body)));
  return utf8(`(created): ${created}\n(expires): ${expires}\ndigest: SHA-256=${digest}`);
};

/** The envelope with its signature, good for so many seconds from now. */
export const signed = async (
  envelope: Envelope,
  senderId: string,
  { keyId, key }: SecretKey,
  at: Instant,
  goodFor = 300,
): Promise<Envelope> => {
  const [created, expires] = [String(seconds(at)), String(seconds(at) + goodFor)];
  const value = base64(await crypto.subtle.sign('Ed25519', key, await signedBytes(envelope, created, expires)));
  const parts = [
    'namespace="spdci"',
    `kidId="${senderId}|${keyId}|${ALGORITHM}"`,
    `algorithm="${ALGORITHM}"`,
    `created="${created}"`,
    `expires="${expires}"`,
    'headers="(created) (expires) digest"',
    `signature="${value}"`,
  ];
  const { header, message } = envelope;
  return { signature: `Signature: ${parts.join(', ')}`, header, ...(message === undefined ? {} : { message }) };
};

const partsOf = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/([A-Za-z]+)="([^"]*)"/g)].map(([, name, value]) => [name ?? '', value ?? '']));

const isTime = (text: string | undefined): text is string => text !== undefined && /^\d{1,12}$/.test(text);

/** Good from `created` until `expires`, and no longer than a day whatever it says of itself. */
const isFresh = (created: number, expires: number, now: number, skew: number): boolean =>
  created - skew <= now && now <= expires + skew && created <= expires && expires - created <= 86_400;

/** Text that has no canonical form (half a surrogate pair) cannot have been signed either. */
const checked = async (
  key: string,
  signature: string,
  signedText: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<boolean> => {
  const [raw, value] = [fromBase64(key), fromBase64(signature)];
  if (raw === undefined || value === undefined) return false;
  try {
    const bytes = await signedText();
    const imported = await crypto.subtle.importKey('raw', new Uint8Array(raw), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, new Uint8Array(value), bytes);
  } catch {
    return false;
  }
};

const invalid = E.left<SignatureFault>('err.signature.invalid');

/** Whether this sender signed this message with a key of theirs, and not too long ago. */
export const verified = async (
  envelope: Envelope,
  senderId: string,
  keys: readonly PublicKey[],
  now: Instant,
  skew = 60,
): Promise<Either<SignatureFault, true>> => {
  const text = envelope.signature?.trim() ?? '';
  if (text === '') return E.left('err.signature.missing');
  const parts = partsOf(text);
  // The published sample writes `kidId`, other texts of the same family `keyId`.
  const [sender, keyId, algorithm, ...more] = (parts.get('kidId') ?? parts.get('keyId') ?? '').split('|');
  const [created, expires] = [parts.get('created'), parts.get('expires')];
  const known = keys.find((key) => key.keyId === keyId);
  if (sender !== senderId || algorithm !== ALGORITHM || more.length > 0 || known === undefined) return invalid;
  if (parts.get('algorithm') !== ALGORITHM || !isTime(created) || !isTime(expires)) return invalid;
  if (!isFresh(Number(created), Number(expires), seconds(now), skew)) return invalid;
  const value = parts.get('signature') ?? '';
  const holds = await checked(known.key, value, () => signedBytes(envelope, created, expires));
  return holds ? E.right(true) : invalid;
};
