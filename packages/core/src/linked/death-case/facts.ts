/** What each part of the case may know of the others: a small record, derived anew for each command. */
import { type ApplicationFacts, legsAsked } from '../../application/index.js';
import type { DeathFacts } from '../../death-registration/index.js';
import type { ExtractFacts } from '../../extract/index.js';
import type { FuneralFacts } from '../../funeral-benefit/index.js';
import { type DeathLeg, type LawBook, limitEnds, procedureLawOf, provision } from '../../law/index.js';
import type { PaymentFacts } from '../../payment/index.js';
import type { DeletionFacts } from '../../residence-deletion/index.js';
import { type ConsentFacts, relativesMissing, type SurvivorFacts } from '../../survivor-benefit/index.js';
import type { PlainDate } from '../../values/plain-date.js';
import type { DeathDeclaration } from './events.js';
import { type DeathCase, isDecided, outcomeOf, owedIn, readyLegs } from './state.js';

export type CaseFacts = DeathFacts &
  DeletionFacts &
  FuneralFacts &
  SurvivorFacts &
  ConsentFacts &
  PaymentFacts &
  ExtractFacts &
  ApplicationFacts<DeathLeg>;

const NEVER = '1800-01-01' as PlainDate;

/** One sum needs all relatives; what is drawn monthly is each one's own. */
const consenting = (declaration: DeathDeclaration | null): readonly string[] =>
  declaration?.survivors?.prefer === 'lump-sum' && declaration.legs.includes('survivor')
    ? declaration.survivors.relatives.map(({ of }) => of)
    : [];

/** The last day for the relatives to confirm, from the day the desk took the file in (T4). */
export const consentDueIn = (book: LawBook, { application, registration }: DeathCase): PlainDate | null => {
  const { dossier } = registration;
  if (dossier.status === 'awaited' || consenting(application.declaration).length === 0) return null;
  const law = procedureLawOf(book, dossier.receivedOn, dossier.receivedAt);
  return limitEnds(book, law.row(provision.limitRelativesConsent), dossier.receivedAt).dueOn;
};

export const factsOf = (book: LawBook, death: DeathCase): CaseFacts => {
  const { application, registration, extract, consents, requests } = death;
  const { declaration } = application;
  const relatives = consenting(declaration);
  return {
    caseId: application.caseId,
    authorities: declaration?.authorities ?? {},
    diedOn: declaration?.diedOn ?? NEVER,
    evidence: declaration?.evidence.kind ?? 'none',
    longPast: declaration?.longPast ?? false,
    noticeAttached: application.notice !== null,
    feeExempt: declaration?.feeExempt ?? null,
    fees: application.fees,
    extractPublished: extract.published,
    registered: registration.registration.status === 'registered',
    corrections: registration.corrections,
    classes: declaration?.funeral?.classes ?? [],
    classFacts: declaration?.funeral?.classFacts ?? {},
    meritAllowance: declaration?.funeral?.meritAllowance ?? null,
    survivors: declaration?.survivors ?? null,
    relatives,
    consentsMissing: relativesMissing(consents, relatives),
    survivorEnded: outcomeOf(death, 'survivor') !== undefined,
    consentDue: consentDueIn(book, death),
    owed: owedIn(death),
    allowances: declaration?.allowances ?? [],
    // What was decided to be paid is past withdrawing and stopping, though the money is still to come.
    ended: legsAsked(application).filter((leg) => outcomeOf(death, leg) !== undefined || isDecided(death, leg)),
    ready: readyLegs(death),
    requests,
  };
};
