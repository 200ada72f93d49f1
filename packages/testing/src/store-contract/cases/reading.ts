/** E: reading streams and the feed. */
import type { FeedOptions, Journal, NewEvent, ReadOptions, StoredEvent } from '@lienthong/core';
import { append, ask, feed, feedPage, ids, page, read, refused, revisions, upTo } from '../asking.js';
import type { Bench } from '../bench.js';
import type { Case } from '../case.js';
import { aTurn, claim, same, together } from '../check.js';
import { meanwhile } from '../following.js';

const MANY = 100_000;

/** Ten events in a stream of their own, between the events of others. */
const tenAmongOthers = async ({ open, batch }: Bench): Promise<readonly [Journal, readonly NewEvent[]]> => {
  const journal = await open();
  const events = batch(10);
  for (const [index, event] of events.entries()) {
    await append(journal, 'case-1', index === 0 ? 'none' : { exact: index - 1 }, [event]);
    await append(journal, 'other', 'any', batch(1));
  }
  return [journal, events];
};

const BOUNDS: readonly Readonly<{ asked: ReadOptions; found: readonly number[] }>[] = [
  { asked: {}, found: upTo(10) },
  { asked: { from: 0 }, found: upTo(10) },
  { asked: { from: 7 }, found: [7, 8, 9] },
  { asked: { from: 9 }, found: [9] },
  { asked: { from: 10 }, found: [] },
  { asked: { from: 99 }, found: [] },
  { asked: { direction: 'backward' }, found: upTo(10).toReversed() },
  { asked: { direction: 'backward', from: 2 }, found: [2, 1, 0] },
  { asked: { direction: 'backward', from: 0 }, found: [0] },
  { asked: { direction: 'backward', from: 99 }, found: upTo(10).toReversed() },
  { asked: { from: 3, limit: 2 }, found: [3, 4] },
  { asked: { direction: 'backward', from: 3, limit: 2 }, found: [3, 2] },
];

const inOrder = (events: readonly StoredEvent[]): boolean =>
  events.every(({ position }, index) => index === 0 || (events[index - 1]?.position ?? '') < position);

export const readingCases: readonly Case[] = [
  {
    id: 'E1',
    says: 'reads forward and backward, from either end or from a revision, bounds included; beyond the end nothing',
    run: async (bench) => {
      const [journal] = await tenAmongOthers(bench);
      for (const { asked, found } of BOUNDS) {
        const { exists, events } = await page(journal, 'case-1', asked);
        same(revisions(events), found, `revisions for ${JSON.stringify(asked)}`);
        claim(exists, 'a stream that stands was called missing');
      }
    },
  },
  {
    id: 'E2',
    says: 'keeps to limits of 0, 1, n, n + 1 and none, and refuses what is no limit',
    run: async (bench) => {
      const [journal] = await tenAmongOthers(bench);
      for (const [limit, found] of [
        [0, 0],
        [1, 1],
        [10, 10],
        [11, 10],
      ] as const) {
        same((await read(journal, 'case-1', { limit })).length, found, `events for a limit of ${limit}`);
        const fed = await feedPage(journal, { limit, streamPrefix: 'case-' });
        same([fed.events.length, fed.end], [found, limit >= 10], `page of the feed for a limit of ${limit}`);
      }
      for (const limit of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
        refused(await journal.read('case-1', { limit })(), 'BadInput', `reading with a limit of ${limit}`);
        refused(await journal.feed({ limit })(), 'BadInput', `the feed with a limit of ${limit}`);
      }
      for (const from of [-1, 0.5]) refused(await journal.read('case-1', { from })(), 'BadInput', `from ${from}`);
      refused(await journal.feed({ after: 'yesterday' })(), 'BadInput', 'after a position nobody gave');
    },
  },
  {
    id: 'E3',
    says: 'gives the same events whatever the size of a page, for a stream and for the feed',
    run: async (bench) => {
      const [journal, events] = await tenAmongOthers(bench);
      const whole = ids(await feed(journal));
      same(whole.length, 20, 'events in the feed');
      for (const size of [1, 2, 7, 9, 10, 11, 19, 20, 21]) {
        same(ids(await feed(journal, { limit: size })), whole, `the feed in pages of ${size}`);
        const paged: StoredEvent[] = [];
        for (let from = 0; from < 10; from += size) {
          paged.push(...(await read(journal, 'case-1', { from, limit: size })));
        }
        same(ids(paged), ids(events), `the stream in pages of ${size}`);
      }
    },
  },
  {
    id: 'E4',
    says: 'tells a missing stream from an empty page',
    run: async ({ open, batch }) => {
      const journal = await open();
      same(await page(journal, 'case-1'), { exists: false, events: [] }, 'a missing stream');
      await append(journal, 'case-1', 'none', batch(1));
      same(await page(journal, 'case-1', { from: 5 }), { exists: true, events: [] }, 'an empty page');
      same(await page(journal, 'case-1', { limit: 0 }), { exists: true, events: [] }, 'a page of no events');
      same((await page(journal, 'case-')).exists, false, 'the beginning of a name exists');
    },
  },
  {
    id: 'E5',
    says: 'the feed is ordered by position, each stream by revision, among 10,000 events written at once',
    patience: 60_000,
    run: async ({ open, batch }) => {
      const journal = await open();
      await together(upTo(200).map((n) => append(journal, `case-${(n * 7) % 50}`, 'any', batch(50))));
      const all = await feed(journal);
      same(all.length, 10_000, 'events in the feed');
      claim(inOrder(all), 'positions do not rise along the feed');
      const next = new Map<string, number>();
      for (const { stream, revision } of all) {
        same(revision, next.get(stream) ?? 0, `next revision of ${stream} in the feed`);
        next.set(stream, revision + 1);
      }
    },
  },
  {
    id: 'E6',
    says: 'a reader who leaves after the first page holds nothing back, a hundred times over',
    run: async (bench) => {
      const [journal] = await tenAmongOthers(bench);
      for (const _ of upTo(100)) {
        await feedPage(journal, { limit: 1 });
        await read(journal, 'case-1', { limit: 1 });
      }
      await append(journal, 'case-1', { exact: 9 }, bench.batch(1));
    },
  },
  {
    id: 'E7',
    says: 'appending and reading inside the loop of a read does not lock up',
    run: async (bench) => {
      const [journal] = await tenAmongOthers(bench);
      for (const { revision } of await read(journal, 'case-1')) {
        await together([
          append(journal, 'copy', revision === 0 ? 'none' : { exact: revision - 1 }, bench.batch(1)),
          read(journal, 'copy'),
          feedPage(journal, { limit: 1 }),
        ]);
      }
      same((await read(journal, 'copy')).length, 10, 'events appended inside the loop');
    },
  },
  {
    id: 'E8',
    says: 'reading while others write sees a beginning of what there will be, never a hole',
    run: async ({ open, batch }) => {
      const journal = await open();
      const writers = together(
        upTo(8).map(async (writer) => {
          for (const _ of upTo(10)) {
            await append(journal, `case-${writer}`, 'any', batch(2));
            await aTurn();
          }
        }),
      );
      const seen: (readonly string[])[] = [];
      await meanwhile(writers, async () => {
        seen.push(ids(await feed(journal, { limit: 7 })));
      });
      const all = ids(await feed(journal));
      same(all.length, 160, 'events in the feed');
      for (const glimpse of seen) same(glimpse, all.slice(0, glimpse.length), 'what a reader saw');
    },
  },
  {
    id: 'E9',
    says: "filters the feed by type and by the beginning of a stream's name, and goes on past what it let through",
    run: async ({ open, event }) => {
      const journal = await open();
      const written = upTo(12).map((n) => ({
        stream: ['birth-1', 'birth_1', 'Birth-2', 'death-1'][n % 4] ?? '',
        event: event({ type: n % 3 === 0 ? 'CardIssued' : 'Applied' }),
      }));
      for (const { stream, event: one } of written) await append(journal, stream, 'any', [one]);
      const filters: readonly FeedOptions[] = [
        { types: ['CardIssued'] },
        { types: ['CardIssued', 'Applied'] },
        { types: [] },
        { streamPrefix: 'birth-' },
        { streamPrefix: 'b' },
        { streamPrefix: '%' },
        { types: ['Applied'], streamPrefix: 'Birth' },
      ];
      for (const filter of filters) {
        const { types, streamPrefix = '' } = filter;
        const expected = written.filter(
          ({ stream, event: { type } }) => stream.startsWith(streamPrefix) && (types?.includes(type) ?? true),
        );
        for (const limit of [1, 100]) {
          same(
            ids(await feed(journal, { ...filter, limit })),
            ids(expected.map(({ event: one }) => one)),
            `the feed for ${JSON.stringify(filter)}`,
          );
        }
      }
      const nothing = await feedPage(journal, { types: ['Unheard'] });
      same([nothing.events.length, nothing.end], [0, true], 'a filter that lets nothing through');
      await append(journal, 'birth-1', 'exists', [event()]);
      same((await feedPage(journal, { after: nothing.next })).events.length, 1, 'events after such a filter');
    },
  },
  {
    id: 'E10',
    says: 'reads 100,000 events in pages that stay small, also when nobody names a limit',
    patience: 180_000,
    run: async ({ open, batch }) => {
      const journal = await open();
      for (const n of upTo(MANY / 1000)) await append(journal, `case-${n}`, 'none', batch(1000));
      let [count, after] = [0, ''];
      for (;;) {
        const found = await feedPage(journal, after === '' ? {} : { after });
        claim(found.events.length <= 1000, `a page of ${found.events.length} events that nobody asked for`);
        count += found.events.length;
        after = found.next;
        if (found.end) break;
      }
      same(count, MANY, 'events read');
      claim(
        (await ask(journal, 'case-0', 'exists', batch(1)))._tag === 'Right',
        'the journal cannot be written any more',
      );
    },
  },
];
