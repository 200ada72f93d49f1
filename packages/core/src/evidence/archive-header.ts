/**
 * The first line of an archive (tệp lưu trữ): how many events follow and the Merkle root over their hashes, so that a missing
 * end is noticed (R26). Its `digest` covers what neither chain nor root does: this line itself, and the events' positions.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, type JsonObject, type JsonValue } from './canonical.js';

export type ArchiveHeader = Readonly<{
  archive: 1;
  /** The store it was taken from, without folders. */
  store: string;
  /** Releases of the law book that its decisions were made under. */
  lawReleases: readonly string[];
  /** Events in the archive. */
  count: number;
  /** RFC 9162 root over the events' hashes, in order, of a tree of `size` leaves. */
  root: string;
  size: number;
  /** A signed note over size and root, or over a beginning. */
  checkpoint?: string;
  /** SHA-256 over the positions, a line feed after each, and this line without its digest. */
  digest?: string;
}>;

const KEYS = ['archive', 'store', 'lawReleases', 'count', 'root', 'size', 'checkpoint', 'digest'];

export const headerText = (header: ArchiveHeader): string => canonical(header as unknown as JsonObject);

export type ArchiveDigest = Readonly<{
  /** One that goes on from here on its own. */
  copy: () => ArchiveDigest;
  add: (position: string) => void;
  /** The digest of this header after the positions added. */
  of: (header: ArchiveHeader) => string;
}>;

const digestFrom = (positions: ReturnType<typeof sha256.create>): ArchiveDigest => ({
  copy: () => digestFrom(positions.clone()),
  add: (position) => void positions.update(utf8ToBytes(`${position}\n`)),
  of: ({ digest: _, ...header }) =>
    bytesToHex(
      positions
        .clone()
        .update(utf8ToBytes(headerText(header)))
        .digest(),
    ),
});

export const archiveDigest = (): ArchiveDigest => digestFrom(sha256.create());

const isText = (value: unknown): value is string => typeof value === 'string';
const isHash = (value: unknown): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isHeader = (said: JsonObject): boolean =>
  said['archive'] === 1 &&
  Object.keys(said).every((key) => KEYS.includes(key)) &&
  isText(said['store']) &&
  Array.isArray(said['lawReleases']) &&
  said['lawReleases'].every(isText) &&
  isCount(said['count']) &&
  isCount(said['size']) &&
  isHash(said['root']) &&
  (said['checkpoint'] === undefined || isText(said['checkpoint'])) &&
  (said['digest'] === undefined || isHash(said['digest']));

/** `undefined` when the line is no header that this release can read, in its one spelling. */
export const readHeader = (line: string): ArchiveHeader | undefined => {
  try {
    const said = JSON.parse(line) as JsonValue;
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return undefined;
    const record = said as JsonObject;
    return isHeader(record) && canonical(record) === line ? (record as unknown as ArchiveHeader) : undefined;
  } catch {
    return undefined;
  }
};
