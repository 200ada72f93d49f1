/** A case as the people around it see it: its state from the journal, and when what happened last. */
import type { Instant, StoredEvent } from '@lienthong/core';
import type { BirthCase, BirthEvent } from '@lienthong/core/birth-case';
import type { DeathCase, DeathEvent } from '@lienthong/core/death-case';
import { isRequestEvent } from '@lienthong/core/requests';
import type { DeathFiling } from './death-filings.js';
import type { Filing } from './filings.js';

export type Asked = Readonly<{ since: Instant; code?: string }>;

/** Events of either group. */
export type EventType = BirthEvent['type'] | DeathEvent['type'];

/** `F` is what was filed, `S` how the case stands. */
export type View<F, S> = Readonly<{
  caseId: string;
  stream: string;
  filing: F;
  appliedAt: Instant;
  state: S;
  /** How often each type of event came, and when it came last. */
  count: Readonly<Partial<Record<EventType, number>>>;
  last: Readonly<Partial<Record<EventType, Instant>>>;
  /** Idempotency keys by request. */
  keys: Readonly<Record<string, string>>;
  /** When each request last changed its condition, and the code of what went wrong. */
  asked: Readonly<Record<string, Asked>>;
  /** Why the personal number was last held back. */
  heldFor: string | null;
  /** What was last sent back for, while nobody has mended it. */
  toMend: string | null;
  /** Reasons for which the law refused somebody here. */
  refusals: readonly string[];
  /** How often the support team has looked for a request. */
  looks: Readonly<Record<string, number>>;
}>;

export type CaseView = View<Filing, BirthCase>;
export type DeathView = View<DeathFiling, DeathCase>;

export const newView = <F, S>(
  filing: F,
  { caseId, stream }: Readonly<{ caseId: string; stream: string }>,
  appliedAt: Instant,
  state: S,
): View<F, S> => ({
  caseId,
  stream,
  filing,
  appliedAt,
  state,
  count: {},
  last: {},
  keys: {},
  asked: {},
  heldFor: null,
  toMend: null,
  refusals: [],
  looks: {},
});

type AnyEvent = BirthEvent | DeathEvent;

const askedAfter = (
  asked: Readonly<Record<string, Asked>>,
  { occurredAt }: StoredEvent,
  event: AnyEvent,
): Readonly<Record<string, Asked>> => {
  if (!isRequestEvent(event) || event.type === 'RequestProgressed') return asked;
  const code = 'why' in event ? { code: event.why } : {};
  return { ...asked, [event.request]: { since: occurredAt, ...code } };
};

const keysAfter = (
  keys: Readonly<Record<string, string>>,
  stored: StoredEvent,
  event: AnyEvent,
): Readonly<Record<string, string>> => {
  if (event.type !== 'RequestIntended') return keys;
  const resumed = event.resumes === undefined ? undefined : keys[event.resumes];
  return { ...keys, [event.request]: resumed ?? stored.id };
};

const toMendAfter = (toMend: string | null, event: AnyEvent): string | null => {
  if (event.type === 'ResidenceReturnedUpstream' || event.type === 'CardReturnedUpstream') return event.field;
  return event.type === 'CorrectionRegistered' || event.type === 'ExtractRecalled' ? null : toMend;
};

/** The view after one more event of the case. */
export const seen = <F, S>(view: View<F, S>, stored: StoredEvent, event: AnyEvent, state: S): View<F, S> => ({
  ...view,
  state,
  count: { ...view.count, [event.type]: (view.count[event.type] ?? 0) + 1 },
  last: { ...view.last, [event.type]: stored.occurredAt },
  keys: keysAfter(view.keys, stored, event),
  asked: askedAfter(view.asked, stored, event),
  heldFor: event.type === 'PersonalNumberDelayed' ? event.cause : view.heldFor,
  toMend: toMendAfter(view.toMend, event),
});

export const times = ({ count }: Pick<CaseView, 'count'>, type: EventType): number => count[type] ?? 0;
