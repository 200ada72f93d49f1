import type { Instant } from '@lienthong/core';
import { E, TE } from '@lienthong/core/fp';
import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, drain, fakeTarget, openOutbox, type Played, play, right } from '../harness/played.js';
import type { Outgoing } from '../outbox/delivery.js';
import { caseIdOf, groupOf } from '../status/groups.js';
import { type Held, reconcile } from './reconcile.js';
import { type Resent, resend } from './resend.js';

let played: Played;
let streams: readonly string[];

beforeAll(async () => {
  played = await play(4, 2);
  streams = [...new Set(played.events.map(({ stream }) => stream))].filter((stream) => groupOf(stream) !== undefined);
}, 240_000);

/** A target that keeps the latest of each span, as any should. */
const holding = (got: readonly Outgoing[]): Map<string, Held> => {
  const held = new Map<string, Held>();
  for (const { message } of got) {
    const { caseId, span, status, revision } = message;
    const key = `${caseId}/${span}`;
    if ((held.get(key)?.revision ?? -1) <= revision) held.set(key, { caseId, span, status, revision });
  }
  return held;
};

const aTold = async (rules = {}) => {
  const desk = anOffice(played.journal, () => played.now);
  const target = fakeTarget();
  const outbox = openOutbox(desk, 'portal', target, { rules });
  const report = (held?: ReadonlyMap<string, Held>) =>
    reconcile({
      journal: played.journal,
      target: 'portal',
      outbox,
      ...(held === undefined
        ? {}
        : {
            lookUp: (ids: readonly string[]) =>
              TE.right([...held.values()].filter(({ caseId }) => ids.includes(caseId))),
          }),
    })();
  return { target, outbox, report };
};

const BY = {
  by: { id: 'support-1', role: 'support-team' },
  at: '2026-08-01T05:00:00.000Z' as Instant,
  why: 'target-lost-data',
} as const;

describe('the reconciliation report', () => {
  it('finds nothing where all was taken, and everything where nothing was', async () => {
    const { outbox, target, report } = await aTold();
    const before = right(await report());
    expect(before).toMatchObject({
      cases: streams.length,
      same: 0,
      behind: [],
      ahead: [],
      different: [],
      asked: false,
    });
    expect(new Set(before.missing.map(({ caseId }) => caseId)).size).toBe(streams.length);
    await drain(outbox);
    const after = right(await report(holding(target.got)));
    expect(after).toMatchObject({
      same: streams.length,
      missing: [],
      behind: [],
      ahead: [],
      different: [],
      asked: true,
    });
  });

  it('tells missing, behind, ahead and different apart by what the target itself says', async () => {
    const { outbox, target, report } = await aTold();
    await drain(outbox);
    const held = holding(target.got);
    const [first, second, third, fourth] = [...held.keys()] as [string, string, string, string];
    held.delete(first);
    held.set(second, { ...(held.get(second) as Held), revision: 0 });
    held.set(third, { ...(held.get(third) as Held), revision: 9_999 });
    held.set(fourth, { ...(held.get(fourth) as Held), status: 'refused' });
    const found = right(await report(held));
    const keys = (which: 'missing' | 'behind' | 'ahead' | 'different') =>
      found[which].map(({ caseId, span }) => `${caseId}/${span}`);
    expect(keys('missing')).toEqual([first]);
    expect(keys('behind')).toEqual([second]);
    expect(keys('ahead')).toEqual([third]);
    expect(keys('different')).toEqual([fourth]);
    expect(found.different[0]).toMatchObject({ by: 'held', has: { status: 'refused' } });
  });

  it('lists what is parked with its reason, and a target that cannot be asked as a fault', async () => {
    const { outbox, target, report } = await aTold({ failures: 1 });
    const [bad] = streams as [string];
    target.weather.refuses = (stream) => stream === bad;
    await drain(outbox);
    const found = right(await report());
    expect(found.parked).toMatchObject([{ caseId: caseIdOf(bad), reason: 'event-refused', failures: 1 }]);
    expect(found.same).toBe(streams.length - 1);
    const lookUp = () => TE.left({ reason: 'portal:unreachable' });
    const silent = await reconcile({ journal: played.journal, target: 'portal', outbox, lookUp })();
    expect(silent).toEqual(E.left({ reason: 'portal:unreachable' }));
  });
});

describe('sending again', () => {
  it('puts the last word on each span again, under the same ids, as another attempt, with a record', async () => {
    const { outbox, target } = await aTold();
    await drain(outbox);
    const before = [...target.got];
    const kept: Resent[] = [];
    const audit = (resent: Resent) => TE.fromEither(E.right(void kept.push(resent)));
    const id = caseIdOf(streams[0] as string);
    const again = right(await resend({ target: 'portal', outbox, audit })([id, id, 'no-such-case'], BY)());
    expect(again).toEqual({ again: [id], unknown: ['no-such-case'] });
    expect(kept).toEqual([{ target: 'portal', ...BY, caseIds: [id] }]);
    await drain(outbox);
    const more = target.got.slice(before.length);
    const last = [...holding(before).values()].filter(({ caseId }) => caseId === id);
    expect(more.map(({ message }) => message.revision).toSorted()).toEqual(
      last.map(({ revision }) => revision).toSorted(),
    );
    for (const { message, attempt } of more) {
      expect(attempt).toBe(2);
      expect(before.map((each) => each.message.id)).toContain(message.id);
    }
    await drain(outbox);
    expect(target.got.length).toBe(before.length + more.length);
  });

  it('releases a parked case, which then catches up', async () => {
    const { outbox, target, report } = await aTold({ failures: 1 });
    const [bad] = streams as [string];
    target.weather.refuses = (stream) => stream === bad;
    await drain(outbox);
    target.weather.refuses = () => false;
    await drain(outbox);
    expect(right(await report()).parked.length).toBe(1);
    right(await resend({ target: 'portal', outbox, audit: () => TE.right(undefined) })([caseIdOf(bad)], BY)());
    await drain(outbox);
    expect(right(await report(holding(target.got)))).toMatchObject({ same: streams.length, parked: [] });
  });

  it('sends nothing that could not be recorded', async () => {
    const { outbox, target } = await aTold();
    await drain(outbox);
    const before = target.got.length;
    const audit = () => TE.left({ kind: 'OutcomeUnknown', system: 'audit' } as const);
    const came = await resend({ target: 'portal', outbox, audit })([caseIdOf(streams[0] as string)], BY)();
    expect(came).toMatchObject({ left: { kind: 'OutcomeUnknown' } });
    await drain(outbox);
    expect(target.got.length).toBe(before);
  });
});
