/**
 * What hangs between the agencies at a moment (yêu cầu đang vướng): with which agency, why, and since when. Listed together where
 * all three are the same, so that one outage is one line; told by codes and case ids alone.
 */
import { type Instant, msBetween } from '@lienthong/core';
import type { Ledger, OpenRequest, Purpose } from '@lienthong/core/requests';
import type { Asked, View } from './case-view.js';
import { earliest } from './ticks.js';

export type StuckRequests = Readonly<{
  agency: string;
  purpose: Purpose;
  /** `given-up`: people look for it; `contradicted`: two answers differ; `failing`: tried in vain; `silent`: held, and no answer. */
  because: 'given-up' | 'contradicted' | 'failing' | 'silent';
  /** The code of what last went wrong, where anything did. */
  code?: string;
  /** Since when the first of them. */
  since: Instant;
  count: number;
  caseIds: readonly string[];
}>;

/** As much of a case of either group as hangs. */
type Hanging = View<unknown, Readonly<{ requests: Ledger }>>;
type Silence = Readonly<{ at: Instant; silentMs: number }>;

const becauseOf = (
  { status, contradicted }: OpenRequest,
  { since }: Asked,
  { at, silentMs }: Silence,
  escalated: boolean,
): StuckRequests['because'] | undefined => {
  if (status === 'given-up') return 'given-up';
  if (contradicted === true && escalated) return 'contradicted';
  if (status === 'failed' || status === 'deferred') return 'failing';
  return status !== 'answered' && msBetween(since, at) > silentMs ? 'silent' : undefined;
};

type Escalating = Hanging & Readonly<{ state: Readonly<{ application: Readonly<{ escalated: readonly string[] }> }> }>;

/** The oldest first; never by the order in which cases came to be known, which a store may change from run to run. */
const rankOf = ({ since, agency, purpose, because, code = '' }: StuckRequests): string =>
  `${since} ${agency} ${purpose} ${because} ${code}`;

export const stuckRequests = (
  views: Iterable<Escalating>,
  desks: Readonly<Partial<Record<Purpose, Readonly<{ agency: string }>>>>,
  silence: Silence,
): readonly StuckRequests[] => {
  const found = new Map<string, StuckRequests>();
  for (const { caseId, state, asked } of views) {
    for (const open of Object.values(state.requests)) {
      const { request, purpose } = open;
      const known = asked[request];
      const escalated = state.application.escalated.includes(request);
      const because = known && becauseOf(open, known, silence, escalated);
      if (known === undefined || because === undefined) continue;
      const { since, code } = known;
      const name = `${purpose} ${because} ${code ?? ''}`;
      const agency = desks[purpose]?.agency ?? 'none';
      const before = found.get(name) ?? {
        agency,
        purpose,
        because,
        ...(code && { code }),
        since,
        count: 0,
        caseIds: [],
      };
      const caseIds = before.caseIds.includes(caseId) ? before.caseIds : [...before.caseIds, caseId];
      found.set(name, {
        ...before,
        since: earliest([since, before.since]) ?? since,
        count: before.count + 1,
        caseIds,
      });
    }
  }
  return [...found.values()]
    .map((line) => ({ ...line, caseIds: line.caseIds.toSorted() }))
    .toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
};
