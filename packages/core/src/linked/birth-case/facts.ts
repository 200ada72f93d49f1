/** What each part of the case may know of the others: a small record, derived anew for each command. */
import type { ApplicationFacts } from '../../application/index.js';
import type { RegistrationFacts } from '../../birth-registration/index.js';
import type { CardFacts } from '../../child-health-card/index.js';
import type { IdentityCardFacts } from '../../child-identity-card/index.js';
import { procedureLaw } from '../../dossier/governing-law.js';
import type { ExtractFacts } from '../../extract/index.js';
import { type LawBook, provision } from '../../law/index.js';
import type { ResidenceFacts } from '../../permanent-residence/index.js';
import type { Instant, PlainDate } from '../../values/plain-date.js';
import type { BirthLeg } from './events.js';
import { type BirthCase, endedLegs, legsOf, outcomeOf, readyLegs } from './state.js';

export type CaseFacts = RegistrationFacts &
  ResidenceFacts &
  CardFacts &
  IdentityCardFacts &
  ExtractFacts &
  ApplicationFacts<BirthLeg>;

const NEVER = '1800-01-01' as PlainDate;

/** Legs that the law lets end before the identity card, were chosen, and have not ended. */
const before = (book: LawBook, birth: BirthCase, leg: 'identity-card', at: Instant): readonly BirthLeg[] => {
  const order = procedureLaw(book, birth.registration.dossier, at).row(provision.legOrder)?.value[leg] ?? [];
  return order.filter(
    (earlier) => legsOf(birth.application).includes(earlier) && outcomeOf(birth, earlier) === undefined,
  );
};

export const factsOf = (book: LawBook, birth: BirthCase, at: Instant): CaseFacts => {
  const { application, registration, extract, requests } = birth;
  const { declaration } = application;
  const places = [declaration?.mother.residesIn, declaration?.father.residesIn].filter((place) => place !== undefined);
  return {
    caseId: application.caseId,
    authorities: declaration?.authorities ?? {},
    bornOn: declaration?.bornOn ?? NEVER,
    proof: declaration?.proof.kind ?? 'none',
    noticeAttached: application.notice !== null,
    lodging: declaration?.legs.includes('residence') === true ? declaration.lodging : null,
    parentsApart: new Set(places).size > 1,
    extractPublished: extract.published,
    registered: registration.registration.status === 'registered',
    corrections: registration.corrections,
    waitsFor: before(book, birth, 'identity-card', at),
    ended: endedLegs(birth),
    ready: readyLegs(birth),
    requests,
  };
};
