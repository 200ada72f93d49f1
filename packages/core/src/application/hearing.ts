/** What an agency's words mean for a case of either group, around the conclusion that a leg draws itself. */
import type { Dossier } from '../dossier/dossier.js';
import type { LegName } from '../dossier/events.js';
import type { RecordAnswer } from '../requests/commands.js';
import type { Purpose, RequestEvent } from '../requests/events.js';
import type { Heard } from '../requests/heard.js';
import type { Ledger } from '../requests/ledger.js';
import type { Escalated } from '../support/index.js';
import type { Instant } from '../values/plain-date.js';

/** An agency's clock may be wrong: no file reaches it before the desk had it, nor after we heard of it. */
export const plausibleReceipt = (first: Dossier, receivedAt: Instant, heardAt: Instant): Instant =>
  first.status !== 'awaited' && first.receivedAt <= receivedAt && receivedAt <= heardAt ? receivedAt : heardAt;

export const escalated = (about: string, cause: string, lookFor?: string): Escalated => ({
  type: 'Escalated',
  about,
  cause,
  ...(lookFor === undefined ? {} : { lookFor }),
});

/** Answers that end a request without a result of the leg, and are for people to settle. */
export const unsettled = (request: string, { answer }: Heard): readonly Escalated[] => [
  escalated(request, answer.outcome),
];

/** A result once given stands: an answer that agrees adds nothing, and any other that leads nowhere is for people to settle. */
export const concluded = <Ev>(
  agrees: boolean,
  request: string,
  heard: Heard,
  conclusion: readonly Ev[],
): readonly (Ev | Escalated)[] => (conclusion.length > 0 || agrees ? conclusion : unsettled(request, heard));

export const heardIn = ({ data }: RecordAnswer): Heard => {
  const { answer, answeredAt, by, personal } = data;
  return {
    answer,
    at: answeredAt,
    attribution: { decidedBy: by, confirmedBy: by },
    ...(personal === undefined ? {} : { personal }),
  };
};

/** What the agency did stands in its records; that nobody wanted it any more is for people to settle. */
export const afterWithdrawal = <L extends LegName, Ev extends Readonly<{ type: string }>>(
  { withdrawn }: Readonly<{ withdrawn: readonly L[] }>,
  leg: L | undefined,
  request: string,
  conclusion: readonly (Ev | Escalated)[],
): readonly (Ev | Escalated)[] =>
  leg !== undefined && withdrawn.includes(leg)
    ? [...conclusion.filter(({ type }) => type !== 'Escalated'), escalated(request, 'AnsweredAfterWithdrawal')]
    : conclusion;

/** What each group concludes from a request's events; `P` are the purposes it asks for. */
export type Hearing<P extends Purpose, Ev> = Readonly<{
  /** The agency has the file. */
  received: (purpose: P | undefined, receivedAt: Instant) => readonly Ev[];
  progressed: (purpose: P | undefined, event: Extract<RequestEvent, { type: 'RequestProgressed' }>) => readonly Ev[];
  answered: (purpose: P, command: RecordAnswer) => readonly Ev[];
}>;

/** What an event of the request machine leads to. */
export const hear = <P extends Purpose, Ev>(
  event: RequestEvent<P>,
  requests: Ledger<P>,
  command: Readonly<{ type: string }>,
  { received, progressed, answered }: Hearing<P, Ev>,
): readonly (Ev | Escalated)[] => {
  const purpose = requests[event.request]?.purpose;
  switch (event.type) {
    case 'RequestAcknowledged':
      return received(purpose, event.receivedAt);
    case 'RequestProgressed':
      return progressed(purpose, event);
    case 'RequestGivenUp':
      return [escalated(event.request, event.why, event.lookFor)];
    case 'AnswerContradicted':
      return [escalated(event.request, 'AnswerContradicted')];
    case 'RequestAnswered':
      return purpose !== undefined && command.type === 'RecordAnswer' ? answered(purpose, command as RecordAnswer) : [];
    case 'RequestIntended':
    case 'RequestSent':
    case 'RequestDeferred':
    case 'RequestFailed':
      return [];
  }
};
