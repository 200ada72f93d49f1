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

/** How a text is hashed: `digest`, or the machine's own SHA-256 where there is a faster one; both give the same. */
export type Digest = (text: string) => string;

/** An event that can be linked: everything the hash covers except what linking adds. */
type Linkable = Readonly<{ id: string; onBehalfOf?: unknown; schema?: unknown; type?: unknown }>;

export type Linked<E> = Readonly<{ event: E & Bound; text: string }>;
type Bound = Readonly<{
  v: 1;
  stream: string;
  revision: number;
  recordedAt: Instant;
  previous: string;
  hash: string;
}>;

/** What a store may bring to linking. `texts` are the canonical texts of the events as they are, when it has them already. */
export type LinkOptions = Readonly<{ digest?: Digest; texts?: readonly string[] }>;

type Binding = Omit<Bound, 'hash'>;

const quoted = (text: string): string => JSON.stringify(text);

/**
 * Puts the binding between the fields of a canonical text, in their order: `previous`, `recordedAt` and `revision` come
 * before `schema`, `stream` before `type`, and `v` at the end. `undefined` when the text does not end in `schema` and `type`.
 */
const bind = (
  said: string,
  { schema, type }: Readonly<{ schema?: unknown; type?: unknown }>,
  { stream, revision, recordedAt, previous, v }: Binding,
): string | undefined => {
  if (typeof schema !== 'number' || typeof type !== 'string') return undefined;
  const [before, after] = [`,"schema":${schema}`, `,"type":${quoted(type)}`];
  if (!said.endsWith(`${before}${after}}`)) return undefined;
  const facts = said.slice(0, said.length - before.length - after.length - 1);
  return (
    `${facts},"previous":"${previous}","recordedAt":"${recordedAt}","revision":${revision}` +
    `${before},"stream":${quoted(stream)}${after},"v":${v}}`
  );
};

/**
 * Binds a batch to the head of its stream. `text` is the canonical text (RFC 8785) that was hashed, and is what a store
 * keeps. `recordedAt` never goes below the head's, whatever the clock says.
 */
export const link = <E extends Linkable>(
  stream: string,
  head: Head | undefined,
  events: readonly E[],
  now: Instant,
  { digest: hashOf = digest, texts }: LinkOptions = {},
): readonly Linked<E>[] => {
  const recordedAt = head !== undefined && head.recordedAt > now ? head.recordedAt : now;
  let previous = head?.hash ?? GENESIS;
  let revision = head?.revision ?? -1;
  return events.map((event, index) => {
    revision += 1;
    const binding: Binding = { v: 1, stream, revision, recordedAt, previous };
    const said = texts?.[index];
    const text =
      (said === undefined ? undefined : bind(said, event, binding)) ??
      canonical({ ...event, ...binding } as unknown as JsonValue);
    previous = hashOf(text);
    return { event: { ...event, ...binding, hash: previous }, text };
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

type Placed = Readonly<{ revision: number; previous: string; hash: string }>;

const follows = (event: Placed, before: Pick<Placed, 'revision' | 'hash'> | undefined): boolean =>
  before === undefined
    ? event.revision !== 0 || event.previous === GENESIS
    : event.revision === before.revision + 1 && event.previous === before.hash;

/** Whether events of one stream, in ascending order, follow each other, and `before` them, without a gap. Hashes nothing. */
export const isUnbroken = (ascending: readonly Placed[], before?: Pick<Placed, 'revision' | 'hash'>): boolean =>
  ascending.every((event, index) => follows(event, ascending[index - 1] ?? before));
