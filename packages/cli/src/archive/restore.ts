/**
 * Puts the events of an archive into a store again: same ids, order, hashes and recorded times. The store links them itself,
 * under a clock that shows what it showed then; that it arrives at the same hashes proves that nothing was altered.
 */
import type { Clock, Expected, Fault, Instant, Journal, NewEvent, OutcomeUnknown, StoredEvent } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';

/** A clock that is set by hand. */
export const setClock = (): Readonly<{ clock: Clock; set: (now: Instant) => void }> => {
  let shown = '1970-01-01T00:00:00.000Z' as Instant;
  return {
    clock: { now: () => shown },
    set: (now) => {
      shown = now;
    },
  };
};

/** Neighbours in the feed that were written together: one stream, one recorded time. */
const batches = (events: readonly StoredEvent[]): readonly (readonly StoredEvent[])[] => {
  const all: StoredEvent[][] = [];
  for (const event of events) {
    const last = all.at(-1);
    const before = last?.at(-1);
    if (last && before?.stream === event.stream && before.recordedAt === event.recordedAt) last.push(event);
    else all.push([event]);
  }
  return all;
};

/** What the writer said then, without what the store added. */
const asNew = ({
  v: _,
  stream: __,
  revision: ___,
  position: ____,
  recordedAt: _____,
  previous: ______,
  hash: _______,
  ...said
}: StoredEvent): NewEvent => said;

export type NotTheSame = Readonly<{ kind: 'NotTheSame'; stream: string; revision: number }>;

/**
 * `events` were checked (`readArchive`). Asking again after an interruption goes on where it stopped. Errors: those of the
 * store; a stream that goes another way there; `NotTheSame` when the store arrived at another hash.
 */
export const restore = async (
  journal: Journal,
  events: readonly StoredEvent[],
  set: (now: Instant) => void,
  tell: (done: number) => void = () => undefined,
): Promise<Either<Fault | OutcomeUnknown | NotTheSame, Readonly<{ written: number; repeated: number }>>> => {
  let [written, repeated] = [0, 0];
  const lastHash = new Map<string, StoredEvent>();
  for (const batch of batches(events)) {
    const [first, last] = [batch[0] as StoredEvent, batch.at(-1) as StoredEvent];
    set(first.recordedAt);
    const expected: Expected = first.revision === 0 ? 'none' : { exact: first.revision - 1 };
    const appended = await journal.append(first.stream, expected, batch.map(asNew))();
    if (E.isLeft(appended)) return appended;
    if (appended.right.repeated) repeated += batch.length;
    else written += batch.length;
    lastHash.set(first.stream, last);
    tell(written + repeated);
  }
  // One look at each stream's end is enough: its hash covers everything before it.
  for (const { stream, revision, hash } of lastHash.values()) {
    const there = await journal.read(stream, { from: revision, limit: 1 })();
    if (E.isLeft(there)) return there;
    if (there.right.events[0]?.hash !== hash) return E.left({ kind: 'NotTheSame', stream, revision });
  }
  return E.right({ written, repeated });
};
