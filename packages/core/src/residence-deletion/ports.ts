/** What the deletion asks of the commune police (công an cấp xã): to take the dead person off the residence register. */
import type { JsonObject } from '../evidence/canonical.js';
import type { Desk } from '../requests/port.js';
import type { PlainDate } from '../values/plain-date.js';

export type ResidenceToDelete = Readonly<{
  diedOn: PlainDate;
  commune: string;
  people: Readonly<Record<string, JsonObject>>;
}>;

export type DeletionAnswer =
  | Readonly<{ outcome: 'deleted'; entry: string; deletedOn: PlainDate; minutes?: boolean }>
  | Readonly<{ outcome: 'nothing-to-delete'; reason: string }>
  | Readonly<{ outcome: 'incomplete'; items: readonly string[] }>
  /** An earlier agency erred, or the extract cannot be verified; nothing is refused to the family. */
  | Readonly<{ outcome: 'returned'; field: string }>;

/** A record found wanting is told as progress `record-incomplete`, then `record-completed`. */
export type DeletionDesk = Desk<ResidenceToDelete, DeletionAnswer>;
