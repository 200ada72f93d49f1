/**
 * The case's due dates (các mốc hạn) and what the clock asks for: the appointment given at receipt, deadlines missed, consents
 * run out. The clock only opens commands; a refusal is always signed by a person (R24.9).
 */
import {
  type DueDate,
  type Escalating,
  escalatingOf,
  type Missing,
  missedAfter,
  missedOf,
  missedSupplements,
} from '../../application/index.js';
import type { Dossier } from '../../dossier/dossier.js';
import type { Span } from '../../dossier/events.js';
import { procedureLaw } from '../../dossier/governing-law.js';
import type { Limit, Parameter } from '../../law/index.js';
import { birthGroup, deadline, type LawBook, limitEnds, provision, receipt, workingCalendar } from '../../law/index.js';
import { atInVietnam } from '../../values/plain-date.js';
import type { BirthEvent, BirthLeg } from './events.js';
import { type BirthCase, legsOf, outcomeOf } from './state.js';

const LIMITS: Readonly<Record<BirthSpan, Parameter<Limit>>> = {
  birth: provision.limitBirth,
  residence: provision.limitResidence,
  card: provision.limitCard,
  'identity-card': provision.limitIdentityCard,
  whole: provision.limitWhole,
};

export type BirthDueDate = DueDate<BirthLeg>;
type BirthSpan = Span<BirthLeg>;

const dossierOf = ({ registration, residence, card, identityCard }: BirthCase, span: BirthSpan): Dossier =>
  ({ birth: registration, whole: registration, residence, card, 'identity-card': identityCard })[span].dossier;

const dutyOf: Readonly<Record<BirthSpan, string>> = {
  birth: 'civil-status',
  residence: 'residence',
  card: 'insurance',
  'identity-card': 'identity',
  whole: 'group',
};

/** The limit of a leg whose file is at its agency, from the full file, under the law frozen at its receipt. */
const due = (book: LawBook, birth: BirthCase, span: BirthSpan): readonly BirthDueDate[] => {
  const dossier = dossierOf(birth, span);
  if (dossier.status === 'awaited') return [];
  const law = procedureLaw(book, dossier, dossier.receivedAt);
  const calendar = workingCalendar(book, dossier.receivedOn);
  const { on, at, steps } = receipt(law, calendar, birthGroup, span, dossier.completeAt);
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

const isMet = (birth: BirthCase, span: BirthSpan): boolean =>
  span === 'whole' ? birth.application.phase === 'closed' : outcomeOf(birth, span) !== undefined;

/** Every due date that runs or ran in this case, each with its derivation. */
export const dueDates = (book: LawBook, birth: BirthCase): readonly BirthDueDate[] =>
  [...legsOf(birth.application), 'whole' as const].flatMap((span) => due(book, birth, span));

/** Told to the applicant when the desk takes the file in: the last day for the whole group. */
export const appointment = (book: LawBook, event: BirthEvent, birth: BirthCase): readonly BirthEvent[] =>
  event.type === 'DossierReceived' && event.leg === 'birth'
    ? [{ type: 'AppointmentNotified', span: 'whole', dueOn: due(book, birth, 'whole')[0]?.dueOn ?? null }]
    : [];

/** The sixty days of declaring a birth, where the declaration itself came later. */
const declaringTimer = (book: LawBook, birth: BirthCase): readonly Missing[] => {
  const { declaration } = birth.application;
  const dossier = birth.registration.dossier;
  if (declaration === null || dossier.status === 'awaited') return [];
  const limit = procedureLaw(book, dossier, dossier.receivedAt).row(provision.limitDeclaringBirth);
  const { dueOn } = limitEnds(book, limit, atInVietnam(declaration.bornOn), dossier.receivedOn);
  return dueOn !== null && dossier.receivedOn > dueOn ? [missedAfter('declaring-birth', dueOn, 'citizen')] : [];
};

/** What the clock will have to record, unless it is met before: each missed day once. */
export const timers = (book: LawBook, birth: BirthCase): readonly Missing[] => {
  if (birth.application.phase !== 'open') return [];
  const fileOf = (span: BirthSpan): Dossier => dossierOf(birth, span);
  return [
    ...missedOf(dueDates(book, birth), fileOf),
    ...missedSupplements(birthGroup.legs, fileOf),
    ...declaringTimer(book, birth),
  ].filter(({ missed }) => !birth.application.missed.includes(missed.deadline));
};

/** Deadlines that agencies let pass, for the support team. */
export const escalating = (book: LawBook, birth: BirthCase): readonly Escalating[] =>
  birth.application.phase === 'open'
    ? escalatingOf(book, dueDates(book, birth), (span: BirthSpan): Dossier => dossierOf(birth, span), birth.application)
    : [];
