/** The heads of streams as this journal last saw them: a guess that the database checks, so that appending need not read. */
import type { Head } from '@lienthong/core/evidence';

export type Heads = Readonly<{
  get: (stream: string) => Head | undefined;
  /** Keeps the later of what it knew and what it hears. */
  learn: (stream: string, head: Head) => void;
  forget: (stream: string) => void;
}>;

/** Remembers at most so many streams; the ones longest unused are forgotten. */
export const rememberHeads = (most: number): Heads => {
  const known = new Map<string, Head>();
  return {
    get: (stream) => known.get(stream),
    learn: (stream, { revision, recordedAt, hash }) => {
      const before = known.get(stream);
      if (before !== undefined && before.revision > revision) return;
      known.delete(stream);
      known.set(stream, { revision, recordedAt, hash });
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
    forget: (stream) => void known.delete(stream),
  };
};
