/** Following the journal: at least once, whatever is down and whenever the follower stops. */
import { E } from '@lienthong/core/fp';
import { follow, keeperOf, memoryViewStore, type SubscriptionRules } from '@lienthong/core/subscriptions';
import { realTimers } from '@lienthong/testing/view-contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORD_TYPE } from '../client/index.js';
import { PAYER, type Sides, twoSides } from '../trial/two-sides.js';
import { eventCodes } from '../vital-events.js';
import { memoryBook } from './book.js';
import { journalBook } from './journal-book.js';
import { dciNotices, NOTICED_EVENTS } from './notices.js';

const rules: SubscriptionRules = {
  begin: 'start',
  page: 10,
  hand: { by: 'event', atOnce: 1 },
  retries: [],
  onFailure: 'stop',
  patience: [],
  poll: 1_000,
  lease: null,
  once: true,
};

const answered = async <T>(work: () => Promise<E.Either<unknown, T>>): Promise<T> => {
  const done = await work();
  if (E.isLeft(done)) throw new Error(JSON.stringify(done.left));
  return done.right;
};

/** A follower that goes on from its kept checkpoint until it has caught up, or fails. */
const follower = (sides: Sides) => {
  const keeper = keeperOf({ views: memoryViewStore(), name: 'dci-notices', holder: 'test' });
  const handle = dciNotices(sides.options);
  const { journal, clock } = sides;
  return () => follow({ journal, keeper, handle, rules, types: NOTICED_EVENTS, clock, timers: realTimers }).ended;
};

const wanted = { reg_event_type: eventCodes['live-birth'], filter: {}, notify_record_type: RECORD_TYPE };
const caseOf = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`;
const numberOf = (n: number): string => `040323${String(n).padStart(6, '0')}`;

describe('notices', () => {
  it('reach their subscriber for every birth, and are proposed once each, whatever is down meanwhile', async () => {
    const runs = Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 20);
    const step = fc.constantFrom('birth', 'down', 'up', 'follow', 'follow-from-start');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const sides = await twoSides();
        await sides.client.subscribe(wanted)();
        await sides.settled();
        const goOn = follower(sides);
        let births = 0;
        for (const one of [...steps, 'birth', 'up', 'follow']) {
          sides.wait(1_000);
          if (one === 'birth') {
            births += 1;
            await sides.registerBirth(caseOf(births), numberOf(births));
          } else if (one === 'down') sides.down.add(PAYER);
          else if (one === 'up') sides.down.delete(PAYER);
          else if (one === 'follow') await goOn();
          else await follower(sides)();
        }
        const told = sides.proposals.map(({ entry }) => entry);
        const expected = Array.from({ length: births }, (_, at) => `urn:lienthong:birth:${caseOf(at + 1)}`);
        expect(told.toSorted()).toEqual(expected);
        expect(sides.wrong).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('have one id however often an event is handed over', async () => {
    const sides = await twoSides();
    await sides.client.subscribe(wanted)();
    await sides.settled();
    await sides.registerBirth(caseOf(1));
    for (let times = 0; times < 3; times += 1) {
      sides.wait(60_000);
      expect((await follower(sides)()).why).toBe('caught-up');
    }
    const notices = sides.told.filter(({ path }) => path === '/registry/notify');
    const ids = notices.map(({ body }) => (body as { header: { message_id: string } }).header.message_id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
    expect(sides.proposals).toHaveLength(1);
  });
});

describe.each([
  ['in memory', () => memoryBook()],
  ['in a journal', journalBook],
] as const)('the book %s', (_, book) => {
  it('keeps messages, transactions and subscriptions', async () => {
    const sides = await twoSides({ book });
    await sides.client.subscribe(wanted)();
    await sides.settled();
    const [subscription] = await answered(sides.options.book.subscriptions());
    expect(subscription).toMatchObject({ sender: PAYER, event: 'live-birth' });
    await sides.client.unsubscribe(subscription?.code ?? '')();
    await sides.settled();
    expect(await answered(sides.options.book.subscriptions())).toMatchObject([{ until: sides.clock.now() }]);
    expect(await answered(sides.options.book.transactions(PAYER))).toMatchObject([
      { type: 'subscribe', outcomes: [{ status: 'succ' }] },
      { type: 'unsubscribe', outcomes: [{ status: 'succ' }] },
    ]);
    expect(await answered(sides.options.book.transactions('somebody'))).toEqual([]);
    const at = sides.clock.now();
    expect(await answered(sides.options.book.first(PAYER, 'm', at))).toBe(true);
    sides.wait(1_000);
    expect(await answered(sides.options.book.first(PAYER, 'm', sides.clock.now()))).toBe(false);
    expect(await answered(sides.options.book.first('somebody', 'm', at))).toBe(true);
    expect(sides.wrong).toEqual([]);
  });

  it('says nothing of whom a filter is about', async () => {
    const sides = await twoSides({ book });
    const filter = { type: 'UIN', value: '040323000123' };
    await sides.client.subscribe({ ...wanted, filter_type: 'idtype-value', filter })();
    await sides.client.search({ query_type: 'idtype-value', query: filter })();
    await sides.settled();
    await sides.registerBirth(caseOf(1));
    await sides.registerBirth(caseOf(2), numberOf(2));
    await sides.notified();
    expect(sides.proposals.map(({ entry }) => entry)).toEqual([`urn:lienthong:birth:${caseOf(1)}`]);
    const kept = [
      await answered(sides.options.book.subscriptions()),
      await answered(sides.options.book.transactions(PAYER)),
    ];
    expect(kept.flat().length).toBeGreaterThan(1);
    expect(JSON.stringify(kept)).not.toContain('040323000123');
  });
});
