/** Where the deletion of a residence stands, and how its events move it. */
import { AWAITED, type Dossier, evolveDossier } from '../dossier/dossier.js';
import type { FileEvent } from '../dossier/events.js';
import type { DeathLeg } from '../law/index.js';
import type { Ledger } from '../requests/ledger.js';
import type { DeletionEvent } from './events.js';

export type ResidenceDeletion = Readonly<{
  dossier: Dossier;
  record: 'unknown' | 'incomplete' | 'completed';
  outcome: 'open' | 'returned' | 'deleted' | 'nothing-to-delete';
}>;

/** What this leg needs to know of the case around it. */
export type DeletionFacts = Readonly<{
  authorities: Readonly<Partial<Record<DeathLeg, string>>>;
  extractPublished: boolean;
  requests: Ledger;
}>;

export type OwnDeletionEvent = DeletionEvent | FileEvent<DeathLeg>;

export const noDeletion: ResidenceDeletion = { dossier: AWAITED, record: 'unknown', outcome: 'open' };

export const deletionEnded = ({ outcome }: ResidenceDeletion): boolean =>
  outcome === 'deleted' || outcome === 'nothing-to-delete';

export const evolveDeletion = (own: ResidenceDeletion, event: OwnDeletionEvent): ResidenceDeletion => {
  switch (event.type) {
    case 'DossierReceived':
    case 'SupplementRequested':
    case 'Supplemented':
      return { ...own, dossier: evolveDossier(own.dossier, event) };
    case 'ResidenceRecordFoundIncomplete':
      return { ...own, record: 'incomplete' };
    case 'ResidenceRecordCompleted':
      return { ...own, record: 'completed' };
    case 'ResidenceDeleted':
      return { ...own, outcome: 'deleted' };
    case 'NothingToDelete':
      return { ...own, outcome: 'nothing-to-delete' };
    case 'ResidenceReturnedUpstream':
      return { ...own, outcome: 'returned' };
  }
};
