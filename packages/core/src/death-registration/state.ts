/** Where a death registration stands, and how its events move it. */
import { AWAITED, type Dossier, evolveDossier } from '../dossier/dossier.js';
import type { FileEvent } from '../dossier/events.js';
import type { DeathEvidence, DeathLeg, FeeExemption } from '../law/index.js';
import type { Ledger } from '../requests/ledger.js';
import type { PlainDate } from '../values/plain-date.js';
import type { DeathRegistrationEvent } from './events.js';

export type DeathRegistration = Readonly<{
  dossier: Dossier;
  registration:
    | Readonly<{ status: 'open' | 'refused' }>
    | Readonly<{ status: 'registered'; on: PlainDate; book: string; number: number; locked: boolean }>;
  identity: 'undoubted' | 'doubted' | 'confirmed';
  corrections: number;
}>;

/** What this leg needs to know of the case around it. */
export type DeathFacts = Readonly<{
  caseId: string | null;
  /** The competent commune, under its leg's name. */
  authorities: Readonly<Partial<Record<DeathLeg, string>>>;
  diedOn: PlainDate;
  evidence: DeathEvidence | 'none';
  longPast: boolean;
  noticeAttached: boolean;
  feeExempt: FeeExemption | null;
  /** What was paid for, such as `late`. */
  fees: readonly string[];
  requests: Ledger;
}>;

export type OwnDeathEvent = DeathRegistrationEvent | FileEvent<DeathLeg>;

export const noDeathRegistration: DeathRegistration = {
  dossier: AWAITED,
  registration: { status: 'open' },
  identity: 'undoubted',
  corrections: 0,
};

export const evolveDeathRegistration = (own: DeathRegistration, event: OwnDeathEvent): DeathRegistration => {
  switch (event.type) {
    case 'DossierReceived':
    case 'SupplementRequested':
    case 'Supplemented':
      return { ...own, dossier: evolveDossier(own.dossier, event) };
    case 'DeathRegistered': {
      const { registeredOn: on, book, number, locked } = event;
      return { ...own, registration: { status: 'registered', on, book, number, locked } };
    }
    case 'DeathRefused':
      return { ...own, registration: { status: 'refused' } };
    case 'IdentityMismatchFound':
      return { ...own, identity: 'doubted' };
    case 'IdentityConfirmed':
      return { ...own, identity: 'confirmed' };
    case 'CorrectionRegistered':
      return { ...own, corrections: own.corrections + 1 };
  }
};
