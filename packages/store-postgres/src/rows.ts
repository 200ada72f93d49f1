/** How a row becomes an event again: the text is what was hashed, the columns only help to find it. */
import { createHash } from 'node:crypto';
import type { StoredEvent } from '@lienthong/core';
import { positionText } from './position.js';

/** Every value as the server writes it. */
export type Row = readonly (string | null)[];

/** The columns that `eventOf` reads, from `events e`. */
export const COLUMNS = `e.epoch, e.xid, e.position, e.revision, encode(e.hash, 'hex'), e.text`;

/** What names a stream in an index: its name may be too long for one. */
export const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The event of a row, or `undefined` when its text or its place are not what its hash says. */
export const eventOf = (row: Row, verify: boolean, stream?: string): StoredEvent | undefined => {
  const [epoch, xid, position, revision, hash, text] = row as readonly string[];
  if (epoch === undefined || xid === undefined || position === undefined || hash === undefined) return undefined;
  if (text === undefined || (verify && digestOf(text) !== hash)) return undefined;
  try {
    const said = JSON.parse(text) as Omit<StoredEvent, 'position' | 'hash'>;
    if (said.revision !== Number(revision) || (stream !== undefined && said.stream !== stream)) return undefined;
    return { ...said, position: positionText({ epoch, xid, position }), hash };
  } catch {
    return undefined;
  }
};
