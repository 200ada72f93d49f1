/** The state of a death case: one part for the application, one a leg, one for the extract, the consent, the payments, the requests. */
import { type Application, legsAsked, legsOf } from '../../application/index.js';
import { type Benefit, type BenefitName, benefitSettled, owedOf } from '../../benefit/index.js';
import type { DeathRegistration } from '../../death-registration/index.js';
import type { Extract } from '../../extract/index.js';
import type { DeathLeg } from '../../law/index.js';
import { type Owed, outstanding, type Payments } from '../../payment/index.js';
import type { DeathPurpose, Ledger } from '../../requests/index.js';
import { deletionEnded, type ResidenceDeletion } from '../../residence-deletion/index.js';
import type { Consents } from '../../survivor-benefit/index.js';
import type { DeathDeclaration, DeathLegOutcome } from './events.js';

export type DeathApplication = Application<DeathLeg, DeathDeclaration> & Readonly<{ stopped: readonly DeathLeg[] }>;

export type DeathCase = Readonly<{
  application: DeathApplication;
  registration: DeathRegistration;
  extract: Extract;
  deletion: ResidenceDeletion;
  funeral: Benefit;
  survivor: Benefit;
  consents: Consents;
  payments: Payments;
  requests: Ledger<DeathPurpose>;
}>;

/** What is owed of every benefit, in đồng: decided and topped up. */
export const owedIn = ({ funeral, survivor }: DeathCase): Owed => ({ ...owedOf(funeral), ...owedOf(survivor) });

/** Benefits that were decided and are not wholly paid, with what is outstanding. */
export const unpaidIn = (death: DeathCase): Owed => {
  const owed = owedIn(death);
  return Object.fromEntries(
    (Object.keys(owed) as BenefitName[])
      .map((benefit) => [benefit, outstanding(death.payments, owed, benefit)] as const)
      .filter(([, amount]) => amount > 0),
  );
};

const registered = ({ registration }: DeathCase): boolean => registration.registration.status === 'registered';

/** A benefit has come to its end when it is decided and paid; once the case is closed, a later top-up opens it no more. */
const benefitOutcome = (death: DeathCase, own: Benefit): DeathLegOutcome | undefined => {
  if (own.route === null || !benefitSettled(own)) return undefined;
  if (own.route.outcome === 'outside') return 'outside';
  const decided = Object.keys(own.decided) as BenefitName[];
  if (decided.length === 0) return 'refused';
  const owed = owedOf(own);
  const paid = decided.every((benefit) => outstanding(death.payments, owed, benefit) <= 0);
  return paid || death.application.phase === 'closed' ? 'done' : undefined;
};

/** How a leg ended, or `undefined` while it has not. The death leg ends with its extract, not with its entry. */
export const outcomeOf = (death: DeathCase, leg: DeathLeg): DeathLegOutcome | undefined => {
  const { application, registration, extract, deletion, funeral, survivor } = death;
  if (application.withdrawn.includes(leg)) return 'withdrawn';
  if (application.stopped.includes(leg)) return 'stopped';
  if (leg === 'death') {
    if (registration.registration.status === 'refused') return 'refused';
    return registered(death) && extract.issued > 0 ? 'done' : undefined;
  }
  if (registration.registration.status === 'refused' || application.stopped.includes('death')) return 'not-reached';
  switch (leg) {
    case 'residence':
      return deletionEnded(deletion) ? 'done' : undefined;
    case 'funeral':
      return benefitOutcome(death, funeral);
    case 'survivor':
      return benefitOutcome(death, survivor);
  }
};

/** Chosen legs that have ended, withdrawn ones included. */
export const endedLegs = (death: DeathCase): readonly DeathLeg[] =>
  legsAsked(death.application).filter((leg) => outcomeOf(death, leg) !== undefined);

/** Whether something was decided to be paid in this leg: from then on nobody takes it back. */
export const isDecided = (death: DeathCase, leg: DeathLeg): boolean =>
  (leg === 'funeral' || leg === 'survivor') && Object.keys(death[leg].decided).length > 0;

/** Legs whose result can be handed over: a decision may be, before the money comes. */
export const readyLegs = (death: DeathCase): readonly DeathLeg[] =>
  legsAsked(death.application).filter((leg) => {
    const outcome = outcomeOf(death, leg);
    return outcome === 'done' || outcome === 'refused' || (outcome === undefined && isDecided(death, leg));
  });

export { legsOf };
