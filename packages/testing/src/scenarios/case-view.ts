/** A case as the people around it see it: its state from the journal, and when what happened last. */
import type { Instant, StoredEvent } from '@lienthong/core';
import type { BirthCase, BirthEvent } from '@lienthong/core/birth-case';
import type { Filing } from './filings.js';

export type CaseView = Readonly<{
  caseId: string;
  stream: string;
  filing: Filing;
  appliedAt: Instant;
  state: BirthCase;
  /** How often each type of event came, and when it came last. */
  count: Readonly<Partial<Record<BirthEvent['type'], number>>>;
  last: Readonly<Partial<Record<BirthEvent['type'], Instant>>>;
  /** Idempotency keys by request. */
  keys: Readonly<Record<string, string>>;
  /** Why the personal number was last held back. */
  heldFor: string | null;
  /** What was last sent back for, while nobody has mended it. */
  toMend: string | null;
  /** Reasons for which the law refused somebody here. */
  refusals: readonly string[];
  /** How often the support team has looked for a request. */
  looks: Readonly<Record<string, number>>;
}>;

export const newView = (filing: Filing, caseId: string, appliedAt: Instant, state: BirthCase): CaseView => ({
  caseId,
  stream: `birth-${caseId}`,
  filing,
  appliedAt,
  state,
  count: {},
  last: {},
  keys: {},
  heldFor: null,
  toMend: null,
  refusals: [],
  looks: {},
});

const keysAfter = (view: CaseView, stored: StoredEvent, event: BirthEvent): CaseView['keys'] => {
  if (event.type !== 'RequestIntended') return view.keys;
  const resumed = event.resumes === undefined ? undefined : view.keys[event.resumes];
  return { ...view.keys, [event.request]: resumed ?? stored.id };
};

const toMendAfter = (view: CaseView, event: BirthEvent): string | null => {
  if (event.type === 'ResidenceReturnedUpstream' || event.type === 'CardReturnedUpstream') return event.field;
  return event.type === 'CorrectionRegistered' || event.type === 'ExtractRecalled' ? null : view.toMend;
};

/** The view after one more event of the case. */
export const seen = (view: CaseView, stored: StoredEvent, event: BirthEvent, state: BirthCase): CaseView => ({
  ...view,
  state,
  count: { ...view.count, [event.type]: (view.count[event.type] ?? 0) + 1 },
  last: { ...view.last, [event.type]: stored.occurredAt },
  keys: keysAfter(view, stored, event),
  heldFor: event.type === 'PersonalNumberDelayed' ? event.cause : view.heldFor,
  toMend: toMendAfter(view, event),
});

export const times = (view: CaseView, type: BirthEvent['type']): number => view.count[type] ?? 0;
