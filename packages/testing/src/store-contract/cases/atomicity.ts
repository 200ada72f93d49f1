/** D: all or nothing, and many at once. */
import { E } from '@lienthong/core/fp';
import { append, ask, feed, feedPage, ids, page, read, refused, revisions, succeeded, upTo } from '../asking.js';
import { offered } from '../bench.js';
import type { Case } from '../case.js';
import { claim, same, together, within } from '../check.js';
import { slow } from '../faults.js';
import { meanwhile } from '../following.js';

const BATCH = 3;

export const atomicityCases: readonly Case[] = [
  {
    id: 'D1',
    says: 'a batch with one bad event writes none of it',
    run: async ({ open, batch, event }) => {
      const journal = await open();
      const standing = event();
      await append(journal, 'case-1', 'none', [standing]);
      const reused = [...batch(2), { ...standing, data: { count: -1 } }];
      refused(await ask(journal, 'case-1', 'any', reused), 'IdReused', 'an id with other content at the end');
      const unreadable = [...batch(2), event({ data: { n: Number.NaN } })];
      refused(await ask(journal, 'case-1', 'any', unreadable), 'BadInput', 'an event that is no JSON at the end');
      same(ids(await read(journal, 'case-1')), [standing.id], 'events written');
      same((await feed(journal)).length, 1, 'events in the feed');
    },
  },
  {
    id: 'D2',
    says: 'no reader ever sees part of a batch',
    run: async ({ open, batch }) => {
      const journal = await open();
      const writers = together(upTo(20).map(() => append(journal, 'case-1', 'any', batch(BATCH))));
      await meanwhile(writers, async () => {
        same((await read(journal, 'case-1')).length % BATCH, 0, 'events of an unfinished batch in the stream');
        same((await feedPage(journal)).events.length % BATCH, 0, 'events of an unfinished batch in the feed');
      });
      same((await read(journal, 'case-1')).length, 20 * BATCH, 'events');
    },
  },
  {
    id: 'D3',
    says: 'batches of different writers do not interleave in the feed',
    run: async ({ open, batch }) => {
      const journal = await open();
      const batches = upTo(12).map(() => batch(BATCH));
      await together(batches.map((events, writer) => append(journal, `case-${writer % 4}`, 'any', events)));
      const order = ids(await feed(journal));
      for (const events of batches) {
        const start = order.indexOf(events[0]?.id ?? '');
        same(order.slice(start, start + BATCH), ids(events), 'a batch in the feed');
      }
    },
  },
  {
    id: 'D4',
    says: 'N writers on N streams: every event once, every stream without gaps',
    run: async ({ open, batch }) => {
      const journal = await open();
      const batches = upTo(40).map((writer) => ({ stream: `case-${writer % 8}`, events: batch(1 + (writer % 3)) }));
      await together(batches.map(({ stream, events }) => append(journal, stream, 'any', events)));
      same(
        ids(await feed(journal)).toSorted(),
        ids(batches.flatMap(({ events }) => events)).toSorted(),
        'events in the feed',
      );
      for (const writer of upTo(8)) {
        const stored = await read(journal, `case-${writer}`);
        same(revisions(stored), upTo(stored.length), 'revisions');
      }
    },
  },
  {
    id: 'D7',
    says: 'two processes append at once: nothing lost, no gap, one chain',
    needs: ['spawnWriter'],
    patience: 60_000,
    run: async ({ open, place }) => {
      const spawn = offered(place.spawnWriter, 'spawnWriter');
      const journal = await open();
      const jobs = ['a', 'b'].map((name) => ({ name, stream: 'case-1', batches: 60, batchSize: BATCH }));
      const acknowledged = (await together(jobs.map(spawn))).flat();
      const stored = await read(journal, 'case-1');
      same(acknowledged.length, 120, 'batches acknowledged');
      same(revisions(stored), upTo(120 * BATCH), 'revisions');
      const standing = new Map(stored.map(({ revision, position }) => [revision, position]));
      claim(
        acknowledged.every(({ revision, position }) => standing.get(revision) === position),
        'an acknowledged batch does not stand where it was said to',
      );
    },
  },
  {
    id: 'D8',
    says: 'a thousand appends in one turn on a journal just opened are all answered',
    run: async ({ open, batch }) => {
      const journal = await open();
      const answers = await together(upTo(1000).map((n) => ask(journal, `case-${n % 100}`, 'any', batch(1))));
      same(succeeded(answers).length, 1000, 'appends that succeeded');
      same((await feed(journal)).length, 1000, 'events in the feed');
    },
  },
  {
    id: 'D9',
    says: 'a caller that stops waiting leaves the journal usable, and its outcome can be known by the ids',
    run: async ({ open, batch }) => {
      const journal = await open();
      let release = (): void => undefined;
      const held = new Promise<void>((go) => {
        release = go;
      });
      const events = batch(2);
      const abandoned = slow(() => held, journal).append('case-1', 'none', events)();
      const gaveUp = await within(20, abandoned, 'the caller').then(
        () => false,
        () => true,
      );
      claim(gaveUp, 'the caller did not have to give up');
      await append(journal, 'case-2', 'none', batch(1));
      release();
      await abandoned;
      claim((await page(journal, 'case-1')).exists, 'the outcome cannot be known');
      same((await append(journal, 'case-1', 'none', events)).repeated, true, 'asked again by the same ids: repeated');
      claim(E.isRight(await ask(journal, 'case-1', { exact: 1 }, batch(1))), 'the stream cannot be written any more');
    },
  },
];
