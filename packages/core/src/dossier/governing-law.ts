/** The law that governs a leg's file and the documents of a case; which date chooses which rule stands in law/governing.ts. */
import type { LawBook, LawInForce } from '../law/dated.js';
import { documentLawOf, procedureLawOf } from '../law/governing.js';
import { dayOf, type Instant } from '../values/plain-date.js';
import type { Dossier } from './dossier.js';

/** The law that governs a leg's procedure: frozen at receipt, known as of now (R10). */
export const procedureLaw = (book: LawBook, dossier: Dossier, at: Instant): LawInForce =>
  procedureLawOf(book, dossier.status === 'awaited' ? null : dossier.receivedOn, at);

/** The law that governs the form of a document issued now. */
export const documentLaw = (book: LawBook, at: Instant): LawInForce => documentLawOf(book, dayOf(at));
