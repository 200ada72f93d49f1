/** An archive of made-up events for the tests: many streams that take turns, its first line and its bytes. */
import type { Instant } from '../../values/plain-date.js';
import { type ArchiveHeader, archiveDigest, headerText } from '../archive-header.js';
import { canonical, type JsonObject, type JsonValue } from '../canonical.js';
import { type Head, link } from '../chain.js';
import { EMPTY_TREE, rootOf, withLeaf } from '../merkle.js';

type Said = Readonly<{ id: string; type: string; data: JsonObject }>;
export type Stored = Said &
  Readonly<{ stream: string; revision: number; position: string; recordedAt: Instant; previous: string; hash: string }>;

export const instantNo = (n: number): Instant => new Date(1_693_000_000_000 + n * 1_000).toISOString() as Instant;

const said = (n: number, data: JsonObject) => ({
  id: `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`,
  type: 'Noted',
  schema: 1,
  occurredAt: instantNo(n),
  actor: { id: `officer-${n % 7}`, role: 'clerk', unit: '16681' },
  causation: `command-${n}`,
  correlation: `case-${n % 11}`,
  data,
});

/** `count` events; a stream has some twenty, about thirty streams take turns, and positions leave gaps. */
export const storedEvents = (count: number, dataOf: (n: number) => JsonObject): readonly Stored[] => {
  const heads = new Map<string, Head>();
  return Array.from({ length: count }, (_, n) => {
    const stream = `birth-${Math.floor(n / 600)}-${(n * 7) % 30}`;
    const [linked] = link(stream, heads.get(stream), [said(n, dataOf(n))], instantNo(n));
    if (linked === undefined) throw new Error('one was linked');
    heads.set(stream, linked.event);
    return { ...linked.event, position: String(n * 3 + 1).padStart(16, '0') };
  });
};

export const lineOf = (event: object): string => canonical(event as JsonValue);

/** What an archive of these events begins with. */
export const headerOf = (events: readonly Stored[], checkpoint?: string): ArchiveHeader => {
  const digest = archiveDigest();
  let tree = EMPTY_TREE;
  for (const { hash, position } of events) {
    tree = withLeaf(tree, hash);
    digest.add(position);
  }
  const header = {
    archive: 1,
    store: 'sqlite:cases.db',
    lawReleases: ['0.1.0'],
    count: events.length,
    size: events.length,
    root: rootOf(tree),
    ...(checkpoint === undefined ? {} : { checkpoint }),
  } as const;
  return { ...header, digest: digest.of(header) };
};

export const bytesOf = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join('\n')}\n`);

export const archiveOf = (events: readonly Stored[], checkpoint?: string): readonly string[] => [
  headerText(headerOf(events, checkpoint)),
  ...events.map(lineOf),
];
