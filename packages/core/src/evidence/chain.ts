/** The hash chain of a stream: each event carries the hash of the one before it (R3). Pure, so that every store links alike. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Instant } from '../values/plain-date.js';
import { canonical, type JsonValue } from './canonical.js';

/** What stands before the first event of a stream. */
export const GENESIS = '0'.repeat(64);

/** The last event of a stream, as far as the next one needs to know it. */
export type Head = Readonly<{ revision: number; recordedAt: Instant; hash: string }>;

/** Lower-case hexadecimal SHA-256 of a text in UTF-8. */
export const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** An event that can be linked: everything the hash covers except what linking adds. */
type Linkable = Readonly<{ id: string; onBehalfOf?: unknown }>;

export type Linked<E> = Readonly<{ event: E & Bound; text: string }>;
type Bound = Readonly<{
  v: 1;
  stream: string;
  revision: number;
  recordedAt: Instant;
  previous: string;
  hash: string;
}>;

/**
 * Binds a batch to the head of its stream. `text` is the canonical text (RFC 8785) that was hashed, and is what a store
 * keeps. `recordedAt` never goes below the head's, whatever the clock says.
 */
export const link = <E extends Linkable>(
  stream: string,
  head: Head | undefined,
  events: readonly E[],
  now: Instant,
): readonly Linked<E>[] => {
  const recordedAt = head !== undefined && head.recordedAt > now ? head.recordedAt : now;
  let previous = head?.hash ?? GENESIS;
  let revision = head?.revision ?? -1;
  return events.map((event) => {
    revision += 1;
    const bound = { ...event, v: 1 as const, stream, revision, recordedAt, previous };
    const text = canonical(bound as unknown as JsonValue);
    previous = digest(text);
    return { event: { ...bound, hash: previous }, text };
  });
};

/** The canonical text of a stored event: what its hash covers. */
export const hashedText = (event: Readonly<{ position?: string; hash: string }>): string => {
  const { position: _, hash: __, ...covered } = event;
  return canonical(covered as unknown as JsonValue);
};

/** Whether an event is what its hash says, and follows what came before it. */
export const holds = (event: Readonly<{ hash: string; previous: string }>, previous: string): boolean =>
  event.previous === previous && digest(hashedText(event)) === event.hash;
