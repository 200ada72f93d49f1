/** Requests to other agencies that nobody has answered yet (yêu cầu chưa có trả lời), and which of them are stuck. */
import type { Row } from '../kernel/view-store.js';
import type { OpenRequest, Purpose, RequestStatus } from '../requests/index.js';
import { type Instant, msBetween } from '../values/plain-date.js';
import type { CaseRow } from './case-row.js';
import { unitOf, viewRow } from './group-views.js';
import type { GroupName } from './standing.js';

export type AskedRequest = Readonly<{
  request: string;
  purpose: Purpose;
  status: RequestStatus;
  attempts: number;
  /** When it was wanted, when it first left, and when its status last changed. */
  intendedAt: Instant;
  firstSentAt?: Instant;
  since: Instant;
  until?: Instant;
  /** The support team has it. */
  escalated: boolean;
  /** A later answer says something else than the one on record. */
  contradicted: boolean;
  unit: string;
  group: GroupName;
  caseId: string;
  stream: string;
}>;

export const REQUESTS = 'request/';

/** Answered ones are left out, unless another answer came that says otherwise and a person must settle it. */
const concerns = ({ status, contradicted }: OpenRequest, escalated: boolean): boolean =>
  status !== 'answered' || (contradicted === true && escalated);

export const requestRows = (row: CaseRow): readonly Row[] => {
  const { state, stream, caseId, group, asked, lastAt } = row;
  return Object.values(state.requests).flatMap((request): readonly Row[] => {
    const { purpose, status, attempts, until, contradicted = false } = request;
    const escalated = state.application.escalated.includes(request.request);
    if (!concerns(request, escalated)) return [];
    const when = asked[request.request] ?? { intendedAt: lastAt, since: lastAt };
    const value: AskedRequest = {
      request: request.request,
      purpose,
      status,
      attempts,
      ...when,
      ...(until === undefined ? {} : { until }),
      escalated,
      contradicted,
      unit: unitOf(row),
      group,
      caseId,
      stream,
    };
    return [viewRow(`${REQUESTS}${stream}/${request.request}`, value)];
  });
};

/** How long a request may be silent at a moment, in milliseconds, before it counts as stuck. */
export type Silence = Readonly<{ at: Instant; silentMs: number }>;

export type Stuck = AskedRequest & Readonly<{ because: 'given-up' | 'contradicted' | 'failing' | 'silent' }>;

/** Why a request is stuck at a moment; `undefined` for one that is on its way. */
export const stuckBecause = (request: AskedRequest, { at, silentMs }: Silence): Stuck['because'] | undefined => {
  if (request.status === 'given-up') return 'given-up';
  if (request.contradicted) return 'contradicted';
  if (msBetween(request.since, at) <= silentMs) return undefined;
  return request.status === 'failed' || request.status === 'deferred' ? 'failing' : 'silent';
};
