/** Plays scenarios for tests (chạy thử kịch bản): in memory, with everything that was written at hand afterwards. */
import { atInVietnam, memoryJournal, type StoredEvent } from '@lienthong/core';
import { developmentKeys } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { virtualClock } from '../agencies/index.js';
import type { Books } from './books.js';
import { simulate } from './simulate.js';
import type { Simulated, SimulationOptions } from './simulation.js';

const law = lawBook();

export type Played = Readonly<{ result: Simulated; events: readonly StoredEvent[]; books: Books }>;

export const play = async (
  asked: Pick<SimulationOptions, 'scenario' | 'seed' | 'faults' | 'births' | 'deaths'>,
): Promise<Played> => {
  const clock = virtualClock(atInVietnam(asked.scenario.from));
  const journal = memoryJournal({ clock });
  const keys = developmentKeys('test');
  const closed: Books[] = [];
  const onBooks = (books: Books): void => void closed.push(books);
  const done = await simulate({ ...asked, journal, keys, law, clock, secret: 'test', onBooks })();
  if (E.isLeft(done)) throw new Error(JSON.stringify(done.left));
  const feed = await journal.feed({ limit: 1_000_000 })();
  return { result: done.right, events: E.isRight(feed) ? feed.right.events : [], books: closed[0] as Books };
};

/** The last hash of every stream says everything about it. */
export const heads = (events: readonly StoredEvent[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    events.map(({ stream, hash }) => [stream, hash] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
