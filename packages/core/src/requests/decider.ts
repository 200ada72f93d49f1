/**
 * The request machine (R7, R8): what the courier records of a request, judged against what is on record. An answer heard again
 * writes nothing; one that says otherwise is recorded as a contradiction, and a person settles it.
 */
import { canonical } from '../evidence/canonical.js';
import { E, type Either, type NonEmpty } from '../fp.js';
import { examine, type Leg, type Refused, refuseUnless, when } from '../kernel/index.js';
import { currentLawOf, type LawBook, provision } from '../law/index.js';
import type { RequestCommand } from './commands.js';
import type { OpenRequest, Purpose, RequestEvent, RequestStatus } from './events.js';
import { EMPTY_LEDGER, evolveLedger, intend, type Ledger } from './ledger.js';

export type RequestReason = 'RequestUnknown' | 'RequestAnsweredAlready' | 'RequestStillRunning';

/** Whether this command says again what the answer on record says. */
const saysTheSame = ({ type, data }: RequestCommand, ledger: Ledger): boolean => {
  const known = ledger[data.request]?.answer;
  return type === 'RecordAnswer' && known !== undefined && canonical(known) === canonical(data.answer);
};

/** The courier still sees to these by itself. */
const RUNNING: readonly RequestStatus[] = ['intended', 'sent', 'deferred', 'failed'];

const isAnswered = (ledger: Ledger, request: string): boolean => ledger[request]?.status === 'answered';

const mayRecord = examine<RequestCommand, Ledger, RequestReason>(
  refuseUnless('RequestUnknown', provision.requestToAgency, ({ data }, ledger) => data.request in ledger, {
    facts: ({ data }) => ({ request: data.request }),
  }),
  when(
    (command, ledger) => command.type !== 'RecordAnswer' || saysTheSame(command, ledger),
    refuseUnless(
      'RequestAnsweredAlready',
      provision.requestToAgency,
      ({ data }, ledger) => !isAnswered(ledger, data.request),
      {
        facts: ({ data }) => ({ request: data.request }),
      },
    ),
  ),
  when(
    ({ type }) => type === 'ResyncStatus',
    refuseUnless(
      'RequestStillRunning',
      provision.requestToAgency,
      ({ data }, ledger) => !RUNNING.includes(ledger[data.request]?.status ?? 'given-up'),
      { facts: ({ data }, ledger) => ({ request: data.request, status: ledger[data.request]?.status ?? null }) },
    ),
  ),
);

export const requestMachine = <P extends Purpose = Purpose>(
  book: LawBook,
): Leg<RequestCommand, RequestEvent<P>, Ledger<P>, unknown, RequestReason> => ({
  initial: EMPTY_LEDGER,
  evolve: evolveLedger,
  decide: (command, ledger): Either<Refused<RequestReason>, NonEmpty<RequestEvent<P>>> => {
    const allowed = mayRecord(command, ledger, currentLawOf(book, command.at));
    return E.isLeft(allowed) ? allowed : E.right([recorded(command, ledger)]);
  },
});

const recorded = <P extends Purpose>(command: RequestCommand, ledger: Ledger<P>): RequestEvent<P> => {
  const { request } = command.data;
  switch (command.type) {
    case 'ResyncStatus':
      return { ...intend(ledger, (ledger[request] as OpenRequest<P>).purpose), resumes: request };
    case 'RecordRequestSent':
      return { type: 'RequestSent', request, attempt: command.data.attempt };
    case 'RecordRequestAcknowledged':
      return {
        type: 'RequestAcknowledged',
        request,
        receivedAt: command.data.receivedAt,
        reference: command.data.reference,
      };
    case 'RecordProgress':
      return { type: 'RequestProgressed', request, step: command.data.step, cause: command.data.reason };
    case 'RecordRequestDeferred':
      return { type: 'RequestDeferred', request, until: command.data.until, why: command.data.why };
    case 'RecordRequestFailed':
      return { type: 'RequestFailed', request, why: command.data.why };
    case 'RecordRequestGivenUp':
      return { type: 'RequestGivenUp', request, why: command.data.why, lookFor: command.data.lookFor };
    case 'RecordAnswer': {
      const { answer, answeredAt } = command.data;
      const known = ledger[request]?.answer;
      return known === undefined || known.outcome === 'resumed'
        ? { type: 'RequestAnswered', request, answer, answeredAt }
        : { type: 'AnswerContradicted', request, answer, recorded: known.outcome, answeredAt };
    }
  }
};
