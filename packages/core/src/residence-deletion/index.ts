export { hearDeletion, hearRecord } from './answers.js';
export { residenceDeletion } from './decider.js';
export type { DeletionCommand, DeletionEvent } from './events.js';
export type { DeletionAnswer, DeletionDesk, ResidenceToDelete } from './ports.js';
export type { DeletionReason } from './rules.js';
export { type DeletionFacts, deletionEnded, type OwnDeletionEvent, type ResidenceDeletion } from './state.js';
