/**
 * The life of a request to another agency (yêu cầu liên thông), in the case's own stream: intended with the event that causes
 * it, sent, acknowledged, answered; or deferred, failed and given up. A failed attempt is an event only when the condition
 * changes (R8); tries are telemetry.
 */
import type { JsonObject } from '../evidence/canonical.js';
import type { DomainEvent, UnavailableCode } from '../kernel/index.js';
import type { Instant } from '../values/plain-date.js';

/** What an agency is asked to do. */
export type Purpose =
  | 'assign-personal-number'
  | 'enter-birth'
  | 'register-residence'
  | 'issue-card'
  | 'issue-identity-card'
  | 'tell-residence'
  | 'tell-insurance'
  | 'tell-population';

type Of<T extends string, F> = DomainEvent<T> & Readonly<{ request: string }> & Readonly<F>;

/** `request` names it within the case, such as `issue-card#1`; `resumes` the one whose idempotency key it takes over. */
export type RequestIntended = Of<'RequestIntended', { purpose: Purpose; resumes?: string }>;
export type RequestSent = Of<'RequestSent', { attempt: number }>;
export type RequestAcknowledged = Of<'RequestAcknowledged', { receivedAt: Instant; reference: string }>;
/** A step on the way to the answer, such as `verifying`. */
export type RequestProgressed = Of<'RequestProgressed', { step: string; cause: string }>;
/** What an agency said, in facts; what concerns a person came sealed with the leg's own event. */
export type Answer = JsonObject & Readonly<{ outcome: string }>;
export type RequestAnswered = Of<'RequestAnswered', { answer: Answer; answeredAt: Instant }>;
export type RequestDeferred = Of<'RequestDeferred', { until: Instant; why: UnavailableCode | 'asked-to-wait' }>;
export type RequestFailed = Of<'RequestFailed', { why: UnavailableCode | 'outcome-unknown' }>;
export type RequestGivenUp = Of<'RequestGivenUp', { why: UnavailableCode | 'outcome-unknown'; lookFor: string }>;
/** A later answer says something else than the one recorded; the first stands until a person settles it. */
export type AnswerContradicted = Of<'AnswerContradicted', { answer: Answer; recorded: string; answeredAt: Instant }>;

export type RequestEvent =
  | RequestIntended
  | RequestSent
  | RequestAcknowledged
  | RequestProgressed
  | RequestAnswered
  | RequestDeferred
  | RequestFailed
  | RequestGivenUp
  | AnswerContradicted;

export const REQUEST_EVENTS: readonly RequestEvent['type'][] = [
  'RequestIntended',
  'RequestSent',
  'RequestAcknowledged',
  'RequestProgressed',
  'RequestAnswered',
  'RequestDeferred',
  'RequestFailed',
  'RequestGivenUp',
  'AnswerContradicted',
];

/** Where a request stands. When it should be answered is a deadline of its leg, not of the request. */
export type RequestStatus = 'intended' | 'sent' | 'acknowledged' | 'deferred' | 'failed' | 'given-up' | 'answered';

export type OpenRequest = Readonly<{
  request: string;
  purpose: Purpose;
  status: RequestStatus;
  resumes?: string;
  attempts: number;
  until?: Instant;
  /** The answer on record. */
  answer?: Answer;
  contradicted?: true;
}>;

/** Whether an event is one of the request machine's. */
export const isRequestEvent = (event: Readonly<{ type: string }>): event is RequestEvent =>
  (REQUEST_EVENTS as readonly string[]).includes(event.type);
