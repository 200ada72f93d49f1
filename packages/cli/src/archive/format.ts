/**
 * The archive (tệp lưu trữ): NDJSON, one event a line, each line the event's own canonical text; the first line says how many
 * there are and the Merkle root over their hashes, so that a missing end is noticed (R26).
 */
import type { StoredEvent } from '@lienthong/core';
import { type ArchiveHeader, canonical, headerText, type JsonObject, readEventText } from '@lienthong/core/evidence';

export const headerLine = (header: ArchiveHeader): string => `${headerText(header)}\n`;

/** The order of its keys is canonical, so an exported line can be compared byte by byte. */
export const eventLine = (event: StoredEvent): string => `${canonical(event as unknown as JsonObject)}\n`;

/** `undefined` when the line is not the canonical text of a stored event. */
export const readEventLine = (line: string): StoredEvent | undefined =>
  readEventText(line)?.event as StoredEvent | undefined;
