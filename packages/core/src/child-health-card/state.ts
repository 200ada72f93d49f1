/** Where the card leg stands, and how its events move it. */
import { AWAITED, type Dossier, evolveDossier } from '../dossier/dossier.js';
import type { FileEvent } from '../dossier/events.js';
import type { Leg } from '../law/parameters/group.js';
import type { Ledger } from '../requests/ledger.js';
import type { PlainDate } from '../values/plain-date.js';
import type { CardEvent } from './events.js';

/** A rejection is the result of this leg; a return upstream is not, and waits for the correction. */
export type ChildHealthCard = Readonly<{ dossier: Dossier; decision: 'open' | 'returned' | 'rejected' | 'issued' }>;

export type CardFacts = Readonly<{
  authorities: Readonly<Partial<Record<string, string>>>;
  bornOn: PlainDate;
  extractPublished: boolean;
  requests: Ledger;
}>;

export type OwnCardEvent = CardEvent | FileEvent<Leg>;

export const noCard: ChildHealthCard = { dossier: AWAITED, decision: 'open' };

export const cardEnded = ({ decision }: ChildHealthCard): boolean => decision === 'issued' || decision === 'rejected';

export const evolveCard = (own: ChildHealthCard, event: OwnCardEvent): ChildHealthCard => {
  switch (event.type) {
    case 'DossierReceived':
    case 'SupplementRequested':
    case 'Supplemented':
      return { ...own, dossier: evolveDossier(own.dossier, event) };
    case 'CardIssued':
      return { ...own, decision: 'issued' };
    case 'CardRejected':
      return { ...own, decision: 'rejected' };
    case 'CardReturnedUpstream':
      return { ...own, decision: 'returned' };
  }
};
