/** Writes a journal down as an archive. The feed is read twice, so that an archive of any length needs little memory. */
import type { Fault, FeedPage, Journal, StoredEvent } from '@lienthong/core';
import { type ArchiveHeader, archiveDigest, EMPTY_TREE, rootOf, withLeaf } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import { eventLine } from './format.js';

/** Every event, in the order of the feed, a page at a time. */
export async function* pagesOf(journal: Journal): AsyncGenerator<Either<Fault, readonly StoredEvent[]>> {
  let after: string | undefined;
  for (;;) {
    const page: Either<Fault, FeedPage> = await journal.feed(after === undefined ? {} : { after })();
    if (E.isLeft(page)) {
      yield page;
      return;
    }
    yield E.right(page.right.events);
    if (page.right.end) return;
    after = page.right.next;
  }
}

/** The release of the law book that an event names: the record of a command, or the receipt of a file. */
const releaseIn = ({ data }: StoredEvent): string | undefined => {
  const law = data['law'];
  const release = typeof law === 'object' && law !== null && 'release' in law ? law['release'] : undefined;
  return typeof release === 'string' ? release : undefined;
};

/** Signs what was counted; the note goes into the first line. */
export type Sign<P> = (counted: Readonly<{ size: number; root: string }>) => Promise<Either<P, string>>;

/** The first line, from a first reading; with the checkpoint that `sign` makes, where there is one to sign. */
export const describe = async <P = never>(
  journal: Journal,
  store: string,
  sign?: Sign<P>,
): Promise<Either<Fault | P, ArchiveHeader>> => {
  const releases = new Set<string>();
  const digest = archiveDigest();
  let tree = EMPTY_TREE;
  let size = 0;
  for await (const page of pagesOf(journal)) {
    if (E.isLeft(page)) return page;
    for (const event of page.right) {
      tree = withLeaf(tree, event.hash);
      digest.add(event.position);
      size += 1;
      const release = releaseIn(event);
      if (release !== undefined) releases.add(release);
    }
  }
  const root = rootOf(tree);
  const counted = { archive: 1, store, lawReleases: [...releases].sort(), count: size, root, size } as const;
  const checkpoint = await sign?.({ size, root });
  if (checkpoint !== undefined && E.isLeft(checkpoint)) return checkpoint;
  const header = checkpoint === undefined ? counted : { ...counted, checkpoint: checkpoint.right };
  return E.right({ ...header, digest: digest.of(header) });
};

/** The lines after the first, some at a time; events that came since `describe` are left for the next archive. */
export async function* archiveText(journal: Journal, { count }: ArchiveHeader): AsyncGenerator<Either<Fault, string>> {
  let left = count;
  for await (const page of pagesOf(journal)) {
    if (E.isLeft(page)) {
      yield page;
      return;
    }
    const events = page.right.slice(0, left);
    if (events.length > 0) yield E.right(events.map(eventLine).join(''));
    left -= events.length;
    if (left <= 0) return;
  }
}
