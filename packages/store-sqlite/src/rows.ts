/** How an event becomes a row and a row an event again: the text is what was hashed, the columns only help to find it. */
import type { StoredEvent } from '@lienthong/core';
import { positionOf } from '@lienthong/core';
import type { Row, SqliteDriver } from './driver.js';
import { sha256 } from './sha256.js';

/**
 * The columns that `eventOf` reads, from `events e`. The text comes as bytes: those are what is hashed, and libsql ends the
 * whole process over a text that is not UTF-8. Who believes the file, with a library that bears any text, reads it as such.
 */
export const columnsOf = (
  { survivesAnyText = false }: Pick<SqliteDriver, 'survivesAnyText'>,
  verify: boolean,
): string =>
  `e.position, e.revision, lower(hex(e.hash)), ${survivesAnyText && !verify ? 'e.text' : 'CAST(e.text AS BLOB)'}`;

export const idBytes = (id: string): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex');
export const hashBytes = (hash: string): Uint8Array => Buffer.from(hash, 'hex');

const textIn = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

/** The event of a row, or `undefined` when its text or its place are not what its hash says. */
export const eventOf = (row: Row, verify: boolean, stream?: string): StoredEvent | undefined => {
  const [position, revision, hash, kept] = row;
  const bytes = kept instanceof Uint8Array ? kept : undefined;
  if (verify && (bytes === undefined || sha256(bytes) !== hash)) return undefined;
  const text = bytes === undefined ? String(kept) : textIn(bytes);
  try {
    const said = JSON.parse(text) as Omit<StoredEvent, 'position' | 'hash'>;
    if (said.revision !== revision || (stream !== undefined && said.stream !== stream)) return undefined;
    return Object.assign(said, { position: positionOf(Number(position)), hash: String(hash) });
  } catch {
    return undefined;
  }
};
