/** F: one order of everything. What a reader saw stays a beginning of what there is, whoever commits late or never. */
import type { Journal, NewEvent, StoredEvent } from '@lienthong/core';
import { append, ask, feed, feedPage, ids, page, read, upTo } from '../asking.js';
import { type Bench, offered } from '../bench.js';
import type { Case } from '../case.js';
import { aPause, claim, same, together } from '../check.js';
import { type Follower, follower, meanwhile } from '../following.js';

const rising = (events: readonly Readonly<{ position: string }>[]): boolean =>
  events.every(({ position }, index) => index === 0 || (events[index - 1]?.position ?? '') < position);

/** What was seen along the way is the whole feed, each event once and in its order. */
const sawAll = async (journal: Journal, { seen }: Follower, how: string): Promise<void> => {
  const all = await feed(journal);
  same(ids(seen), ids(all), `what a reader ${how} saw of the feed`);
  claim(rising(all), 'positions do not rise along the feed');
};

/** So many writers, each with so many appends of one to three events, on fewer streams than writers. */
const busily = (journals: readonly Journal[], { batch }: Bench, writers: number, appends: number): Promise<unknown> =>
  together(
    upTo(writers).map(async (writer) => {
      const journal = journals[writer % journals.length] as Journal;
      for (const n of upTo(appends)) await append(journal, `case-${writer % 5}`, 'any', batch(1 + ((writer + n) % 3)));
    }),
  );

const countOf = (writers: number, appends: number): number =>
  upTo(writers)
    .flatMap((writer) => upTo(appends).map((n) => 1 + ((writer + n) % 3)))
    .reduce((sum, n) => sum + n, 0);

/** What was acknowledged before some `again` comes before all that is appended after it, and readers go on where they stood. */
const goesOnAfter = async (
  bench: Bench,
  agains: readonly ((journal: Journal) => Promise<Journal>)[],
): Promise<void> => {
  const journal = await bench.open();
  for (const n of upTo(4)) await append(journal, `case-${n % 2}`, 'any', bench.batch(2));
  const before = await feedPage(journal);
  for (const again of agains) {
    const reopened = await again(journal);
    const next = bench.event();
    const { position } = await append(reopened, 'case-0', 'exists', [next]);
    claim(
      before.events.every((event) => event.position < position),
      'a position was used again',
    );
    same(ids((await feedPage(reopened, { after: before.next })).events), [next.id], 'the feed where a reader stood');
  }
};

/** Long enough for an append that nothing holds up. One that waits for the open writer is let go on after that. */
const LONG_MS = 400;
const settledOr = (ms: number, work: Promise<unknown>): Promise<unknown> => Promise.race([work, aPause(ms)]);

/** One case over an open writer: what is appended meanwhile by another is asked for, not waited for. */
const besideOpenWriter = async (
  bench: Bench,
  end: 'commit' | 'rollback',
  look: (journal: Journal) => Promise<void>,
): Promise<Readonly<{ journal: Journal; slow: readonly NewEvent[]; fast: readonly NewEvent[] }>> => {
  const hold = offered(bench.place.holdWriter, 'holdWriter');
  const journal = await bench.open();
  await append(journal, 'before', 'none', bench.batch(1));
  const [slow, fast] = [bench.batch(2), bench.batch(3)];
  const writer = await hold();
  await writer.append('slow', slow);
  // A store may let the second writer commit now, or make it wait for the first.
  const other = ask(journal, 'fast', 'none', fast);
  let early = false;
  try {
    await look(journal);
    await settledOr(LONG_MS, other);
    for (const _ of upTo(2)) await look(journal);
    early = (await page(journal, 'slow')).exists;
  } finally {
    await writer[end]();
    await other;
  }
  claim(!early, 'what an unfinished writer appended could be read');
  claim((await other)._tag === 'Right', 'the writer beside an open one was refused');
  await look(journal);
  return { journal, slow, fast };
};

const followed = (make: (journal: Journal) => Follower): Readonly<{ of: (journal: Journal) => Follower }> => {
  let known: Follower | undefined;
  return {
    of: (journal) => {
      known ??= make(journal);
      return known;
    },
  };
};

export const orderCases: readonly Case[] = [
  {
    id: 'F1',
    says: 'positions are unique, rise along the feed, and each is a place to go on from',
    run: async (bench) => {
      const journal = await bench.open();
      const answers = await together(upTo(12).map((n) => append(journal, `case-${n % 4}`, 'any', bench.batch(2))));
      const all = await feed(journal);
      same(all.length, 24, 'events in the feed');
      same(new Set(all.map(({ position }) => position)).size, all.length, 'different positions');
      claim(rising(all), 'positions do not rise along the feed');
      const standing = new Set(all.map(({ position }) => position));
      claim(
        answers.every(({ position }) => standing.has(position)),
        'a position answered is that of no event',
      );
      for (const [index, { position }] of all.entries()) {
        same(ids(await feed(journal, { after: position })), ids(all.slice(index + 1)), 'what comes after a position');
      }
    },
  },
  {
    id: 'F2',
    says: 'a writer that took its place first and commits last is not passed over',
    needs: ['holdWriter'],
    run: async (bench) => {
      const readers = followed((journal) => follower(journal));
      const { journal, slow, fast } = await besideOpenWriter(bench, 'commit', async (at) => {
        await readers.of(at).look();
      });
      await sawAll(journal, readers.of(journal), 'beside a slow writer');
      same(new Set(ids(readers.of(journal).seen)).size, 1 + slow.length + fast.length, 'events seen');
    },
  },
  {
    id: 'F3',
    says: 'what commits beside an open writer is held back or comes before it, and then both stand in order',
    needs: ['holdWriter'],
    run: async (bench) => {
      const glimpses: (readonly StoredEvent[])[] = [];
      const { journal } = await besideOpenWriter(bench, 'commit', async (at) => {
        glimpses.push(await feed(at, { limit: 2 }));
      });
      const all = await feed(journal);
      same(all.length, 6, 'events in the feed');
      claim(rising(all), 'positions do not rise along the feed');
      for (const glimpse of glimpses) same(ids(glimpse), ids(all.slice(0, glimpse.length)), 'what a reader saw first');
    },
  },
  {
    id: 'F4',
    says: 'a writer that gave up leaves nothing, and does not stop the feed',
    needs: ['holdWriter'],
    run: async (bench) => {
      const readers = followed((journal) => follower(journal));
      const { journal, fast } = await besideOpenWriter(bench, 'rollback', async (at) => {
        await readers.of(at).look();
      });
      const later = bench.batch(1);
      await append(journal, 'later', 'none', later);
      const last = await readers.of(journal).look();
      same(ids(readers.of(journal).seen).slice(1), ids([...fast, ...later]), 'the feed past a writer that gave up');
      claim(last.held === undefined, 'the feed is held by a writer that gave up');
      claim(!(await page(journal, 'slow')).exists, 'a writer that gave up left a stream');
    },
  },
  {
    id: 'F5',
    says: 'gaps at the beginning, in between and at the end, of one number or of thirty million, stop nobody',
    needs: ['leaveGap'],
    run: async (bench) => {
      const gap = offered(bench.place.leaveGap, 'leaveGap');
      const journal = await bench.open();
      const tail = follower(journal, { limit: 1 });
      const written: NewEvent[] = [];
      for (const size of [1, 2, 30_000_000, 3]) {
        await gap(size);
        const events = bench.batch(2);
        written.push(...events);
        await append(journal, 'case-1', 'any', events);
        await tail.look();
        same(ids(tail.seen), ids(written), `the feed past a gap of ${size}`);
      }
      await gap(5);
      same((await tail.look()).end, true, 'the end before a gap');
      await sawAll(journal, tail, 'going event by event');
    },
  },
  {
    id: 'F6',
    says: 'a reader at the heels of eight writers gets every event once',
    patience: 60_000,
    run: async (bench) => {
      const journal = await bench.open();
      const tail = follower(journal);
      await meanwhile(busily([journal], bench, 8, 25), tail.look);
      same(tail.seen.length, countOf(8, 25), 'events seen');
      await sawAll(journal, tail, 'at the heels of eight writers');
    },
  },
  {
    id: 'F6b',
    says: 'so it does when readers and writers each opened the journal for themselves',
    needs: ['lasting'],
    patience: 60_000,
    run: async (bench) => {
      const journals = [await bench.open(), await bench.open(), await bench.open()];
      const reader = await bench.open();
      const tails = [follower(reader), follower(reader, { limit: 3 })];
      await meanwhile(busily(journals, bench, 8, 10), () => together(tails.map(({ look }) => look())));
      same((await feed(reader)).length, countOf(8, 10), 'events in the feed');
      for (const tail of tails) await sawAll(reader, tail, 'with a journal of its own');
    },
  },
  {
    id: 'F7',
    says: 'a reader that takes one event at a time repeats and loses nothing where one batch meets the next',
    run: async (bench) => {
      const journal = await bench.open();
      const tail = follower(journal, { limit: 1 });
      const writing = (async () => {
        for (const n of upTo(20)) await append(journal, `case-${n % 3}`, 'any', bench.batch(3));
      })();
      await meanwhile(writing, tail.look);
      same(tail.seen.length, 60, 'events seen');
      await sawAll(journal, tail, 'going event by event');
    },
  },
  {
    id: 'F8',
    says: 'a feed that an open writer holds back says so and names it, and no more once it has ended',
    needs: ['holdWriter'],
    run: async (bench) => {
      const hold = offered(bench.place.holdWriter, 'holdWriter');
      const journal = await bench.open();
      await append(journal, 'before', 'none', bench.batch(1));
      same((await feedPage(journal)).held, undefined, 'who holds a feed that nobody holds');
      const writer = await hold();
      let acknowledged = false;
      let other: Promise<unknown> = Promise.resolve();
      try {
        await writer.append('slow', bench.batch(1));
        other = append(journal, 'fast', 'none', bench.batch(1)).then(() => {
          acknowledged = true;
        });
        await settledOr(LONG_MS, other);
        const [known, shown] = [acknowledged, await feedPage(journal)];
        const hidden = known && !shown.events.some(({ stream }) => stream === 'fast');
        if (hidden) {
          claim(shown.end, 'the feed promises more than it may show');
          claim((shown.held?.by ?? '') !== '', 'what was acknowledged is held back, and nobody says by whom');
          const { since } = shown.held ?? {};
          claim(since === undefined || !Number.isNaN(Date.parse(since)), 'since when it is held is no instant');
        }
      } finally {
        await writer.commit();
        await other;
      }
      const after = await feedPage(journal);
      same([after.events.length, after.held], [3, undefined], 'the feed once the writer has ended');
    },
  },
  {
    id: 'F9',
    says: 'numbers handed out in steps, or ahead to each connection, change nothing',
    needs: ['stride'],
    run: async (bench) => {
      const stride = offered(bench.place.stride, 'stride');
      const journal = await bench.open();
      const tail = follower(journal, { limit: 2 });
      for (const by of [7, 50]) {
        await stride(by);
        await meanwhile(busily([journal], bench, 4, 5), tail.look);
      }
      same(tail.seen.length, 2 * countOf(4, 5), 'events seen');
      await sawAll(journal, tail, 'of numbers in steps');
    },
  },
  {
    id: 'F10',
    says: 'the feed keeps the order of each stream, whole or filtered',
    run: async (bench) => {
      const journal = await bench.open();
      await together(
        upTo(24).map((n) =>
          append(journal, `case-${n % 3}`, 'any', [bench.event(), bench.event({ type: 'CardIssued' })]),
        ),
      );
      for (const filter of [{}, { types: ['CardIssued'] }, { streamPrefix: 'case-1' }]) {
        const fed = await feed(journal, filter);
        for (const stream of upTo(3).map((n) => `case-${n}`)) {
          const own = fed.filter((event) => event.stream === stream);
          const stored = (await read(journal, stream)).filter(({ id }) => ids(own).includes(id));
          same(ids(own), ids(stored), `the order of a stream in the feed for ${JSON.stringify(filter)}`);
        }
      }
      same((await feed(journal)).length, 48, 'events in the feed');
    },
  },
  {
    id: 'F11',
    says: 'who waits for a position has passed it after a few pages, whatever passes the filter and whatever comes after',
    run: async (bench) => {
      const journal = await bench.open();
      for (const filter of [{}, { types: ['Unheard'] }, { streamPrefix: 'nobody' }]) {
        let after: string | undefined;
        for (const n of upTo(8)) {
          const { position } = await append(journal, `case-${n % 2}`, 'any', bench.batch(2));
          for (let pages = 0; after === undefined || after < position; pages += 1) {
            claim(pages < 40, 'a position acknowledged is never passed');
            const options = { ...filter, limit: 1 };
            after = (await feedPage(journal, after === undefined ? options : { ...options, after })).next;
          }
        }
      }
      const { next } = await feedPage(journal);
      const later = bench.batch(1);
      await append(journal, 'case-0', 'any', later);
      same(ids((await feedPage(journal, { after: next })).events), ids(later), 'what came behind the end there was');
    },
  },
  {
    id: 'F12',
    says: 'opened again, it uses no position twice, and a reader goes on where it stood',
    needs: ['lasting'],
    run: (bench) =>
      goesOnAfter(bench, [
        async (journal) => {
          await journal.close()();
          return bench.open();
        },
      ]),
  },
  {
    id: 'F12b',
    says: 'so it is when the server was killed and came back',
    needs: ['restart'],
    patience: 120_000,
    run: (bench) =>
      goesOnAfter(bench, [
        async (journal) => {
          await offered(bench.place.restart, 'restart')();
          await journal.close()();
          return bench.open();
        },
      ]),
  },
  {
    id: 'F12c',
    says: 'so it is in a place restored from a backup',
    needs: ['restored'],
    patience: 120_000,
    run: (bench) => {
      const restored = offered(bench.place.restored, 'restored');
      const ways = bench.place.backups ?? (['copy'] as const);
      return goesOnAfter(
        bench,
        ways.map((by) => async () => bench.open(bench.also(await restored(by)))),
      );
    },
  },
];
