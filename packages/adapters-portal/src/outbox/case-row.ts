/**
 * What an outbox keeps of a case (dòng hộp thư đi): how far its stream was heard, how far the target took it, and why it is not
 * further. Messages themselves are not kept: they follow from the journal, so that each time the same goes out.
 */
import type { Instant } from '@lienthong/core';
import type { JsonValue } from '@lienthong/core/evidence';

export type CaseRow = Readonly<{
  /** The last revision heard of, and the last whose messages were all taken; -1 before the first. */
  heard: number;
  taken: number;
  /** How often it was asked to be sent, and the last of these that was done. The first is asked by the journal. */
  asked: number;
  done: number;
  /** Failures since something was last taken, and why. */
  failures: number;
  reason: string | null;
  since: Instant | null;
  notBefore: Instant | null;
  parked: boolean;
}>;

export const newCase: CaseRow = {
  heard: -1,
  taken: -1,
  asked: 1,
  done: 1,
  failures: 0,
  reason: null,
  since: null,
  notBefore: null,
  parked: false,
};

export const rowIn = (value: JsonValue | undefined): CaseRow => (value as unknown as CaseRow | undefined) ?? newCase;

export const hear = (row: CaseRow, revision: number): CaseRow => ({ ...row, heard: Math.max(row.heard, revision) });

export const isBehind = ({ heard, taken, asked, done }: CaseRow): boolean => taken < heard || done < asked;

/** What became of a case in one round. `attempt` is the one that was worked at; it is done when nothing failed. */
export type Went = Readonly<{ taken: number; attempt: number; failed?: string }>;

export type Patience = Readonly<{
  /** Failures of one case in a row before it is parked. */
  failures: number;
  /** Milliseconds before each further try; the last one is for all further times. */
  pauses: readonly number[];
}>;

const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString() as Instant;

/** Nothing ever goes back: what another instance has seen taken stays taken. */
export const went = (row: CaseRow, round: Went, now: Instant, { failures, pauses }: Patience): CaseRow => {
  const taken = Math.max(row.taken, round.taken);
  if (round.failed === undefined) {
    const done = Math.max(row.done, round.attempt);
    return { ...row, taken, done, failures: 0, reason: null, since: null, notBefore: null, parked: false };
  }
  const count = (taken > row.taken ? 0 : row.failures) + 1;
  const pause = pauses[Math.min(count, pauses.length) - 1] ?? 0;
  return {
    ...row,
    taken,
    failures: count,
    reason: round.failed,
    since: row.since ?? now,
    notBefore: later(now, pause),
    parked: count >= failures,
  };
};

/** Sent again on purpose, under the same ids; a parked case is released by it. */
export const askAgain = (row: CaseRow): CaseRow => ({
  ...row,
  asked: Math.max(row.asked, row.done) + 1,
  failures: 0,
  reason: null,
  since: null,
  notBefore: null,
  parked: false,
});

/** Under which keys a case stands in the view: its row, and a mark where it waits or is parked. */
export const caseKey = (stream: string): string => `case/${stream}`;
export const WAITING = 'waiting/';
export const PARKED = 'parked/';

export const changesOf = (
  stream: string,
  row: CaseRow,
): readonly Readonly<{ key: string; value: JsonValue | null }>[] => [
  { key: caseKey(stream), value: { ...row } },
  { key: `${WAITING}${stream}`, value: !row.parked && isBehind(row) ? {} : null },
  { key: `${PARKED}${stream}`, value: row.parked ? {} : null },
];
