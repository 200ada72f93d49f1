/** The samples of the guide "tell the portal". */

import { createLine, type Fetch } from '@lienthong/adapters-http';
import type { Clock, Instant, Journal } from '@lienthong/core';
import type { Keys } from '@lienthong/core/evidence';
import { E, TE } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { memoryViewStore, type Timers, type ViewStore } from '@lienthong/core/subscriptions';
import { expect, it } from 'vitest';
import { keys, play, right } from './harness/played.js';
import {
  contactsIn,
  historyOf,
  inCloudEvents,
  type Notifier,
  onceIn,
  overLine,
  type Resent,
  reconcile,
  resend,
  runOutbox,
  toCitizens,
} from './index.js';

type Office = Readonly<{ journal: Journal; views: ViewStore; clock: Clock; timers: Timers; keys: Keys }>;

const withFetch = (fetch: Fetch) => {
  // #region targets
  const law = lawBook();
  const naming = { source: 'urn:lienthong:nghe-an', schemas: 'urn:lienthong:schema:' };

  const tellAll = ({ journal, views, clock, timers, keys }: Office, notifier: Notifier) => {
    // One reading of the cases serves every target; each has an outbox and a checkpoint of its own.
    const shared = { journal, views, clock, timers, law, history: historyOf(journal, law), holder: 'machine-1' };
    const line = createLine({ agency: 'portal', base: 'https://portal.example/lienthong', fetch });
    const by = { id: 'notifier', role: 'courier' };
    const portal = runOutbox({
      ...shared,
      target: { name: 'portal', audience: 'portal', deliver: inCloudEvents(naming, overLine(line, '/events')) },
    });
    const citizen = runOutbox({
      ...shared,
      target: {
        name: 'sms',
        audience: 'citizen',
        deliver: toCitizens({
          notifier,
          contacts: contactsIn({ journal, log: journal, keys, clock, by }),
          once: onceIn(views, 'sms'),
          clock,
          quiet: { from: '21:00', to: '07:00' },
        }),
      },
    });
    return { portal, citizen };
  };
  // #endregion targets
  return tellAll;
};

// #region report
const whatIsMissing = (journal: Journal, { portal }: ReturnType<ReturnType<typeof withFetch>>) =>
  reconcile({ journal, target: 'portal', outbox: portal.outbox });

const again = (
  { portal }: ReturnType<ReturnType<typeof withFetch>>,
  caseIds: readonly string[],
  at: Instant,
  audit: (resent: Resent) => TE.TaskEither<never, void>,
) =>
  TE.map((asked) => {
    portal.wake();
    return asked;
  })(
    resend({ target: 'portal', outbox: portal.outbox, audit })(caseIds, {
      by: { id: 'support-7', role: 'support-team' },
      at,
      why: 'portal-lost-its-data',
    }),
  );
// #endregion report

it('the samples of the guide do what it says of them', async () => {
  const { journal, now } = await play(2, 1);
  const views = memoryViewStore();
  const bodies: string[] = [];
  const clock = { now: () => now };
  const timers: Timers = {
    after: (ms, ring) => {
      const timer = setTimeout(ring, Math.min(ms, 5));
      return () => clearTimeout(timer);
    },
  };
  const office: Office = { journal, views, clock, timers, keys };
  const notifier: Notifier = { repeats: 'keyed', send: () => async () => E.right({ is: 'taken' }) };
  const running = withFetch(async (_, init) => {
    bodies.push(String(init.body));
    return new Response(null, { status: 204 });
  })(office, notifier);
  const report = async () => right(await whatIsMissing(journal, running)());
  for (let turn = 0; turn < 2_000 && (await report()).same < 3; turn += 1)
    await new Promise((next) => setTimeout(next, 5));
  expect(await report()).toMatchObject({ cases: 3, same: 3, missing: [], parked: [] });
  expect(bodies.length).toBeGreaterThan(0);
  const kept: Resent[] = [];
  const { events } = right(await journal.feed({ types: ['Applied'], limit: 1 })());
  const known = events[0]?.correlation ?? '';
  expect(right(await again(running, [known], now, (resent) => TE.right(void kept.push(resent)))())).toEqual({
    again: [known],
    unknown: [],
  });
  expect(kept.length).toBe(1);
  await running.portal.stop();
  await running.citizen.stop();
}, 120_000);
