/** A month of invented families played once, and an office that tells its targets by hand, step by step. */
import {
  atInVietnam,
  type Instant,
  type Journal,
  memoryJournal,
  openPersonal,
  type StoredEvent,
} from '@lienthong/core';
import { developmentKeys } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { memoryViewStore, type Timers, type ViewStore } from '@lienthong/core/subscriptions';
import { virtualClock } from '@lienthong/testing/agencies';
import { ngheAn2026, simulate } from '@lienthong/testing/scenarios';
import type { Deliver, Delivered, Outgoing, Trouble } from '../outbox/delivery.js';
import { type Outbox, type OutboxRules, outboxOf } from '../outbox/outbox.js';
import { groupOf } from '../status/groups.js';
import { type History, historyOf } from '../status/history.js';
import type { Audience } from '../status/views.js';

export const law = lawBook();
export const keys = developmentKeys('test');

export const right = <L, T>(answer: E.Either<L, T>): T => {
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  return answer.right;
};

export type Played = Readonly<{ journal: Journal; events: readonly StoredEvent[]; now: Instant }>;

export const play = async (births: number, deaths: number, seed = 7): Promise<Played> => {
  const clock = virtualClock(atInVietnam(ngheAn2026.from));
  const journal = memoryJournal({ clock });
  const asked = { scenario: ngheAn2026, journal, keys, law, clock, secret: 'test', seed, faults: 'storm' } as const;
  right(await simulate({ ...asked, births, deaths })());
  const { events } = right(await journal.feed({ limit: 1_000_000 })());
  return { journal, events, now: clock.now() };
};

/** Every text in a sealed block that is longer than a code word: names, numbers, addresses. */
export const personalTexts = async (events: readonly StoredEvent[]): Promise<ReadonlySet<string>> => {
  const texts = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) collect(each);
  };
  for (const event of events) collect((await openPersonal(keys, event)).personal);
  return texts;
};

/** A journal to which recorded events are put again one by one, in their old order. */
export const replaying = (events: readonly StoredEvent[]) => {
  const clock = virtualClock('2027-01-01T00:00:00.000Z' as Instant);
  const journal = memoryJournal({ clock });
  let next = 0;
  return {
    journal,
    clock,
    more: () => next < events.length,
    step: async (): Promise<void> => {
      const event = events[next];
      if (event === undefined) return;
      next += 1;
      const { v: _, stream, revision, position: __, recordedAt: ___, previous: ____, hash: _____, ...own } = event;
      right(await journal.append(stream, revision === 0 ? 'none' : { exact: revision - 1 }, [own])());
    },
  };
};

/** Events of so many cases, in the order of the feed. */
export const someCases = (events: readonly StoredEvent[], howMany: number): readonly StoredEvent[] => {
  const streams = [...new Set(events.map(({ stream }) => stream))].filter((stream) => groupOf(stream) !== undefined);
  const chosen = new Set(streams.slice(0, howMany));
  return events.filter(({ stream }) => chosen.has(stream));
};

const noTimers: Timers = { after: () => () => undefined };

export type FakeTarget = Readonly<{
  deliver: Deliver;
  /** What arrived, with repeats, in order. */
  got: Outgoing[];
  batches: number[];
  weather: {
    now: 'up' | 'down' | 'lost-answer';
    refuses: (stream: string, revision: number) => boolean;
    poison: (stream: string) => boolean;
  };
}>;

export const fakeTarget = (): FakeTarget => {
  const got: Outgoing[] = [];
  const batches: number[] = [];
  const weather: FakeTarget['weather'] = { now: 'up', refuses: () => false, poison: () => false };
  const deliver: Deliver = (batch) => async (): Promise<E.Either<Trouble, Delivered>> => {
    const streams = batch.map(({ message }) => message.stream);
    if (weather.now === 'down') return E.left({ reason: 'portal:unreachable' });
    if (streams.some(weather.poison)) return E.left({ reason: 'OutcomeUnknown', doubtful: true });
    if (batch.some(({ message }) => weather.refuses(message.stream, message.revision)))
      return E.right({ is: 'refused', reason: 'event-refused' });
    got.push(...batch);
    batches.push(batch.length);
    return weather.now === 'lost-answer'
      ? E.left({ reason: 'OutcomeUnknown', doubtful: true })
      : E.right({ is: 'taken' });
  };
  return { deliver, got, batches, weather };
};

export type Office = Readonly<{ journal: Journal; clock: { now: () => Instant }; views: ViewStore; history: History }>;

export const anOffice = (journal: Journal, now: () => Instant): Office => ({
  journal,
  clock: { now },
  views: memoryViewStore(),
  history: historyOf(journal, law),
});

/** The outbox of a target as one instance opens it. */
export const openOutbox = (
  { journal, clock, views, history }: Office,
  name: string,
  target: Pick<FakeTarget, 'deliver'>,
  { audience = 'portal', rules = {} }: Readonly<{ audience?: Audience; rules?: Partial<OutboxRules> }> = {},
): Outbox =>
  outboxOf({
    journal,
    views,
    history,
    law,
    clock,
    timers: noTimers,
    holder: 'test',
    target: { name, audience, deliver: target.deliver },
    rules: { lease: null, pauses: [0], ...rules },
  });

/** Hears what there is, and tells until nothing waits that may be told now. */
export const drain = async (outbox: Outbox, rounds = 1_000): Promise<void> => {
  await outbox.hear(true).ended;
  for (let round = 0; round < rounds; round += 1) {
    const told = right(await outbox.tell());
    if (told.trouble !== undefined || (!told.more && told.sent === 0)) return;
  }
};
