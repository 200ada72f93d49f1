/** A scenario played once for the tests of views, with all that was written at hand. */
import { virtualClock } from '@lienthong/testing/agencies';
import { ngheAn2026, type Simulated, type SimulationOptions, simulate } from '@lienthong/testing/scenarios';
import { developmentKeys } from '../../evidence/index.js';
import { E } from '../../fp.js';
import { type Journal, memoryJournal, type StoredEvent } from '../../kernel/index.js';
import { memoryViewStore } from '../../kernel/memory-view-store.js';
import type { Row, ViewStore } from '../../kernel/view-store.js';
import { lawBook } from '../../law/index.js';
import { atInVietnam } from '../../values/plain-date.js';
import { CASES, casesView } from '../cases-view.js';

export const law = lawBook();
export const projection = casesView({ law });

export type Played = Readonly<{
  journal: Journal;
  events: readonly StoredEvent[];
  result: Simulated;
  clock: SimulationOptions['clock'];
}>;

export const play = async (
  asked: Pick<SimulationOptions, 'seed' | 'faults' | 'births' | 'deaths'>,
): Promise<Played> => {
  const clock = virtualClock(atInVietnam(ngheAn2026.from));
  const journal = memoryJournal({ clock });
  const options = { scenario: ngheAn2026, journal, keys: developmentKeys('test'), law, clock, secret: 'test' };
  const done = await simulate({ ...options, ...asked })();
  if (E.isLeft(done)) throw new Error(JSON.stringify(done.left));
  const feed = await journal.feed({ limit: 1_000_000 })();
  if (E.isLeft(feed)) throw new Error(feed.left.kind);
  return { journal, events: feed.right.events, result: done.right, clock };
};

/** All rows of the live generation, by key. */
export const rowsIn = async (views: ViewStore): Promise<readonly Row[]> => {
  const page = await views.rows({ view: CASES, generation: 'live' }, { limit: 1_000_000 })();
  if (E.isLeft(page)) throw new Error(JSON.stringify(page.left));
  return page.right.rows;
};

export const emptyViews = memoryViewStore;
