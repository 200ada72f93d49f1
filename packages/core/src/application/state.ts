/** Where an application as a whole stands: what was asked for, what was withdrawn, what was told, what waits for the support team. */
import type { LegName, Span } from '../dossier/events.js';
import type { PlainDate } from '../values/plain-date.js';
import { type Alias, hasAlias } from './aliases.js';
import type { Declared, OwnApplicationEvent } from './events.js';

export type Application<L extends LegName = LegName, D extends Declared<L> = Declared<L>> = Readonly<{
  phase: 'none' | 'open' | 'closed';
  caseId: string | null;
  declaration: D | null;
  withdrawn: readonly L[];
  /** The facility's notice, once it is joined to the case. */
  notice: Readonly<{ code: string; signed: boolean }> | null;
  /** What was paid for, such as `late`. */
  fees: readonly string[];
  appointments: Readonly<Partial<Record<Span<L>, PlainDate>>>;
  apologies: Readonly<Partial<Record<Span<L>, number>>>;
  /** Deadlines missed, by name. */
  missed: readonly string[];
  delivered: readonly L[];
  /** What the support team has open. */
  escalated: readonly string[];
  /** What it had open and settled. */
  settled: readonly string[];
  /** Who looks after an open matter. */
  lookedAfter: Readonly<Record<string, string>>;
  /** Codes other systems gave the case. */
  aliases: readonly Alias[];
}>;

export const noApplication: Application<never, never> = {
  phase: 'none',
  caseId: null,
  declaration: null,
  withdrawn: [],
  notice: null,
  fees: [],
  appointments: {},
  apologies: {},
  missed: [],
  delivered: [],
  escalated: [],
  settled: [],
  lookedAfter: {},
  aliases: [],
};

/** Legs that were asked for, withdrawn ones included. */
export const legsAsked = <L extends LegName>({
  declaration,
}: Readonly<{ declaration: Declared<L> | null }>): readonly L[] => declaration?.legs ?? [];

/** Legs that were chosen and not withdrawn. */
export const legsOf = <L extends LegName>(
  application: Readonly<{ declaration: Declared<L> | null; withdrawn: readonly L[] }>,
): readonly L[] => legsAsked(application).filter((leg) => !application.withdrawn.includes(leg));

const promise = <L extends LegName, D extends Declared<L>>(
  own: Application<L, D>,
  span: Span<L>,
  to: PlainDate,
): Application<L, D> => ({
  ...own,
  appointments: { ...own.appointments, [span]: to },
});

const withoutKey = (known: Readonly<Record<string, string>>, key: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(known).filter(([each]) => each !== key));

export const evolveApplication = <L extends LegName, D extends Declared<L>, O extends string>(
  own: Application<L, D>,
  event: OwnApplicationEvent<L, D, O>,
): Application<L, D> => {
  switch (event.type) {
    case 'Applied':
      return { ...own, phase: 'open', caseId: event.case, declaration: event.declaration };
    case 'FeePaid':
      return { ...own, fees: [...own.fees, event.purpose] };
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
      return {
        ...own,
        escalated: own.escalated.filter((about) => about !== event.about),
        settled: own.settled.includes(event.about) ? own.settled : [...own.settled, event.about],
        lookedAfter: withoutKey(own.lookedAfter, event.about),
      };
    case 'TakenUp':
      return { ...own, lookedAfter: { ...own.lookedAfter, [event.about]: event.by } };
    case 'HandedBack':
      return { ...own, lookedAfter: withoutKey(own.lookedAfter, event.about) };
    case 'AliasRecorded': {
      const { system, code } = event;
      return hasAlias(own.aliases, event) ? own : { ...own, aliases: [...own.aliases, { system, code }] };
    }
  }
};
