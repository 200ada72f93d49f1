/** What the commune police's answers mean for the deletion (R7). */
import type { LawInForce } from '../law/dated.js';
import { dayIn, type Heard, textOf } from '../requests/heard.js';
import { databasesOf } from './decider.js';
import type { DeletionEvent } from './events.js';
import { deletionEnded, type ResidenceDeletion } from './state.js';

export const hearDeletion = (own: ResidenceDeletion, heard: Heard, law: LawInForce): readonly DeletionEvent[] => {
  if (deletionEnded(own)) return [];
  const { attribution } = heard;
  switch (heard.answer.outcome) {
    case 'deleted':
      return [
        ...(own.record === 'incomplete' ? [{ type: 'ResidenceRecordCompleted', attribution } as const] : []),
        {
          type: 'ResidenceDeleted',
          entry: textOf(heard, 'entry'),
          deletedOn: dayIn(heard, 'deletedOn'),
          databases: databasesOf(law),
          minutes: heard.answer['minutes'] === true,
          attribution,
        },
      ];
    case 'nothing-to-delete':
      return [{ type: 'NothingToDelete', cause: textOf(heard, 'reason'), attribution }];
    case 'returned':
      return [{ type: 'ResidenceReturnedUpstream', field: textOf(heard, 'field'), attribution }];
    default:
      return [];
  }
};

/** Told on the way: the record is found wanting, and mended by the police themselves. */
export const hearRecord = (own: ResidenceDeletion, step: string, cause: string): readonly DeletionEvent[] => {
  if (deletionEnded(own)) return [];
  if (step === 'record-incomplete' && own.record === 'unknown') {
    return [{ type: 'ResidenceRecordFoundIncomplete', items: [cause] }];
  }
  return step === 'record-completed' && own.record === 'incomplete' ? [{ type: 'ResidenceRecordCompleted' }] : [];
};
