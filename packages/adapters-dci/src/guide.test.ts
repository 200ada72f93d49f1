/** The samples of `docs/guides/exchange-by-dci.md`, run. */
import type { Clock, Journal } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { follow, keeperOf, memoryViewStore, type Timers, type ViewStore } from '@lienthong/core/subscriptions';
import { realTimers } from '@lienthong/testing/view-contract';
import { describe, expect, it } from 'vitest';
import {
  type ClientOptions,
  dciClient,
  dciReceiver,
  memorySeen,
  newbornEnrolment,
  type Proposals,
  RECORD_TYPE,
  type ReceiverOptions,
  stopOnDeath,
} from './client/index.js';
import { dciNotices, dciRegistry, eventCodes, NOTICED_EVENTS, type RegistryOptions } from './index.js';
import { PAYER, twoSides } from './trial/two-sides.js';

type Office = Readonly<{ journal: Journal; views: ViewStore; clock: Clock; timers: Timers }>;

// #region registry
const civilSide = (options: RegistryOptions, { journal, views, clock, timers }: Office) => {
  const notices = follow({
    journal,
    clock,
    timers,
    keeper: keeperOf({ views, name: 'dci-notices', holder: 'machine-1' }),
    types: NOTICED_EVENTS,
    handle: dciNotices(options),
    rules: {
      begin: 'start',
      page: 100,
      hand: { by: 'event', atOnce: 1 },
      retries: [1_000, 10_000, 60_000],
      onFailure: 'park',
      patience: [1_000, 30_000],
      poll: 5_000,
      lease: 60_000,
      once: false,
    },
  });
  return { answer: dciRegistry(options), stop: notices.stop };
};
// #endregion registry

// #region payer
const payerSide = (options: ClientOptions, listening: Omit<ReceiverOptions, 'on'>, proposals: Proposals) => {
  const enrol = newbornEnrolment(proposals);
  const stop = stopOnDeath(proposals);
  const receive = dciReceiver({
    ...listening,
    on: {
      notify: (notice) => async () => {
        const enrolled = await enrol(notice)();
        return E.isLeft(enrolled) ? enrolled : stop(notice)();
      },
    },
  });
  const wanted = (event: 'live-birth' | 'death') => ({
    reg_event_type: eventCodes[event],
    filter: {},
    notify_record_type: RECORD_TYPE,
  });
  return { receive, subscribe: dciClient(options).subscribe(wanted('live-birth'), wanted('death')) };
};
// #endregion payer

describe('the samples of the guide', () => {
  it('tell the payer of a birth', async () => {
    const sides = await twoSides();
    const { clock, newId, ours, theirs, journal } = sides;
    const { id, fetch } = sides.options;
    let tell: (proposed: string) => void = () => undefined;
    const told = new Promise<string>((resolve) => {
      tell = resolve;
    });
    const proposals: Proposals = {
      propose:
        ({ propose }) =>
        async () => {
          tell(propose);
          return E.right(undefined);
        },
    };
    const registry = { id, keys: [ours.public] };
    const payer = payerSide(
      { id: PAYER, key: theirs.secret, registry, way: { address: `https://${id}`, fetch }, clock, newId },
      { id: PAYER, registries: [registry], clock, newId, seen: memorySeen() },
      proposals,
    );
    expect(E.isRight(await payer.subscribe())).toBe(true);
    await sides.settled();
    const post: typeof globalThis.fetch = (address, init) => payer.receive(new Request(address as string, init));
    const office = { journal, views: memoryViewStore(), clock, timers: realTimers };
    const civil = civilSide({ ...sides.options, fetch: post }, office);
    await sides.registerBirth('00000000-0000-5000-8000-0000000000b1');
    expect(await told).toBe('enrol-newborn');
    expect((await civil.stop()).why).toBe('asked');
  });
});
