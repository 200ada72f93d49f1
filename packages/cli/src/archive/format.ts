/**
 * The archive (tệp lưu trữ): NDJSON, one event a line, each line the event's own canonical text; the first line says how many
 * there are and the Merkle root over their hashes, so that a missing end is noticed (R26).
 */
import type { StoredEvent } from '@lienthong/core';
import { canonical, type JsonObject } from '@lienthong/core/evidence';

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
  checkpoint?: string;
}>;

export const headerLine = (header: ArchiveHeader): string => `${canonical(header as unknown as JsonObject)}\n`;

/** The order of its keys is canonical, so an exported line can be compared byte by byte. */
export const eventLine = (event: StoredEvent): string => `${canonical(event as unknown as JsonObject)}\n`;

const parsed = (line: string): JsonObject | undefined => {
  try {
    const value = JSON.parse(line) as JsonObject;
    return typeof value === 'object' && value !== null && canonical(value) === line ? value : undefined;
  } catch {
    return undefined;
  }
};

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `undefined` when the line is no header that this release can read. */
export const readHeader = (line: string): ArchiveHeader | undefined => {
  const said = parsed(line);
  if (said === undefined || said['archive'] !== 1) return undefined;
  const { store, lawReleases, count, root, size } = said;
  const formed =
    isText(store) &&
    Array.isArray(lawReleases) &&
    lawReleases.every(isText) &&
    isCount(count) &&
    isHash(root) &&
    isCount(size);
  return formed ? (said as unknown as ArchiveHeader) : undefined;
};

/** `undefined` when the line is not the canonical text of a stored event. */
export const readEventLine = (line: string): StoredEvent | undefined => {
  const said = parsed(line);
  if (said === undefined || said['v'] !== 1) return undefined;
  const { id, type, stream, revision, position, occurredAt, recordedAt, schema, causation, correlation } = said;
  const texts = [id, type, stream, position, occurredAt, recordedAt, causation, correlation];
  const formed =
    texts.every(isText) &&
    isCount(revision) &&
    isCount(schema) &&
    isRecord(said['actor']) &&
    isRecord(said['data']) &&
    isHash(said['hash']) &&
    isHash(said['previous']);
  return formed ? (said as unknown as StoredEvent) : undefined;
};
