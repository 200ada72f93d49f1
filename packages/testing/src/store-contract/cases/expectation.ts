/** B: what a writer expects of the stream. */
import type { Expected } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { append, ask, feed, feedPage, ids, page, read, refused, revisions, succeeded, upTo } from '../asking.js';
import type { Case } from '../case.js';
import { claim, same, together } from '../check.js';

const NONSENSE: readonly unknown[] = [
  { exact: -1 },
  { exact: 0.5 },
  { exact: 2 ** 53 },
  { exact: 2 ** 63 },
  { exact: Number.NaN },
  { exact: Number.POSITIVE_INFINITY },
  { exact: '0' },
  { exact: 0n },
  {},
  'something',
  null,
  true,
  7,
];

export const expectationCases: readonly Case[] = [
  {
    id: 'B1',
    says: '`none` begins a stream and refuses one that stands',
    run: async ({ open, batch }) => {
      const journal = await open();
      await append(journal, 'case-1', 'none', batch(1));
      refused(await ask(journal, 'case-1', 'none', batch(1)), 'Conflict', '`none` on a standing stream');
      same(revisions(await read(journal, 'case-1')), [0], 'revisions');
    },
  },
  {
    id: 'B2',
    says: '`exists` goes on with a stream and refuses a missing one',
    run: async ({ open, batch }) => {
      const journal = await open();
      refused(await ask(journal, 'case-1', 'exists', batch(1)), 'Conflict', '`exists` on a missing stream');
      await append(journal, 'case-1', 'none', batch(1));
      await append(journal, 'case-1', 'exists', batch(1));
      same(revisions(await read(journal, 'case-1')), [0, 1], 'revisions');
    },
  },
  {
    id: 'B3',
    says: 'an exact revision is met by the head alone: not below, not above, not on a missing stream',
    run: async ({ open, batch }) => {
      const journal = await open();
      refused(await ask(journal, 'case-1', { exact: 0 }, batch(1)), 'Conflict', 'exact on a missing stream');
      await append(journal, 'case-1', 'none', batch(3));
      for (const exact of [0, 1, 3, 9, Number.MAX_SAFE_INTEGER]) {
        refused(await ask(journal, 'case-1', { exact }, batch(1)), 'Conflict', `exact ${exact} with head 2`);
      }
      same((await append(journal, 'case-1', { exact: 2 }, batch(1))).revision, 3, 'exact head');
    },
  },
  {
    id: 'B4',
    says: '`any` is met by every stream and never answers a conflict, however many write at once',
    run: async ({ open, batch }) => {
      const journal = await open();
      const answers = await together(upTo(20).map(() => ask(journal, 'case-1', 'any', batch(2))));
      const failed = answers.find(E.isLeft);
      claim(failed === undefined, `\`any\` was refused: ${JSON.stringify(failed)}`);
      same(revisions(await read(journal, 'case-1')), upTo(40), 'revisions');
      same(new Set(succeeded(answers).map(({ revision }) => revision)).size, 20, 'different revisions answered');
      same(succeeded(answers).filter(({ created }) => created).length, 1, 'creators');
    },
  },
  {
    id: 'B5',
    says: 'an expectation that is no expectation is bad input',
    run: async ({ open, batch }) => {
      const journal = await open();
      await append(journal, 'case-1', 'none', batch(1));
      for (const wrong of NONSENSE) {
        const answer = await ask(journal, 'case-1', wrong as Expected, batch(1));
        same(refused(answer, 'BadInput', `expecting ${String(wrong)}`).at, 'expected', 'what was wrong');
      }
      same((await read(journal, 'case-1')).length, 1, 'events written');
    },
  },
  {
    id: 'B6',
    says: 'a conflict names the stream, what was expected and what is',
    run: async ({ open, batch }) => {
      const journal = await open();
      const missing = refused(
        await ask(journal, 'case-1', { exact: 4 }, batch(1)),
        'Conflict',
        'exact on a missing stream',
      );
      same(missing, { kind: 'Conflict', stream: 'case-1', expected: { exact: 4 }, actual: null }, 'conflict');
      const absent = refused(
        await ask(journal, 'case-1', 'exists', batch(1)),
        'Conflict',
        '`exists` on a missing stream',
      );
      same([absent.expected, absent.actual], ['exists', null], 'conflict');
      await append(journal, 'case-1', 'none', batch(3));
      const standing = refused(
        await ask(journal, 'case-1', 'none', batch(1)),
        'Conflict',
        '`none` on a standing stream',
      );
      same(standing, { kind: 'Conflict', stream: 'case-1', expected: 'none', actual: 2 }, 'conflict');
    },
  },
  {
    id: 'B7',
    says: 'a refused append writes nothing and publishes nothing',
    run: async ({ open, batch }) => {
      const journal = await open();
      await append(journal, 'case-1', 'none', batch(2));
      const before = await feedPage(journal);
      refused(await ask(journal, 'case-1', { exact: 0 }, batch(5)), 'Conflict', 'exact below the head');
      refused(await ask(journal, 'case-2', 'exists', batch(5)), 'Conflict', '`exists` on a missing stream');
      same(await feedPage(journal), before, 'the feed');
      claim(!(await page(journal, 'case-2')).exists, 'a refused append made a stream');
    },
  },
  {
    id: 'B8',
    says: 'of N writers who expect the same exactly one wins, and the others hear of its revision',
    run: async ({ open, batch }) => {
      const journal = await open();
      for (const racers of [2, 8, 50]) {
        const stream = `case-${racers}`;
        for (const [round, expected] of (['none', { exact: 1 }] as const).entries()) {
          const answers = await together(upTo(racers).map(() => ask(journal, stream, expected, batch(2))));
          same(succeeded(answers).length, 1, `winners among ${racers}`);
          for (const answer of answers.filter(E.isLeft)) {
            same(refused(answer, 'Conflict', 'a loser').actual, 2 * round + 1, 'the revision a loser hears of');
          }
          same(revisions(await read(journal, stream)), upTo(2 * round + 2), 'revisions');
        }
      }
    },
  },
  {
    id: 'B9',
    says: 'of batches of different length on one head, one is written whole',
    run: async ({ open, batch }) => {
      const journal = await open();
      await append(journal, 'case-1', 'none', batch(2));
      const batches = [1, 3, 5].map((size) => batch(size));
      const answers = await together(batches.map((events) => ask(journal, 'case-1', { exact: 1 }, events)));
      const winner = answers.findIndex(E.isRight);
      same(succeeded(answers).length, 1, 'winners');
      same(ids((await read(journal, 'case-1')).slice(2)), ids(batches[winner] ?? []), 'the winning batch');
    },
  },
  {
    id: 'B10',
    says: 'what is expected is held against the stream when it is written, not when it was read or asked for',
    run: async ({ open, batch }) => {
      const journal = await open();
      await append(journal, 'case-1', 'none', batch(1));
      const prepared = journal.append('case-1', { exact: 0 }, batch(1));
      const [head] = await read(journal, 'case-1', { direction: 'backward', limit: 1 });
      await append(journal, 'case-1', { exact: head?.revision ?? 0 }, batch(1));
      same(refused(await prepared(), 'Conflict', 'an append prepared before').actual, 1, 'the revision it hears of');
    },
  },
  {
    id: 'B11',
    says: 'a revision taken from a page or a filtered feed is the revision in the whole stream',
    run: async ({ open, event }) => {
      const journal = await open();
      const types = ['Applied', 'CardIssued', 'Applied', 'CardIssued'];
      await append(
        journal,
        'case-1',
        'none',
        types.map((type) => event({ type })),
      );
      same(revisions(await read(journal, 'case-1', { from: 2, limit: 1 })), [2], 'revision in a page');
      const cards = await feed(journal, { types: ['CardIssued'] });
      same(revisions(cards), [1, 3], 'revisions in a filtered feed');
      await append(journal, 'case-1', { exact: cards.at(-1)?.revision ?? -1 }, [event()]);
    },
  },
];
