/** What the courier tells whoever watches it (tin của bộ chuyển): codes, moments and ids, never a word about a person. */
import { E, type Either } from '../fp.js';
import type { Fault, OutcomeUnknown } from '../kernel/index.js';
import type { Instant } from '../values/plain-date.js';
import type { RequestCommand } from './commands.js';
import type { Said } from './door.js';
import type { Purpose } from './events.js';
import type { Posted } from './outbox.js';
import { troubleOf } from './recording.js';

/** `tried`: one attempt, whatever came of it; the others are what stands in the journal now. */
export type NewsKind =
  | 'tried'
  | 'sent'
  | 'acknowledged'
  | 'progressed'
  | 'deferred'
  | 'failed'
  | 'given-up'
  | 'answered';

export type CourierNews = Readonly<{
  kind: NewsKind;
  at: Instant;
  /** The idempotency key: one request's whole life goes by it, however often it is sent or resumed. */
  key: string;
  caseId: string;
  request: string;
  purpose: Purpose;
  agency: string;
  attempts: number;
  intendedAt: Instant;
  /** The outcome of an answer, the step of a progress, the code of a trouble. */
  code?: string;
}>;

const KINDS: Readonly<Record<RequestCommand['type'], NewsKind>> = {
  ResyncStatus: 'sent',
  RecordRequestSent: 'sent',
  RecordRequestAcknowledged: 'acknowledged',
  RecordProgress: 'progressed',
  RecordRequestDeferred: 'deferred',
  RecordRequestFailed: 'failed',
  RecordRequestGivenUp: 'given-up',
  RecordAnswer: 'answered',
};

const about = (posted: Posted, agency: string | undefined, at: Instant) => {
  const { key, caseId, request, purpose, attempts, intendedAt } = posted;
  return { at, key, caseId, request, purpose, agency: agency ?? 'none', attempts, intendedAt };
};

const codeOf = (command: RequestCommand): string | undefined => {
  switch (command.type) {
    case 'RecordAnswer':
      return command.data.answer.outcome;
    case 'RecordProgress':
      return command.data.step;
    case 'RecordRequestDeferred':
    case 'RecordRequestFailed':
    case 'RecordRequestGivenUp':
      return command.data.why;
    case 'RecordRequestSent':
    case 'RecordRequestAcknowledged':
    case 'ResyncStatus':
      return undefined;
  }
};

export const newsOf = (
  posted: Posted,
  agency: string | undefined,
  command: RequestCommand,
  at: Instant,
): CourierNews => {
  const code = codeOf(command);
  return { kind: KINDS[command.type], ...about(posted, agency, at), ...(code === undefined ? {} : { code }) };
};

export const tryNews = (
  posted: Posted,
  agency: string,
  came: Either<Fault | OutcomeUnknown, Said>,
  at: Instant,
): CourierNews => ({
  kind: 'tried',
  ...about(posted, agency, at),
  code: E.isRight(came) ? came.right.kind : troubleOf(came.left).why,
});
