/** Where the residence leg stands, and how its events move it. */
import { AWAITED, type Dossier, evolveDossier } from '../dossier/dossier.js';
import type { FileEvent } from '../dossier/events.js';
import type { Leg } from '../law/parameters/group.js';
import type { Ledger } from '../requests/ledger.js';
import type { PlainDate } from '../values/plain-date.js';
import type { Consenter, ResidenceEvent } from './events.js';

export type PermanentResidence = Readonly<{
  dossier: Dossier;
  consents: Readonly<Partial<Record<Consenter, 'given' | 'expired'>>>;
  verifying: boolean;
  decision: 'open' | 'returned' | 'registered' | 'refused';
}>;

/** What this leg needs to know of the case around it. */
export type ResidenceFacts = Readonly<{
  authorities: Readonly<Partial<Record<string, string>>>;
  bornOn: PlainDate;
  /** With whom the child will live, whose the lodging is, what kind of place it is; `null` when the leg was not chosen. */
  lodging: Readonly<{
    with: 'parents' | 'mother' | 'father' | 'other';
    owned: 'own' | 'not-own';
    place: string;
  }> | null;
  /** Whether mother and father reside in different communes. */
  parentsApart: boolean;
  extractPublished: boolean;
  requests: Ledger;
}>;

export type OwnResidenceEvent = ResidenceEvent | FileEvent<Leg>;

export const noResidence: PermanentResidence = { dossier: AWAITED, consents: {}, verifying: false, decision: 'open' };

export const residenceEnded = ({ decision }: PermanentResidence): boolean =>
  decision === 'registered' || decision === 'refused';

export const evolveResidence = (own: PermanentResidence, event: OwnResidenceEvent): PermanentResidence => {
  switch (event.type) {
    case 'DossierReceived':
    case 'SupplementRequested':
    case 'Supplemented':
      return { ...own, dossier: evolveDossier(own.dossier, event) };
    case 'ConsentRecorded':
      return { ...own, consents: { ...own.consents, [event.from]: 'given' } };
    case 'ConsentExpired':
      return own.consents[event.from] === 'given'
        ? own
        : { ...own, consents: { ...own.consents, [event.from]: 'expired' } };
    case 'VerificationOpened':
      return { ...own, verifying: true };
    case 'ResidenceRegistered':
      return { ...own, decision: 'registered' };
    case 'ResidenceRefused':
      return { ...own, decision: 'refused' };
    case 'ResidenceReturnedUpstream':
      return { ...own, decision: 'returned' };
  }
};
