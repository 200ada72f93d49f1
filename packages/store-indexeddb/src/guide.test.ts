/** What docs/guides/keep-cases-in-the-browser.md shows. */
import 'fake-indexeddb/auto';
import type { Fault, Instant, Journal } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { anEvent } from '@lienthong/testing/store-contract';
import { expect, it } from 'vitest';
import { indexedDbJournal } from './index.js';

const render = async (journal: Journal, after: string | undefined): Promise<string | undefined> => {
  const page = await journal.feed(after === undefined ? {} : { after })();
  return E.isRight(page) ? page.right.next : after;
};

// #region embed
const openCases = async (onNews: (journal: Journal) => void): Promise<Either<Fault, Journal>> => {
  const clock = { now: () => new Date().toISOString() as Instant };
  const opened = await indexedDbJournal({ name: 'cases', clock })();
  if (E.isRight(opened)) opened.right.watch?.(() => onNews(opened.right));
  return opened;
};
// #endregion embed

// #region room
/** Whether the browser promised to keep what is stored here, and how many bytes are left. */
const room = async (): Promise<Readonly<{ kept: boolean; left: number }>> => {
  const kept = await navigator.storage.persist();
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return { kept, left: quota - usage };
};
// #endregion room

it('opens, hears of news, and reads on from where it stood', async () => {
  let heard = 0;
  const opened = await openCases(() => {
    heard += 1;
  });
  if (E.isLeft(opened)) throw new Error(JSON.stringify(opened.left));
  const journal = opened.right;
  const before = await render(journal, undefined);
  await journal.append('case-1', 'none', [anEvent(1)])();
  expect(heard).toBe(1);
  expect(await render(journal, before)).not.toBe(before);
  expect(room).toBeTypeOf('function');
  await journal.close()();
});
