/** Where a birth registration stands, and how its events move it. */
import { AWAITED, type Dossier, evolveDossier } from '../dossier/dossier.js';
import type { FileEvent } from '../dossier/events.js';
import type { Leg } from '../law/parameters/group.js';
import type { Ledger } from '../requests/ledger.js';
import type { PlainDate } from '../values/plain-date.js';
import type { RegistrationEvent } from './events.js';

export type Registration =
  | Readonly<{ status: 'open' | 'refused' }>
  | Readonly<{ status: 'registered'; on: PlainDate; book: string; number: number }>;

export type BirthRegistration = Readonly<{
  dossier: Dossier;
  personalNumber: 'none' | 'requested' | 'delayed' | 'assigned';
  registration: Registration;
  corrections: number;
}>;

/** What this leg needs to know of the case around it. */
export type RegistrationFacts = Readonly<{
  caseId: string | null;
  /** The competent commune, under its leg's name. */
  authorities: Readonly<Partial<Record<string, string>>>;
  proof: 'notice' | 'witness' | 'pledge' | 'none';
  noticeAttached: boolean;
  bornOn: PlainDate;
  requests: Ledger;
}>;

export type OwnRegistrationEvent = RegistrationEvent | FileEvent<Leg>;

export const noRegistration: BirthRegistration = {
  dossier: AWAITED,
  personalNumber: 'none',
  registration: { status: 'open' },
  corrections: 0,
};

export const evolveRegistration = (own: BirthRegistration, event: OwnRegistrationEvent): BirthRegistration => {
  switch (event.type) {
    case 'DossierReceived':
    case 'SupplementRequested':
    case 'Supplemented':
      return { ...own, dossier: evolveDossier(own.dossier, event) };
    case 'PersonalNumberRequested':
      return { ...own, personalNumber: 'requested' };
    case 'PersonalNumberAssigned':
    case 'PersonalNumberReplaced':
      return { ...own, personalNumber: 'assigned' };
    case 'PersonalNumberDelayed':
      return own.personalNumber === 'assigned' ? own : { ...own, personalNumber: 'delayed' };
    case 'BirthRegistered':
      return {
        ...own,
        registration: { status: 'registered', on: event.registeredOn, book: event.book, number: event.number },
      };
    case 'BirthRefused':
      return { ...own, registration: { status: 'refused' } };
    case 'CorrectionRegistered':
      return { ...own, corrections: own.corrections + 1 };
  }
};
