/**
 * A world for subscriptions: a clock that moves only when nothing else can happen or chance says so, ports that answer in an
 * order that chance picks, and instances that can be killed on the spot. Used by tests only.
 */
import { anEvent } from '@lienthong/testing/store-contract';
import { aTurn } from '@lienthong/testing/view-contract';
import type fc from 'fast-check';
import { E } from '../../fp.js';
import type { Instant } from '../../values/plain-date.js';
import type { NewEvent, StoredEvent } from '../envelope.js';
import type { Journal } from '../journal.js';
import { memoryJournal } from '../memory-journal.js';
import { memoryViewStore } from '../memory-view-store.js';
import type { Signal, SubscriptionRules } from '../subscription.js';
import { type Following, follow, type Subscription, type Timers } from '../subscription-driver.js';
import { keeperOf } from '../subscription-keeper.js';
import type { ViewStore } from '../view-store.js';

export const START = Date.parse('2026-07-01T01:00:00.000Z');

export const rules: SubscriptionRules = {
  begin: 'start',
  page: 4,
  hand: { by: 'event', atOnce: 1 },
  retries: [10, 20],
  onFailure: 'park',
  patience: [5, 50],
  poll: 100,
  lease: null,
  once: false,
};

/** Chance over the order of answers, and over whether time passes meanwhile. */
export type Chance = Readonly<{ scheduler: fc.Scheduler; whims: Iterator<number> }>;

/** How long a mark on the clock may be followed until a test is lost. */
const MOST_TURNS = 20_000;
const MOST_IDLE = 500;
const TURNS_OF_PROMISES = 150;

export type Instance = Readonly<{ subscription: Subscription; signals: Signal[]; kill: () => void }>;

export const createWorld = (chance?: Chance) => {
  let now = START;
  const timers: { at: number; ring: () => void }[] = [];
  const clock = { now: () => new Date(now).toISOString() as Instant };
  const journal = memoryJournal({ clock });
  const views = memoryViewStore();
  let count = 0;

  const turn = async (label: string): Promise<void> => {
    if (chance !== undefined) await chance.scheduler.schedule(Promise.resolve(), label);
  };

  /** Chance comes in before a port is asked, and before its answer is heard. */
  const slowly =
    <A extends readonly unknown[], T>(label: string, ask: (...args: A) => () => Promise<T>) =>
    (...args: A) =>
    async (): Promise<T> => {
      await turn(`${label} asked`);
      const answer = await ask(...args)();
      await turn(`${label} heard`);
      return answer;
    };

  const slowJournal: Journal = { ...journal, feed: slowly('feed', journal.feed) };
  const slowViews: ViewStore = {
    ...views,
    status: slowly('status', views.status),
    commit: slowly('commit', views.commit),
    lease: slowly('lease', views.lease),
    get: slowly('get', views.get),
  };

  /** One instance of a consumer. Killed, it does nothing more, as if its process were gone. */
  const start = (
    more: Partial<Omit<Following, 'rules'>> & Readonly<{ rules?: Partial<SubscriptionRules>; holder?: string }> = {},
  ): Instance => {
    let alive = true;
    const signals: Signal[] = [];
    const never = new Promise<never>(() => undefined);
    const mortal =
      <A extends readonly unknown[], T>(ask: (...args: A) => () => Promise<T>) =>
      (...args: A) =>
      async (): Promise<T> => {
        if (!alive) return never;
        const answer = await ask(...args)();
        return alive ? answer : never;
      };
    const { holder = 'one', rules: own = {}, handle = () => async () => E.right(undefined), ...rest } = more;
    const keeper = rest.keeper ?? keeperOf({ views: slowViews, name: 'consumer', holder });
    const ringing: Timers = {
      after: (ms, ring) => {
        const alarm = { at: now + ms, ring: () => alive && ring() };
        timers.push(alarm);
        return () => {
          const place = timers.indexOf(alarm);
          if (place >= 0) timers.splice(place, 1);
        };
      },
    };
    const subscription = follow({
      journal: slowJournal,
      clock,
      timers: ringing,
      onSignal: (signal) => void signals.push(signal),
      ...rest,
      keeper: {
        load: mortal(keeper.load),
        save: mortal(keeper.save),
        lease: mortal(keeper.lease),
        release: mortal(keeper.release),
      },
      handle: mortal(handle),
      rules: { ...rules, ...own },
    });
    const kill = (): void => {
      alive = false;
    };
    return { subscription, signals, kill };
  };

  /** Whatever waits for nothing but its turn goes on first. */
  const promises = async (): Promise<void> => {
    if (chance === undefined) return aTurn();
    for (let each = 0; each < TURNS_OF_PROMISES; each += 1) await Promise.resolve();
  };

  const ringNext = (): void => {
    const [next] = timers.toSorted((one, other) => one.at - other.at);
    if (next === undefined) return;
    timers.splice(timers.indexOf(next), 1);
    now = Math.max(now, next.at);
    next.ring();
  };

  /** Lets the world go on until something holds, or for a stretch of time; a test that waits in vain is lost. */
  const goOn = async (until: () => boolean): Promise<void> => {
    let idle = 0;
    for (let turns = 0; turns < MOST_TURNS && idle < MOST_IDLE; turns += 1) {
      await promises();
      if (until()) return;
      idle += 1;
      if (timers.length > 0 || (chance?.scheduler.count() ?? 0) > 0) idle = 0;
      const impatient = chance !== undefined && timers.length > 0 && chance.whims.next().value === 0;
      if (chance !== undefined && chance.scheduler.count() > 0 && !impatient) await chance.scheduler.waitNext(1);
      else ringNext();
    }
    throw new Error('waited in vain');
  };

  const pass = async (ms: number): Promise<void> => {
    const until = now + ms;
    let over = false;
    timers.push({
      at: until,
      ring: () => {
        over = true;
      },
    });
    await goOn(() => over);
  };

  const append = async (stream: string, said: Partial<NewEvent> = {}): Promise<StoredEvent> => {
    count += 1;
    const written = await journal.append(stream, 'any', [anEvent(count, said)])();
    if (E.isLeft(written)) throw new Error(written.left.kind);
    const page = await journal.read(stream, { from: written.right.revision })();
    if (E.isLeft(page)) throw new Error(page.left.kind);
    return page.right.events[0] as StoredEvent;
  };

  const all = async (): Promise<readonly StoredEvent[]> => {
    const page = await journal.feed({ limit: 100_000 })();
    return E.isRight(page) ? page.right.events : [];
  };

  const checkpoint = async (view = 'consumer'): Promise<string | null | undefined> => {
    const status = await views.status(view)();
    return E.isRight(status) ? status.right.live?.checkpoint : undefined;
  };

  return {
    clock,
    journal,
    slowJournal,
    views,
    slowViews,
    turn,
    start,
    goOn,
    pass,
    append,
    all,
    checkpoint,
    now: () => now,
  };
};

export type World = ReturnType<typeof createWorld>;

/** What chance a property gives: an order of answers, and now and then a moment that passes. */
export const chanceOf = (scheduler: fc.Scheduler, whims: fc.Stream<number>): Chance => ({ scheduler, whims });

/** Keeps what was handled, in the order in which it was done. */
export const keepsNote =
  (world: World, note: StoredEvent[]): Following['handle'] =>
  ({ events }) =>
  async () => {
    await world.turn('handling');
    note.push(...events);
    return E.right(undefined);
  };
