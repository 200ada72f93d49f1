/**
 * Opens a store to be verified: as it stands, so that the verifier and not the store finds what is wrong and names it. Of an
 * SQLite file that does not agree with its own counts the events are still read.
 */
import { existsSync } from 'node:fs';
import type { Clock, Fault, FeedPage, Journal, StoredEvent } from '@lienthong/core';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { pickDriver, sqliteJournal } from '@lienthong/store-sqlite';
import type { Io } from '../io.js';
import { faulty, type Problem } from '../problem.js';
import { nameOf, type OpenStore, openToRead } from '../stores/open-store.js';
import type { StoreUrl } from '../stores/store-url.js';

/** `sound` is false when the store said of itself that it is not. */
export type StoreToVerify = OpenStore & Readonly<{ sound: boolean }>;

const isCorrupt = (fault: Fault): boolean => fault.kind === 'Unavailable' && fault.code === 'corrupt';

const sqliteAsItStands = (url: Extract<StoreUrl, { kind: 'sqlite' }>, clock: Clock) =>
  pipe(
    pickDriver,
    TE.flatMap((driver) => {
      const open = (check: 'full' | 'none') =>
        sqliteJournal({ driver, path: url.path, clock, mode: 'read', verify: false, check });
      const found = (sound: boolean) => (journal: Journal) => ({ url, journal, name: nameOf(url), sound });
      return pipe(
        open('full'),
        TE.map(found(true)),
        TE.orElse((fault) => (isCorrupt(fault) ? pipe(open('none'), TE.map(found(false))) : TE.left(fault))),
      );
    }),
    TE.mapLeft(faulty),
  );

/** Errors: as for any store that is read. */
export const openToVerify = (url: StoreUrl, written: string, io: Io): TE.TaskEither<Problem, StoreToVerify> =>
  url.kind === 'sqlite' && existsSync(url.path)
    ? sqliteAsItStands(url, io)
    : pipe(
        openToRead(written, io),
        TE.map((store) => ({ ...store, sound: true })),
      );

/** What ended the reading before the feed did: an event that cannot be read, or a store that does not serve. */
export type Stop = { at: 'nothing' | 'unreadable' | Fault };

/** The feed, a page at a time; where a page cannot be read, one event at a time up to the one that cannot. */
export async function* readablePages(journal: Journal, stop: Stop): AsyncGenerator<readonly StoredEvent[]> {
  let after: string | undefined;
  let limit: number | undefined;
  for (;;) {
    const page: Either<Fault, FeedPage> = await journal.feed({
      ...(after === undefined ? {} : { after }),
      ...(limit === undefined ? {} : { limit }),
    })();
    if (E.isLeft(page)) {
      if (isCorrupt(page.left) && limit === undefined) {
        limit = 1;
        continue;
      }
      stop.at = isCorrupt(page.left) ? 'unreadable' : page.left;
      return;
    }
    yield page.right.events;
    if (page.right.end) return;
    after = page.right.next;
  }
}
