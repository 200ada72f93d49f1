import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  anOffice,
  drain,
  type FakeTarget,
  fakeTarget,
  openOutbox,
  type Played,
  play,
  replaying,
  right,
  someCases,
} from '../harness/played.js';
import { groupOf } from '../status/groups.js';
import { messagesFor } from '../status/views.js';
import type { Outgoing } from './delivery.js';
import { type OutboxRules, outboxOf } from './outbox.js';
import { split } from './round.js';

const RUNS = Math.max(20, Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 500) / 10));
const CASES = 4;

let played: Played;
let streams: readonly string[];

beforeAll(async () => {
  played = await play(4, 2);
  streams = [...new Set(played.events.map(({ stream }) => stream))].filter((stream) => groupOf(stream) !== undefined);
}, 240_000);

const office = () => anOffice(played.journal, () => played.now);

const idsOf = (got: readonly Outgoing[]): readonly string[] => [...new Set(got.map(({ message }) => message.id))];

/** What each case should have come to, in order. */
const expected = async (history: ReturnType<typeof office>['history'], only = streams): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (const stream of only) {
    const { changes } = right(await history(stream));
    ids.push(...messagesFor('portal')(changes).map(({ id }) => id));
  }
  return ids;
};

/** First arrivals of each case come in the order of its stream. */
const expectInOrder = ({ got }: FakeTarget): void => {
  for (const stream of new Set(got.map(({ message }) => message.stream))) {
    const first = new Map<string, number>();
    for (const { message } of got)
      if (message.stream === stream && !first.has(message.id)) first.set(message.id, message.revision);
    const revisions = [...first.values()];
    expect(revisions).toEqual(revisions.toSorted((one, other) => one - other));
  }
};

describe('the outbox of a target', () => {
  it('tells everything once, each case in order, in bounded batches', async () => {
    const desk = office();
    const target = fakeTarget();
    await drain(openOutbox(desk, 'portal', target, { rules: { batches: { events: 7, bytes: 1_000_000 } } }));
    expect([...idsOf(target.got)].toSorted()).toEqual([...(await expected(desk.history))].toSorted());
    expect(target.got.length).toBe(idsOf(target.got).length);
    expect(Math.max(...target.batches)).toBe(7);
    expectInOrder(target);
  });

  it('goes on after a restart, and has nothing more to tell', async () => {
    const desk = office();
    const target = fakeTarget();
    await drain(openOutbox(desk, 'portal', target));
    const told = target.got.length;
    await drain(openOutbox(desk, 'portal', target));
    expect(target.got.length).toBe(told);
  });

  it('lets one target be silent without holding the other', async () => {
    const desk = office();
    const [dead, alive] = [fakeTarget(), fakeTarget()];
    dead.weather.now = 'down';
    const silent = openOutbox(desk, 'province', dead);
    await drain(silent);
    await drain(openOutbox(desk, 'portal', alive));
    expect(dead.got).toEqual([]);
    expect(alive.got.length).toBeGreaterThan(0);
    const { live } = right(await desk.views.status('outbox-province')());
    expect(live?.error).toMatchObject({ reason: 'portal:unreachable', outcome: 'retried' });
    const rows = right(await silent.place.rows(streams)());
    expect([...rows.values()].map(({ parked, failures }) => [parked, failures])).toEqual(streams.map(() => [false, 0]));
    dead.weather.now = 'up';
    await drain(openOutbox(desk, 'province', dead));
    expect(idsOf(dead.got)).toEqual(idsOf(alive.got));
  });

  it('parks a case that is refused time after time, with the reason, and tells all others', async () => {
    const desk = office();
    const target = fakeTarget();
    const [bad] = streams as readonly [string];
    target.weather.refuses = (stream) => stream === bad;
    const outbox = openOutbox(desk, 'portal', target, { rules: { failures: 3 } });
    await drain(outbox);
    for (let round = 0; round < 5; round += 1) right(await outbox.tell());
    const others = streams.filter((stream) => stream !== bad);
    expect([...idsOf(target.got)].toSorted()).toEqual([...(await expected(desk.history, others))].toSorted());
    const row = right(await outbox.place.rows([bad])()).get(bad);
    expect(row).toMatchObject({ parked: true, failures: 3, reason: 'event-refused', taken: expect.any(Number) });
    expect(right(await outbox.place.marked('parked/', '', 10)())).toEqual([bad]);
    expect(right(await outbox.place.marked('waiting/', '', 10)())).toEqual([]);
  });

  it('finds the one case whose events make a target fall silent, and takes no blame to the others', async () => {
    const desk = office();
    const target = fakeTarget();
    const bad = streams[2] as string;
    target.weather.poison = (stream) => stream === bad;
    const outbox = openOutbox(desk, 'portal', target, { rules: { failures: 2 } });
    await drain(outbox);
    const others = streams.filter((stream) => stream !== bad);
    expect([...idsOf(target.got)].toSorted()).toEqual([...(await expected(desk.history, others))].toSorted());
    const rows = right(await outbox.place.rows(streams)());
    for (const [stream, { failures, parked }] of rows)
      expect([stream, failures, parked]).toEqual([stream, stream === bad ? 1 : 0, false]);
  });

  it('keeps the later events of a case from overtaking one that is refused', async () => {
    const desk = office();
    const target = fakeTarget();
    const [bad] = streams as readonly [string];
    const [, second] = messagesFor('portal')(right(await desk.history(bad)).changes).filter(
      ({ revision }, index, all) => index === 0 || all[index - 1]?.revision !== revision,
    );
    const refusedAt = second?.revision ?? -1;
    target.weather.refuses = (stream, revision) => stream === bad && revision === refusedAt;
    const outbox = openOutbox(desk, 'portal', target, {
      rules: { failures: 9, batches: { events: 3, bytes: 100_000 } },
    });
    await outbox.hear(true).ended;
    for (let round = 0; round < 3; round += 1) right(await outbox.tell());
    const revisions = () => target.got.flatMap(({ message }) => (message.stream === bad ? [message.revision] : []));
    expect(revisions().length).toBeGreaterThan(0);
    expect(revisions().filter((revision) => revision >= refusedAt)).toEqual([]);
    target.weather.refuses = () => false;
    await drain(outbox);
    expect(revisions()).toContain(refusedAt);
    expectInOrder(target);
  });

  it('waits with a case for its pause, and says when it is due', async () => {
    const desk = office();
    const target = fakeTarget();
    const [bad] = streams as readonly [string];
    target.weather.refuses = (stream) => stream === bad;
    const outbox = openOutbox(desk, 'portal', target, { rules: { pauses: [60_000] } });
    await drain(outbox);
    const quiet = right(await outbox.tell());
    const due = new Date(Date.parse(played.now) + 60_000).toISOString();
    expect(quiet).toEqual({ sent: 0, more: false, dueAt: due });
  });

  it('splits by count and by weight, and keeps the order', () => {
    const one = (id: string, text: string) => ({ message: { id, data: { text } }, attempt: 1 }) as unknown as Outgoing;
    const light = Array.from({ length: 5 }, (_, index) => one(`${index}`, ''));
    expect(split(light, { events: 2, bytes: 10_000 }).map((batch) => batch.length)).toEqual([2, 2, 1]);
    const heavy = [one('a', 'x'.repeat(5_000)), one('b', ''), one('c', 'x'.repeat(5_000))];
    expect(split(heavy, { events: 9, bytes: 4_000 }).map((batch) => batch.length)).toEqual([1, 1, 1]);
    expect(split([], { events: 9, bytes: 4_000 })).toEqual([]);
  });

  it('whatever is lost, repeated, refused or killed, and when: all arrives, in order, and nothing else', async () => {
    const some = someCases(played.events, CASES);
    const own = [...new Set(some.map(({ stream }) => stream))];
    const should = [...(await expected(office().history, own))].toSorted();
    const shared = replaying(some);
    while (shared.more()) await shared.step();
    const whole = anOffice(shared.journal, shared.clock.now);
    const move = fc.constantFrom(
      'append',
      'append',
      'append',
      'hear',
      'tell',
      'tell',
      'restart',
      'two-at-once' as const,
    );
    const weather = fc.constantFrom('up', 'up', 'down', 'lost-answer' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(move, weather, fc.nat(CASES * 4)), { minLength: 5, maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (schedule, events) => {
          const writing = replaying(some);
          // What a stream comes to up to a revision never changes, so one memory serves all runs.
          const desk = { ...anOffice(writing.journal, writing.clock.now), history: whole.history };
          const target = fakeTarget();
          const rules: Partial<OutboxRules> = { batches: { events, bytes: 100_000 }, failures: 1_000, cases: 2 };
          let outbox = openOutbox(desk, 'portal', target, { rules });
          for (const [what, sky, bad] of schedule) {
            target.weather.now = sky;
            // Now all of a case, now only some of its events: then the later ones must wait for those.
            target.weather.refuses = (stream, revision) =>
              stream === own[bad % (CASES * 2)] && (bad < CASES * 2 || revision % 4 < 2);
            if (what === 'append') for (let each = 0; each < 12; each += 1) await writing.step();
            else if (what === 'hear') await outbox.hear(true).ended;
            else if (what === 'tell') right(await outbox.tell());
            else if (what === 'restart') outbox = openOutbox(desk, 'portal', target, { rules });
            else {
              const other = openOutbox(desk, 'portal', target, { rules });
              const [one, two] = await Promise.all([outbox.tell(), other.tell(), other.hear(true).ended]);
              right(one);
              right(two);
            }
          }
          while (writing.more()) await writing.step();
          target.weather.now = 'up';
          target.weather.refuses = () => false;
          await drain(outbox);
          expect([...idsOf(target.got)].toSorted()).toEqual(should);
          expectInOrder(target);
          expect(right(await outbox.place.marked('waiting/', '', 10)())).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  }, 240_000);
});

it('keeps what it is told to: a target without a name cannot be', async () => {
  const desk = office();
  const outbox = outboxOf({
    ...desk,
    law: undefined as never,
    timers: { after: () => () => undefined },
    holder: 'test',
    target: { name: 'No Name', audience: 'portal', deliver: fakeTarget().deliver },
  });
  const told = await outbox.tell();
  expect(told).toMatchObject({ _tag: 'Left', left: { kind: 'BadInput', at: 'view' } });
});
