/**
 * The life of a request to another agency (yêu cầu liên thông), in the case's own stream: intended with the event that causes
 * it, sent, acknowledged, answered; or deferred, failed and given up. A failed attempt is an event only when the condition
 * changes (R8); tries are telemetry.
 */
import type { JsonObject } from '../evidence/canonical.js';
import type { DomainEvent, UnavailableCode } from '../kernel/index.js';
import type { Instant } from '../values/plain-date.js';

/** Telling an agency of a change, in either group. */
export const TELLING = ['tell-residence', 'tell-insurance', 'tell-population'] as const;
export type TellingPurpose = (typeof TELLING)[number];

/** What an agency is asked to do about a birth. */
export const BIRTH_PURPOSES = [
  'assign-personal-number',
  'enter-birth',
  'register-residence',
  'issue-card',
  'issue-identity-card',
  ...TELLING,
] as const;
export type BirthPurpose = (typeof BIRTH_PURPOSES)[number];

/** What an agency is asked to do about a death. */
export const DEATH_PURPOSES = [
  'enter-death',
  'delete-residence',
  'decide-insurance-funeral',
  'decide-social-funeral',
  'decide-merit-funeral',
  'decide-survivor',
  'pay-funeral',
  'pay-merit-lump',
  'pay-survivor',
  'stop-merit-allowance',
  'stop-social-allowance',
  'stop-pension',
  ...TELLING,
] as const;
export type DeathPurpose = (typeof DEATH_PURPOSES)[number];

/** What an agency is asked to do. */
export type Purpose = BirthPurpose | DeathPurpose;

type Of<T extends string, F> = DomainEvent<T> & Readonly<{ request: string }> & Readonly<F>;

/** `request` names it within the case, such as `issue-card#1`; `resumes` the one whose idempotency key it takes over. */
export type RequestIntended<P extends Purpose = Purpose> = Of<'RequestIntended', { purpose: P; resumes?: string }>;
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

export type RequestEvent<P extends Purpose = Purpose> =
  | RequestIntended<P>
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

export type OpenRequest<P extends Purpose = Purpose> = Readonly<{
  request: string;
  purpose: P;
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
