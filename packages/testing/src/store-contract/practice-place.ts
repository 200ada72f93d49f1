/** A place in memory that has nearly every hook of the contract and can be practised on: whole, or with a flaw. */
import { type Clock, type Journal, type NewEvent, unavailable } from '@lienthong/core';
import { link } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { append, upTo } from './asking.js';
import {
  type Acknowledged,
  anEvent,
  type HeldWriter,
  type Interruption,
  type Loss,
  type Offer,
  type Place,
  testClock,
  type WriterJob,
} from './bench.js';
import { emptyTable, type Flaw, put, rowsOf, type Table, take } from './practice-table.js';
import { skeletonJournal } from './skeleton.js';

const SYSTEM = 'practice';

/** What all journals of a place share: the table, and what will befall the next append. */
type Ground = { readonly table: Table; readonly flaw: Flaw | undefined; fate?: Loss | Interruption; newer?: boolean };

let written = 0;
/** Events of writers elsewhere; their ids are nobody else's. */
const someEvents = (size: number): readonly NewEvent[] =>
  upTo(size).map(() => {
    written += 1;
    return anEvent(0x7000_0000 + written);
  });

const befallen = (ground: Ground, journal: Journal): Journal['append'] => {
  const { flaw } = ground;
  return (...asked) =>
    async () => {
      const { fate } = ground;
      delete ground.fate;
      const lost = E.left({ kind: 'OutcomeUnknown', system: SYSTEM } as const);
      if (fate === 'before-commit') return lost;
      if (fate === 'timeout' || fate === 'shutdown') return E.left(unavailable(SYSTEM, 'busy', flaw !== 'gives-up'));
      // A clash of transactions is tried again at once, and nobody hears of it.
      const answer = await journal.append(...asked)();
      if (fate !== 'after-commit') return answer;
      return flaw === 'denies' ? E.left(unavailable(SYSTEM, 'unreachable', true)) : lost;
    };
};

const open = async (ground: Ground, clock: Clock): Promise<Journal> => {
  const { table, flaw } = ground;
  if (ground.newer === true && flaw !== 'blind') throw new Error('Unavailable newer-schema');
  if (flaw === 'reuses') table.next = 1;
  const journal = skeletonJournal(rowsOf(table, flaw), clock);
  return {
    ...journal,
    append: befallen(ground, journal),
    watch: (wake) => {
      table.watchers.add(wake);
      return () => void table.watchers.delete(wake);
    },
  };
};

/** Lets go of the last so many rows, as if they had never been written. */
const forget = ({ rows, streams }: Table, count: number): void => {
  for (const { stream, number } of rows.splice(-count)) {
    streams.set(
      stream,
      (streams.get(stream) ?? []).filter((row) => row.number !== number),
    );
  }
};

const writeElsewhere = async (ground: Ground, job: WriterJob, batches: number): Promise<readonly Acknowledged[]> => {
  const { watchers } = ground.table;
  const silenced = ground.flaw === 'deaf' ? [...watchers] : [];
  for (const wake of silenced) watchers.delete(wake);
  const journal = await open(ground, testClock());
  const acknowledged: Acknowledged[] = [];
  for (const _ of upTo(batches)) {
    const { revision, position } = await append(journal, job.stream, 'any', someEvents(job.batchSize));
    acknowledged.push({ stream: job.stream, revision, position });
  }
  await journal.close()();
  for (const wake of silenced) watchers.add(wake);
  return acknowledged;
};

const killElsewhere = async (ground: Ground, job: WriterJob, after: number): Promise<readonly Acknowledged[]> => {
  const acknowledged = await writeElsewhere(ground, job, after);
  if (ground.flaw === 'forgets') forget(ground.table, job.batchSize);
  if (ground.flaw === 'tears') await writeElsewhere(ground, { ...job, batchSize: job.batchSize - 1 }, 1);
  return acknowledged;
};

const hold = async ({ table }: Ground): Promise<HeldWriter> => {
  const token = Symbol('an open writer');
  const pending: Readonly<{ stream: string; events: readonly NewEvent[]; numbers: readonly number[] }>[] = [];
  return {
    append: async (stream, events) => {
      const numbers = take(table, events.length);
      if (!table.open.has(token)) table.open.set(token, numbers[0] ?? 0);
      pending.push({ stream, events, numbers });
    },
    commit: async () => {
      for (const { stream, events, numbers } of pending) {
        const head = rowsOf(table).ofStream(stream).at(-1);
        put(table, link(stream, head, events, testClock().now()), numbers);
      }
      table.open.delete(token);
    },
    rollback: async () => void table.open.delete(token),
  };
};

const restored = ({ table, flaw }: Ground): Place => {
  const copy = emptyTable();
  const shift = flaw === 'renumbers' ? 1 : 0;
  for (const row of table.rows) {
    const restoredRow = { ...row, number: row.number + shift };
    copy.rows.push(restoredRow);
    copy.streams.set(row.stream, [...(copy.streams.get(row.stream) ?? []), restoredRow]);
  }
  copy.next = table.next + shift;
  return placeOn({ table: copy, flaw });
};

const placeOn = (ground: Ground): Place => ({
  open: (clock) => open(ground, clock),
  spawnWriter: (job) => writeElsewhere(ground, job, job.batches),
  killWriter: (job, after) => killElsewhere(ground, job, after),
  restart: async () => {
    if (ground.flaw === 'forgets') forget(ground.table, 14);
  },
  holdWriter: () => hold(ground),
  leaveGap: async (size) => {
    ground.table.next += size * ground.table.step;
  },
  stride: async (by) => {
    ground.table.step = by;
  },
  dropConnection: async (when) => {
    ground.fate = when;
  },
  interrupt: async (by) => {
    ground.fate = by;
  },
  newerSchema: async () => {
    ground.newer = true;
  },
  restored: async () => restored(ground),
  backups: ['copy', 'dump'],
  neighbour: async () => placeOn(ground.flaw === 'shares' ? ground : { table: emptyTable(), flaw: ground.flaw }),
});

/** A fresh place to practise on. */
export const practicePlace = (flaw?: Flaw) => async (): Promise<Place> => placeOn({ table: emptyTable(), flaw });

export const practiceOffers: readonly Offer[] = [
  'lasting',
  'watchesOthers',
  'spawnWriter',
  'killWriter',
  'restart',
  'holdWriter',
  'leaveGap',
  'stride',
  'dropConnection',
  'interrupt',
  'newerSchema',
  'restored',
  'neighbour',
];
