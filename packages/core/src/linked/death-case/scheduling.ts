/**
 * The case's due dates (các mốc hạn) and what the clock asks for: the appointment given at receipt, deadlines missed, the time
 * of the relatives' consent run out. The clock only opens commands; a refusal is always signed by a person (R24.9).
 */
import {
  afterDay,
  type DueDate,
  type Escalating,
  escalatingOf,
  type Missing,
  missedAfter,
  missedOf,
  missedSupplements,
} from '../../application/index.js';
import { chains, payersOpen } from '../../benefit/index.js';
import { declaredLate } from '../../death-registration/index.js';
import type { Dossier } from '../../dossier/dossier.js';
import type { Span } from '../../dossier/events.js';
import { procedureLaw } from '../../dossier/governing-law.js';
import {
  type Deadline,
  type DeathLeg,
  deadline,
  deathGroup,
  type LawBook,
  provision,
  receipt,
  workingCalendar,
} from '../../law/index.js';
import type { Instant } from '../../values/plain-date.js';
import { declaringDeathBy, endOfChain, reckonChain } from './deadlines.js';
import type { DeathEvent } from './events.js';
import { consentDueIn } from './facts.js';
import { partOfLeg } from './parts.js';
import { type DeathCase, legsOf, outcomeOf } from './state.js';

export type DeathDueDate = DueDate<DeathLeg>;
type DeathSpan = Span<DeathLeg>;

const dossierOf = (death: DeathCase, span: DeathSpan): Dossier =>
  death[span === 'whole' ? 'registration' : partOfLeg[span]].dossier;

const dutyOf: Readonly<Record<DeathSpan, string>> = {
  death: 'civil-status',
  residence: 'residence',
  funeral: 'funeral',
  survivor: 'survivor',
  whole: 'group',
};

const isMet = (death: DeathCase, span: DeathSpan): boolean =>
  span === 'whole' ? death.application.phase === 'closed' : outcomeOf(death, span) !== undefined;

/** The limit of a leg whose file is at its agency, from the full file, under the law frozen at its receipt. */
const due = (book: LawBook, death: DeathCase, span: DeathSpan): readonly DeathDueDate[] => {
  const dossier = dossierOf(death, span);
  if (dossier.status === 'awaited') return [];
  const law = procedureLaw(book, dossier, dossier.receivedAt);
  const calendar = workingCalendar(book, dossier.receivedOn);
  const { on, at, steps } = receipt(law, calendar, deathGroup, span, dossier.completeAt);
  if (on === null) return [];
  const start = { on, steps, ...(at === undefined ? {} : { at }) };
  const told = (found: Deadline, met = isMet(death, span)): DeathDueDate => ({
    ...found,
    span,
    duty: dutyOf[span],
    met,
  });
  switch (span) {
    case 'death':
      return [told(deadline(law, calendar, law.row(provision.limitDeath), start))];
    case 'residence':
      return [told(deadline(law, calendar, law.row(provision.limitResidenceDeletion), start))];
    case 'whole':
      return [told(deadline(law, calendar, law.row(provision.limitDeathWhole), start))];
    case 'funeral':
    case 'survivor':
      return (death[span].route?.payers ?? []).map((payer) => {
        const chain = law.row(chains[payer]);
        return told(
          chain === undefined
            ? deadline(law, calendar, undefined, start)
            : endOfChain(reckonChain(law, calendar, start, chain), chain),
          // What the limit of a benefit bounds is the decision; when the money comes is for the monthly lists.
          isMet(death, span) || !payersOpen(death[span]).includes(payer),
        );
      });
  }
};

/** Every due date that runs or ran in this case, each with its derivation. */
export const dueDates = (book: LawBook, death: DeathCase): readonly DeathDueDate[] =>
  [...legsOf(death.application), 'whole' as const].flatMap((span) => due(book, death, span));

/** Told to the applicant when the desk takes the file in: the last day for the whole group, where any text names one. */
export const appointment = (book: LawBook, event: DeathEvent, death: DeathCase): readonly DeathEvent[] =>
  event.type === 'DossierReceived' && event.leg === 'death'
    ? [{ type: 'AppointmentNotified', span: 'whole', dueOn: due(book, death, 'whole')[0]?.dueOn ?? null }]
    : [];

/** The fifteen days of declaring a death, where the declaration itself came later. */
const declaringMissed = (book: LawBook, { application, registration }: DeathCase): readonly Missing[] => {
  const { declaration } = application;
  const { dossier } = registration;
  if (declaration === null || dossier.status === 'awaited') return [];
  const { diedOn } = declaration;
  const { dueOn } = declaringDeathBy(book, diedOn, dossier.receivedOn);
  return dueOn !== null && declaredLate(book, diedOn, dossier.receivedOn)
    ? [missedAfter('declaring-death', dueOn, 'citizen')]
    : [];
};

/** Missed days that the clock will have to record, unless they are met before: each once. */
export const missing = (book: LawBook, death: DeathCase): readonly Missing[] => {
  if (death.application.phase !== 'open') return [];
  const fileOf = (span: DeathSpan): Dossier => dossierOf(death, span);
  return [
    ...missedOf(dueDates(book, death), fileOf),
    ...missedSupplements(deathGroup.legs, fileOf),
    ...declaringMissed(book, death),
  ].filter(({ missed }) => !death.application.missed.includes(missed.deadline));
};

/** When the relatives' time to confirm runs out; `undefined` while it does not run, or they have. */
export const consentExpiresAt = (book: LawBook, death: DeathCase, missed: readonly string[]): Instant | undefined => {
  const dueOn = consentDueIn(book, death);
  const { application, consents } = death;
  const runs =
    application.phase === 'open' && legsOf(application).includes('survivor') && !consents.expired && missed.length > 0;
  return runs && dueOn !== null ? afterDay(dueOn) : undefined;
};

/** Deadlines that agencies let pass, for the support team. */
export const escalating = (book: LawBook, death: DeathCase): readonly Escalating[] =>
  death.application.phase === 'open'
    ? escalatingOf(book, dueDates(book, death), (span: DeathSpan): Dossier => dossierOf(death, span), death.application)
    : [];
