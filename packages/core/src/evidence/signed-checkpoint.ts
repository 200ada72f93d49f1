/**
 * Signed checkpoints: made by a log, countersigned by witnesses (C2SP tlog-cosignature v1), opened by whoever trusts one of
 * the keys. A signature of an unknown key is passed over; one of a known key that does not hold condemns the whole note.
 */
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { E, type Either, type TE } from '../fp.js';
import type { Malformed } from '../values/malformed.js';
import { type Checkpoint, checkpointText, readCheckpointText } from './checkpoint.js';
import { type NoteSignature, noteText, readNote, type SignedNote } from './signed-note.js';
import { algorithmFor, type CannotSign, type CheckpointSigner, isSignedBy, type TrustedKey } from './signing-keys.js';

/** The note is not a checkpoint. */
export type NotACheckpoint = Readonly<{ kind: 'NotACheckpoint' } & Malformed>;
/** A trusted key is named, and the signature is not its own; or no trusted key signed. */
export type NotTrusted = Readonly<{ kind: 'SignatureInvalid'; name: string } | { kind: 'Unsigned' }>;

/** Whose signature was checked, and when it says it was made: a log's own says no time. */
export type Signed = Readonly<{ name: string; at?: number }>;

/** A checkpoint, its note, and the trusted keys that signed it; none where no key was asked for. */
export type OpenedCheckpoint = Readonly<{ checkpoint: Checkpoint; note: SignedNote; signedBy: readonly Signed[] }>;

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(utf8ToBytes(text));

const notACheckpoint = ({ at, expected }: Malformed): NotACheckpoint => ({ kind: 'NotACheckpoint', at, expected });

/** Seconds since 1970 as eight bytes, the highest first. */
const timeBytes = (seconds: number): Uint8Array => {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(seconds));
  return new Uint8Array(view.buffer);
};

const timeIn = (signature: Uint8Array): number | undefined => {
  if (signature.length !== 72) return undefined;
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  return seconds <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(seconds) : undefined;
};

const cosignedText = (text: string, at: number): string => `cosignature/v1\ntime ${at}\n${text}`;

/** A log's checkpoint under its own signature. */
export const signCheckpoint =
  (signer: CheckpointSigner, checkpoint: Checkpoint): TE.TaskEither<CannotSign | NotACheckpoint, string> =>
  async () => {
    const text = checkpointText(checkpoint);
    if (E.isLeft(text)) return E.left(notACheckpoint(text.left));
    const signature = await signer.sign(bytes(text.right))();
    if (E.isLeft(signature)) return signature;
    const { name, keyId } = signer.key;
    return E.right(noteText({ text: text.right, signatures: [{ name, keyId, signature: signature.right }] }));
  };

/** Adds a witness's signature, made at `at` (seconds since 1970); the signer's key must be of algorithm 4. */
export const cosign =
  (signer: CheckpointSigner, note: SignedNote, at: number): TE.TaskEither<CannotSign, string> =>
  async () => {
    const signature = await signer.sign(bytes(cosignedText(note.text, at)))();
    if (E.isLeft(signature)) return signature;
    const { name, keyId } = signer.key;
    const added = { name, keyId, signature: concatBytes(timeBytes(at), signature.right) };
    return E.right(noteText({ ...note, signatures: [...note.signatures, added] }));
  };

/** What a key says to one signature line: nothing when the line is not its own. */
const checked = async (
  key: TrustedKey,
  text: string,
  line: NoteSignature,
): Promise<Either<CannotSign, Signed | 'invalid' | undefined>> => {
  const algorithm = algorithmFor(key, line);
  if (algorithm === undefined) return E.right(undefined);
  const at = algorithm === 4 ? timeIn(line.signature) : undefined;
  if (algorithm === 4 && at === undefined) return E.right('invalid');
  const [message, signature] =
    at === undefined ? [text, line.signature] : [cosignedText(text, at), line.signature.slice(8)];
  const holds = await isSignedBy(key.publicKey, signature, bytes(message));
  if (E.isLeft(holds)) return holds;
  if (!holds.right) return E.right('invalid');
  return E.right(at === undefined ? { name: line.name } : { name: line.name, at });
};

const signers = async (
  { text, signatures }: SignedNote,
  trusted: readonly TrustedKey[],
): Promise<Either<CannotSign | NotTrusted, readonly Signed[]>> => {
  const signedBy = new Map<string, Signed>();
  for (const line of signatures) {
    for (const key of trusted) {
      const said = await checked(key, text, line);
      if (E.isLeft(said)) return said;
      if (said.right === 'invalid') return E.left({ kind: 'SignatureInvalid', name: line.name });
      if (said.right !== undefined) signedBy.set(`${line.name}+${bytesToHex(key.publicKey)}`, said.right);
    }
  }
  return signedBy.size === 0 ? E.left({ kind: 'Unsigned' }) : E.right([...signedBy.values()]);
};

/** Reads a checkpoint without asking who signed it. What it says must be taken for nothing more than a claim. */
export const readCheckpoint = (written: string): Either<NotACheckpoint, OpenedCheckpoint> => {
  const note = readNote(written);
  if (E.isLeft(note)) return E.left(notACheckpoint(note.left));
  const checkpoint = readCheckpointText(note.right.text);
  if (E.isLeft(checkpoint)) return E.left(notACheckpoint(checkpoint.left));
  return E.right({ checkpoint: checkpoint.right, note: note.right, signedBy: [] });
};

/** Reads a checkpoint that at least one trusted key signed. */
export const openCheckpoint =
  (
    written: string,
    trusted: readonly TrustedKey[],
  ): TE.TaskEither<NotACheckpoint | NotTrusted | CannotSign, OpenedCheckpoint> =>
  async () => {
    const read = readCheckpoint(written);
    if (E.isLeft(read)) return read;
    const signedBy = await signers(read.right.note, trusted);
    return E.isLeft(signedBy) ? signedBy : E.right({ ...read.right, signedBy: signedBy.right });
  };
