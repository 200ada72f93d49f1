/**
 * What this journal knows of streams it has seen to their end: the head, and under which ids their events stand. The server
 * keeps no index of ids, and a stream is never rewritten: so what is known stays true, and only the end has to be asked for.
 */
import type { Head } from '@lienthong/core/evidence';

export type KnownStream = Readonly<{
  /** `undefined` for a stream that was not there. */
  head: Head | undefined;
  revisionOf: ReadonlyMap<string, number>;
}>;

export type KnownStreams = Readonly<{
  of: (stream: string) => KnownStream | undefined;
  /** Adds what follows the end that was known (`undefined`: nothing was), and keeps it. */
  grow: (
    stream: string,
    before: KnownStream | undefined,
    following: readonly (Head & Readonly<{ id: string }>)[],
  ) => KnownStream;
  forget: (stream: string) => void;
}>;

/** Ids, and streams, kept in memory at most; the streams used longest ago go first. */
const MOST = 200_000;

export const knownStreams = (most = MOST): KnownStreams => {
  const known = new Map<string, KnownStream>();
  let held = 0;
  const weight = ({ revisionOf }: KnownStream): number => 1 + revisionOf.size;

  const forget = (stream: string): void => {
    const forgotten = known.get(stream);
    if (forgotten === undefined) return;
    held -= weight(forgotten);
    known.delete(stream);
  };

  const keep = (stream: string, one: KnownStream): void => {
    known.set(stream, one);
    held += weight(one);
    for (const oldest of known.keys()) {
      if (held <= most) return;
      if (oldest !== stream) forget(oldest);
    }
  };

  return {
    of: (stream) => known.get(stream),
    grow: (stream, before, following) => {
      forget(stream);
      // Grows in place: a stream of many events is appended to many times.
      const revisionOf = (before?.revisionOf ?? new Map()) as Map<string, number>;
      for (const { id, revision } of following) revisionOf.set(id, revision);
      const last = following.at(-1);
      const head =
        last === undefined ? before?.head : { revision: last.revision, recordedAt: last.recordedAt, hash: last.hash };
      const grown = { head, revisionOf };
      keep(stream, grown);
      return grown;
    },
    forget,
  };
};
