/**
 * A checkpoint (điểm kiểm soát; C2SP tlog-checkpoint): which log, how many events, and the Merkle root over them. Kept
 * somewhere else than the journal, it shows when the journal lost its end or was written anew.
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { E, type Either } from '../fp.js';
import { type Malformed, malformed } from '../values/malformed.js';
import { fromBase64, toBase64 } from './base64.js';

export type Checkpoint = Readonly<{
  /** The log's own name in the world, such as `example.vn/lien-thong`. */
  origin: string;
  /** Events in the log. */
  size: number;
  /** RFC 9162 root over their hashes, in hexadecimal. */
  root: string;
  /** Lines of the issuer's own; none of ours has any. */
  extensions?: readonly string[];
}>;

/** One line of printable text, whatever its script. */
export const isLine = (text: string): boolean => text.length > 0 && text.isWellFormed() && !/\p{Cc}/u.test(text);

/** What is signed. Errors: a name or an extension that is no single line, a size or root that is none. */
export const checkpointText = ({ origin, size, root, extensions = [] }: Checkpoint): Either<Malformed, string> => {
  if (!isLine(origin)) return malformed('one line of text', 'origin');
  if (!Number.isSafeInteger(size) || size < 0) return malformed('a whole number from 0', 'size');
  if (!/^[0-9a-f]{64}$/.test(root)) return malformed('64 hexadecimal digits', 'root');
  if (!extensions.every(isLine)) return malformed('lines of text', 'extensions');
  return E.right(`${[origin, String(size), toBase64(hexToBytes(root)), ...extensions].join('\n')}\n`);
};

/** Reads the text of a note as a checkpoint. */
export const readCheckpointText = (text: string): Either<Malformed, Checkpoint> => {
  if (!text.endsWith('\n')) return malformed('lines that end');
  const [origin = '', size = '', encoded = '', ...extensions] = text.slice(0, -1).split('\n');
  const root = fromBase64(encoded);
  if (!isLine(origin)) return malformed('one line of text', 'origin');
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) {
    return malformed('a whole number from 0, without leading zeros', 'size');
  }
  if (root?.length !== 32) return malformed('32 bytes in base64', 'root');
  if (!extensions.every(isLine)) return malformed('lines of text', 'extensions');
  const read = { origin, size: Number(size), root: bytesToHex(root) };
  return E.right(extensions.length === 0 ? read : { ...read, extensions });
};
