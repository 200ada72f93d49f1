/** H and M: what stands is never changed and never deleted, and an append is to one stream. */
import { append, ask, feed, ids, read, refused } from '../asking.js';
import { offered } from '../bench.js';
import type { Case } from '../case.js';
import { claim, same } from '../check.js';

const VERBS = ['append', 'read', 'feed', 'close'];
/** What a journal may offer besides. */
const MAY = new Set(['watch']);

export const keepingCases: readonly Case[] = [
  {
    id: 'H1',
    says: 'the store itself refuses to change or delete what it holds',
    needs: ['tamper'],
    run: async ({ open, place, batch }) => {
      const tamper = offered(place.tamper, 'tamper');
      const journal = await open();
      await append(journal, 'case-1', 'none', batch(3));
      const before = await feed(journal);
      claim(!(await tamper('update')), 'a stored event could be changed');
      claim(!(await tamper('delete')), 'a stored event could be deleted');
      same(await feed(journal), before, 'the feed');
    },
  },
  {
    id: 'H1b',
    says: 'neither what the writer does to its event later, nor what a reader does to his, reaches what is kept',
    run: async ({ open, event }) => {
      const journal = await open();
      const data = { list: [1, 2], nested: { name: 'Ánh' } };
      const written = event({ data });
      await append(journal, 'case-1', 'none', [written]);
      data.list.push(3);
      data.nested.name = 'Bình';
      const [first] = await read(journal, 'case-1');
      const spoil = first?.data as { list: number[]; nested: { name: string } };
      for (const deed of [() => spoil.list.push(4), () => Object.assign(spoil.nested, { name: 'Chi' })]) {
        try {
          deed();
        } catch {
          // What is read may be frozen.
        }
      }
      const [stored] = await read(journal, 'case-1');
      same(stored?.data, { list: [1, 2], nested: { name: 'Ánh' } }, 'what is kept');
    },
  },
  {
    id: 'H2',
    says: 'the port offers no soft delete, no tombstone and no truncation (so H3 and C16 cannot arise)',
    run: async ({ open, batch }) => {
      const journal = await open();
      const offered = Object.keys(journal).filter((verb) => !MAY.has(verb));
      same(offered.toSorted(), VERBS.toSorted(), 'what the port offers');
      const events = batch(2);
      await append(journal, 'case-1', 'none', events);
      same(ids(await feed(journal)), ids(events), 'the feed');
    },
  },
  {
    id: 'M1',
    says: 'the port appends to one stream at a time: several at once are bad input, and nothing of them is written',
    run: async ({ open, batch }) => {
      const journal = await open();
      const several: readonly unknown[] = [
        ['case-1', 'case-2'],
        { 'case-1': 'none', 'case-2': 'none' },
        undefined,
        null,
      ];
      for (const streams of several) {
        const answer = await ask(journal, streams as string, 'any', batch(2));
        same(refused(answer, 'BadInput', 'several streams in one append').at, 'stream', 'what was wrong');
      }
      same((await feed(journal)).length, 0, 'events in the feed');
    },
  },
];
