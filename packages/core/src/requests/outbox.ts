/**
 * The outbox (hộp yêu cầu đi): every request of every case as the journal tells it, so that whoever starts anew knows what
 * is still to be sent, asked after or waited for. Built from the feed alone; it keeps nothing of its own.
 */
import type { StoredEvent } from '../kernel/index.js';
import type { Instant } from '../values/plain-date.js';
import type { Purpose, RequestEvent, RequestStatus } from './events.js';

export type Posted = Readonly<{
  stream: string;
  caseId: string;
  request: string;
  purpose: Purpose;
  /** Id of the event that intended it, or the key of the request it resumes. */
  key: string;
  /** A person had it asked again. */
  resumed: boolean;
  status: RequestStatus;
  attempts: number;
  /** When it was first wanted, by whichever request it resumes. */
  intendedAt: Instant;
  /** When it first left; absent while it has not. */
  firstSentAt?: Instant;
  /** When its status last changed. */
  since: Instant;
  until?: Instant;
}>;

export type Outbox = Readonly<{
  /** Takes in one event of the feed. */
  note: (stored: StoredEvent, event: RequestEvent) => void;
  /** Requests that are neither answered nor given up, by stream and name. */
  open: () => readonly Posted[];
  /** The latest request under an idempotency key. */
  byKey: (key: string) => Posted | undefined;
  get: (stream: string, request: string) => Posted | undefined;
  /** Forgets a request that its case no longer wants. */
  drop: (posted: Posted) => void;
}>;

const nameOf = (stream: string, request: string): string => `${stream} ${request}`;

const next = (posted: Posted, { occurredAt }: StoredEvent, event: RequestEvent): Posted => {
  const { until: _, ...was } = posted;
  switch (event.type) {
    case 'RequestSent':
      return {
        ...was,
        status: 'sent',
        attempts: event.attempt,
        firstSentAt: posted.firstSentAt ?? occurredAt,
        since: occurredAt,
      };
    case 'RequestAcknowledged':
      return { ...was, status: 'acknowledged', since: occurredAt };
    case 'RequestAnswered':
      return { ...was, status: 'answered', since: occurredAt };
    case 'RequestDeferred':
      return { ...was, status: 'deferred', since: occurredAt, until: event.until };
    case 'RequestFailed':
      return { ...was, status: 'failed', since: occurredAt };
    case 'RequestGivenUp':
      return { ...was, status: 'given-up', since: occurredAt };
    case 'RequestIntended':
    case 'RequestProgressed':
    case 'AnswerContradicted':
      return posted;
  }
};

export const createOutbox = (): Outbox => {
  const all = new Map<string, Posted>();
  const waiting = new Map<string, Posted>();
  const latest = new Map<string, string>();

  const put = (posted: Posted): void => {
    const name = nameOf(posted.stream, posted.request);
    all.set(name, posted);
    if (posted.status === 'answered' || posted.status === 'given-up') waiting.delete(name);
    else waiting.set(name, posted);
  };

  const intend = (stored: StoredEvent, event: Extract<RequestEvent, { type: 'RequestIntended' }>): Posted => {
    const { stream, id, correlation, occurredAt } = stored;
    const resumed = event.resumes === undefined ? undefined : all.get(nameOf(stream, event.resumes));
    return {
      stream,
      caseId: correlation,
      request: event.request,
      purpose: event.purpose,
      key: resumed?.key ?? id,
      resumed: event.resumes !== undefined,
      status: 'intended',
      attempts: 0,
      intendedAt: resumed?.intendedAt ?? occurredAt,
      since: occurredAt,
    };
  };

  return {
    note: (stored, event) => {
      if (event.type === 'RequestIntended') {
        const posted = intend(stored, event);
        if (event.resumes !== undefined) waiting.delete(nameOf(stored.stream, event.resumes));
        latest.set(posted.key, nameOf(posted.stream, posted.request));
        put(posted);
        return;
      }
      const posted = all.get(nameOf(stored.stream, event.request));
      if (posted !== undefined) put(next(posted, stored, event));
    },
    open: () => [...waiting.values()],
    byKey: (key) => all.get(latest.get(key) ?? ''),
    get: (stream, request) => all.get(nameOf(stream, request)),
    drop: ({ stream, request }) => void waiting.delete(nameOf(stream, request)),
  };
};
