/** Verifies a store or an archive against itself and against checkpoints that were kept elsewhere. Reads, and never writes. */
import { existsSync } from 'node:fs';
import {
  type ArchiveVerdict,
  type Finding,
  type OpenedCheckpoint,
  type TrustedKey,
  verifyArchive,
  verifyEvents,
} from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { bytesOf, hashing, isDamage } from '../archive/file-bytes.js';
import { openToVerify, readablePages, type Stop, type StoreToVerify } from '../archive/open-to-verify.js';
import { cannotSign } from '../archive/signing-files.js';
import type { Io } from '../io.js';
import { faulty, outOfReach, type Problem } from '../problem.js';
import { progressOn } from '../progress.js';
import { missing, nameOf, within } from '../stores/open-store.js';
import { type StoreUrl, storeUrl } from '../stores/store-url.js';

/** `archive` when it has lines; `name` is without folders. */
export type Verification = ArchiveVerdict & Readonly<{ name: string; archive: boolean }>;

export type Against = Readonly<{
  checkpoints?: readonly OpenedCheckpoint[];
  trusted?: readonly TrustedKey[];
}>;

const unread: Problem = outOfReach({ vi: 'không đọc được tệp.', en: 'the file cannot be read.' });

const found = (finding: Finding, size: number, root = ''): ArchiveVerdict => ({
  complete: false,
  size,
  root,
  finding,
  vouched: [],
});

type ArchiveUrl = Extract<StoreUrl, { kind: 'archive' }>;

const archiveVerified = async (url: ArchiveUrl, against: Against, io: Io): Promise<Either<Problem, ArchiveVerdict>> => {
  const progress = progressOn(io);
  let seen = 0;
  const tell = (events: number, of = events): void => {
    seen = events;
    progress.show(events, of, url.written);
  };
  try {
    const verdict = await verifyArchive(bytesOf(url.path), { ...against, hashing, tell });
    return E.isLeft(verdict) ? E.left(cannotSign) : verdict;
  } catch (error) {
    if (!isDamage(error)) return E.left(unread);
    return E.right(found({ kind: 'NOT_CANONICAL', because: 'file', at: { index: seen } }, seen));
  } finally {
    progress.end();
  }
};

const storeVerified = async (
  { journal, sound, name }: StoreToVerify,
  { checkpoints = [] }: Against,
  io: Io,
): Promise<Either<Problem, ArchiveVerdict>> => {
  const progress = progressOn(io);
  const stop: Stop = { at: 'nothing' };
  const verdict = await verifyEvents(readablePages(journal, stop), {
    checkpoints,
    hashing,
    tell: (events) => progress.show(events, events, name),
  });
  progress.end();
  const { size, root } = verdict;
  if (typeof stop.at !== 'string') return E.left(faulty(stop.at));
  if (stop.at === 'unreadable' && (verdict.finding === undefined || verdict.finding.at.index >= size)) {
    return E.right(found({ kind: 'NOT_CANONICAL', because: 'line', at: { index: size } }, size, root));
  }
  if (verdict.finding === undefined && !sound) {
    return E.right(found({ kind: 'ROOT_MISMATCH', because: 'store', at: { index: size } }, size, root));
  }
  return E.right(verdict);
};

/** Errors: usage, a store that is missing or does not serve. Whatever is wrong with the events is in the answer. */
export const verification = (written: string, against: Against, io: Io): TE.TaskEither<Problem, Verification> =>
  pipe(
    TE.fromEither(storeUrl(written, io.cwd)),
    TE.flatMap((url): TE.TaskEither<Problem, Verification> => {
      if (url.kind === 'archive') {
        if (!existsSync(url.path)) return TE.left(missing(url));
        return pipe(
          () => archiveVerified(url, against, io),
          TE.map((verdict) => ({ ...verdict, name: nameOf(url), archive: true })),
        );
      }
      return pipe(
        openToVerify(url, written, io),
        within((store) => () => storeVerified(store, against, io)),
        TE.map((verdict) => ({ ...verdict, name: nameOf(url), archive: false })),
      );
    }),
  );
