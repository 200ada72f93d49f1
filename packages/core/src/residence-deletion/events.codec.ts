/** How the events of a deletion are kept. */
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { flag, listOf, text } from '../borders/stored.codec.js';
import { keptDate } from '../dossier/events.codec.js';
import type { DeletionEvent } from './events.js';

export const deletionEvents: EventForms<DeletionEvent> = {
  ResidenceDeleted: event({ entry: text, deletedOn: keptDate, databases: listOf(text), minutes: flag }),
  ResidenceRecordFoundIncomplete: event({ items: listOf(text) }),
  ResidenceRecordCompleted: event({}),
  NothingToDelete: event({ cause: text }),
  ResidenceReturnedUpstream: event({ field: text }),
};
