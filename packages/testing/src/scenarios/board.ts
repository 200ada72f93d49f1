/** The board (bảng theo dõi): every case of one group as the journal tells it, and which ones are to be looked at again. */
import {
  type CaseKind,
  COMMAND_ACCEPTED,
  type Command,
  type Fault,
  type Instant,
  type Journal,
  type StoredEvent,
  unsealedFacts,
} from '@lienthong/core';
import type { BirthEvent } from '@lienthong/core/birth-case';
import type { DeathEvent } from '@lienthong/core/death-case';
import { E } from '@lienthong/core/fp';
import { newView, seen, type View } from './case-view.js';

export type Board<F, S> = Readonly<{
  views: ReadonlyMap<string, View<F, S>>;
  /** A filing is on its way under this case id. */
  expect: (id: string, filing: F) => void;
  /** Takes in one event of the feed, of whatever stream. Errors: one that nobody can read. */
  take: (stored: StoredEvent) => Fault | undefined;
  /** Something that stands in no journal: a look without a finding, a refusal heard. */
  note: (id: string, change: (view: View<F, S>) => Partial<View<F, S>>) => void;
  /** Cases touched since they were last asked for, in order. */
  takeTouched: () => readonly string[];
  isTouched: () => boolean;
  closed: () => number;
}>;

export const createBoard = <F, C extends Command, Ev extends BirthEvent | DeathEvent, S, R extends string>(
  kind: CaseKind<C, Ev, S, R>,
): Board<F, S> => {
  const views = new Map<string, View<F, S>>();
  const expected = new Map<string, F>();
  const touched = new Set<string>();
  let closed = 0;

  const viewOf = (caseId: string, stream: string, appliedAt: Instant): View<F, S> | undefined => {
    const filing = expected.get(caseId);
    return (
      views.get(caseId) ??
      (filing === undefined ? undefined : newView(filing, { caseId, stream }, appliedAt, kind.decider.initial))
    );
  };

  const take = (stored: StoredEvent): Fault | undefined => {
    const { stream, revision, correlation: id, occurredAt } = stored;
    if (!stream.startsWith(`${kind.name}-`) || stored.type === COMMAND_ACCEPTED) return undefined;
    const recalled = kind.events.recall(unsealedFacts(stored));
    if (E.isLeft(recalled)) return { kind: 'Unreadable', stream, revision, ...recalled.left };
    const view = viewOf(id, stream, occurredAt);
    if (view === undefined) return undefined;
    const event = recalled.right;
    views.set(id, seen(view, stored, event, kind.decider.evolve(view.state, event)));
    if (event.type === 'CaseClosed') closed += 1;
    touched.add(id);
    return undefined;
  };

  return {
    views,
    expect: (id, filing) => void expected.set(id, filing),
    take,
    note: (id, change) => {
      const view = views.get(id);
      if (view === undefined) return;
      views.set(id, { ...view, ...change(view) });
      touched.add(id);
    },
    takeTouched: () => {
      const all = [...touched].toSorted();
      touched.clear();
      return all;
    },
    isTouched: () => touched.size > 0,
    closed: () => closed,
  };
};

/** Reads what was written since, once for all who want to know of it. */
export type Reading = Readonly<{ follow: () => Promise<Fault | undefined>; events: () => number }>;

export const readingOf = (
  journal: Journal,
  takers: readonly ((stored: StoredEvent) => Fault | undefined)[],
): Reading => {
  let after: string | undefined;
  let events = 0;
  return {
    follow: async () => {
      for (;;) {
        const page = await journal.feed(after === undefined ? {} : { after })();
        if (E.isLeft(page)) return page.left;
        for (const stored of page.right.events) {
          events += 1;
          for (const take of takers) {
            const fault = take(stored);
            if (fault !== undefined) return fault;
          }
        }
        after = page.right.next;
        if (page.right.end) return undefined;
      }
    },
    events: () => events,
  };
};
