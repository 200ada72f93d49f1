/**
 * The case's due dates (các mốc hạn) and what the clock asks for: the appointment given at receipt, deadlines missed, consents
 * run out. The clock only opens commands; a refusal is always signed by a person (R24.9).
 */
import type { Dossier } from '../../dossier/dossier.js';
import type { LegName, Span } from '../../dossier/events.js';
import { procedureLaw } from '../../dossier/governing-law.js';
import type { DutyBearer, Limit, Parameter } from '../../law/index.js';
import {
  type Deadline,
  deadline,
  type LawBook,
  limitEnds,
  provision,
  receipt,
  workingCalendar,
} from '../../law/index.js';
import { addDays, atInVietnam, type Instant, type PlainDate } from '../../values/plain-date.js';
import type { BirthEvent } from './events.js';
import { type BirthCase, legsOf, outcomeOf } from './state.js';

const LIMITS: Readonly<Record<Span, Parameter<Limit>>> = {
  birth: provision.limitBirth,
  residence: provision.limitResidence,
  card: provision.limitCard,
  'identity-card': provision.limitIdentityCard,
  whole: provision.limitWhole,
};

export type DueDate = Deadline & Readonly<{ span: Span; duty: string; met: boolean }>;

const dossierOf = ({ registration, residence, card, identityCard }: BirthCase, span: Span): Dossier =>
  ({ birth: registration, whole: registration, residence, card, 'identity-card': identityCard })[span].dossier;

const dutyOf: Readonly<Record<Span, string>> = {
  birth: 'civil-status',
  residence: 'residence',
  card: 'insurance',
  'identity-card': 'identity',
  whole: 'group',
};

/** The limit of a leg whose file is at its agency, from the full file, under the law frozen at its receipt. */
const due = (book: LawBook, birth: BirthCase, span: Span): readonly DueDate[] => {
  const dossier = dossierOf(birth, span);
  if (dossier.status === 'awaited') return [];
  const law = procedureLaw(book, dossier, dossier.receivedAt);
  const calendar = workingCalendar(book, dossier.receivedOn);
  const { on, at, steps } = receipt(law, calendar, span, dossier.completeAt);
  if (on === null) return [];
  const limit = law.row(LIMITS[span]);
  const circumstances = {
    verification: birth.residence.verifying,
    withoutResidence: !legsOf(birth.application).includes('residence'),
  };
  const start = { on, steps, ...(at === undefined ? {} : { at }) };
  return [
    { ...deadline(law, calendar, limit, start, circumstances), span, duty: dutyOf[span], met: isMet(birth, span) },
  ];
};

const isMet = (birth: BirthCase, span: Span): boolean =>
  span === 'whole' ? birth.application.phase === 'closed' : outcomeOf(birth, span) !== undefined;

/** Every due date that runs or ran in this case, each with its derivation. */
export const dueDates = (book: LawBook, birth: BirthCase): readonly DueDate[] =>
  [...legsOf(birth.application), 'whole' as const].flatMap((span) => due(book, birth, span));

/** Told to the applicant when the desk takes the file in: the last day for the whole group. */
export const appointment = (book: LawBook, event: BirthEvent, birth: BirthCase): readonly BirthEvent[] =>
  event.type === 'DossierReceived' && event.leg === 'birth'
    ? [{ type: 'AppointmentNotified', span: 'whole', dueOn: due(book, birth, 'whole')[0]?.dueOn ?? null }]
    : [];

export type Timer = Readonly<{
  id: string;
  at: Instant;
  missed: Readonly<{ deadline: string; dueOn: PlainDate; duty: string }>;
}>;

const afterDay = (day: PlainDate): Instant => atInVietnam(addDays(day, 1));

const missedAfter = (span: string, dueOn: PlainDate, duty: string): Timer => ({
  id: `${span}/${dueOn}`,
  at: afterDay(dueOn),
  missed: { deadline: `${span}/${dueOn}`, dueOn, duty },
});

/** A supplement that was asked for and did not come: the applicant's own duty (R24.8). */
const supplementTimers = (birth: BirthCase): readonly Timer[] =>
  (['birth', 'residence', 'card', 'identity-card'] as const satisfies readonly LegName[]).flatMap((leg) => {
    const dossier = dossierOf(birth, leg);
    const until = dossier.status === 'supplementing' ? dossier.supplement?.until : undefined;
    const bearer: DutyBearer = 'citizen';
    return until == null ? [] : [missedAfter(`supplement/${leg}`, until, bearer)];
  });

/** The sixty days of declaring a birth, where the declaration itself came later. */
const declaringTimer = (book: LawBook, birth: BirthCase): readonly Timer[] => {
  const { declaration } = birth.application;
  const dossier = birth.registration.dossier;
  if (declaration === null || dossier.status === 'awaited') return [];
  const limit = procedureLaw(book, dossier, dossier.receivedAt).row(provision.limitDeclaringBirth);
  const { dueOn } = limitEnds(book, limit, atInVietnam(declaration.bornOn), dossier.receivedOn);
  return dueOn !== null && dossier.receivedOn > dueOn ? [missedAfter('declaring-birth', dueOn, 'citizen')] : [];
};

/** What the clock will have to record, unless it is met before: each missed day once. */
export const timers = (book: LawBook, birth: BirthCase): readonly Timer[] => {
  if (birth.application.phase !== 'open') return [];
  const running = dueDates(book, birth).flatMap(({ span, dueOn, duty, met }) =>
    met || dueOn === null || dossierOf(birth, span).status === 'supplementing' ? [] : [missedAfter(span, dueOn, duty)],
  );
  return [...running, ...supplementTimers(birth), ...declaringTimer(book, birth)].filter(
    ({ missed }) => !birth.application.missed.includes(missed.deadline),
  );
};
