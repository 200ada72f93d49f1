/**
 * A table in memory whose numbers come from a sequence, as a database with many writers has one: a number is handed out when
 * a row is written and counts when its transaction commits, so that a later number can be there before an earlier one. It
 * hides what an open writer may still come before; unless it has a flaw, for the negative controls.
 */
import type { NewEvent, StoredEvent } from '@lienthong/core';
import { positionOf } from '@lienthong/core';
import type { Linked } from '@lienthong/core/evidence';
import { aTurn } from './check.js';
import type { Rows } from './skeleton.js';

export type Flaw =
  | 'naive' // shows whatever is there, and goes on behind it
  | 'late' // naive, and every other commit is seen a turn later
  | 'silent' // hides, and does not say that it does
  | 'stalls' // waits for every number that is missing
  | 'counts' // takes numbers for a count of rows
  | 'reuses' // begins its numbers anew
  | 'forgets' // loses the last rows when somebody is killed
  | 'tears' // leaves half a batch when somebody is killed
  | 'denies' // says that nothing was written when the answer was lost
  | 'gives-up' // takes an interruption for the end
  | 'blind' // opens what a later release left
  | 'renumbers' // restores the rows under other numbers
  | 'shares' // keeps all tenants' rows as one
  | 'deaf'; // does not hear what others append

type Row = Readonly<{ number: number; stream: string; text: string; hash: string }>;

export type Table = {
  /** In the order of their numbers. */
  readonly rows: Row[];
  readonly streams: Map<string, Row[]>;
  /** The lowest number of each writer that has not ended. */
  readonly open: Map<symbol, number>;
  readonly watchers: Set<() => void>;
  next: number;
  step: number;
  writes: number;
};

export const emptyTable = (): Table => ({
  rows: [],
  streams: new Map(),
  open: new Map(),
  watchers: new Set(),
  next: 1,
  step: 1,
  writes: 0,
});

const eventOf = ({ number, text, hash }: Row): StoredEvent => ({
  ...(JSON.parse(text) as Omit<StoredEvent, 'position' | 'hash'>),
  position: positionOf(number),
  hash,
});

/** The index of the first row behind a number. */
const indexBehind = (rows: readonly Row[], after: number): number => {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) > after) high = middle;
    else low = middle + 1;
  }
  return low;
};

const insert = (table: Table, rows: readonly Row[]): void => {
  table.rows.splice(indexBehind(table.rows, rows[0]?.number ?? 0), 0, ...rows);
  for (const wake of table.watchers) queueMicrotask(wake);
};

/** So many numbers, as the sequence hands them out. */
export const take = (table: Table, count: number): readonly number[] =>
  Array.from({ length: count }, () => {
    const number = table.next;
    table.next += table.step;
    return number;
  });

/** Writes a batch under numbers that were handed out for it. */
export const put = (
  table: Table,
  linked: readonly Linked<NewEvent>[],
  numbers: readonly number[],
  flaw?: Flaw,
): string => {
  const rows = linked.map(({ event: { stream, hash }, text }, index) => ({
    number: numbers[index] ?? 0,
    stream,
    text,
    hash,
  }));
  const stream = rows[0]?.stream ?? '';
  table.streams.set(stream, [...(table.streams.get(stream) ?? []), ...rows]);
  table.writes += 1;
  if (flaw === 'late' && table.writes % 2 === 1) void aTurn().then(() => insert(table, rows));
  else insert(table, rows);
  return positionOf(rows.at(-1)?.number ?? 0);
};

/** How far the table may be shown: below the lowest open writer, or to the last number there is. */
const safeIn = (table: Table, flaw: Flaw | undefined): number => {
  const last = table.rows.at(-1)?.number ?? 0;
  if (flaw === 'naive' || flaw === 'late') return last;
  if (flaw === 'counts') return table.rows.length;
  if (flaw === 'stalls') {
    const gap = table.rows.findIndex(({ number }, index) => number !== 1 + index);
    return gap === -1 ? last : gap;
  }
  return table.open.size === 0 ? Math.max(last, table.next - table.step) : Math.min(...table.open.values()) - 1;
};

export const rowsOf = (table: Table, flaw?: Flaw): Rows => ({
  ofStream: (stream) => (table.streams.get(stream) ?? []).map(eventOf),
  write: (linked) => put(table, linked, take(table, linked.length), flaw),
  behind: (after) => {
    const safe = safeIn(table, flaw);
    const events = function* (): Generator<StoredEvent> {
      const start = flaw === 'counts' ? after : indexBehind(table.rows, after);
      for (let index = start; index < table.rows.length; index += 1) {
        const row = table.rows[index] as Row;
        if (flaw !== 'counts' && row.number > safe) return;
        yield eventOf(row);
      }
    };
    const held = table.open.size > 0 && flaw !== 'silent' ? { held: { by: 'an open practice writer' } } : {};
    return { events: events(), safe: Math.max(after, safe), ...held };
  },
});
