/** The state of a birth case: one part for the application, one a leg, one for the extract, one for the requests. */
import { type Application, type LegOutcome, legsAsked, legsOf } from '../../application/index.js';
import type { BirthRegistration } from '../../birth-registration/index.js';
import { type ChildHealthCard, cardEnded } from '../../child-health-card/index.js';
import { type ChildIdentityCard, identityCardEnded } from '../../child-identity-card/index.js';
import type { Extract } from '../../extract/index.js';
import { type PermanentResidence, residenceEnded } from '../../permanent-residence/index.js';
import type { BirthPurpose, Ledger } from '../../requests/index.js';
import type { BirthLeg, Declaration } from './events.js';

export type BirthApplication = Application<BirthLeg, Declaration>;

export type BirthCase = Readonly<{
  application: BirthApplication;
  registration: BirthRegistration;
  extract: Extract;
  residence: PermanentResidence;
  card: ChildHealthCard;
  identityCard: ChildIdentityCard;
  requests: Ledger<BirthPurpose>;
}>;

/** How a leg ended, or `undefined` while it has not. The birth leg ends with its certificate, not with its entry. */
export const outcomeOf = (birth: BirthCase, leg: BirthLeg): LegOutcome | undefined => {
  const { application, registration, extract, residence, card, identityCard } = birth;
  if (application.withdrawn.includes(leg)) return 'withdrawn';
  if (leg === 'birth') {
    if (registration.registration.status === 'refused') return 'refused';
    return registration.registration.status === 'registered' && extract.issued > 0 ? 'done' : undefined;
  }
  if (registration.registration.status === 'refused') return 'not-reached';
  switch (leg) {
    case 'residence':
      if (!residenceEnded(residence)) return undefined;
      return residence.decision === 'registered' ? 'done' : 'refused';
    case 'card':
      if (!cardEnded(card)) return undefined;
      return card.decision === 'issued' ? 'done' : 'refused';
    case 'identity-card':
      if (!identityCardEnded(identityCard)) return undefined;
      return identityCard.decision === 'issued' ? 'done' : 'refused';
  }
};

/** Chosen legs that have ended, withdrawn ones included. */
export const endedLegs = (birth: BirthCase): readonly BirthLeg[] =>
  legsAsked(birth.application).filter((leg) => outcomeOf(birth, leg) !== undefined);

/** Legs whose result can be handed over. */
export const readyLegs = (birth: BirthCase): readonly BirthLeg[] =>
  legsAsked(birth.application).filter((leg) => {
    const outcome = outcomeOf(birth, leg);
    return outcome === 'done' || outcome === 'refused';
  });

export { legsOf };
