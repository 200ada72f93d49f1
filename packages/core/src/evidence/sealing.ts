/**
 * Sealing of personal data (R3, R16): one block a person, AES-256-GCM under a key of that person *and case*. Sealing is
 * deterministic: the nonce is an HMAC over event id, subject and plaintext under the same key, so a repeat gives the same
 * bytes, and other content never meets the same nonce. Destroying the key erases the person and leaves every hash intact.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, type JsonObject } from './canonical.js';

/** A sealed block as it is kept; base64url without padding. */
export type SealedBlock = Readonly<{ alg: 'A256GCM'; nonce: string; text: string }>;

/** 32 bytes, or the fact that they were destroyed. */
export type PersonKey = Uint8Array<ArrayBuffer> | 'erased';

/**
 * Where keys live. One key a person (`subject` names their place in the case) and case. `keyOf` is for sealing, and makes a
 * key where there is none; `existing` is for opening, and never does. Keys that are derived have nothing to make.
 */
export type Keys = Readonly<{
  keyOf: (caseId: string, subject: string) => Promise<PersonKey>;
  existing?: (caseId: string, subject: string) => Promise<PersonKey | undefined>;
}>;

const toBase64Url = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};
const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

const label = (eventId: string, subject: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(utf8ToBytes(`lienthong/seal/1|${eventId}|${subject}`));

const cipherKey = (key: Uint8Array<ArrayBuffer>, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(hmac(sha256, key, utf8ToBytes('encrypt'))), 'AES-GCM', false, [use]);

/** Seals one person's block of one event. */
export const seal = async (
  key: Uint8Array<ArrayBuffer>,
  eventId: string,
  subject: string,
  block: JsonObject,
): Promise<SealedBlock> => {
  const plain = new Uint8Array(utf8ToBytes(canonical(block)));
  const bound = label(eventId, subject);
  const nonceKey = hmac(sha256, key, utf8ToBytes('nonce'));
  const nonce = new Uint8Array(hmac(sha256, nonceKey, concatBytes(bound, plain)).slice(0, 12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: bound },
    await cipherKey(key, 'encrypt'),
    plain,
  );
  return { alg: 'A256GCM', nonce: toBase64Url(nonce), text: toBase64Url(new Uint8Array(sealed)) };
};

/** Opens a block; `undefined` when it was altered, moved to another event or person, or sealed under another key. */
export const unseal = async (
  key: Uint8Array<ArrayBuffer>,
  eventId: string,
  subject: string,
  block: SealedBlock,
): Promise<JsonObject | undefined> => {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64Url(block.nonce), additionalData: label(eventId, subject) },
      await cipherKey(key, 'decrypt'),
      fromBase64Url(block.text),
    );
    return JSON.parse(new TextDecoder().decode(plain)) as JsonObject;
  } catch {
    return undefined;
  }
};

/** Keys derived from one secret: for development, tests and demonstrations, where nobody's data is real. */
export const developmentKeys = (secret: string): Keys => ({
  keyOf: async (caseId, subject) =>
    new Uint8Array(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${caseId}|${subject}`))),
});

/** A keyed digest that finds equal values without saying which: for claims and look-ups (R6), never a plain hash. */
export const blindIndex = (secret: string, purpose: string, value: string): string =>
  Array.from(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${purpose}|${value}`)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
