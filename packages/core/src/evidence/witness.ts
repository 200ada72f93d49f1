/**
 * A witness (bên chứng kiến): somebody else who remembers the last checkpoint of each log and countersigns the next one only
 * when the log proves that it grew out of that. A log that shows two stories, or a shorter one, is refused and found out.
 */
import { E, pipe, TE } from '../fp.js';
import type { Checkpoint } from './checkpoint.js';
import { isConsistent, type MerkleProof } from './merkle-proofs.js';
import { cosign, type NotACheckpoint, type NotTrusted, openCheckpoint, readCheckpoint } from './signed-checkpoint.js';
import type { CannotSign, CheckpointSigner, TrustedKey } from './signing-keys.js';

export type Seen = Readonly<{ size: number; root: string }>;

/** Where a witness keeps what it saw. `keep` writes only if `before` still is the last, and says whether it did. */
export type WitnessMemory<F> = Readonly<{
  last: (origin: string) => TE.TaskEither<F, Seen | undefined>;
  keep: (origin: string, before: Seen | undefined, next: Seen) => TE.TaskEither<F, boolean>;
}>;

export type WitnessRefusal =
  | NotACheckpoint
  | NotTrusted
  | CannotSign
  /** A log that this witness does not watch. */
  | Readonly<{ kind: 'UnknownLog' }>
  /** Smaller than what was seen: the log lost its end. */
  | Readonly<{ kind: 'CHECKPOINT_REGRESSED'; last: Seen }>
  /** Of the size that was seen, with another root: two stories. */
  | Readonly<{ kind: 'FORK'; last: Seen }>
  /** Larger, and not shown to begin with what was seen. The log may send the right proof from `last`. */
  | Readonly<{ kind: 'NotConsistent'; last: Seen }>
  /** Another checkpoint of this log came in at the same time; send again. */
  | Readonly<{ kind: 'Contended' }>;

export type WitnessOptions<F> = Readonly<{
  /** A signer of algorithm 4. */
  signer: CheckpointSigner;
  /** The logs that are watched, and the keys of each. */
  logs: ReadonlyMap<string, readonly TrustedKey[]>;
  memory: WitnessMemory<F>;
  /** Seconds since 1970. */
  now: () => number;
}>;

export type Witness<F> = Readonly<{
  /** Countersigns a checkpoint; `proof` leads from the last one seen to this one. Answers the note with one line more. */
  add: (note: string, proof: MerkleProof) => TE.TaskEither<WitnessRefusal | F, string>;
}>;

const NOTHING_SEEN: Seen = { size: 0, root: '' };

const refusalOf = (next: Checkpoint, last: Seen | undefined, proof: MerkleProof): WitnessRefusal | undefined => {
  if (last === undefined) return undefined;
  if (next.size < last.size) return { kind: 'CHECKPOINT_REGRESSED', last };
  if (next.size === last.size) return next.root === last.root ? undefined : { kind: 'FORK', last };
  return isConsistent(last, next, proof) ? undefined : { kind: 'NotConsistent', last };
};

export const witness = <F>({ signer, logs, memory, now }: WitnessOptions<F>): Witness<F> => ({
  add: (written, proof) => async () => {
    const read = readCheckpoint(written);
    if (E.isLeft(read)) return read;
    const keys = logs.get(read.right.checkpoint.origin);
    if (keys === undefined) return E.left({ kind: 'UnknownLog' });
    const opened = await openCheckpoint(written, keys)();
    if (E.isLeft(opened)) return opened;
    const { checkpoint, note } = opened.right;
    const last = await memory.last(checkpoint.origin)();
    if (E.isLeft(last)) return last;
    const refusal = refusalOf(checkpoint, last.right, proof);
    if (refusal !== undefined) return E.left(refusal);
    // Remembered first: who signs and forgets would sign another story tomorrow.
    const next = { size: checkpoint.size, root: checkpoint.root };
    const kept = await memory.keep(checkpoint.origin, last.right, next)();
    if (E.isLeft(kept)) return kept;
    return kept.right ? cosign(signer, note, now())() : E.left({ kind: 'Contended' });
  },
});

const same = (a: Seen = NOTHING_SEEN, b: Seen = NOTHING_SEEN): boolean => a.size === b.size && a.root === b.root;

/** For trials and tests: a witness that must not forget brings a file or a table. */
export const witnessMemory = (): WitnessMemory<never> => {
  const seen = new Map<string, Seen>();
  return {
    last: (origin) => TE.right(seen.get(origin)),
    keep: (origin, before, next) =>
      pipe(
        TE.right(same(seen.get(origin), before)),
        TE.tap((free) => {
          if (free) seen.set(origin, next);
          return TE.right(free);
        }),
      ),
  };
};
