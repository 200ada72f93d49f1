/** Where the application as a whole stands: what was asked for, what was withdrawn, what was told, what waits for the support team. */
import type {
  ApologySent,
  AppointmentNotified,
  DeadlineMissed,
  DeadlineRevised,
  LegName,
  ResultDelivered,
  Span,
} from '../../dossier/events.js';
import type { SupportEvent } from '../../support/index.js';
import type { PlainDate } from '../../values/plain-date.js';
import type { ApplicationEvent, Declaration } from './events.js';

export type Application = Readonly<{
  phase: 'none' | 'open' | 'closed';
  caseId: string | null;
  declaration: Declaration | null;
  withdrawn: readonly LegName[];
  notice: Readonly<{ code: string; signed: boolean }> | null;
  appointments: Readonly<Partial<Record<Span, PlainDate>>>;
  apologies: Readonly<Partial<Record<Span, number>>>;
  /** Deadlines missed, by name. */
  missed: readonly string[];
  delivered: readonly LegName[];
  /** What the support team has open. */
  escalated: readonly string[];
}>;

export type OwnApplicationEvent =
  | ApplicationEvent
  | SupportEvent
  | AppointmentNotified
  | DeadlineMissed
  | DeadlineRevised
  | ApologySent
  | ResultDelivered;

export const noApplication: Application = {
  phase: 'none',
  caseId: null,
  declaration: null,
  withdrawn: [],
  notice: null,
  appointments: {},
  apologies: {},
  missed: [],
  delivered: [],
  escalated: [],
};

/** Legs that were chosen and not withdrawn. */
export const legsOf = ({ declaration, withdrawn }: Application): readonly LegName[] =>
  (declaration?.legs ?? []).filter((leg) => !withdrawn.includes(leg));

const promise = (own: Application, span: Span, to: PlainDate): Application => ({
  ...own,
  appointments: { ...own.appointments, [span]: to },
});

export const evolveApplication = (own: Application, event: OwnApplicationEvent): Application => {
  switch (event.type) {
    case 'Applied':
      return { ...own, phase: 'open', caseId: event.case, declaration: event.declaration };
    case 'BirthNoticeAttached':
      return { ...own, notice: { code: event.code, signed: event.signed } };
    case 'FeePaid':
    case 'GuidanceGiven':
      return own;
    case 'LegWithdrawn':
      return { ...own, withdrawn: [...own.withdrawn, event.leg] };
    case 'CaseWithdrawn':
      return { ...own, withdrawn: own.declaration?.legs ?? [] };
    case 'CaseClosed':
      return { ...own, phase: 'closed' };
    case 'AppointmentNotified':
      return event.dueOn === null ? own : promise(own, event.span, event.dueOn);
    case 'DeadlineRevised':
      return promise(own, event.span, event.to);
    case 'ApologySent':
      return {
        ...promise(own, event.span, event.newDate),
        apologies: { ...own.apologies, [event.span]: (own.apologies[event.span] ?? 0) + 1 },
      };
    case 'DeadlineMissed':
      return { ...own, missed: [...own.missed, event.deadline] };
    case 'ResultDelivered':
      return own.delivered.includes(event.leg) ? own : { ...own, delivered: [...own.delivered, event.leg] };
    case 'Escalated':
      return own.escalated.includes(event.about) ? own : { ...own, escalated: [...own.escalated, event.about] };
    case 'EscalationResolved':
      return { ...own, escalated: own.escalated.filter((about) => about !== event.about) };
  }
};
