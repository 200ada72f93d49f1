/** What the courier records of a request. None of these orders anything of an agency: they say what came of asking. */
import type { Command, Party, Personal, UnavailableCode } from '../kernel/index.js';
import type { Instant } from '../values/plain-date.js';
import type { Answer } from './events.js';

type On<F = unknown> = Readonly<{ request: string }> & Readonly<F>;

/** Recorded before anything leaves, so that a crash in between is an unknown outcome and never a silent second effect. */
export type RecordRequestSent = Command<'RecordRequestSent', On<{ attempt: number }>>;
export type RecordRequestAcknowledged = Command<
  'RecordRequestAcknowledged',
  On<{ receivedAt: Instant; reference: string }>
>;
export type RecordRequestDeferred = Command<
  'RecordRequestDeferred',
  On<{ until: Instant; why: UnavailableCode | 'asked-to-wait' }>
>;
export type RecordRequestFailed = Command<'RecordRequestFailed', On<{ why: UnavailableCode | 'outcome-unknown' }>>;
/** `lookFor` tells the support team by which coded words the agency can be asked in person (R9). */
export type RecordRequestGivenUp = Command<
  'RecordRequestGivenUp',
  On<{ why: UnavailableCode | 'outcome-unknown'; lookFor: string }>
>;
/** A step on the way to the answer, such as `verifying`. */
export type RecordProgress = Command<'RecordProgress', On<{ step: string; reason: string; at: Instant }>>;
/** The agency's answer, whichever port it came through: its facts, and apart from them what concerns a person. */
export type RecordAnswer = Command<
  'RecordAnswer',
  On<{ answer: Answer; answeredAt: Instant; receivedAt: Instant; by: Party; personal?: Personal }>
>;

/** Asks again about a request that was given up or fell silent, under the first one's idempotency key. */
export type ResyncStatus = Command<'ResyncStatus', Readonly<{ request: string }>>;

export type RequestCommand =
  | ResyncStatus
  | RecordRequestSent
  | RecordRequestAcknowledged
  | RecordRequestDeferred
  | RecordRequestFailed
  | RecordRequestGivenUp
  | RecordProgress
  | RecordAnswer;
