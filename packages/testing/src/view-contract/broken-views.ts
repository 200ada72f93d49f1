/** Negative controls (kho khung nhìn hỏng có chủ ý): for each case a store that breaks it, and why the case must then fail. */
import type { JsonValue } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { memoryViewStore, type ViewCommit, type ViewStore } from '@lienthong/core/subscriptions';
import { aTurn } from '../store-contract/check.js';
import type { ViewPlace } from './bench.js';

export type BrokenViews = Readonly<{ breaks: string; does: string; because: RegExp; place: () => Promise<ViewPlace> }>;

type Break = (views: ViewStore) => Partial<ViewStore>;

/** A store that keeps the contract but for what breaks it. */
const but = (how: Break) => async (): Promise<ViewPlace> => {
  const views = memoryViewStore();
  return { open: async () => ({ ...views, ...how(views) }) };
};

const commits =
  (change: (commit: ViewCommit, views: ViewStore) => ViewCommit | Promise<ViewCommit>): Break =>
  (views) => ({ commit: (commit) => async () => views.commit(await change(commit, views))() });

const checkpointIn = async (views: ViewStore, { view, generation }: ViewCommit): Promise<string | null> => {
  const status = await views.status(view)();
  if (E.isLeft(status)) return null;
  return status.right.generations.find((one) => one.generation === generation)?.checkpoint ?? null;
};

/** Takes the writer's word for nothing: whatever stands there is what was expected. */
const asItStands = async (commit: ViewCommit, views: ViewStore): Promise<ViewCommit> => ({
  ...commit,
  expected: await checkpointIn(views, commit),
  rewind: true,
});

/** Judges now, writes a turn later. */
const checksThenActs: Break = (views) => ({
  commit: (commit) => async () => {
    if ((await checkpointIn(views, commit)) !== commit.expected) return views.commit(commit)();
    await aTurn();
    return views.commit(await asItStands(commit, views))();
  },
});

const sorted = (value: JsonValue | undefined): JsonValue | undefined => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: JsonValue) => sorted(each) as JsonValue);
  const entries = Object.entries(value).map(([key, each]) => [key, sorted(each as JsonValue)] as const);
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1))) as JsonValue;
};

const NEVER = '0000-01-01T00:00:00.000Z';
const LONG_AFTER = '9999-01-01T00:00:00.000Z';

export const brokenViews: readonly BrokenViews[] = [
  {
    breaks: 'G6.1',
    does: 'forgets what it said it kept',
    because: /checkpoint: expected/,
    place: but(() => ({ commit: () => async () => E.right(undefined) })),
  },
  {
    breaks: 'G6.2',
    does: 'keeps all views as one',
    because: /checkpoint of the other/,
    place: but((views) => ({ status: () => views.status('cases') })),
  },
  {
    breaks: 'G6.3',
    does: 'drops nothing',
    because: /get: expected NoSuchGeneration, but it succeeded/,
    place: but(() => ({ drop: () => async () => E.right(undefined) })),
  },
  {
    breaks: 'G6.4',
    does: 'begins anew each time it is opened',
    because: /status after opening again/,
    place: async () => ({ open: async () => memoryViewStore() }),
  },
  {
    breaks: 'G7.1',
    does: 'lets a stale writer write',
    because: /stale commit: expected StaleCheckpoint, but it succeeded/,
    place: but(commits(asItStands)),
  },
  {
    breaks: 'G7.2',
    does: 'goes back unasked',
    because: /going back unasked: expected BadInput, but it succeeded/,
    place: but(commits((commit) => ({ ...commit, rewind: true }))),
  },
  {
    breaks: 'G7.3',
    does: 'judges first and writes later',
    because: /writers that won/,
    place: but(checksThenActs),
  },
  {
    breaks: 'G7.4',
    does: 'keeps one checkpoint for all generations',
    because: /generations: expected/,
    place: but((views) => ({
      commit: (commit) => async () => {
        const done = await views.commit(commit)();
        const status = await views.status(commit.view)();
        for (const { generation, checkpoint } of E.isRight(status) ? status.right.generations : []) {
          const moved = { view: commit.view, generation, expected: checkpoint, checkpoint: commit.checkpoint };
          await views.commit({ ...moved, rewind: true })();
        }
        return done;
      },
    })),
  },
  {
    breaks: 'G9.1',
    does: 'never lets a lease run out',
    because: /taking over: unexpected/,
    place: but((views) => ({ lease: (asked) => views.lease({ ...asked, now: NEVER as typeof asked.now }) })),
  },
  {
    breaks: 'G9.2',
    does: 'gives back whoever’s lease it is',
    because: /a second holder: expected LeaseHeld, but it succeeded/,
    place: but((views) => ({
      release: (name) => async () => {
        const lease = await views.leaseOf(name)();
        return views.release(name, E.isRight(lease) ? (lease.right?.holder ?? '') : '')();
      },
    })),
  },
  {
    breaks: 'G9.3',
    does: 'looks whether a lease is free, and takes it later',
    because: /holders: expected 1/,
    place: but((views) => ({
      lease: (asked) => async () => {
        const standing = await views.leaseOf(asked.name)();
        if (E.isRight(standing) && standing.right !== undefined) return views.lease(asked)();
        await aTurn();
        return views.lease({ ...asked, now: LONG_AFTER as typeof asked.now })();
      },
    })),
  },
  {
    breaks: 'G9.4',
    does: 'takes the latest request for the last word',
    because: /until when it is held/,
    place: but((views) => ({
      lease: (asked) => async () => {
        await views.release(asked.name, asked.holder)();
        return views.lease(asked)();
      },
    })),
  },
  {
    breaks: 'V1',
    does: 'puts the keys of a row in another order',
    because: /order of keys/,
    place: but((views) => ({
      get: (at, keys) => async () =>
        E.map((rows: readonly (JsonValue | undefined)[]) => rows.map(sorted))(await views.get(at, keys)()),
    })),
  },
  {
    breaks: 'V2',
    does: 'leaves out the last row of a page',
    because: /keys with/,
    place: but((views) => ({
      rows: (at, asked) => async () => {
        const page = await views.rows(at, asked)();
        if (E.isLeft(page) || page.right.rows.length < 3) return page;
        return E.right({ ...page.right, rows: page.right.rows.slice(0, -1) });
      },
    })),
  },
  {
    breaks: 'V3',
    does: 'takes whatever it is given',
    because: /expected BadInput, but it succeeded/,
    place: but((views) => ({
      commit: (commit) => async () => {
        const done = await views.commit(commit)();
        return E.isLeft(done) && done.left.kind === 'BadInput' ? E.right(undefined) : done;
      },
    })),
  },
  {
    breaks: 'V4',
    does: 'keeps a thousand rows of a commit at most',
    because: /rows: expected 5000/,
    place: but(commits(({ changes = [], ...commit }) => ({ ...commit, changes: changes.slice(0, 1000) }))),
  },
  {
    breaks: 'G11',
    does: 'lists what was parked as it came',
    because: /parked: expected/,
    place: but((views) => ({
      parked: (at, asked) => async () => {
        const found = await views.parked(at, asked)();
        return E.isLeft(found) ? found : E.right(found.right.toReversed());
      },
    })),
  },
  {
    breaks: 'V5',
    does: 'lets a dropped generation be read as an empty one',
    because: /the old generation: expected NoSuchGeneration, but it succeeded/,
    place: but((views) => ({
      get: (at, keys) => async () => {
        const found = await views.get(at, keys)();
        return E.isLeft(found) && found.left.kind === 'NoSuchGeneration' ? E.right(keys.map(() => undefined)) : found;
      },
    })),
  },
  {
    breaks: 'V6',
    does: 'says it swapped to whatever it was told',
    because: /swap: expected StaleCheckpoint, but it succeeded/,
    place: but((views) => ({
      swap: (view, generation) => async () => {
        const done = await views.swap(view, generation)();
        return E.isLeft(done) && done.left.kind === 'StaleCheckpoint' ? E.right(undefined) : done;
      },
    })),
  },
  {
    breaks: 'V7',
    does: 'goes on with the rows of another generation',
    because: /next page: expected NoSuchGeneration, but it succeeded/,
    place: but((views) => ({
      rows: (at, asked) => async () => {
        const page = await views.rows(at, asked)();
        return E.isLeft(page) ? views.rows({ ...at, generation: 'live' }, asked)() : page;
      },
    })),
  },
  {
    breaks: 'V8',
    does: 'answers though it is closed',
    because: /status: expected Unavailable, but it succeeded/,
    place: but(() => ({ close: () => async () => E.right(undefined) })),
  },
];
