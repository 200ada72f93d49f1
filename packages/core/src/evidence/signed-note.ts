/**
 * Signed notes (C2SP signed-note): a text, a blank line, and a line for each signature. What transparency logs and their
 * witnesses exchange, so that a checkpoint of ours can be checked with tools that are not ours.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { E, type Either } from '../fp.js';
import { type Malformed, malformed } from '../values/malformed.js';
import { fromBase64, toBase64 } from './base64.js';

/** What a key signs with: 1 is plain Ed25519, 4 a witness's Ed25519 cosignature with its time. */
export type NoteAlgorithm = 1 | 4;

/** One signature line. `keyId` is eight hexadecimal digits; with the name it says which key signed. */
export type NoteSignature = Readonly<{ name: string; keyId: string; signature: Uint8Array }>;

/** `text` ends with a line feed and is what was signed. */
export type SignedNote = Readonly<{ text: string; signatures: readonly NoteSignature[] }>;

/** A public key and the name it goes by. */
export type VerifierKey = Readonly<{
  name: string;
  keyId: string;
  algorithm: NoteAlgorithm;
  publicKey: Uint8Array<ArrayBuffer>;
}>;

const LONGEST = 1_000_000;
const MOST_SIGNATURES = 100;
const KEY_BYTES = 32;

/** Not empty, no space of any script, no plus: what else may stand in a name is its owner's affair. */
export const isKeyName = (name: string): boolean =>
  name.length > 0 && name.isWellFormed() && !/[\p{White_Space}\p{Cc}+]/u.test(name);

export const isNoteAlgorithm = (value: number | undefined): value is NoteAlgorithm => value === 1 || value === 4;

/** The first four bytes of SHA-256 over name, line feed, algorithm and key. */
export const keyIdOf = (name: string, algorithm: NoteAlgorithm, publicKey: Uint8Array): string =>
  bytesToHex(sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(algorithm), publicKey)).slice(0, 4));

export const verifierKey = (
  name: string,
  algorithm: NoteAlgorithm,
  publicKey: Uint8Array<ArrayBuffer>,
): VerifierKey => ({ name, keyId: keyIdOf(name, algorithm, publicKey), algorithm, publicKey });

/** A key in one line, `name+id+base64`, as logs publish theirs. */
export const verifierKeyText = ({ name, keyId, algorithm, publicKey }: VerifierKey): string =>
  `${name}+${keyId}+${toBase64(concatBytes(Uint8Array.of(algorithm), publicKey))}`;

/** Name, id and key bytes of `name+id+base64`, the algorithm first among the bytes. */
export const keyParts = (
  text: string,
): Readonly<{ name: string; keyId: string; algorithm: number; key: Uint8Array<ArrayBuffer> }> | undefined => {
  const [, name = '', keyId = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const bytes = fromBase64(encoded);
  if (bytes === undefined || bytes.length !== KEY_BYTES + 1 || !isKeyName(name)) return undefined;
  return { name, keyId, algorithm: bytes[0] as number, key: bytes.slice(1) };
};

/** Reads a key of one line. Errors: another form or algorithm, or an id that is not this key's. */
export const readVerifierKey = (text: string): Either<Malformed, VerifierKey> => {
  const parts = keyParts(text);
  if (parts === undefined || !isNoteAlgorithm(parts.algorithm)) return malformed('a key name+id+base64, of Ed25519');
  const key = verifierKey(parts.name, parts.algorithm, parts.key);
  return key.keyId === parts.keyId ? E.right(key) : malformed('a key whose id is that of its name and bytes');
};

const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${toBase64(concatBytes(hexToBytes(keyId), signature))}\n`;

export const noteText = ({ text, signatures }: SignedNote): string =>
  `${text}\n${signatures.map(signatureLine).join('')}`;

const readSignature = (line: string): NoteSignature | undefined => {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = isKeyName(name) ? fromBase64(encoded) : undefined;
  if (bytes === undefined || bytes.length < 5) return undefined;
  return { name, keyId: bytesToHex(bytes.slice(0, 4)), signature: bytes.slice(4) };
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids just these.
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/** Reads a note; whose signatures these are, and whether they hold, is for `openCheckpoint` to say. */
export const readNote = (written: string): Either<Malformed, SignedNote> => {
  if (written.length > LONGEST || !written.isWellFormed() || CONTROL.test(written)) {
    return malformed('text without control characters, of at most a million characters');
  }
  const blank = written.lastIndexOf('\n\n');
  if (blank < 1 || !written.endsWith('\n')) return malformed('a text, a blank line, and lines of signatures');
  const lines = written.slice(blank + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return malformed(`at most ${MOST_SIGNATURES} signatures`, 'signatures');
  const signatures: NoteSignature[] = [];
  for (const [index, line] of lines.entries()) {
    const signature = readSignature(line);
    if (signature === undefined) return malformed('— name base64', `signatures.${index}`);
    signatures.push(signature);
  }
  return E.right({ text: written.slice(0, blank + 1), signatures });
};
