/** What may be done about an application as a whole (hồ sơ liên thông), in either group: withdrawn, scheduled, helped, delivered. */
import type { LegName, Span } from '../dossier/events.js';
import { E, type Either, type NonEmpty } from '../fp.js';
import { type Command, emits, examine, type Refused, refuseUnless } from '../kernel/index.js';
import type { LawBook } from '../law/dated.js';
import { currentLawOf, provision } from '../law/index.js';
import { isPending, type Ledger, type Purpose } from '../requests/index.js';
import { mayAdvise, mayEscalate, mayHandBack, mayTakeUp, type SupportReason } from '../support/rules.js';
import { addDays, dayOf } from '../values/plain-date.js';
import { type Alias, hasAlias } from './aliases.js';
import type { ApplicationCommand, WithdrawLeg } from './commands.js';
import type { CaseWithdrawn, Declared, FeePaid, LegWithdrawn, OwnApplicationEvent } from './events.js';
import { type Application, legsOf } from './state.js';

export type ApplicationReason =
  | 'LegNotChosen'
  | 'LegHasEnded'
  | 'RegistrationUnderWay'
  | 'ApologyTooLate'
  | 'ApologySentAlready'
  | 'ResultNotReady'
  | 'DeadlineMissedAlready'
  | SupportReason
  | 'AliasKnownAlready';

export type ApplicationFacts<L extends LegName = LegName> = Readonly<{
  /** Legs that have come to a result or were withdrawn. */
  ended: readonly L[];
  /** Legs whose result can be handed over. */
  ready: readonly L[];
  registered: boolean;
  requests: Ledger;
}>;

/** What the register enters first, and all later legs begin on. */
export type Entry<L extends LegName, R extends string> = Readonly<{ leg: L; purpose: Purpose; registered: R }>;

type View = Readonly<{ own: Application; facts: ApplicationFacts }>;

/** What `judgeApplication` decides: filing and closing are each group's own. */
export type JudgedEvent<L extends LegName> =
  | FeePaid
  | LegWithdrawn<L>
  | CaseWithdrawn
  | Exclude<OwnApplicationEvent<L, Declared<L>>, { type: 'Applied' | 'CaseClosed' | 'AppointmentNotified' }>;

const spanOf = (command: Command): Span | undefined =>
  command.type === 'SendApology' ? (command.data as Readonly<{ span: Span }>).span : undefined;

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
  refuseUnless('ResultNotReady', provision.resultDelivery, ({ data }, { facts }) =>
    facts.ready.includes((data as Readonly<{ leg: LegName }>).leg),
  ),
);

const mayMiss = examine<Command, View, ApplicationReason>(
  refuseUnless(
    'DeadlineMissedAlready',
    provision.lateApology,
    ({ data }, { own }) => !own.missed.includes((data as Readonly<{ deadline: string }>).deadline),
  ),
);

const mayRecordAlias = examine<Command, View, ApplicationReason>(
  refuseUnless(
    'AliasKnownAlready',
    provision.supportCompetence,
    ({ data }, { own }) => !hasAlias(own.aliases, data as Alias),
  ),
);

/** Legs that begin on an earlier one's result fall with it, so the first leg is withdrawn with the case and not alone. */
const withdrawingLeg = (first: LegName) =>
  examine<WithdrawLeg, View, ApplicationReason>(
    refuseUnless(
      'LegNotChosen',
      provision.withdrawal,
      ({ data }, { own }) => legsOf(own).includes(data.leg) && data.leg !== first,
      {
        facts: ({ data }) => ({ leg: data.leg }),
      },
    ),
    refuseUnless('LegHasEnded', provision.withdrawal, ({ data }, { facts }) => !facts.ended.includes(data.leg), {
      facts: ({ data }) => ({ leg: data.leg }),
    }),
  );

/** Until the register was asked: an entry stands, whoever no longer wants it; later legs are withdrawn one by one. */
const withdrawingCase = <R extends string>({ registered, purpose }: Entry<LegName, R>) =>
  examine<Command, View, ApplicationReason | R>(
    refuseUnless(registered, provision.oneRegistration, (_, { facts }) => !facts.registered),
    refuseUnless(
      'RegistrationUnderWay',
      provision.oneRegistration,
      (_, { facts }) => !isPending(facts.requests, purpose),
    ),
  );

export const judgeApplication = <L extends LegName, R extends string>(book: LawBook, entry: Entry<L, R>) => {
  const mayWithdrawLeg = withdrawingLeg(entry.leg);
  const mayWithdrawCase = withdrawingCase(entry);

  return (
    command: ApplicationCommand<L>,
    own: Application<L>,
    facts: ApplicationFacts<L>,
  ): Either<Refused<ApplicationReason | R>, NonEmpty<JudgedEvent<L>>> => {
    const law = currentLawOf(book, command.at);
    // The rules look at legs by name, whichever group they belong to.
    const view = { own, facts } as unknown as View;
    switch (command.type) {
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
        return emits(mayEscalate(command, own, law), { type: 'Escalated', ...command.data });
      case 'GiveGuidance':
        return emits(mayAdvise(command, own, law), { type: 'GuidanceGiven', ...command.data });
      case 'ResolveEscalation':
        return emits(mayAdvise(command, own, law), { type: 'EscalationResolved', ...command.data });
      case 'TakeUp':
        return emits(mayTakeUp(command, own, law), { type: 'TakenUp', ...command.data, by: command.actor.id });
      case 'HandBack':
        return emits(mayHandBack(command, own, law), { type: 'HandedBack', ...command.data });
      case 'RecordAlias':
        return emits(mayRecordAlias(command, view, law), { type: 'AliasRecorded', ...command.data });
    }
  };
};
