/**
 * Which date chooses which rule (architecture §4): procedure and limits follow the day the leg's file was received, or today
 * while it has not been; a document's form follows its day of issue; what is known is what is known on the day of deciding.
 */
import type { LawBook, LawInForce } from '../law/dated.js';
import { dayOf, type Instant } from '../values/plain-date.js';
import type { Dossier } from './dossier.js';

/** The law that governs a leg's procedure: frozen at receipt, known as of now (R10). */
export const procedureLaw = (book: LawBook, dossier: Dossier, at: Instant): LawInForce => {
  const today = dayOf(at);
  return book.at({ on: dossier.status === 'awaited' ? today : dossier.receivedOn, knownOn: today });
};

/** The law that governs the form of a document issued now. */
export const documentLaw = (book: LawBook, at: Instant): LawInForce => {
  const today = dayOf(at);
  return book.at({ on: today, knownOn: today });
};
