/**
 * Wrapping (bọc khóa): a person's key is kept only under a master key (khóa chính), AES-256-GCM by Web Crypto, bound to the
 * case and the person it belongs to. Who has the store without the master has nothing; a wrapped key moved to another person
 * does not open.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** `id` says which master a key is under, and nothing about the master itself. */
export type MasterKey = Readonly<{ id: string; key: CryptoKey }>;

/** A key at rest: 12 bytes of nonce, 32 of key, 16 of tag. */
export type WrappedKey = Readonly<{ master: string; bytes: Uint8Array<ArrayBuffer> }>;

/** Whose key it is. One person (`subject` names their place in the case) has one key in one case. */
export type KeyPlace = Readonly<{ caseId: string; subject: string }>;

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const ID_LENGTH = 16;

const derived = (secret: string, use: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`lienthong/master/1|${use}`)));

/** The master key that a secret stands for. The secret must itself be random: it is not stretched like a password. */
export const masterKey = async (secret: string): Promise<MasterKey> => ({
  id: bytesToHex(derived(secret, 'id')).slice(0, ID_LENGTH),
  key: await crypto.subtle.importKey('raw', derived(secret, 'wrap'), 'AES-GCM', false, ['encrypt', 'decrypt']),
});

const bound = ({ id }: MasterKey, { caseId, subject }: KeyPlace): Uint8Array<ArrayBuffer> =>
  new Uint8Array(utf8ToBytes(JSON.stringify(['lienthong/key/1', id, caseId, subject])));

/** `nonce` must be random and fresh. */
export const wrapKey = async (
  master: MasterKey,
  place: KeyPlace,
  key: Uint8Array<ArrayBuffer>,
  nonce: Uint8Array<ArrayBuffer>,
): Promise<WrappedKey> => {
  const parameters = { name: 'AES-GCM', iv: nonce, additionalData: bound(master, place) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, master.key, key));
  const bytes = new Uint8Array(NONCE_BYTES + sealed.length);
  bytes.set(nonce);
  bytes.set(sealed, NONCE_BYTES);
  return { master: master.id, bytes };
};

/** `undefined` when it was altered, moved to another person, or wrapped under another master. */
export const unwrapKey = async (
  master: MasterKey,
  place: KeyPlace,
  { bytes }: WrappedKey,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const parameters = { name: 'AES-GCM', iv: bytes.slice(0, NONCE_BYTES), additionalData: bound(master, place) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, master.key, bytes.slice(NONCE_BYTES)));
  } catch {
    return undefined;
  }
};

export const freshNonce = (random: (bytes: number) => Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(random(NONCE_BYTES));
