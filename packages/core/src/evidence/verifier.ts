/**
 * The verifier (bộ kiểm chứng): a fold over the events of a feed that stops at the first one that is wrong. It needs no key,
 * no store and no platform; what it remembers is a few words a stream and the peaks of the tree, never the events.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { type Digest, digest, GENESIS, hashedText } from './chain.js';
import type { Checkpoint } from './checkpoint.js';
import { type Chained, chainedIn, readEventText } from './event-line.js';
import { type Finding, placeOf } from './finding.js';
import { EMPTY_TREE, growWith, type MerkleTree, rootOf, type Sha256 } from './merkle.js';

type Head = Readonly<{ revision: number; hash: string; recordedAt: string }>;

/** How far a verification has come, and all it remembers: it can be kept, and gone on from. */
export type Verified = Readonly<{
  size: number;
  tree: MerkleTree;
  position: string;
  heads: ReadonlyMap<string, Head>;
}>;

export const NOTHING_VERIFIED: Verified = { size: 0, tree: EMPTY_TREE, position: '', heads: new Map() };

export type VerifierOptions = Readonly<{
  /** Checkpoints that the events must agree with. */
  checkpoints?: readonly Pick<Checkpoint, 'origin' | 'size' | 'root'>[];
  /** Faster ones than ours, where the platform has them: over an event's text, and over two nodes of the tree. */
  digest?: Digest;
  sha256?: Sha256;
  /** Where an earlier verification of the same feed had come. */
  from?: Verified;
  /** Is handed each event that held. */
  keep?: (event: Chained) => void;
}>;

/** Each answers the first finding there is, now or from before: after it nothing more is looked at. */
export type Verifier = Readonly<{
  /** A line of an archive: read, written anew, compared, and hashed. */
  line: (line: string) => Finding | undefined;
  /** An event from a journal: written anew and hashed. */
  event: (event: Chained) => Finding | undefined;
  /** The very text that a store keeps: hashed as it stands. */
  text: (kept: Readonly<{ text: string; hash: string; position: string }>) => Finding | undefined;
  /** Nothing more comes. */
  end: () => Finding | undefined;
  size: () => number;
  /** Over what was taken so far, in hexadecimal. */
  root: () => string;
  verified: () => Verified;
}>;

/** What is wrong with an event beside its own content. */
const outOfPlace = (
  event: Chained,
  head: Head | undefined,
  position: string,
): Pick<Finding, 'kind' | 'because'> | undefined => {
  if (event.revision !== (head?.revision ?? -1) + 1) return { kind: 'SEQ_GAP', because: 'revision' };
  if (event.previous !== (head?.hash ?? GENESIS)) return { kind: 'PREV_MISMATCH', because: 'previous' };
  if (event.position <= position) return { kind: 'SEQ_GAP', because: 'position' };
  if (event.recordedAt < (head?.recordedAt ?? '')) return { kind: 'SEQ_GAP', because: 'recorded-time' };
  return undefined;
};

export const verifier = (options: VerifierOptions = {}): Verifier => {
  const { checkpoints = [], digest: hashOf = digest, sha256: sha = sha256, from = NOTHING_VERIFIED, keep } = options;
  const heads = new Map(from.heads);
  const grow = growWith(sha);
  let { size, tree, position } = from;
  let found: Finding | undefined;

  const find = (finding: Finding): Finding => {
    found = finding;
    return finding;
  };

  const agrees = (): Finding | undefined => {
    for (const { origin, size: told, root } of checkpoints) {
      if (told !== size || rootOf(tree) === root) continue;
      return find({ kind: 'FORK', because: 'root', origin, at: { index: Math.max(0, size - 1) } });
    }
    return undefined;
  };

  const take = (event: Chained, covered: string): Finding | undefined => {
    const wrong =
      hashOf(covered) === event.hash
        ? outOfPlace(event, heads.get(event.stream), position)
        : ({ kind: 'HASH_MISMATCH', because: 'content' } as const);
    if (wrong !== undefined) return find({ ...wrong, at: placeOf(size, event) });
    const { stream, revision, hash, recordedAt } = event;
    heads.set(stream, { revision, hash, recordedAt });
    tree = grow(tree, hash);
    size += 1;
    position = event.position;
    keep?.(event);
    return checkpoints.length === 0 ? undefined : agrees();
  };

  // A checkpoint may stand just where this run begins.
  agrees();

  const unread = (): Finding => find({ kind: 'NOT_CANONICAL', because: 'line', at: { index: size } });

  return {
    line: (line) => {
      if (found !== undefined) return found;
      const read = readEventText(line);
      return read === undefined ? unread() : take(read.event, read.covered);
    },
    event: (event) => found ?? take(event, hashedText(event)),
    text: (kept) => {
      if (found !== undefined) return found;
      const event = chainedIn(kept);
      return event === undefined ? unread() : take(event, kept.text);
    },
    end: () => {
      if (found !== undefined) return found;
      const beyond = checkpoints.find((checkpoint) => checkpoint.size > size);
      if (beyond === undefined) return undefined;
      return find({ kind: 'CHECKPOINT_REGRESSED', because: 'count', origin: beyond.origin, at: { index: size } });
    },
    size: () => size,
    root: () => rootOf(tree),
    verified: () => ({ size, tree, position, heads: new Map(heads) }),
  };
};
