import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { developmentKeys } from '../evidence/sealing.js';
import { E, type Either, type NonEmpty, TE } from '../fp.js';
import {
  type CaseKind,
  type Command,
  consequentId,
  type DomainEvent,
  handle,
  type Journal,
  memoryJournal,
  type Refused,
  unavailable,
} from '../kernel/index.js';
import type { LawBook } from '../law/dated.js';
import { type Instant, instant, later } from '../values/plain-date.js';
import { createTimekeeper, type Ticked, type Timekeeper, type Timer } from './timekeeper.js';

const HOUR = 3_600_000;
const read = instant('2023-07-10T01:00:00Z');
const START: Instant = E.isRight(read) ? read.right : (undefined as never);

/** A loan: it falls due, is missed once, and may be given back before. */
type Lent = DomainEvent<'Lent'> & Readonly<{ until: Instant }>;
type Missed = DomainEvent<'Missed'>;
type Returned = DomainEvent<'Returned'>;
type Loan = Readonly<{ until?: Instant; missed: boolean; returned: boolean }>;
type LoanCommand =
  | Command<'Lend', Readonly<{ until: Instant }>>
  | Command<'RecordMissed', Readonly<Record<never, never>>>
  | Command<'Return', Readonly<Record<never, never>>>;
type LoanEvent = Lent | Missed | Returned;

const book = {
  release: 'test',
  parameters: [],
  at: (date) => ({ date, id: { release: 'test', ...date, hash: '' }, row: () => undefined }),
  named: () => undefined,
  rowOn: () => undefined,
  rebuild: () => undefined,
} satisfies LawBook;

const refused: Either<Refused, never> = E.left([
  {
    reason: 'NothingDue',
    citations: [{ act: 'test', inForceFrom: '2023-01-01' as never, confidence: 'inferred' }],
    facts: {},
    remedy: null,
  },
]);

const loans: CaseKind<LoanCommand, LoanEvent, Loan, string> = {
  name: 'loan',
  law: book,
  decider: {
    initial: { missed: false, returned: false },
    decide: (command, loan): Either<Refused, NonEmpty<LoanEvent>> => {
      if (command.type === 'Lend') return E.right([{ type: 'Lent', until: command.data.until }]);
      if (command.type === 'Return') return E.right([{ type: 'Returned' }]);
      return loan.returned || loan.missed ? refused : E.right([{ type: 'Missed' }]);
    },
    evolve: (loan, event) => {
      if (event.type === 'Lent') return { ...loan, until: event.until };
      return event.type === 'Missed' ? { ...loan, missed: true } : { ...loan, returned: true };
    },
  },
  events: {
    keep: ({ type, ...facts }) => ({ type, schema: 1, facts }) as ReturnType<typeof loans.events.keep>,
    recall: ({ type, facts }) => E.right({ type, ...facts } as unknown as LoanEvent),
  },
  commands: {
    keep: ({ data }) => ({ facts: data }) as ReturnType<typeof loans.commands.keep>,
    recall: () => E.left({ at: '', expected: 'not needed here' }),
  },
  legOf: () => undefined,
};

const keys = developmentKeys('test');
const stream = (name: string): string => `loan-${consequentId(name)}`;
const person = { id: 'x', role: 'applicant' } as const;

const timers = (loan: Loan, id: string): readonly Timer<LoanCommand>[] =>
  loan.until === undefined || loan.missed || loan.returned
    ? []
    : [
        {
          id: 'due',
          at: loan.until,
          command: {
            id: consequentId(`timer/${id}/due`),
            type: 'RecordMissed',
            at: loan.until,
            actor: { id: 'timekeeper', role: 'timekeeper' },
            data: {},
          },
        },
      ];

const world = () => {
  let now = START;
  const journal = memoryJournal({ clock: { now: () => now } });
  return {
    journal,
    at: (hours: number): Instant => (now = later(START, hours * HOUR)),
    put: async (
      name: string,
      command: Readonly<{ type: 'Lend'; until: Instant } | { type: 'Return' }>,
    ): Promise<void> => {
      const { type, ...data } = command;
      const id = consequentId(`${name}/${type}`);
      const done = await handle({ journal, keys })(loans)(stream(name), {
        id,
        type,
        at: now,
        actor: person,
        data,
      } as LoanCommand)();
      expect(E.isRight(done) && E.isRight(done.right)).toBe(true);
    },
  };
};

const keeperOf = (journal: Journal): Timekeeper => createTimekeeper({ journal, keys, kind: loans, timers });
const stepAt = async (keeper: Timekeeper, now: Instant): Promise<Ticked> => {
  const ticked = await keeper.step(now)();
  if (E.isLeft(ticked)) throw new Error(ticked.left.kind);
  return ticked.right;
};
const missedIn = async (journal: Journal): Promise<number> => {
  const page = await journal.feed({ types: ['Missed'] })();
  return E.isRight(page) ? page.right.events.length : -1;
};

describe('the timekeeper (bộ giữ giờ)', () => {
  it('fires a timer when its moment has come, and says when the next one is due', async () => {
    const { journal, at, put } = world();
    await put('one', { type: 'Lend', until: later(START, 5 * HOUR) });
    const keeper = keeperOf(journal);
    expect(await stepAt(keeper, at(1))).toEqual({ fired: 0, idle: 0, nextWakeAt: later(START, 5 * HOUR) });
    expect(await stepAt(keeper, at(5))).toEqual({ fired: 1, idle: 0 });
    expect(await stepAt(keeper, at(6))).toEqual({ fired: 0, idle: 0 });
    expect(await missedIn(journal)).toBe(1);
  });

  it('lets a timer be whose matter was settled before', async () => {
    const { journal, at, put } = world();
    await put('one', { type: 'Lend', until: later(START, 5 * HOUR) });
    const keeper = keeperOf(journal);
    await stepAt(keeper, at(1));
    at(2);
    await put('one', { type: 'Return' });
    expect(await stepAt(keeper, at(9))).toEqual({ fired: 0, idle: 0 });
    expect(await missedIn(journal)).toBe(0);
  });

  it('catches up with what fell due while it was off', async () => {
    const { journal, at, put } = world();
    for (const name of ['one', 'two', 'three']) await put(name, { type: 'Lend', until: later(START, HOUR) });
    expect(await stepAt(keeperOf(journal), at(100))).toEqual({ fired: 3, idle: 0 });
  });

  it('writes once, though two timekeepers run side by side', async () => {
    const { journal, at, put } = world();
    await put('one', { type: 'Lend', until: later(START, HOUR) });
    const both = [keeperOf(journal), keeperOf(journal)];
    const now = at(2);
    await Promise.all(both.map((keeper) => stepAt(keeper, now)));
    expect(await missedIn(journal)).toBe(1);
  });

  it('a case that cannot be read holds nobody else up', async () => {
    const { journal, at, put } = world();
    for (const name of ['one', 'bad', 'two']) await put(name, { type: 'Lend', until: later(START, HOUR) });
    const broken: Journal = {
      ...journal,
      read: (name, options) =>
        name === stream('bad') ? TE.left(unavailable('disk', 'corrupt', false)) : journal.read(name, options),
    };
    expect((await stepAt(keeperOf(broken), at(2))).fired).toBe(2);
    expect((await stepAt(keeperOf(journal), at(3))).fired).toBe(1);
  });

  it('fires each timer exactly once, however it is stopped and started', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.record({ hours: fc.integer({ min: 1, max: 20 }), anew: fc.boolean() }), { maxLength: 8 }),
        async (dues, steps) => {
          const { journal, at, put } = world();
          for (const [index, due] of dues.entries()) {
            await put(`loan ${index}`, { type: 'Lend', until: later(START, due * HOUR) });
          }
          let keeper = keeperOf(journal);
          let hour = 0;
          for (const { hours, anew } of [...steps, { hours: 50, anew: true }]) {
            hour += hours;
            if (anew) keeper = keeperOf(journal);
            await stepAt(keeper, at(hour));
            expect(await missedIn(journal)).toBe(dues.filter((due) => due <= hour).length);
          }
        },
      ),
      { numRuns: 100 },
    ));
});
