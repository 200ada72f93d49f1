/**
 * Opens an archive as a journal that can only be read. The whole of it is checked first: every line, every stream's chain
 * of hashes, the number of events and the root. What cannot be proved is not served.
 */
import type { StoredEvent } from '@lienthong/core';
import { EMPTY_TREE, GENESIS, holds, rootOf, withLeaf } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import type { Text } from '../language.js';
import { type Problem, unreadable } from '../problem.js';
import { archiveJournal } from './archive-journal.js';
import { type ArchiveHeader, readEventLine, readHeader } from './format.js';
import { linesOf } from './lines.js';

export type Archive = Readonly<{ header: ArchiveHeader; events: readonly StoredEvent[] }>;

const atLine = (line: number, { vi, en }: Text): Problem =>
  unreadable({
    vi: `dòng ${line}: ${vi}; tệp lưu trữ không dùng được.`,
    en: `line ${line}: ${en}; the archive cannot be used.`,
  });

const whole = ({ vi, en }: Text): Problem =>
  unreadable({ vi: `${vi}; tệp lưu trữ không dùng được.`, en: `${en}; the archive cannot be used.` });

const says = {
  noHeader: {
    vi: 'không phải dòng đầu của tệp lưu trữ lienthong',
    en: 'not the first line of an archive of lienthong',
  },
  noEvent: { vi: 'không phải một sự kiện ở dạng chuẩn', en: 'not an event in canonical form' },
  chain: { vi: 'chuỗi băm bị đứt', en: 'the hash chain is broken' },
  order: { vi: 'sai thứ tự', en: 'out of order' },
  file: { vi: 'tệp hỏng hoặc bị cắt', en: 'the file is damaged or cut short' },
} as const satisfies Readonly<Record<string, Text>>;

const miscounted = (count: number, found: number): Text => ({
  vi: `dòng đầu nói ${count} sự kiện, trong tệp có ${found}`,
  en: `its first line tells of ${count} events, and ${found} are there`,
});

const otherRoot: Text = {
  vi: 'gốc Merkle không khớp: có sự kiện bị thêm, bớt, sửa hoặc đổi chỗ',
  en: 'the Merkle root does not match: events were added, taken away, changed or moved',
};

type Heads = Map<string, Readonly<{ revision: number; hash: string; recordedAt: string }>>;

/** What is wrong with an event where it stands, if anything. */
const wrongWith = (event: StoredEvent, heads: Heads, lastPosition: string): Text | undefined => {
  const head = heads.get(event.stream);
  if (event.position <= lastPosition) return says.order;
  if (event.revision !== (head?.revision ?? -1) + 1 || event.recordedAt < (head?.recordedAt ?? '')) return says.chain;
  return holds(event, head?.hash ?? GENESIS) ? undefined : says.chain;
};

const collect = async (lines: AsyncIterable<string>): Promise<Either<Problem, Archive>> => {
  const events: StoredEvent[] = [];
  const heads: Heads = new Map();
  let header: ArchiveHeader | undefined;
  let tree = EMPTY_TREE;
  let at = 0;
  for await (const line of lines) {
    at += 1;
    if (header === undefined) {
      header = readHeader(line);
      if (header === undefined) return E.left(atLine(at, says.noHeader));
      continue;
    }
    const event = readEventLine(line);
    if (event === undefined) return E.left(atLine(at, says.noEvent));
    const wrong = wrongWith(event, heads, events.at(-1)?.position ?? '');
    if (wrong !== undefined) return E.left(atLine(at, wrong));
    const { stream, revision, hash, recordedAt } = event;
    heads.set(stream, { revision, hash, recordedAt });
    tree = withLeaf(tree, hash);
    events.push(event);
  }
  if (header === undefined) return E.left(atLine(1, says.noHeader));
  if (header.count !== events.length || header.size !== events.length) {
    return E.left(whole(miscounted(header.count, events.length)));
  }
  return rootOf(tree) === header.root ? E.right({ header, events }) : E.left(whole(otherRoot));
};

/** Errors: 2 for a file that is no archive, or one that is not whole. */
export const readArchive =
  (path: string): TE.TaskEither<Problem, Archive> =>
  async () => {
    try {
      return await collect(linesOf(path));
    } catch {
      return E.left(whole(says.file));
    }
  };

export const openArchive = (path: string) =>
  pipe(
    readArchive(path),
    TE.map(({ events }) => archiveJournal(events)),
  );
