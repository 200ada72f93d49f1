/** L and N: the store's life from release to release and from backup to backup, and its life beside others. */
import type { Journal } from '@lienthong/core';
import { append, ask, feed, feedPage, ids, page, read, refused, revisions, upTo } from '../asking.js';
import { offered } from '../bench.js';
import type { Case } from '../case.js';
import { claim, same, together } from '../check.js';

const STREAMS = ['case-1', 'Hộ tịch/2', 'case-3'];

const eachOf = async (journal: Journal): Promise<readonly unknown[]> => {
  const told: unknown[] = [];
  for (const stream of STREAMS) told.push(await read(journal, stream));
  return told;
};

export const tenantCases: readonly Case[] = [
  {
    id: 'L3',
    says: 'what a later release left behind is neither opened nor touched',
    needs: ['newerSchema'],
    run: async ({ open, place, batch, clock }) => {
      const journal = await open();
      await append(journal, 'case-1', 'none', batch(2));
      await journal.close()();
      await offered(place.newerSchema, 'newerSchema')();
      for (const _ of upTo(2)) {
        const answer = await place.open(clock).then(
          (opened) =>
            opened
              .close()()
              .then(() => 'opened'),
          (error: unknown) => String(error),
        );
        claim(answer.includes('newer-schema'), `opening: expected newer-schema, found ${answer}`);
      }
    },
  },
  {
    id: 'L4',
    says: 'a place restored from a backup holds every stream and the feed as they were, and goes on; readers too',
    needs: ['restored'],
    patience: 120_000,
    run: async ({ open, also, place, batch }) => {
      const restored = offered(place.restored, 'restored');
      const journal = await open();
      for (const n of upTo(9)) await append(journal, STREAMS[n % 3] ?? '', 'any', batch(1 + (n % 3)));
      const stood = await feed(journal);
      const streams = await eachOf(journal);
      const checkpoint = await feedPage(journal, { limit: 5 });
      for (const by of place.backups ?? (['copy'] as const)) {
        const copy = await open(also(await restored(by)));
        same(await feed(copy), stood, `the feed restored from a ${by}`);
        same(await eachOf(copy), streams, `the streams restored from a ${by}`);
        const rest = ids(await feed(copy, { after: checkpoint.next }));
        same(rest, ids(stood.slice(5)), `the feed behind a checkpoint, restored from a ${by}`);
        await append(copy, 'case-1', 'exists', batch(1));
      }
      // A backup may have broken the connection of whoever was there.
      await journal.close()();
      same(await feed(await open()), stood, 'the feed of the place that was backed up');
    },
  },
  {
    id: 'N1',
    says: 'nothing that one tenant reads, follows or expects crosses to another in the same database',
    needs: ['neighbour'],
    run: async ({ open, also, place, batch, event }) => {
      const beside = also(await offered(place.neighbour, 'neighbour')());
      const [ours, theirs] = [await open(), await open(beside)];
      const own = batch(3);
      await append(ours, 'case-1', 'none', own);
      claim(!(await page(theirs, 'case-1')).exists, "another tenant's stream was found");
      same((await feedPage(theirs)).events, [], "the feed, beside another tenant's events");
      refused(await ask(theirs, 'case-1', 'exists', [event()]), 'Conflict', 'expecting a stream of another tenant');
      const other = event();
      await append(theirs, 'case-1', 'none', [other, { ...(own[0] ?? other), data: { count: -1 } }]);
      same(ids(await feed(ours)), ids(own), 'the feed, after another tenant wrote');
      same(revisions(await read(theirs, 'case-1')), [0, 1], "revisions of a stream with another tenant's name");
      same(ids(await read(ours, 'case-1')), ids(own), "a stream with another tenant's name");
    },
  },
  {
    id: 'N2',
    says: 'two tenants who write at once each have a whole feed, whatever numbers their positions are',
    needs: ['neighbour'],
    patience: 60_000,
    run: async ({ open, also, place, batch }) => {
      const beside = also(await offered(place.neighbour, 'neighbour')());
      const tenants = [await open(), await open(beside)];
      const written = await together(
        tenants.map(async (journal) => {
          const batches = upTo(20).map(() => batch(2));
          await together(batches.map((events, n) => append(journal, `case-${n % 4}`, 'any', events)));
          return batches.flat();
        }),
      );
      for (const [index, journal] of tenants.entries()) {
        const fed = await feed(journal, { limit: 3 });
        same(ids(fed).toSorted(), ids(written[index] ?? []).toSorted(), "a tenant's feed");
        const answer = await ask(journal, 'case-0', { exact: 9 }, batch(1));
        claim(answer._tag === 'Right', "a tenant's revisions do not stand");
      }
    },
  },
];
