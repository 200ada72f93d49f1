/** All that a case's events come to in public: each change of each span, with the event that made it. Made without a key. */
import { COMMAND_ACCEPTED, type Fault, type Journal, type StoredEvent } from '@lienthong/core';
import { canonical, type JsonObject } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import type { LawBook } from '@lienthong/core/law';
import { caseIdOf, type Folding, type Groups, groupOf, groupsUnder } from './groups.js';
import type { StatusChange } from './standing.js';
import { statusOf } from './status-of.js';

/** A stream on its way through the fold: what it came to so far, and the last of each span. */
type Telling = Readonly<{ folding: Folding; last: Map<string, string>; changes: StatusChange[] }>;

const beginning = (groups: Groups, group: 'birth' | 'death'): Telling => ({
  folding: groups[group](),
  last: new Map(),
  changes: [],
});

/** Takes one more event in. The left is a code: an event that this release cannot read. */
const takeIn = ({ folding, last, changes }: Telling, stored: StoredEvent): Either<string, void> => {
  const { id, type, stream, revision, occurredAt } = stored;
  if (type === COMMAND_ACCEPTED) return E.right(undefined);
  const folded = folding.after(stored);
  if (E.isLeft(folded)) return folded;
  const facts = folding.facts();
  for (const standing of facts === undefined ? [] : statusOf(facts, occurredAt)) {
    const text = canonical(standing as unknown as JsonObject);
    if (last.get(standing.span) === text) continue;
    last.set(standing.span, text);
    const { group } = facts as NonNullable<typeof facts>;
    changes.push({ event: id, revision, at: occurredAt, group, caseId: caseIdOf(stream), stream, standing });
  }
  return E.right(undefined);
};

/** From the first event of a stream on, in order. The left is a code. */
export const changesIn = (groups: Groups, stored: readonly StoredEvent[]): Either<string, readonly StatusChange[]> => {
  const group = groupOf(stored[0]?.stream ?? '');
  if (group === undefined) return E.right([]);
  const telling = beginning(groups, group);
  for (const event of stored) {
    const taken = takeIn(telling, event);
    if (E.isLeft(taken)) return taken;
  }
  return E.right(telling.changes);
};

/** What a stream comes to, and its last revision. */
export type Told = Readonly<{ changes: readonly StatusChange[]; head: number }>;

/** Reads streams and remembers how far: several targets may share one, and each event is folded once. */
export type History = (stream: string) => Promise<Either<Fault | 'Unreadable', Told>>;

type Remembered = { telling: Telling; head: number };

/** `most` streams are remembered; whoever was looked at longest ago is forgotten, and read anew when it is asked for. */
export const historyOf = (journal: Journal, law: LawBook, most = 2_000): History => {
  const groups = groupsUnder(law);
  const remembered = new Map<string, Remembered>();
  const underway = new Map<string, Promise<Either<Fault | 'Unreadable', Told>>>();

  const read = async (stream: string): Promise<Either<Fault | 'Unreadable', Told>> => {
    const group = groupOf(stream);
    if (group === undefined) return E.right({ changes: [], head: -1 });
    const known = remembered.get(stream) ?? { telling: beginning(groups, group), head: -1 };
    const page = await journal.read(stream, { from: known.head + 1 })();
    if (E.isLeft(page)) return page;
    remembered.delete(stream);
    for (const event of page.right.events) {
      if (E.isLeft(takeIn(known.telling, event))) return E.left('Unreadable');
      known.head = event.revision;
    }
    remembered.set(stream, known);
    const [oldest] = remembered.keys();
    if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
    return E.right({ changes: [...known.telling.changes], head: known.head });
  };

  return (stream) => {
    const now = underway.get(stream) ?? read(stream).finally(() => underway.delete(stream));
    underway.set(stream, now);
    return now;
  };
};
