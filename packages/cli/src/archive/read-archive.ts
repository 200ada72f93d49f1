/**
 * Opens an archive as a journal that can only be read. The whole of it is checked first: every line, every stream's chain
 * of hashes, the number of events and the root. What cannot be proved is not served.
 */
import type { StoredEvent } from '@lienthong/core';
import { type ArchiveHeader, type Finding, verifyArchive } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { type Problem, unreadable } from '../problem.js';
import { becauseText, lineOf } from '../words/evidence.js';
import { archiveJournal } from './archive-journal.js';
import { bytesOf, hashing } from './file-bytes.js';

export type Archive = Readonly<{ header: ArchiveHeader; events: readonly StoredEvent[] }>;

const unusable = (finding: Finding): Problem => {
  const { vi, en } = becauseText(finding);
  const line = lineOf(finding);
  return unreadable({
    vi: `${line === undefined ? '' : `dòng ${line}: `}${vi}; tệp lưu trữ không dùng được.`,
    en: `${line === undefined ? '' : `line ${line}: `}${en}; the archive cannot be used.`,
  });
};

const damaged: Problem = unusable({ kind: 'NOT_CANONICAL', because: 'file', at: { index: 0 } });

/** Errors: 2 for a file that is no archive, or one that is not whole. */
export const readArchive =
  (path: string): TE.TaskEither<Problem, Archive> =>
  async (): Promise<Either<Problem, Archive>> => {
    const events: StoredEvent[] = [];
    try {
      const verdict = await verifyArchive(bytesOf(path), {
        hashing,
        keep: (event) => events.push(event as StoredEvent),
      });
      if (E.isLeft(verdict)) return E.left(damaged);
      const { header, finding } = verdict.right;
      if (finding !== undefined) return E.left(unusable(finding));
      return header === undefined ? E.left(damaged) : E.right({ header, events });
    } catch {
      return E.left(damaged);
    }
  };

export const openArchive = (path: string) =>
  pipe(
    readArchive(path),
    TE.map(({ events }) => archiveJournal(events)),
  );
