import { aTurn } from '@lienthong/testing/view-contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E, TE } from '../fp.js';
import type { Instant } from '../values/plain-date.js';
import type { StoredEvent } from './envelope.js';
import { unavailable } from './fault.js';
import { chanceOf, createWorld, keepsNote, rules, type World } from './harness/following.js';
import type { Journal } from './journal.js';
import { lagOf } from './project-status.js';
import type { Signal, SubscriptionRules } from './subscription.js';
import type { Following } from './subscription-driver.js';
import { keeperOf, rewind } from './subscription-keeper.js';
import type { ViewStore } from './view-store.js';

/** Each run plays a whole story; a share of the runs is enough. */
const RUNS = Math.max(50, Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 500) / 5));

const ids = (events: readonly StoredEvent[]): readonly string[] => events.map(({ id }) => id);
const positions = (events: readonly StoredEvent[]): readonly string[] => events.map(({ position }) => position);
const said = (signals: readonly Signal[], is: Signal['is']): readonly Signal[] =>
  signals.filter((signal) => signal.is === is);

const some = async (world: World, howMany: number, stream = 'case'): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for (let each = 0; each < howMany; each += 1) events.push(await world.append(`${stream}-${each % 3}`));
  return events;
};

/** A story under every order of answers that chance picks. */
const whatever = (play: (world: World, whims: fc.Stream<number>) => Promise<void>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.infiniteStream(fc.nat(15)), async (scheduler, whims) => {
      await play(createWorld(chanceOf(scheduler, whims)), whims);
    }),
    { numRuns: RUNS },
  );

/** Keeps at most so many events of each stream out of order: none. */
const expectStreamsInOrder = (handled: readonly StoredEvent[]): void => {
  for (const stream of new Set(handled.map((event) => event.stream))) {
    const revisions = handled.filter((event) => event.stream === stream).map(({ revision }) => revision);
    const first = [...new Set(revisions)];
    expect(first).toEqual(first.toSorted((one, other) => one - other));
  }
};

describe('following a journal', () => {
  describe('G1: where it begins', () => {
    const begun = async (begin: SubscriptionRules['begin'] | 'third') => {
      const world = createWorld();
      const before = await some(world, 5);
      const handled: StoredEvent[] = [];
      const where = begin === 'third' ? { after: (before[2] as StoredEvent).position } : begin;
      const one = world.start({ rules: { begin: where }, handle: keepsNote(world, handled) });
      await world.goOn(() => said(one.signals, 'caught-up').length === 1);
      const after = await some(world, 2);
      await world.goOn(() => handled.includes(after[1] as StoredEvent));
      return { before, after, handled };
    };
    it('G1 from the start', async () => {
      const { before, after, handled } = await begun('start');
      expect(ids(handled)).toEqual(ids([...before, ...after]));
    });
    it('G1 after a position, exclusive', async () => {
      const { before, after, handled } = await begun('third');
      expect(ids(handled)).toEqual(ids([...before.slice(3), ...after]));
    });
    it('G1 from now on', async () => {
      const { after, handled } = await begun('now');
      expect(ids(handled)).toEqual(ids(after));
    });
    it('G1 a kept checkpoint goes before the rule', async () => {
      const world = createWorld();
      await some(world, 3);
      const first = world.start({ rules: { begin: 'now', once: true } });
      expect(await first.subscription.ended).toEqual({ why: 'caught-up' });
      const later = await some(world, 2);
      const handled: StoredEvent[] = [];
      const second = world.start({ rules: { begin: 'now', once: true }, handle: keepsNote(world, handled) });
      await second.subscription.ended;
      expect(ids(handled)).toEqual(ids(later));
    });
  });

  it('G2 goes from catching up to live without gap or repeat, whatever is appended at the seam', () =>
    whatever(async (world) => {
      await some(world, 6);
      const handled: StoredEvent[] = [];
      world.start({ rules: { page: 2 }, handle: keepsNote(world, handled) });
      const writer = (async () => {
        for (let each = 0; each < 8; each += 1) {
          await world.turn('a writer');
          await world.append(`case-${each % 2}`);
        }
      })();
      let written = false;
      void writer.then(() => {
        written = true;
      });
      await world.goOn(() => written && handled.length >= 14);
      await world.pass(1_000);
      expect(ids(handled)).toEqual(ids(await world.all()));
    }));

  it('G2 hears of what comes while it reads, and does not wait for the next look', async () => {
    const world = createWorld();
    await some(world, 1);
    const handled: StoredEvent[] = [];
    let reads = 0;
    const journal: Journal = {
      ...world.journal,
      feed: (options) => async () => {
        reads += 1;
        const page = await world.journal.feed(options)();
        // Too late for this page, and its wake comes before the page is heard.
        if (reads === 1) await world.append('late');
        await aTurn();
        return page;
      },
    };
    world.start({ journal, rules: { poll: 1_000_000_000 }, handle: keepsNote(world, handled) });
    const before = world.now();
    await world.goOn(() => handled.length === 2);
    expect(world.now()).toBe(before);
  });

  it('G3 says once per catch-up that it has caught up, and where', async () => {
    const world = createWorld();
    const before = await some(world, 10);
    const { signals } = world.start();
    await world.goOn(() => said(signals, 'caught-up').length === 1);
    expect(said(signals, 'caught-up')).toEqual([{ is: 'caught-up', position: before.at(-1)?.position }]);
    await world.pass(1_000);
    await some(world, 1);
    await world.pass(1_000);
    expect(said(signals, 'caught-up')).toHaveLength(1);
    // More than a page at once: it has fallen behind, and catches up again.
    const many = await Promise.all(Array.from({ length: 30 }, (_, each) => world.append(`many-${each}`)));
    await world.pass(1_000);
    expect(said(signals, 'caught-up').slice(1)).toEqual([{ is: 'caught-up', position: many.at(-1)?.position }]);
  });

  it('G4 delivers after a restart what was appended while nothing ran', () =>
    whatever(async (world) => {
      await some(world, 3);
      const handled: StoredEvent[] = [];
      const first = world.start({ handle: keepsNote(world, handled) });
      await world.goOn(() => handled.length >= 1);
      let stopped = false;
      void first.subscription.stop().then(() => {
        stopped = true;
      });
      await world.goOn(() => stopped);
      await some(world, 4);
      world.start({ handle: keepsNote(world, handled) });
      await world.goOn(() => handled.length >= 7);
      await world.pass(500);
      expect(ids(handled)).toEqual(ids(await world.all()));
    }));

  describe('G5: a crash between handling and checkpoint', () => {
    it('G5 delivers again, and loses nothing', () =>
      whatever(async (world, whims) => {
        await some(world, 8);
        const handled: StoredEvent[] = [];
        let repeats = 0;
        for (let crash = 0; crash < 3; crash += 1) {
          const one = world.start({ rules: { hand: { by: 'event', atOnce: 3 } }, handle: keepsNote(world, handled) });
          const from = handled.length;
          const life = 1 + (whims.next().value as number) / 4;
          await world.goOn(() => handled.length >= from + life || said(one.signals, 'caught-up').length > 0);
          one.kill();
        }
        const last = world.start({ handle: keepsNote(world, handled) });
        await world.goOn(() => said(last.signals, 'caught-up').length > 0);
        expect(new Set(ids(handled))).toEqual(new Set(ids(await world.all())));
        repeats = handled.length - new Set(ids(handled)).size;
        // What may be repeated is no more than what was in hand at each crash.
        expect(repeats).toBeLessThanOrEqual(3 * 2 * rules.page);
      }));

    it('G5 has a transactional handler take effect once', () =>
      whatever(async (world, whims) => {
        await some(world, 9);
        const { slowViews, views } = world;
        const tally =
          ({ events, expected, to }: Parameters<Following['handle']>[0]) =>
          async () => {
            const status = await views.status('consumer')();
            const generation = E.isRight(status) ? (status.right.live?.generation ?? 0) : 0;
            const found = await slowViews.get({ view: 'consumer', generation }, ['tally'])();
            if (E.isLeft(found)) return E.left({ reason: found.left.kind, again: true });
            const before = Number(found.right[0] ?? 0);
            const changes = [{ key: 'tally', value: before + events.length }];
            const commit = { view: 'consumer', generation, expected, checkpoint: to, changes };
            const done = await slowViews.commit(commit)();
            return E.isLeft(done)
              ? E.left({ reason: done.left.kind, again: true, stale: true as const })
              : E.right(undefined);
          };
        for (let crash = 0; crash < 4; crash += 1) {
          const one = world.start({ rules: { hand: { by: 'page' }, page: 2 }, handle: tally });
          const at = world.now() + (whims.next().value as number) * 3;
          let turns = whims.next().value as number;
          await world.goOn(() => {
            turns -= 1;
            return world.now() > at || said(one.signals, 'caught-up').length > 0 || turns < 0;
          });
          one.kill();
        }
        const last = world.start({ rules: { hand: { by: 'page' }, page: 2 }, handle: tally });
        await world.goOn(() => said(last.signals, 'caught-up').length > 0);
        const found = await views.get({ view: 'consumer', generation: 'live' }, ['tally'])();
        expect(E.isRight(found) && found.right).toEqual([9]);
      }));
  });

  it('G6, G7 keeps the checkpoints of two consumers apart, refuses a stale one and goes back when told to', async () => {
    const world = createWorld();
    const events = await some(world, 4);
    const { views } = world;
    const [one, other] = ['one', 'other'].map((name) => keeperOf({ views, name, holder: name }));
    if (one === undefined || other === undefined) throw new Error('no keepers');
    const saving = (to: string) => ({ to, events: 1, parked: [], error: null });
    const [first, second] = positions(events) as readonly [string, string];
    expect(await one.load()()).toEqual(E.right(null));
    expect(await one.save(null, saving(second))()).toEqual(E.right(undefined));
    expect(await other.load()()).toEqual(E.right(null));
    expect(await one.save(null, saving(first))()).toMatchObject({ left: { kind: 'StaleCheckpoint', actual: second } });
    expect(await rewind({ views, name: 'one' }, first)()).toEqual(E.right(undefined));
    expect(await one.load()()).toEqual(E.right(first));
    expect(await rewind({ views, name: 'one' }, null)()).toEqual(E.right(undefined));
    expect(await one.load()()).toEqual(E.right(null));
  });

  it('G7 puts down what it has in hand when its checkpoint was moved by somebody else, and goes on from there', async () => {
    const world = createWorld();
    const events = await some(world, 8);
    const handled: StoredEvent[] = [];
    const one = world.start({ handle: keepsNote(world, handled) });
    await world.goOn(() => said(one.signals, 'caught-up').length === 1);
    await rewind({ views: world.views, name: 'consumer' }, (events[5] as StoredEvent).position)();
    const more = await some(world, 1);
    await world.goOn(() => said(one.signals, 'caught-up').length === 2);
    expect(said(one.signals, 'taken-over')).toHaveLength(1);
    expect(new Set(ids(handled.slice(8)))).toEqual(new Set(ids([...events.slice(6), ...more])));
  });

  it('G8 never keeps a checkpoint ahead of work that is done, also when work ends out of order', () =>
    whatever(async (world) => {
      await some(world, 12);
      const handled: StoredEvent[] = [];
      const { slowViews } = world;
      const all = await world.all();
      let saves = 0;
      const watching: ViewStore = {
        ...slowViews,
        commit: (commit) => {
          const done = new Set(positions(handled));
          const ahead = all.filter(
            ({ position }) => commit.checkpoint !== null && position <= commit.checkpoint && !done.has(position),
          );
          expect(positions(ahead)).toEqual([]);
          saves += 1;
          return slowViews.commit(commit);
        },
      };
      const keeper = keeperOf({ views: watching, name: 'consumer', holder: 'one' });
      const one = world.start({
        keeper,
        rules: { hand: { by: 'event', atOnce: 4 } },
        handle: keepsNote(world, handled),
      });
      await world.goOn(() => said(one.signals, 'caught-up').length === 1);
      expect(saves).toBeGreaterThan(0);
      expect(ids(handled).toSorted()).toEqual(ids(all).toSorted());
      expect(await world.checkpoint()).toBe(all.at(-1)?.position);
      expectStreamsInOrder(handled);
    }));

  describe('G9: one active instance', () => {
    it('G9 has another take over when the lease of a dead one is over, and not before', async () => {
      let unbroken = 0;
      await whatever(async (world) => {
        await some(world, 6);
        const by = { one: [] as number[], two: [] as number[] };
        const handled: StoredEvent[] = [];
        const noting =
          (who: 'one' | 'two'): Following['handle'] =>
          (handed) =>
          async () => {
            by[who].push(world.now());
            return keepsNote(world, handled)(handed)();
          };
        const one = world.start({ holder: 'one', rules: { lease: 600 }, handle: noting('one') });
        await world.goOn(() => by.one.length > 0);
        world.start({ holder: 'two', rules: { lease: 600 }, handle: noting('two') });
        await world.pass(900);
        const lease = await world.views.leaseOf('consumer')();
        if (E.isLeft(lease) || lease.right === undefined) throw new Error('no lease');
        // While the first one lives it goes on, unless its answers come too late to keep the lease: then the other has been at
        // work, and the lease may even have come back since.
        const kept = by.two.length === 0 && lease.right.holder === 'one';
        if (kept) unbroken += 1;
        one.kill();
        const until = Date.parse(lease.right.until);
        await some(world, 3);
        await world.goOn(() => new Set(ids(handled)).size === 9);
        if (kept) expect(by.two.filter((at) => at < until)).toEqual([]);
      });
      expect(unbroken).toBeGreaterThan(0);
    });

    it('G9 never has two at work on the same checkpoint: each event is kept as done once', () =>
      whatever(async (world) => {
        await some(world, 10);
        const instances = ['one', 'two', 'three'].map((holder) =>
          world.start({
            holder,
            rules: { lease: 40 },
          }),
        );
        const last = (await world.all()).at(-1)?.position;
        let at: string | null | undefined;
        await world.goOn(() => {
          void world.checkpoint().then((kept) => {
            at = kept;
          });
          return at === last;
        });
        const status = await world.views.status('consumer')();
        expect(E.isRight(status) && status.right.live?.events).toBe(10);
        for (const { kill } of instances) kill();
      }));

    it('G9 hands nothing out any more when its own lease is over, though nobody else has told it', async () => {
      const world = createWorld();
      await some(world, 3);
      const by: number[] = [];
      let reachable = true;
      const keeper = keeperOf({ views: world.views, name: 'consumer', holder: 'one' });
      const one = world.start({
        keeper: {
          ...keeper,
          lease: (...asked) => (reachable ? keeper.lease(...asked) : TE.left(unavailable('line', 'unreachable', true))),
        },
        rules: { lease: 600 },
        handle: () => async () => {
          by.push(world.now());
          return E.right(undefined);
        },
      });
      await world.goOn(() => said(one.signals, 'caught-up').length === 1);
      reachable = false;
      const until = world.now() + 600;
      await world.pass(800);
      expect(said(one.signals, 'taken-over')).toHaveLength(1);
      await some(world, 3);
      await world.pass(5_000);
      expect(by.filter((at) => at >= until)).toEqual([]);
      reachable = true;
      await world.goOn(() => by.length === 6);
    });

    it('G9 puts down what it has in hand when another turns out to hold the lease', async () => {
      const world = createWorld();
      const one = world.start({ holder: 'one', rules: { lease: 600 } });
      await world.goOn(() => said(one.signals, 'caught-up').length === 1);
      const before = await world.checkpoint();
      const far = new Date(world.now() + 3_600_000).toISOString() as Instant;
      const taken = await world.views.lease({ name: 'consumer', holder: 'two', now: far, until: far })();
      expect(E.isRight(taken)).toBe(true);
      await world.pass(600);
      expect(said(one.signals, 'taken-over')).toHaveLength(1);
      expect(said(one.signals, 'standing-by')).toMatchObject([{ until: Date.parse(far) }]);
      await some(world, 2);
      await world.pass(5_000);
      expect(await world.checkpoint()).toBe(before);
    });

    it('G9 takes over at once from one that was stopped', async () => {
      const world = createWorld();
      const keeper = keeperOf({ views: world.views, name: 'consumer', holder: 'one' });
      const release = () => async () => {
        await aTurn();
        return keeper.release()();
      };
      const one = world.start({ keeper: { ...keeper, release }, rules: { lease: 60_000 } });
      await world.goOn(() => said(one.signals, 'caught-up').length === 1);
      await one.subscription.stop();
      expect(await world.views.leaseOf('consumer')()).toEqual(E.right(undefined));
      const before = world.now();
      const two = world.start({ holder: 'two', rules: { lease: 60_000 } });
      await world.goOn(() => said(two.signals, 'caught-up').length === 1);
      expect(world.now()).toBe(before);
    });
  });

  it('G10 holds no more than two pages of events for a slow consumer, and loses none', async () => {
    const world = createWorld();
    const events = await some(world, 60);
    const handled: StoredEvent[] = [];
    const waiting: number[] = [];
    let release: () => void = () => undefined;
    const one = world.start({
      rules: { page: 5 },
      handle: (handed) => async () => {
        await new Promise<void>((go) => {
          release = go;
        });
        return keepsNote(world, handled)(handed)();
      },
    });
    await world.goOn(() => {
      waiting.push(one.subscription.state().open.length);
      release();
      return handled.length === 60;
    });
    expect(Math.max(...waiting)).toBeLessThanOrEqual(2 * 5);
    expect(Math.max(...waiting)).toBeGreaterThanOrEqual(5);
    expect(ids(handled)).toEqual(ids(events));
  });

  describe('G11: a handler that fails', () => {
    const failing = (world: World, bad: StoredEvent, times: number, tries: number[], handled: StoredEvent[]) =>
      ((handed) => async () => {
        const [event] = handed.events;
        if (event?.id === bad.id) tries.push(world.now());
        if (event?.id === bad.id && tries.length <= times) return E.left({ reason: 'agency-busy', again: true });
        return keepsNote(world, handled)(handed)();
      }) satisfies Following['handle'];

    const played = async (times: number, own: Partial<SubscriptionRules>) => {
      const world = createWorld();
      const events = await some(world, 5);
      const [tries, handled]: [number[], StoredEvent[]] = [[], []];
      const bad = events[2] as StoredEvent;
      const one = world.start({ rules: own, handle: failing(world, bad, times, tries, handled) });
      await world.goOn(() => said(one.signals, 'caught-up').length + said(one.signals, 'ended').length > 0);
      const status = await world.views.status('consumer')();
      const parked = await world.views.parked({ view: 'consumer', generation: 'live' })();
      if (E.isLeft(status) || E.isLeft(parked)) throw new Error('no status');
      return { events, bad, tries, handled, one, live: status.right.live, parked: parked.right };
    };

    it('G11 is asked again after the times of the table', async () => {
      const { events, handled, tries, parked, live, bad } = await played(2, { retries: [10, 20] });
      expect(tries.map((at) => at - (tries[0] as number))).toEqual([0, 10, 30]);
      expect(ids(handled)).toEqual(ids(events));
      expect(parked).toEqual([]);
      expect(live?.error).toMatchObject({ reason: 'agency-busy', position: bad.position, outcome: 'retried' });
    });
    it('G11 has the event put aside when the table is used up, and goes on', async () => {
      const { events, bad, handled, parked, live } = await played(99, { retries: [10, 20], onFailure: 'park' });
      expect(ids(handled)).toEqual(ids(events.filter((event) => event !== bad)));
      const { position, stream, revision, type } = bad;
      expect(parked).toMatchObject([{ position, stream, revision, type, reason: 'agency-busy', attempts: 3 }]);
      expect(live).toMatchObject({ checkpoint: events.at(-1)?.position, parked: 1, error: { outcome: 'parked' } });
    });
    it('G11 stops where it is told to, with the reason kept and what came before done', async () => {
      const { events, bad, handled, one, live } = await played(99, { retries: [10], onFailure: 'stop' });
      expect(await one.subscription.ended).toEqual({ why: 'failed', reason: 'agency-busy' });
      expect(ids(handled)).toEqual(ids(events.slice(0, 2)));
      expect(live).toMatchObject({
        checkpoint: events[1]?.position,
        error: { reason: 'agency-busy', position: bad.position, outcome: 'stopped' },
      });
    });
    it('G11 keeps no words of what was thrown, for they may say what nobody may read', async () => {
      const world = createWorld();
      await some(world, 1);
      const one = world.start({
        rules: { retries: [] },
        handle: () => async () => {
          throw new RangeError('Nguyễn Thị Đào, born 2026-07-01');
        },
      });
      await world.goOn(() => said(one.signals, 'caught-up').length === 1);
      const parked = await world.views.parked({ view: 'consumer', generation: 'live' })();
      expect(E.isRight(parked) && parked.right.map(({ reason }) => reason)).toEqual(['threw:RangeError']);
      expect(JSON.stringify(one.signals)).not.toContain('Nguyễn');
    });
    it('G11 holds up no other stream while one event waits to be tried again', async () => {
      const { events, bad, handled } = await played(1, { retries: [10_000], hand: { by: 'event', atOnce: 2 } });
      const others = events.filter(({ stream }) => stream !== bad.stream);
      expect(ids(handled.slice(0, others.length))).toEqual(ids(others));
      expectStreamsInOrder(handled);
    });
  });

  it('G12 has a consumer of few events get past those that are not for it', async () => {
    const world = createWorld();
    await world.append('case-1', { type: 'Rare' });
    await some(world, 40);
    const handled: StoredEvent[] = [];
    const one = world.start({ types: ['Rare'], handle: keepsNote(world, handled) });
    await world.goOn(() => said(one.signals, 'caught-up').length === 1);
    const last = (await world.all()).at(-1)?.position;
    expect(await world.checkpoint()).toBe(last);
    await some(world, 5);
    await world.pass(500);
    expect(await world.checkpoint()).toBe((await world.all()).at(-1)?.position);
    expect(handled).toHaveLength(1);
  });

  it('G13 ends when it is stopped while busy, and runs no handler afterwards', () =>
    whatever(async (world, whims) => {
      await some(world, 12);
      let [atWork, begun] = [0, 0];
      const handle: Following['handle'] = () => async () => {
        atWork += 1;
        begun += 1;
        await world.turn('handling');
        await world.turn('handling still');
        atWork -= 1;
        return E.right(undefined);
      };
      const one = world.start({ rules: { hand: { by: 'event', atOnce: 3 }, lease: 500 }, handle });
      const most = whims.next().value as number;
      await world.goOn(() => begun >= most || said(one.signals, 'caught-up').length > 0);
      let stopped = false;
      const before = begun;
      void one.subscription.stop().then(() => {
        stopped = true;
      });
      await world.goOn(() => stopped);
      expect([atWork, begun]).toEqual([0, before]);
      await some(world, 2);
      await world.pass(2_000);
      expect(begun).toBe(before);
    }));

  it('G14 neither stalls at events that were taken away nor sees them', async () => {
    const world = createWorld();
    await some(world, 20);
    const gone = 'case-1';
    const journal: Journal = {
      ...world.journal,
      feed: (options) =>
        TE.map((page: Readonly<{ events: readonly StoredEvent[]; next: string; end: boolean }>) => ({
          ...page,
          events: page.events.filter(({ stream }) => stream !== gone),
        }))(world.journal.feed(options)),
    };
    const handled: StoredEvent[] = [];
    const one = world.start({ journal, rules: { page: 2 }, handle: keepsNote(world, handled) });
    await world.goOn(() => said(one.signals, 'caught-up').length === 1);
    expect(ids(handled)).toEqual(ids((await world.all()).filter(({ stream }) => stream !== gone)));
  });

  it('G15 goes on from the last event it handled when the line drops, as often as it does', () =>
    whatever(async (world, whims) => {
      await some(world, 10);
      const handled: StoredEvent[] = [];
      let drops = 0;
      const dropping =
        <A extends readonly unknown[], T>(ask: (...args: A) => () => Promise<T>, answered: boolean) =>
        (...args: A) =>
        async () => {
          if ((whims.next().value as number) > 4) return ask(...args)();
          drops += 1;
          if (answered) await ask(...args)();
          return E.left(unavailable('line', 'unreachable', true));
        };
      const { slowJournal, slowViews } = world;
      const journal: Journal = { ...slowJournal, feed: dropping(slowJournal.feed, false) as Journal['feed'] };
      delete (journal as { watch?: unknown }).watch;
      const views: ViewStore = {
        ...slowViews,
        status: dropping(slowViews.status, false) as ViewStore['status'],
        // It may have been done though no answer came.
        commit: dropping(slowViews.commit, true) as ViewStore['commit'],
      };
      const keeper = keeperOf({ views, name: 'consumer', holder: 'one' });
      const one = world.start({ journal, keeper, handle: keepsNote(world, handled) });
      await world.goOn(() => said(one.signals, 'caught-up').length === 1);
      await some(world, 3);
      await world.goOn(() => handled.length >= 13);
      expect(ids(handled)).toEqual(ids(await world.all()));
      expect(said(one.signals, 'trouble').length).toBeLessThanOrEqual(drops);
      expect(said(one.signals, 'trouble').length).toBeGreaterThanOrEqual(drops - 2);
    }));

  it('F8 shows what holds the feed back, while it does', async () => {
    const world = createWorld();
    await some(world, 3);
    let held: { by: string } | undefined = { by: 'session-17' };
    const journal: Journal = {
      ...world.journal,
      feed: (options) =>
        TE.map((page: Readonly<{ events: readonly StoredEvent[]; next: string; end: boolean }>) =>
          held === undefined ? page : { ...page, held },
        )(world.journal.feed(options)),
    };
    const { signals } = world.start({ journal });
    await world.goOn(() => said(signals, 'caught-up').length === 1);
    expect(said(signals, 'caught-up')).toMatchObject([{ held: { by: 'session-17' } }]);
    expect(await lagOf(journal, null)()).toMatchObject({ right: { events: 3, held: { by: 'session-17' } } });
    held = undefined;
    await world.pass(500);
    expect(said(signals, 'held')).toEqual([
      { is: 'held', held: { by: 'session-17' } },
      { is: 'held', held: null },
    ]);
  });

  it('ends, with the reason, when a port says that asking again cannot help', async () => {
    const world = createWorld();
    const journal: Journal = { ...world.journal, feed: () => TE.left(unavailable('sqlite', 'corrupt', false)) };
    const { subscription } = world.start({ journal });
    expect(await subscription.ended).toEqual({ why: 'failed', reason: 'sqlite:corrupt' });
  });
});
