/** All requests of one case, by name; answered ones stay, so that late answers can be told apart from strangers. */
import type { OpenRequest, Purpose, RequestEvent, RequestIntended } from './events.js';

export type Ledger<P extends Purpose = Purpose> = Readonly<Record<string, OpenRequest<P>>>;

export const EMPTY_LEDGER: Ledger<never> = {};

/** Requests of one purpose, oldest first. */
export const ofPurpose = (ledger: Ledger, purpose: Purpose): readonly OpenRequest[] =>
  Object.values(ledger).filter((request) => request.purpose === purpose);

/** Whether an agency still owes an answer. A request given up is still owed: people look for it. */
export const isPending = (ledger: Ledger, purpose: Purpose): boolean =>
  ofPurpose(ledger, purpose).some(({ status }) => status !== 'answered');

/** The next request of a purpose, named `purpose#n`. */
export const intend = <P extends Purpose>(ledger: Ledger, purpose: P): RequestIntended<P> => ({
  type: 'RequestIntended',
  request: `${purpose}#${ofPurpose(ledger, purpose).length + 1}`,
  purpose,
});

const change = <P extends Purpose>(
  ledger: Ledger<P>,
  request: string,
  to: Partial<Omit<OpenRequest, 'purpose'>>,
): Ledger<P> => {
  const known = ledger[request];
  return known === undefined ? ledger : { ...ledger, [request]: { ...known, ...to } };
};

export const evolveLedger = <P extends Purpose>(ledger: Ledger<P>, event: RequestEvent<P>): Ledger<P> => {
  switch (event.type) {
    case 'RequestIntended':
      return {
        ...(event.resumes === undefined
          ? ledger
          : change(ledger, event.resumes, { status: 'answered', answer: { outcome: 'resumed' } })),
        [event.request]: {
          request: event.request,
          purpose: event.purpose,
          status: 'intended',
          attempts: 0,
          ...(event.resumes === undefined ? {} : { resumes: event.resumes }),
        },
      };
    case 'RequestSent':
      return change(ledger, event.request, { status: 'sent', attempts: event.attempt });
    case 'RequestAcknowledged':
      return change(ledger, event.request, { status: 'acknowledged' });
    case 'RequestProgressed':
      return ledger;
    case 'RequestDeferred':
      return change(ledger, event.request, { status: 'deferred', until: event.until });
    case 'RequestFailed':
      return change(ledger, event.request, { status: 'failed' });
    case 'RequestGivenUp':
      return change(ledger, event.request, { status: 'given-up' });
    case 'RequestAnswered':
      return change(ledger, event.request, { status: 'answered', answer: event.answer });
    case 'AnswerContradicted':
      return change(ledger, event.request, { contradicted: true });
  }
};
