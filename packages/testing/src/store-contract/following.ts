/** Following a feed as a consumer does: it remembers where to go on, and nothing else. */
import type { FeedOptions, FeedPage, Journal, StoredEvent } from '@lienthong/core';
import { feedPage } from './asking.js';
import { aTurn, claim } from './check.js';

export type Follower = Readonly<{
  seen: readonly StoredEvent[];
  /** Reads on to the end there is now, and answers the last page. */
  look: () => Promise<FeedPage>;
}>;

export const follower = (journal: Journal, options: FeedOptions = {}): Follower => {
  const seen: StoredEvent[] = [];
  let after = options.after;
  return {
    seen,
    look: async () => {
      for (;;) {
        const page = await feedPage(journal, after === undefined ? options : { ...options, after });
        seen.push(...page.events);
        claim(page.end || page.next !== after, 'the feed goes on from where it stood: it makes no headway');
        after = page.next;
        if (page.end) return page;
      }
    },
  };
};

/** Does something again and again while some work is under way, and once more when it has ended. */
export const meanwhile = async (work: Promise<unknown>, look: () => Promise<unknown>): Promise<void> => {
  let working = true;
  const ending = work.finally(() => {
    working = false;
  });
  // Heard of below, however early it fails.
  ending.catch(() => undefined);
  try {
    while (working) {
      await look();
      await aTurn();
    }
  } finally {
    await ending;
  }
  await look();
};
