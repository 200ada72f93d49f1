/** Every case of the contract of a view store. The ids of `stores.md` where it names what must hold, V else. */
import type { JsonValue } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import type { ViewStore } from '@lienthong/core/subscriptions';
import { claim, same } from '../store-contract/check.js';
import { allRows, aParked, begun, instantAt, moving, place, refused, right, VIEW, type ViewBench } from './bench.js';

export type ViewCase = Readonly<{
  id: string;
  says: string;
  /** Only for stores that last. */
  lasting?: true;
  run: (bench: ViewBench) => Promise<void>;
}>;

const live = { view: VIEW, generation: 'live' } as const;

const checkpointOf = async (views: ViewStore, view = VIEW): Promise<string | null | undefined> =>
  (await right(views.status(view), 'status')).live?.checkpoint;

const checkpoints: readonly ViewCase[] = [
  {
    id: 'G6.1',
    says: 'a checkpoint is read back as it was kept; unknown is absent',
    run: async ({ open }) => {
      const views = await open();
      const before = await right(views.status(VIEW), 'status');
      same([before.live ?? null, before.generations.length], [null, 0], 'a view that was never begun');
      const generation = await begun(views);
      same(await checkpointOf(views), null, 'checkpoint of a fresh generation');
      await right(views.commit(moving(generation, null, 1)), 'first commit');
      await right(views.commit(moving(generation, 1, 7)), 'second commit');
      same(await checkpointOf(views), place(7), 'checkpoint');
      same((await right(views.status(VIEW), 'status')).live?.events, 2, 'events taken in');
    },
  },
  {
    id: 'G6.2',
    says: 'two consumers do not see each other’s checkpoint',
    run: async ({ open }) => {
      const views = await open();
      const generation = await begun(views);
      await begun(views, 'other');
      await right(views.commit(moving(generation, null, 3, { a: 1 })), 'commit');
      same(await checkpointOf(views, 'other'), null, 'checkpoint of the other');
      same(await allRows(views, { view: 'other', generation: 'live' }), [], 'rows of the other');
    },
  },
  {
    id: 'G6.3',
    says: 'a generation dropped twice is gone, with its rows and what was parked',
    run: async ({ open }) => {
      const views = await open();
      const generation = await begun(views);
      await right(views.commit(moving(generation, null, 3, { a: 1 }, { parked: [aParked(3)] })), 'commit');
      await right(views.drop(VIEW, generation), 'drop');
      await right(views.drop(VIEW, generation), 'drop again');
      await refused(views.get(live, ['a']), 'NoSuchGeneration', 'get');
      await refused(views.rows({ view: VIEW, generation }), 'NoSuchGeneration', 'rows');
      await refused(views.parked({ view: VIEW, generation }), 'NoSuchGeneration', 'parked');
      await refused(views.commit(moving(generation, 3, 4)), 'NoSuchGeneration', 'commit');
      const next = await begun(views);
      claim(next > generation, 'a number of a generation is used again');
      same(await allRows(views, live), [], 'rows of the next generation');
    },
  },
  {
    id: 'G6.4',
    says: 'all of it is there when the store is opened again',
    lasting: true,
    run: async ({ open }) => {
      const views = await open();
      const generation = await begun(views);
      const error = { reason: 'Unreadable', position: place(3), at: instantAt(2), outcome: 'parked' } as const;
      await right(
        views.commit(moving(generation, null, 3, { a: { b: 1 } }, { parked: [aParked(3)], error })),
        'commit',
      );
      await right(views.lease({ name: VIEW, holder: 'one', now: instantAt(0), until: instantAt(9) }), 'lease');
      const before = await right(views.status(VIEW), 'status');
      await right(views.close(), 'close');
      const again = await open();
      same(await right(again.status(VIEW), 'status'), before, 'status after opening again');
      same(await right(again.get(live, ['a']), 'get'), [{ b: 1 }], 'row after opening again');
      same(await right(again.parked(live), 'parked'), [aParked(3)], 'parked after opening again');
      same((await right(again.leaseOf(VIEW), 'lease'))?.holder, 'one', 'lease after opening again');
    },
  },
  {
    id: 'G7.1',
    says: 'a stale writer is refused with what is kept, and writes nothing',
    run: async ({ open }) => {
      const views = await open();
      const generation = await begun(views);
      await right(views.commit(moving(generation, null, 3, { a: 1 })), 'commit');
      const fault = await refused(
        views.commit(moving(generation, null, 5, { a: 2 })),
        'StaleCheckpoint',
        'stale commit',
      );
      same([fault.expected, fault.actual], [null, place(3)], 'what the fault names');
      await refused(
        views.commit(moving(generation, 4, 5, { a: 2 }, { parked: [aParked(5)] })),
        'StaleCheckpoint',
        'commit from elsewhere',
      );
      same(await right(views.get(live, ['a']), 'get'), [1], 'row after stale commits');
      const status = await right(views.status(VIEW), 'status');
      same([status.live?.checkpoint, status.live?.parked], [place(3), 0], 'status after stale commits');
    },
  },
  {
    id: 'G7.2',
    says: 'a checkpoint goes back only when that is asked for',
    run: async ({ open }) => {
      const views = await open();
      const generation = await begun(views);
      await right(views.commit(moving(generation, null, 5)), 'commit');
      await refused(views.commit(moving(generation, 5, 2)), 'BadInput', 'going back unasked');
      await right(views.commit(moving(generation, 5, 2, {}, { rewind: true })), 'rewind');
      same(await checkpointOf(views), place(2), 'checkpoint after the rewind');
      await right(
        views.commit(moving(generation, 2, 2, {}, { rewind: true, checkpoint: null })),
        'rewind to the start',
      );
      same(await checkpointOf(views), null, 'checkpoint after the rewind to the start');
    },
  },
  {
    id: 'G7.3',
    says: 'of many writers who expect the same checkpoint one wins, and its rows stand',
    run: async ({ open }) => {
      const stores = await Promise.all([open(), open(), open()]);
      const views = stores[0] as ViewStore;
      const generation = await begun(views);
      const racers = Array.from({ length: 12 }, (_, index) =>
        (stores[index % stores.length] as ViewStore).commit(moving(generation, null, index + 1, { winner: index }))(),
      );
      const answers = await Promise.all(racers);
      const won = answers.flatMap((answer, index) => (E.isRight(answer) ? [index] : []));
      same(won.length, 1, 'writers that won');
      same(await right(views.get(live, ['winner']), 'get'), won, 'the row is the winner’s');
      same(await checkpointOf(views), place((won[0] as number) + 1), 'the checkpoint is the winner’s');
      const lost = answers.flatMap((answer) => (E.isLeft(answer) ? [answer.left.kind] : []));
      same([...new Set(lost)], ['StaleCheckpoint'], 'what the others heard');
    },
  },
  {
    id: 'G7.4',
    says: 'generations of one view have checkpoints of their own',
    run: async ({ open }) => {
      const views = await open();
      const first = await begun(views);
      await right(views.commit(moving(first, null, 5, { a: 1 })), 'commit');
      const second = await right(views.begin(VIEW, '2'), 'begin');
      await right(views.commit(moving(second, null, 2, { a: 2 })), 'commit beside');
      const { generations } = await right(views.status(VIEW), 'status');
      same(
        generations.map(({ version, live: isLive, checkpoint }) => [version, isLive, checkpoint]),
        [
          ['1', true, place(5)],
          ['2', false, place(2)],
        ],
        'generations',
      );
    },
  },
];

const leases: readonly ViewCase[] = [
  {
    id: 'G9.1',
    says: 'one holder at a time; another takes over when the time is over, not before',
    run: async ({ open }) => {
      const views = await open();
      const ask = (holder: string, now: number, until: number) =>
        views.lease({ name: VIEW, holder, now: instantAt(now), until: instantAt(until) });
      same(await right(views.leaseOf(VIEW), 'lease'), undefined, 'a lease that nobody took');
      same((await right(ask('one', 0, 10), 'lease')).holder, 'one', 'holder');
      const held = await refused(ask('two', 9, 20), 'LeaseHeld', 'a second holder');
      same(held.until, instantAt(10), 'until when it is held');
      await right(ask('one', 9, 15), 'going on');
      await refused(ask('two', 14, 20), 'LeaseHeld', 'a second holder after it was extended');
      same((await right(ask('two', 15, 20), 'taking over')).holder, 'two', 'holder after the time was over');
      await refused(ask('one', 16, 30), 'LeaseHeld', 'the first holder');
    },
  },
  {
    id: 'G9.2',
    says: 'a lease that is given back is free at once; another’s is left alone',
    run: async ({ open }) => {
      const views = await open();
      const ask = (name: string, holder: string) =>
        views.lease({ name, holder, now: instantAt(0), until: instantAt(10) });
      await right(ask(VIEW, 'one'), 'lease');
      await right(ask('other', 'two'), 'another lease');
      await right(views.release(VIEW, 'two'), 'release of another’s');
      await refused(ask(VIEW, 'two'), 'LeaseHeld', 'a second holder');
      await right(views.release(VIEW, 'one'), 'release');
      await right(ask(VIEW, 'two'), 'lease after the release');
    },
  },
  {
    id: 'G9.3',
    says: 'of many who ask at once one holds it',
    run: async ({ open }) => {
      const stores = await Promise.all([open(), open()]);
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          (stores[index % 2] as ViewStore).lease({
            name: VIEW,
            holder: `h${index}`,
            now: instantAt(0),
            until: instantAt(5),
          })(),
        ),
      );
      same(answers.filter(E.isRight).length, 1, 'holders');
    },
  },
  {
    id: 'G9.4',
    says: 'what a holder asked for earlier, and arrives later, makes its lease no shorter',
    run: async ({ open }) => {
      const views = await open();
      const ask = (holder: string, now: number, until: number) =>
        views.lease({ name: VIEW, holder, now: instantAt(now), until: instantAt(until) });
      await right(ask('one', 5, 15), 'lease');
      same((await right(ask('one', 2, 12), 'an older request')).until, instantAt(15), 'until when it is held');
      await refused(ask('two', 13, 20), 'LeaseHeld', 'a second holder');
      same((await right(ask('two', 15, 18), 'taking over')).until, instantAt(18), 'until when the other holds it');
    },
  },
];

const ODD: JsonValue = {
  'tiếng Việt': 'Nguyễn Thị Đào',
  nested: [[], {}, { deep: [1, -0.5, 1e21, null, true] }],
  zero: '\u0000',
  z: 1,
  a: 2,
};

const rows: readonly ViewCase[] = [
  {
    id: 'V1',
    says: 'rows are what they were, with their keys in the order they were given; gone when taken away',
    run: async ({ open }) => {
      const views = await open();
      const generation = await begun(views);
      await right(views.commit(moving(generation, null, 1, { odd: ODD, text: 'x', none: false })), 'commit');
      const [odd, text, none, absent] = await right(views.get(live, ['odd', 'text', 'none', 'absent']), 'get');
      same([odd, text, none, absent], [ODD, 'x', false, undefined], 'rows');
      same(JSON.stringify(odd), JSON.stringify(ODD), 'order of keys');
      await right(views.commit(moving(generation, 1, 2, { text: null, none: 'now' })), 'commit');
      same(await right(views.get(live, ['text', 'none']), 'get'), [undefined, 'now'], 'rows after a change');
    },
  },
  {
    id: 'V2',
    says: 'rows come by prefix, page by page, in the order of their keys as bytes',
    run: async ({ open }) => {
      const views = await open();
      const generation = await begun(views);
      const keys = ['a', 'a!', 'a/', 'a/1', 'a/10', 'a/2', 'a/B', 'a/b', 'a0', 'b/1', 'A/1', '~', 'a/~'];
      const given = Object.fromEntries(keys.map((key, index) => [key, index]));
      await right(views.commit(moving(generation, null, 1, given)), 'commit');
      const sorted = keys.toSorted((one, other) => (one < other ? -1 : 1));
      for (const prefix of ['', 'a', 'a/', 'a/1', 'b', 'nothing', '~']) {
        const expected = sorted.filter((key) => key.startsWith(prefix));
        for (const limit of [1, 2, 5, 100]) {
          const found = await allRows(views, live, { prefix, limit });
          same(
            found.map(({ key }) => key),
            expected,
            `keys with ${prefix}, ${limit} a page`,
          );
        }
        const after = await allRows(views, live, { prefix, after: 'a/10' });
        same(
          after.map(({ key }) => key),
          expected.filter((key) => key > 'a/10'),
          `keys with ${prefix} after one`,
        );
      }
      const none = await right(views.rows(live, { limit: 0 }), 'no rows');
      same([none.rows.length, none.end], [0, false], 'a page of no rows');
    },
  },
  {
    id: 'V3',
    says: 'a bad commit is refused whole, naming the field',
    run: async ({ open }) => {
      const views = await open();
      const generation = await begun(views);
      const bad = [
        [moving(generation, null, 1, { tên: 1 }), 'keys[0]'],
        [moving(generation, null, 1, { '': 1 }), 'keys[0]'],
        [moving(generation, null, 1, { a: 1, b: Number.NaN }), 'changes[1].'],
        [moving(generation, null, 1, {}, { view: 'No View' }), 'view'],
        [moving(generation, null, 1, {}, { events: -1 }), 'events'],
        [moving(generation, null, 1, {}, { changes: ['a', 'a'].map((key) => ({ key, value: 1 })) }), 'changes'],
      ] as const;
      for (const [commit, at] of bad) {
        same((await refused(views.commit(commit), 'BadInput', at)).at, at, 'the field named');
      }
      same(await allRows(views, live), [], 'rows after bad commits');
      same(await checkpointOf(views), null, 'checkpoint after bad commits');
      same((await refused(views.get(live, ['a', 'é']), 'BadInput', 'get')).at, 'keys[1]', 'the key named');
    },
  },
  {
    id: 'V4',
    says: 'a commit of 5,000 rows stands whole',
    run: async ({ open }) => {
      const views = await open();
      const generation = await begun(views);
      const many = Object.fromEntries(
        Array.from({ length: 5000 }, (_, index) => [`row/${String(index).padStart(5, '0')}`, { index }]),
      );
      await right(views.commit(moving(generation, null, 1, many)), 'commit');
      same((await allRows(views, live, { prefix: 'row/', limit: 700 })).length, 5000, 'rows');
      const keys = Object.keys(many);
      const found = await right(views.get(live, keys), 'get');
      same([found.length, found.at(-1)], [5000, { index: 4999 }], 'rows by key');
      await right(views.commit(moving(generation, 1, 2, Object.fromEntries(keys.map((key) => [key, null])))), 'commit');
      same(await allRows(views, live), [], 'rows after all were taken away');
    },
  },
];

const mishaps: readonly ViewCase[] = [
  {
    id: 'G11',
    says: 'what was parked is listed in the order of the feed, once each, and the last error is kept until the next',
    run: async ({ open }) => {
      const views = await open();
      const generation = await begun(views);
      const first = { reason: 'Unreadable', position: place(4), at: instantAt(1), outcome: 'parked' } as const;
      await right(
        views.commit(moving(generation, null, 4, {}, { parked: [aParked(4), aParked(2)], error: first })),
        '1',
      );
      await right(
        views.commit(moving(generation, 4, 9, {}, { parked: [aParked(9), aParked(2, { attempts: 3 })] })),
        '2',
      );
      const all = [aParked(2, { attempts: 3 }), aParked(4), aParked(9)];
      same(await right(views.parked(live), 'parked'), all, 'parked');
      same(await right(views.parked(live, { after: place(2), limit: 1 }), 'parked'), [aParked(4)], 'a page of parked');
      const status = await right(views.status(VIEW), 'status');
      same([status.live?.parked, status.live?.error], [3, first], 'status');
      const second = { reason: 'busy', position: place(9), at: instantAt(3), outcome: 'retried' } as const;
      await right(views.commit(moving(generation, 9, 9, {}, { error: second, events: 0 })), '3');
      same((await right(views.status(VIEW), 'status')).live?.error, second, 'the next error');
    },
  },
];

const generations: readonly ViewCase[] = [
  {
    id: 'V5',
    says: 'a generation is built unseen beside the live one and takes its place at once; the old one is dropped',
    run: async ({ open }) => {
      const views = await open();
      const first = await begun(views);
      await right(views.commit(moving(first, null, 5, { old: 1, both: 'old' })), 'commit');
      const second = await right(views.begin(VIEW, '2'), 'begin');
      await right(views.commit(moving(second, null, 5, { both: 'new', fresh: 2 })), 'commit beside');
      same(await right(views.get(live, ['old', 'both', 'fresh']), 'get'), [1, 'old', undefined], 'before the swap');
      await right(views.swap(VIEW, second), 'swap');
      same(await right(views.get(live, ['old', 'both', 'fresh']), 'get'), [undefined, 'new', 2], 'after the swap');
      await refused(views.get({ view: VIEW, generation: first }, ['old']), 'NoSuchGeneration', 'the old generation');
      await refused(views.commit(moving(first, 5, 6)), 'NoSuchGeneration', 'commit to the old generation');
      const status = await right(views.status(VIEW), 'status');
      same(
        status.generations.map(({ generation, version, live: isLive }) => [generation, version, isLive]),
        [[second, '2', true]],
        'generations after the swap',
      );
      await right(views.swap(VIEW, second), 'swapping to the live one');
    },
  },
  {
    id: 'V6',
    says: 'a generation that has not read as far as the live one does not take its place',
    run: async ({ open }) => {
      const views = await open();
      const first = await begun(views);
      await right(views.commit(moving(first, null, 5, { a: 1 })), 'commit');
      const second = await right(views.begin(VIEW, '2'), 'begin');
      await right(views.commit(moving(second, null, 4, { a: 2 })), 'commit beside');
      await refused(views.swap(VIEW, second), 'StaleCheckpoint', 'swap');
      same(await right(views.get(live, ['a']), 'get'), [1], 'row after a refused swap');
      await refused(views.swap(VIEW, second + 100), 'NoSuchGeneration', 'swap to nothing');
      await right(views.commit(moving(second, 4, 5)), 'catching up');
      await right(views.swap(VIEW, second), 'swap');
    },
  },
  {
    id: 'V7',
    says: 'whoever pages through a generation is told when it was dropped, and is never given rows of another',
    run: async ({ open }) => {
      const views = await open();
      const first = await begun(views);
      await right(views.commit(moving(first, null, 5, { a: 1, b: 1, c: 1 })), 'commit');
      const page = await right(views.rows(live, { limit: 1 }), 'first page');
      same([page.generation, page.rows, page.end], [first, [{ key: 'a', value: 1 }], false], 'first page');
      const second = await right(views.begin(VIEW, '2'), 'begin');
      await right(views.commit(moving(second, null, 5, { b: 2 })), 'commit beside');
      await right(views.swap(VIEW, second), 'swap');
      const next = views.rows({ view: VIEW, generation: page.generation }, { after: 'a' });
      await refused(next, 'NoSuchGeneration', 'next page');
    },
  },
  {
    id: 'V8',
    says: 'a closed store says so',
    run: async ({ open }) => {
      const views = await open();
      await begun(views);
      await right(views.close(), 'close');
      await right(views.close(), 'close again');
      const fault = await refused(views.status(VIEW), 'Unavailable', 'status');
      same(fault.code, 'closed', 'code');
    },
  },
];

export const viewCases: readonly ViewCase[] = [...checkpoints, ...leases, ...rows, ...mishaps, ...generations];
