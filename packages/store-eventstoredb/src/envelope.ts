/** How an event lies in the server: its canonical text as bytes, its hash as the only metadata; and how it is read again. */
import { createHash } from 'node:crypto';
import type { NewEvent, StoredEvent } from '@lienthong/core';
import type { Linked } from '@lienthong/core/evidence';
import type { Proposal, Recorded } from './driver.js';
import { positionOf } from './position.js';

const HASH = /^[0-9a-f]{64}$/;

export const proposalOf = ({ event, text }: Linked<NewEvent>): Proposal => ({
  id: event.id,
  type: event.type,
  text,
  hash: event.hash,
});

/** The hash that stands in the metadata of one of our events. */
export const hashIn = (metadata: unknown): string | undefined => {
  if (typeof metadata !== 'object' || metadata === null || !('hash' in metadata)) return undefined;
  return typeof metadata.hash === 'string' && HASH.test(metadata.hash) ? metadata.hash : undefined;
};

/** What the server wrote for itself: metadata, tombstones, statistics, links. An event of ours may be of any type. */
export const isOfTheSystem = ({ stream, type, hash }: Recorded): boolean =>
  stream.startsWith('$') || (type.startsWith('$') && hash === undefined);

/** An event of ours, `foreign` when somebody else wrote it, `damaged` when it is not what its hash and its place say. */
export type Read = StoredEvent | 'foreign' | 'damaged';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `name` is the stream's name as the journal's users say it. */
export const readRecord = (record: Recorded, name: string, verify: boolean): Read => {
  const { hash, bytes, place } = record;
  if (hash === undefined) return 'foreign';
  if (place === undefined || (verify && hashOf(bytes) !== hash)) return 'damaged';
  try {
    const said = JSON.parse(Buffer.from(bytes).toString('utf8')) as Omit<StoredEvent, 'position' | 'hash'>;
    const isHere =
      said.stream === name &&
      said.revision === record.revision &&
      said.id === record.id &&
      said.type === record.type &&
      typeof said.previous === 'string';
    return isHere ? { ...said, position: positionOf(place), hash } : 'damaged';
  } catch {
    return 'damaged';
  }
};
