/** Verifies an archive from its bytes, a line at a time: first line, events, and whether they are those that were counted. */
import { E, type Either } from '../fp.js';
import { type ArchiveDigest, type ArchiveHeader, archiveDigest, readHeader } from './archive-header.js';
import type { Chained } from './event-line.js';
import type { Finding } from './finding.js';
import { type OpenedCheckpoint, openCheckpoint, readCheckpoint } from './signed-checkpoint.js';
import type { CannotSign, TrustedKey } from './signing-keys.js';
import { type TextLine, textLines } from './text-lines.js';
import type { Verified } from './verifier.js';
import { type Verdict, type VerifyOptions, verdictOf, verifierFor } from './verify.js';

export type ArchiveVerdict = Verdict & Readonly<{ header?: ArchiveHeader }>;

export type VerifyArchiveOptions = VerifyOptions &
  Readonly<{
    /** Keys that may have signed the archive's own checkpoint; when there are any, one must have signed that or another. */
    trusted?: readonly TrustedKey[];
    /** Is handed each event that held. */
    keep?: (event: Chained) => void;
  }>;

/** A first line that can be read, and the checkpoint in it. */
export type ArchiveHead = Readonly<{ header: ArchiveHeader; own: readonly OpenedCheckpoint[] }>;

/** How far the lines of an archive were looked at. */
export type ArchiveProgress = Readonly<{ verified: Verified; digest: ArchiveDigest }>;

const atTheHead = (kind: Finding['kind'], because: Finding['because']): Finding => ({
  kind,
  because,
  at: { index: 0 },
});

const NO_HEADER = atTheHead('HEADER_MISMATCH', 'line');

/** The checkpoint that stands in the header, with the trusted keys that signed it. */
const checkpointIn = async (
  { checkpoint }: ArchiveHeader,
  trusted: readonly TrustedKey[],
): Promise<Either<CannotSign | Finding, readonly OpenedCheckpoint[]>> => {
  if (checkpoint === undefined) return E.right([]);
  const read = readCheckpoint(checkpoint);
  if (E.isLeft(read)) return E.left(NO_HEADER);
  if (trusted.length === 0) return E.right([read.right]);
  const opened = await openCheckpoint(checkpoint, trusted)();
  if (E.isRight(opened)) return E.right([opened.right]);
  if (opened.left.kind === 'CannotSign') return E.left(opened.left);
  // Signed by others than those asked for: it still has to agree with the events.
  return opened.left.kind === 'SignatureInvalid'
    ? E.left(atTheHead('SIGNATURE_INVALID', 'signature'))
    : E.right([read.right]);
};

/** Reads the first line. Errors: a finding, or a runtime that cannot check signatures. */
export const openArchiveHead = async (
  line: TextLine | undefined,
  trusted: readonly TrustedKey[] = [],
): Promise<Either<CannotSign | Finding, ArchiveHead>> => {
  const header = line?.whole ? readHeader(line.text) : undefined;
  if (header === undefined) return E.left(NO_HEADER);
  const own = await checkpointIn(header, trusted);
  return E.isLeft(own) ? own : E.right({ header, own: own.right });
};

export type ArchiveVerifier = Readonly<{
  line: (line: TextLine) => Finding | undefined;
  end: () => ArchiveVerdict;
  size: () => number;
  progress: () => ArchiveProgress;
}>;

/** The fold over the lines after the first. `from` goes on where another run over the same lines had come. */
export const archiveVerifier = (
  { header, own }: ArchiveHead,
  { checkpoints = [], trusted = [], keep, hashing }: VerifyArchiveOptions = {},
  from?: ArchiveProgress,
): ArchiveVerifier => {
  const all = [...checkpoints, ...own];
  const digest = from?.digest.copy() ?? archiveDigest();
  const taken = (event: Chained): void => {
    digest.add(event.position);
    keep?.(event);
  };
  const run = verifierFor(all, hashing === undefined ? {} : { hashing }, {
    keep: taken,
    ...(from === undefined ? {} : { from: from.verified }),
  });

  /** What the header says, against what was there. */
  const againstHeader = (): Finding | undefined => {
    const size = run.size();
    const at = { index: size };
    if (header.count !== size || header.size !== size) return { kind: 'ROOT_MISMATCH', because: 'count', at };
    if (header.root !== run.root()) return { kind: 'ROOT_MISMATCH', because: 'root', at };
    const agrees = header.digest === undefined || header.digest === digest.of(header);
    return agrees ? undefined : atTheHead('HEADER_MISMATCH', 'digest');
  };

  const unsigned = (): Finding | undefined =>
    trusted.length > 0 && all.every(({ signedBy }) => signedBy.length === 0)
      ? atTheHead('SIGNATURE_INVALID', 'unsigned')
      : undefined;

  return {
    line: (line) => run.line(line.whole ? line.text : ''),
    end: () => ({ ...verdictOf(run, run.end() ?? againstHeader() ?? unsigned(), all), header }),
    size: run.size,
    progress: () => ({ verified: run.verified(), digest: digest.copy() }),
  };
};

const nothing = (finding: Finding): ArchiveVerdict => verdictOf(verifierFor([], {}), finding, []);

/**
 * Verifies an archive from its bytes (not compressed). Errors: only a runtime that cannot check signatures; whatever is
 * wrong with the archive is in the verdict. Throws what the source throws.
 */
export const verifyArchive = async (
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: VerifyArchiveOptions = {},
): Promise<Either<CannotSign, ArchiveVerdict>> => {
  let run: ArchiveVerifier | undefined;
  let count = 0;
  for await (const lines of textLines(chunks)) {
    for (const line of lines) {
      if (run !== undefined) {
        if (run.line(line) !== undefined) return E.right(run.end());
        continue;
      }
      const head = await openArchiveHead(line, options.trusted);
      if (E.isLeft(head)) return head.left.kind === 'CannotSign' ? E.left(head.left) : E.right(nothing(head.left));
      run = archiveVerifier(head.right, options);
      count = head.right.header.count;
    }
    if (run !== undefined) options.tell?.(run.size(), count);
  }
  return E.right(run === undefined ? nothing(NO_HEADER) : run.end());
};
