/** What the courier records, as commands. The same cause gives the same command id, so that a repeat writes nothing. Pure. */
import { canonical, type JsonObject } from '../evidence/canonical.js';
import { consequentId, type Fault, type OutcomeUnknown, type UnavailableCode } from '../kernel/index.js';
import { dayOf, type Instant } from '../values/plain-date.js';
import type { RequestCommand } from './commands.js';
import type { Said } from './door.js';
import type { Posted } from './outbox.js';

/** The courier at a moment: who records, and when. */
export type Scribe = Readonly<{ id: string; now: Instant }>;

/** What went wrong on the way, as it is recorded. */
export type Trouble = Readonly<{ why: UnavailableCode | 'outcome-unknown'; arrivedPerhaps: boolean }>;

/** Faults that say for certain that nothing arrived; every other silence leaves it open. */
const NOTHING_ARRIVED: readonly UnavailableCode[] = ['unreachable', 'login-refused', 'busy', 'closed'];

export const troubleOf = (problem: Fault | OutcomeUnknown): Trouble =>
  problem.kind === 'Unavailable' && NOTHING_ARRIVED.includes(problem.code)
    ? { why: problem.code, arrivedPerhaps: false }
    : { why: 'outcome-unknown', arrivedPerhaps: true };

/** Coded words by which the agency can be asked in person; they name nobody. */
const lookFor = ({ purpose, caseId, key, firstSentAt, since }: Posted): string =>
  `${purpose} case:${caseId} key:${key} sent:${dayOf(firstSentAt ?? since)}`;

const words = ({ id, now }: Scribe, { stream, request }: Posted, cause: string) => ({
  id: consequentId(`${cause}/${stream}/${request}`),
  at: now,
  actor: { id, role: 'courier' },
});

export const recordSent = (scribe: Scribe, posted: Posted): RequestCommand => ({
  ...words(scribe, posted, `sent/${posted.attempts + 1}`),
  type: 'RecordRequestSent',
  data: { request: posted.request, attempt: posted.attempts + 1 },
});

export const recordGivenUp = (scribe: Scribe, posted: Posted, why: Trouble['why']): RequestCommand => ({
  ...words(scribe, posted, `given-up/${posted.since}`),
  type: 'RecordRequestGivenUp',
  data: { request: posted.request, why, lookFor: lookFor(posted) },
});

/** A change of condition: asked to wait, or failed. Later tries in the same condition are not recorded (R8). */
export const recordTrouble = (scribe: Scribe, posted: Posted, { why }: Trouble, until: Instant): RequestCommand => {
  const about = words(scribe, posted, `trouble/${posted.attempts}/${scribe.now}`);
  const { request } = posted;
  return why === 'busy'
    ? { ...about, type: 'RecordRequestDeferred', data: { request, until, why: 'asked-to-wait' } }
    : { ...about, type: 'RecordRequestFailed', data: { request, why } };
};

/** What the agency said; `undefined` where it adds nothing to what is on record, as an acknowledgement that comes late. */
export const recordSaid = (scribe: Scribe, posted: Posted, said: Said): RequestCommand | undefined => {
  const { request, status, key } = posted;
  const about = words(scribe, posted, `reply/${key}/${canonical(said as unknown as JsonObject)}`);
  switch (said.kind) {
    case 'answered': {
      const { answer, at: answeredAt, receivedAt, by } = said;
      return { ...about, type: 'RecordAnswer', data: { request, ...answer, answeredAt, receivedAt, by } };
    }
    case 'progress': {
      const { step, reason, at } = said;
      return status === 'answered'
        ? undefined
        : { ...about, type: 'RecordProgress', data: { request, step, reason, at } };
    }
    case 'acknowledged': {
      const { receivedAt, reference } = said;
      return status === 'answered' || status === 'acknowledged'
        ? undefined
        : { ...about, type: 'RecordRequestAcknowledged', data: { request, receivedAt, reference } };
    }
  }
};
