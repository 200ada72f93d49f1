/** How a row becomes an event again: its text must be what its hash says, and stand where its keys say. */
import { positionOf, type StoredEvent } from '@lienthong/core';
import { digest } from '@lienthong/core/evidence';
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
