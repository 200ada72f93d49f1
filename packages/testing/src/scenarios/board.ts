/** The board (bảng theo dõi): every case of the scenario as the journal tells it, and which ones are to be looked at again. */
import {
  COMMAND_ACCEPTED,
  type Fault,
  type Instant,
  type Journal,
  type StoredEvent,
  unsealedFacts,
} from '@lienthong/core';
import type { BirthCaseKind } from '@lienthong/core/birth-case';
import { E } from '@lienthong/core/fp';
import { type CaseView, newView, seen } from './case-view.js';
import type { Filing } from './filings.js';

export type Board = Readonly<{
  views: ReadonlyMap<string, CaseView>;
  /** A filing is on its way under this case id. */
  expect: (id: string, filing: Filing) => void;
  /** Reads what was written since. Errors: what the journal could not give. */
  follow: () => Promise<Fault | undefined>;
  /** Something that stands in no journal: a look without a finding, a refusal heard. */
  note: (id: string, change: (view: CaseView) => Partial<CaseView>) => void;
  /** Cases touched since they were last asked for, in order. */
  takeTouched: () => readonly string[];
  isTouched: () => boolean;
  counts: () => Readonly<{ events: number; closed: number }>;
}>;

export const createBoard = (journal: Journal, kind: BirthCaseKind): Board => {
  const views = new Map<string, CaseView>();
  const expected = new Map<string, Filing>();
  const touched = new Set<string>();
  let after: string | undefined;
  let events = 0;
  let closed = 0;

  const viewOf = (id: string, appliedAt: Instant): CaseView | undefined => {
    const filing = expected.get(id);
    return views.get(id) ?? (filing && newView(filing, id, appliedAt, kind.decider.initial));
  };

  const take = (stored: StoredEvent): Fault | undefined => {
    events += 1;
    const { stream, revision, correlation: id, occurredAt } = stored;
    if (!stream.startsWith(`${kind.name}-`) || stored.type === COMMAND_ACCEPTED) return undefined;
    const recalled = kind.events.recall(unsealedFacts(stored));
    if (E.isLeft(recalled)) return { kind: 'Unreadable', stream, revision, ...recalled.left };
    const view = viewOf(id, occurredAt);
    if (view === undefined) return undefined;
    const event = recalled.right;
    views.set(id, seen(view, stored, event, kind.decider.evolve(view.state, event)));
    if (event.type === 'CaseClosed') closed += 1;
    touched.add(id);
    return undefined;
  };

  const follow = async (): Promise<Fault | undefined> => {
    for (;;) {
      const page = await journal.feed(after === undefined ? {} : { after })();
      if (E.isLeft(page)) return page.left;
      for (const stored of page.right.events) {
        const fault = take(stored);
        if (fault !== undefined) return fault;
      }
      after = page.right.next;
      if (page.right.end) return undefined;
    }
  };

  return {
    views,
    expect: (id, filing) => void expected.set(id, filing),
    follow,
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
    counts: () => ({ events, closed }),
  };
};
