/** The application as a whole (hồ sơ liên thông): filed, scheduled, withdrawn, helped, delivered. */
import type { Jurisdictions } from '../../authority/index.js';
import type { SchedulingCommand } from '../../dossier/commands.js';
import type { LegName, Span } from '../../dossier/events.js';
import { E, type Either, type NonEmpty } from '../../fp.js';
import { caseId, emits, examine, type Leg, type Refused, refuseUnless } from '../../kernel/index.js';
import type { LawBook } from '../../law/dated.js';
import { provision } from '../../law/index.js';
import { isPending, type Ledger } from '../../requests/index.js';
import type { SupportCommand } from '../../support/index.js';
import { addDays, dayOf } from '../../values/plain-date.js';
import {
  type Application,
  evolveApplication,
  legsOf,
  noApplication,
  type OwnApplicationEvent,
} from './application-state.js';
import type { ApplicationCommand, WithdrawLeg } from './commands.js';
import { type DeclarationReason, mayApply } from './declaration-rules.js';

export type ApplicationReason =
  | DeclarationReason
  | 'LegNotChosen'
  | 'LegHasEnded'
  | 'BirthAlreadyRegistered'
  | 'RegistrationUnderWay'
  | 'ApologyTooLate'
  | 'ApologySentAlready'
  | 'ResultNotReady'
  | 'DeadlineMissedAlready'
  | 'NotEscalated';

export type ApplicationFacts = Readonly<{
  /** Legs that have come to a result or were withdrawn. */
  ended: readonly LegName[];
  /** Legs whose result can be handed over. */
  ready: readonly LegName[];
  registered: boolean;
  requests: Ledger;
}>;

type Command = ApplicationCommand | SchedulingCommand | SupportCommand;
type View = Readonly<{ own: Application; facts: ApplicationFacts }>;
type Decided = Either<Refused<ApplicationReason>, NonEmpty<OwnApplicationEvent>>;

/** Legs that begin on an earlier one's result fall with it, so birth is withdrawn with the case and not alone. */
const mayWithdrawLeg = examine<WithdrawLeg, View, ApplicationReason>(
  refuseUnless(
    'LegNotChosen',
    provision.withdrawal,
    ({ data }, { own }) => legsOf(own).includes(data.leg) && data.leg !== 'birth',
    {
      facts: ({ data }) => ({ leg: data.leg }),
    },
  ),
  refuseUnless('LegHasEnded', provision.withdrawal, ({ data }, { facts }) => !facts.ended.includes(data.leg), {
    facts: ({ data }) => ({ leg: data.leg }),
  }),
);

/** Until the register was asked: an entry stands, whoever no longer wants it; later legs are withdrawn one by one. */
const mayWithdrawCase = examine<Command, View, ApplicationReason>(
  refuseUnless('BirthAlreadyRegistered', provision.oneRegistration, (_, { facts }) => !facts.registered),
  refuseUnless(
    'RegistrationUnderWay',
    provision.oneRegistration,
    (_, { facts }) => !isPending(facts.requests, 'enter-birth'),
  ),
);

const spanOf = (command: Command): Span | undefined => (command.type === 'SendApology' ? command.data.span : undefined);

const mayApologise = examine<Command, View, ApplicationReason>(
  refuseUnless('ApologySentAlready', provision.lateApology, (command, { own }, { atMost }) => {
    const span = spanOf(command);
    return span === undefined || (own.apologies[span] ?? 0) < atMost;
  }),
  refuseUnless(
    'ApologyTooLate',
    provision.lateApology,
    (command, { own }, { daysBefore }) => {
      const span = spanOf(command);
      const promised = span === undefined ? undefined : own.appointments[span];
      return promised === undefined || dayOf(command.at) <= addDays(promised, -daysBefore);
    },
    { facts: (command, { own }) => ({ promised: own.appointments[spanOf(command) ?? 'whole'] ?? null }) },
  ),
);

const mayDeliver = examine<Command, View, ApplicationReason>(
  refuseUnless(
    'ResultNotReady',
    provision.resultDelivery,
    (command, { facts }) => command.type !== 'DeliverResult' || facts.ready.includes(command.data.leg),
  ),
);

const mayMiss = examine<Command, View, ApplicationReason>(
  refuseUnless(
    'DeadlineMissedAlready',
    provision.lateApology,
    (command, { own }) => command.type !== 'RecordMissedDeadline' || !own.missed.includes(command.data.deadline),
  ),
);

const mayResolve = examine<Command, View, ApplicationReason>(
  refuseUnless(
    'NotEscalated',
    provision.escalation,
    (command, { own }) =>
      (command.type !== 'ResolveEscalation' && command.type !== 'GiveGuidance') ||
      own.escalated.includes(command.data.about),
    { remedy: { kind: 'command', command: 'Escalate', by: 'support-team' } },
  ),
);

export const application = (
  book: LawBook,
  jurisdictions: Jurisdictions,
): Leg<Command, OwnApplicationEvent, Application, ApplicationFacts, ApplicationReason> => {
  const opens = mayApply(jurisdictions);

  const decide = (command: Command, own: Application, facts: ApplicationFacts): Decided => {
    const today = dayOf(command.at);
    const law = book.at({ on: today, knownOn: today });
    const view = { own, facts };
    switch (command.type) {
      case 'Apply': {
        const { declaration, personal } = command.data;
        const judged = opens(command, { opened: own.phase !== 'none' }, law);
        return emits(judged, { type: 'Applied', case: caseId(command.id), declaration, personal });
      }
      case 'AttachBirthNotice':
        return E.right([{ type: 'BirthNoticeAttached', ...command.data }]);
      case 'RecordFee':
        return E.right([{ type: 'FeePaid', ...command.data }]);
      case 'WithdrawLeg':
        return emits(mayWithdrawLeg(command, view, law), { type: 'LegWithdrawn', leg: command.data.leg });
      case 'WithdrawCase':
        return emits(mayWithdrawCase(command, view, law), { type: 'CaseWithdrawn' });
      case 'RecordMissedDeadline':
        return emits(mayMiss(command, view, law), { type: 'DeadlineMissed', ...command.data });
      case 'ReviseDeadline':
        return E.right([{ type: 'DeadlineRevised', ...command.data }]);
      case 'SendApology':
        return emits(mayApologise(command, view, law), { type: 'ApologySent', ...command.data });
      case 'DeliverResult':
        return emits(mayDeliver(command, view, law), { type: 'ResultDelivered', ...command.data });
      case 'Escalate':
        return E.right([{ type: 'Escalated', ...command.data }]);
      case 'GiveGuidance':
        return emits(mayResolve(command, view, law), { type: 'GuidanceGiven', ...command.data });
      case 'ResolveEscalation':
        return emits(mayResolve(command, view, law), { type: 'EscalationResolved', ...command.data });
    }
  };

  return { initial: noApplication, decide, evolve: evolveApplication };
};
