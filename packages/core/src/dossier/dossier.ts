/** The state of a leg's file at its agency, and how the dossier events move it. */
import type { LawSetId } from '../law/dated.js';
import { dayOf, type Instant, type PlainDate } from '../values/plain-date.js';
import type { FileEvent } from './events.js';

export type Supplement = Readonly<{ items: readonly string[]; until: PlainDate | null; round: number }>;

export type Dossier =
  | Readonly<{ status: 'awaited' }>
  | Readonly<{
      status: 'received' | 'supplementing';
      /** When the desk first took it in; fixes the law's `on` for good. */
      receivedOn: PlainDate;
      receivedAt: Instant;
      /** When the limit last began to count: receipt, or the full file after a supplement. */
      completeAt: Instant;
      countsFrom: PlainDate | null;
      law: LawSetId;
      rulebooks: readonly string[];
      agency: string;
      rounds: number;
      supplement?: Supplement;
    }>;

export const AWAITED: Dossier = { status: 'awaited' };

export const evolveDossier = (dossier: Dossier, event: FileEvent): Dossier => {
  switch (event.type) {
    case 'DossierReceived':
      return {
        status: 'received',
        receivedOn: dayOf(event.receivedAt),
        receivedAt: event.receivedAt,
        completeAt: event.receivedAt,
        countsFrom: event.countsFrom,
        law: event.law,
        rulebooks: event.rulebooks,
        agency: event.agency,
        rounds: dossier.status === 'awaited' ? 0 : dossier.rounds,
      };
    case 'SupplementRequested':
      return dossier.status === 'awaited'
        ? dossier
        : {
            ...dossier,
            status: 'supplementing',
            rounds: event.round,
            supplement: { items: event.items, until: event.until, round: event.round },
          };
    case 'Supplemented': {
      if (dossier.status === 'awaited') return dossier;
      const { supplement: _, ...full } = dossier;
      return { ...full, status: 'received', completeAt: event.at, countsFrom: event.countsFrom };
    }
  }
};
