/** How an event becomes a row and a row an event again: the text is what was hashed, the columns only help to find it. */
import { createHash } from 'node:crypto';
import type { StoredEvent } from '@lienthong/core';
import { positionOf } from '@lienthong/core';
import { GENESIS } from '@lienthong/core/evidence';
import type { Bound, Row } from './driver.js';

/**
 * The columns that `eventOf` reads, from `events e`. The text comes as bytes: those are what is hashed, and libsql ends the
 * whole process over a text that is not UTF-8.
 */
export const COLUMNS = 'e.position, e.revision, e.hash, CAST(e.text AS BLOB)';

export const idBytes = (id: string): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex');
export const hashBytes = (hash: string): Uint8Array => Buffer.from(hash, 'hex');

const bytesOf = (value: Bound | undefined): Buffer =>
  value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : Buffer.alloc(0);

/** The event of a row, or `undefined` when its text or its place are not what its hash says. */
export const eventOf = (row: Row, verify: boolean, stream?: string): StoredEvent | undefined => {
  const [position, revision, hashed, text] = row;
  const [hash, bytes] = [bytesOf(hashed).toString('hex'), bytesOf(text)];
  if (verify && createHash('sha256').update(bytes).digest('hex') !== hash) return undefined;
  try {
    const said = JSON.parse(bytes.toString('utf8')) as Omit<StoredEvent, 'position' | 'hash'>;
    if (said.revision !== revision || (stream !== undefined && said.stream !== stream)) return undefined;
    return { ...said, position: positionOf(Number(position)), hash };
  } catch {
    return undefined;
  }
};

/** Every event of the rows, or `undefined` when one of them is not whole. */
export const eventsOf = (
  rows: readonly Row[],
  verify: boolean,
  stream?: string,
): readonly StoredEvent[] | undefined => {
  const events: StoredEvent[] = [];
  for (const row of rows) {
    const event = eventOf(row, verify, stream);
    if (event === undefined) return undefined;
    events.push(event);
  }
  return events;
};

const follows = (event: StoredEvent, before: StoredEvent | undefined): boolean =>
  before === undefined
    ? event.revision !== 0 || event.previous === GENESIS
    : event.revision === before.revision + 1 && event.previous === before.hash;

/** Whether events of one stream, in ascending order, follow each other without a gap. */
export const isUnbroken = (ascending: readonly StoredEvent[]): boolean =>
  ascending.every((event, index) => follows(event, ascending[index - 1]));
