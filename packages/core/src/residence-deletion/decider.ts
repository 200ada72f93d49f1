/** Deletion of the residence (xóa đăng ký thường trú): on the extract, or by the police themselves since March 2026. */
import { type LegOfCase, procedure } from '../dossier/procedure.js';
import { emits } from '../kernel/index.js';
import { type DeathLeg, deathGroup, type LawBook, type LawInForce, provision } from '../law/index.js';
import type { DeathPurpose, RequestIntended } from '../requests/events.js';
import { intend } from '../requests/ledger.js';
import { dayOf } from '../values/plain-date.js';
import type { DeletionCommand } from './events.js';
import { type DeletionReason, type DeletionView, mayComplete, mayDelete, mayFindNothing, mayForward } from './rules.js';
import {
  type DeletionFacts,
  deletionEnded,
  evolveDeletion,
  noDeletion,
  type OwnDeletionEvent,
  type ResidenceDeletion,
} from './state.js';

type Event = OwnDeletionEvent | RequestIntended<DeathPurpose>;

/** The databases that the law of the day has it entered in. */
export const databasesOf = (law: LawInForce): readonly string[] => law.row(provision.deletionUpdates)?.value ?? [];

export const residenceDeletion = (
  book: LawBook,
): LegOfCase<DeathLeg, DeletionCommand, Event, ResidenceDeletion, DeletionFacts, DeletionReason, OwnDeletionEvent> =>
  procedure<DeathLeg, DeletionCommand, Event, ResidenceDeletion, DeletionFacts, DeletionReason, OwnDeletionEvent>(
    book,
    deathGroup,
    {
      leg: 'residence',
      initial: noDeletion,
      evolve: evolveDeletion,
      ended: deletionEnded,
      mayBegin: ({ extractPublished }) => extractPublished,
      decide: (command, { own, facts }, { law, attribution }) => {
        const view: DeletionView = { own, facts, today: dayOf(command.at) };
        switch (command.type) {
          case 'ForwardDeletion':
            return emits(mayForward(command, view, law), {
              ...intend(facts.requests, 'delete-residence'),
              attribution,
            });
          case 'CompleteResidenceRecord':
            return emits(mayComplete(command, view, law), { type: 'ResidenceRecordCompleted', attribution });
          case 'DeleteResidence':
            return emits(mayDelete(command, view, law), {
              type: 'ResidenceDeleted',
              ...command.data,
              databases: databasesOf(law),
              attribution,
            });
          case 'RecordNothingToDelete':
            return emits(mayFindNothing(command, view, law), {
              type: 'NothingToDelete',
              ...command.data,
              attribution,
            });
        }
      },
    },
  );
