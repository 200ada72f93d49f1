/** C: asking twice. A repeat is durable, known by its ids within the stream, and held against the content. */
import type { Expected, Journal, NewEvent } from '@lienthong/core';
import { type Answer, append, ask, ids, read, refused, succeeded } from '../asking.js';
import type { Bench } from '../bench.js';
import type { Case } from '../case.js';
import { claim, same, together } from '../check.js';
import { commitsThenThrows } from '../faults.js';

const oneByOne = async (journal: Journal, events: readonly NewEvent[]): Promise<void> => {
  for (const [index, event] of events.entries()) {
    await append(journal, 'case-1', index === 0 ? 'none' : { exact: index - 1 }, [event]);
  }
};

/** The repeat answers what the first time answered, and the stream stays as it was. */
const recognised = async (
  journal: Journal,
  expected: Expected,
  events: readonly NewEvent[],
  revision: number,
): Promise<void> => {
  const before = await read(journal, 'case-1');
  const again = await append(journal, 'case-1', expected, events);
  const after = await read(journal, 'case-1');
  same(after.length, before.length, 'events after a repeat');
  same([again.revision, again.repeated], [revision, true], 'answer to a repeat');
  same(again.position, before[revision]?.position, 'position answered to a repeat');
};

/** A row of the table: events written before, one by one; then the first of them again, expecting this. */
const row = (id: string, earlier: number, says: string, expectations: readonly Expected[]): Case => ({
  id,
  says: `the first of ${earlier} again with ${says} is recognised`,
  run: async ({ open, batch }) => {
    const journal = await open();
    const events = batch(earlier);
    await oneByOne(journal, events);
    for (const expected of expectations) await recognised(journal, expected, events.slice(0, 1), 0);
  },
});

const twoInOneBatch = async ({ open, batch }: Bench): Promise<readonly [Journal, readonly NewEvent[]]> => {
  const journal = await open();
  const events = batch(2);
  await append(journal, 'case-1', 'none', events);
  return [journal, events];
};

const storedOnce = async (journal: Journal, events: readonly NewEvent[]): Promise<void> =>
  same(ids(await read(journal, 'case-1')), ids(events), 'each event stored once');

export const repetitionCases: readonly Case[] = [
  row('C1', 1, '`none`', ['none']),
  row('C2', 1, '`any`', ['any']),
  row('C3', 1, 'the exact head, which stores nothing twice', [{ exact: 0 }]),
  row('C4', 6, '`none`', ['none']),
  row('C5', 6, '`any` or `exists`', ['any', 'exists']),
  row('C6', 5, 'the exact head', [{ exact: 4 }]),
  row('C7', 6, 'an exact revision inside or beyond', [{ exact: 2 }, { exact: 9 }]),
  {
    id: 'C8',
    says: 'the beginning or the end of a batch, or all of it, is recognised',
    run: async (bench) => {
      const [journal, events] = await twoInOneBatch(bench);
      for (const expected of ['none', 'any', { exact: 0 }, { exact: 1 }] as const) {
        await recognised(journal, expected, events.slice(0, 1), 0);
        await recognised(journal, expected, events.slice(1), 1);
        await recognised(journal, expected, events, 1);
      }
    },
  },
  {
    id: 'C9',
    says: 'a batch of which only a part stands there is refused, and so is one in another order',
    run: async (bench) => {
      const [journal, events] = await twoInOneBatch(bench);
      refused(await ask(journal, 'case-1', 'none', [...events, bench.event()]), 'IdReused', 'a longer batch');
      refused(await ask(journal, 'case-1', { exact: 1 }, [bench.event(), ...events]), 'IdReused', 'a batch before it');
      refused(await ask(journal, 'case-1', 'any', events.toReversed()), 'IdReused', 'a batch in another order');
      await storedOnce(journal, events);
    },
  },
  {
    id: 'C10',
    says: 'an id counts within its stream: in another it is another event',
    run: async ({ open, event }) => {
      const journal = await open();
      const written = event();
      await append(journal, 'case-1', 'none', [written]);
      same((await append(journal, 'case-2', 'none', [written])).repeated, false, 'repeated in another stream');
      same(ids(await read(journal, 'case-2')), [written.id], 'the other stream');
    },
  },
  {
    id: 'C11',
    says: 'an id with other content is refused, whatever part of the content it is',
    run: async ({ open, event }) => {
      const journal = await open();
      const written = event();
      await append(journal, 'case-1', 'none', [written]);
      const others: readonly Partial<NewEvent>[] = [
        { data: { count: -1 } },
        { type: 'CardIssued' },
        { schema: 2 },
        { occurredAt: '2023-07-10T00:30:00.001Z' as NewEvent['occurredAt'] },
        { actor: { ...written.actor, role: 'leader' } },
        { onBehalfOf: { id: 'father-4', role: 'applicant' } },
        { causation: event().causation },
      ];
      for (const other of others) {
        for (const expected of ['any', 'none', { exact: 0 }] as const) {
          const answer = await ask(journal, 'case-1', expected, [{ ...written, ...other }]);
          same(refused(answer, 'IdReused', `another ${Object.keys(other)}`).id, written.id, 'the id named');
        }
      }
      await storedOnce(journal, [written]);
    },
  },
  {
    id: 'C12',
    says: 'the same id twice in one batch is bad input',
    run: async ({ open, event }) => {
      const journal = await open();
      const written = event();
      refused(await ask(journal, 'case-1', 'any', [written, event(), written]), 'BadInput', 'an id twice');
      same((await read(journal, 'case-1')).length, 0, 'events written');
    },
  },
  {
    id: 'C13',
    says: 'a repeat is recognised after a restart',
    needs: ['lasting'],
    run: async (bench) => {
      const [journal, events] = await twoInOneBatch(bench);
      await journal.close()();
      const reopened = await bench.open();
      await recognised(reopened, 'none', events, 1);
      await recognised(reopened, 'any', events.slice(0, 1), 0);
    },
  },
  {
    id: 'C14',
    says: 'a repeat settles an append whose answer was lost',
    run: async ({ open, batch }) => {
      const journal = await open();
      const events = batch(3);
      refused(await ask(commitsThenThrows(1, journal), 'case-1', 'none', events), 'OutcomeUnknown', 'a lost answer');
      await recognised(journal, 'none', events, 2);
      await storedOnce(journal, events);
    },
  },
  {
    id: 'C15',
    says: 'a repeat while the first is still under way is written once and answered alike',
    run: async ({ open, batch }) => {
      const journal = await open();
      const events = batch(3);
      const answers: readonly Answer[] = await together([1, 2, 3].map(() => ask(journal, 'case-1', 'none', events)));
      const appended = succeeded(answers);
      same(appended.length, 3, 'answers');
      same(appended.filter(({ repeated }) => !repeated).length, 1, 'answers that wrote');
      claim(
        appended.every(({ position, revision }) => position === appended[0]?.position && revision === 2),
        'a repeat was answered differently',
      );
      await storedOnce(journal, events);
    },
  },
];
