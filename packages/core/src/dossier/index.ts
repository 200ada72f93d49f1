export type { LegDossierCommand, SchedulingCommand } from './commands.js';
export type { Dossier, Supplement } from './dossier.js';
export type {
  DossierEvent,
  DossierReceived,
  FileEvent,
  LegName,
  Span,
  Supplemented,
  SupplementRequested,
} from './events.js';
export { askSupplement, type FileReason, receive } from './file-rules.js';
export { procedureLaw } from './governing-law.js';
