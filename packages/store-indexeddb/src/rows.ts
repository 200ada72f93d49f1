/** How a row becomes an event again: its text must be what its hash says, and stand where its keys say. */
import { positionOf, type StoredEvent } from '@lienthong/core';
import { digest, GENESIS } from '@lienthong/core/evidence';
import type { EventRow } from './layout.js';

/** The event of a row, or `undefined` when it is not whole. */
export const eventOf = (row: EventRow, verify: boolean, stream?: string): StoredEvent | undefined => {
  const { position, revision, id, hash, text } = row;
  try {
    if (verify && digest(text) !== hash) return undefined;
    const said = JSON.parse(text) as Omit<StoredEvent, 'position' | 'hash'>;
    const placed = said.revision === revision && said.id === id && (stream === undefined || said.stream === stream);
    return placed ? { ...said, position: positionOf(position), hash } : undefined;
  } catch {
    return undefined;
  }
};

/** Every event of the rows, or `undefined` when one of them is not whole. */
export const eventsOf = (
  rows: readonly EventRow[],
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
