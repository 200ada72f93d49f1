/** Verifies a journal, a page at a time, and says what that proves: in Node and in browsers alike. */
import type { Digest } from './chain.js';
import type { Chained } from './event-line.js';
import type { Finding } from './finding.js';
import type { Sha256 } from './merkle.js';
import type { OpenedCheckpoint } from './signed-checkpoint.js';
import { type Verified, type Verifier, verifier } from './verifier.js';

/** A trusted key said that a log began with just these `size` events; `at` is when a witness says it saw that. */
export type Vouched = Readonly<{ origin: string; size: number; name: string; at?: number }>;

/**
 * `complete` when nothing wrong was found. Who vouches for how much stands in `vouched`; with nobody there, whoever could
 * write all of it anew could have forged it.
 */
export type Verdict = Readonly<{
  complete: boolean;
  size: number;
  root: string;
  finding?: Finding;
  vouched: readonly Vouched[];
}>;

export type VerifyOptions = Readonly<{
  /** Checkpoints kept elsewhere that the events must agree with. */
  checkpoints?: readonly OpenedCheckpoint[];
  /** Faster hashes than ours, where the platform has them. */
  hashing?: Readonly<{ digest: Digest; sha256: Sha256 }>;
  /** Told now and then how many events were looked at, and of how many where that is known. */
  tell?: (events: number, of?: number) => void;
}>;

const vouchedBy = (checkpoints: readonly OpenedCheckpoint[]): readonly Vouched[] =>
  checkpoints.flatMap(({ checkpoint: { origin, size }, signedBy }) =>
    signedBy.map((signed) => ({ origin, size, ...signed })),
  );

/** What a run that has ended proves. */
export const verdictOf = (
  run: Verifier,
  finding: Finding | undefined,
  checkpoints: readonly OpenedCheckpoint[],
): Verdict => {
  const told = { complete: finding === undefined, size: run.size(), root: run.root() };
  return finding === undefined ? { ...told, vouched: vouchedBy(checkpoints) } : { ...told, finding, vouched: [] };
};

/** A verifier that holds events against these checkpoints. */
export const verifierFor = (
  checkpoints: readonly OpenedCheckpoint[],
  { hashing }: Pick<VerifyOptions, 'hashing'>,
  more: Readonly<{ keep?: (event: Chained) => void; from?: Verified }> = {},
): Verifier =>
  verifier({
    ...more,
    checkpoints: checkpoints.map(({ checkpoint }) => checkpoint),
    ...hashing,
  });

/** Verifies events in the order of their feed, some at a time. */
export const verifyEvents = async (
  pages: AsyncIterable<readonly Chained[]> | Iterable<readonly Chained[]>,
  options: VerifyOptions = {},
): Promise<Verdict> => {
  const { checkpoints = [], tell } = options;
  const run = verifierFor(checkpoints, options);
  for await (const page of pages) {
    for (const event of page) {
      const finding = run.event(event);
      if (finding !== undefined) return verdictOf(run, finding, checkpoints);
    }
    tell?.(run.size());
  }
  return verdictOf(run, run.end(), checkpoints);
};
