/** Where the identity-card leg stands, and how its events move it. */
import { AWAITED, type Dossier, evolveDossier } from '../dossier/dossier.js';
import type { FileEvent } from '../dossier/events.js';
import type { Leg } from '../law/parameters/group.js';
import type { Ledger } from '../requests/ledger.js';
import type { IdentityCardEvent } from './events.js';

export type ChildIdentityCard = Readonly<{ dossier: Dossier; decision: 'open' | 'issued' | 'refused' }>;

export type IdentityCardFacts = Readonly<{
  authorities: Readonly<Partial<Record<string, string>>>;
  extractPublished: boolean;
  /** Legs that the law of the day lets end first, and that have not ended. */
  waitsFor: readonly string[];
  requests: Ledger;
}>;

export type OwnIdentityCardEvent = IdentityCardEvent | FileEvent<Leg>;

export const noIdentityCard: ChildIdentityCard = { dossier: AWAITED, decision: 'open' };

export const identityCardEnded = ({ decision }: ChildIdentityCard): boolean => decision !== 'open';

export const evolveIdentityCard = (own: ChildIdentityCard, event: OwnIdentityCardEvent): ChildIdentityCard => {
  switch (event.type) {
    case 'DossierReceived':
    case 'SupplementRequested':
    case 'Supplemented':
      return { ...own, dossier: evolveDossier(own.dossier, event) };
    case 'IdentityCardIssued':
      return { ...own, decision: 'issued' };
    case 'IdentityCardRefused':
      return { ...own, decision: 'refused' };
  }
};
