/** What happens in the deletion of a dead person's residence (xóa đăng ký thường trú), and the orders behind it. */
import type { Command, DomainEvent } from '../kernel/index.js';
import type { PlainDate } from '../values/plain-date.js';

type Of<T extends string, F = unknown> = DomainEvent<T> & Readonly<F>;

/** `databases` are those it was entered in; `minutes` when it was deleted by minutes, nobody of the household being there. */
export type ResidenceDeleted = Of<
  'ResidenceDeleted',
  { entry: string; deletedOn: PlainDate; databases: readonly string[]; minutes: boolean }
>;
/** The person was missing or incomplete in the population database (F10). */
export type ResidenceRecordFoundIncomplete = Of<'ResidenceRecordFoundIncomplete', { items: readonly string[] }>;
export type ResidenceRecordCompleted = Of<'ResidenceRecordCompleted'>;
/** The person was registered nowhere, or deleted before. */
export type NothingToDelete = Of<'NothingToDelete', { cause: string }>;
/** An earlier agency erred (`field` says where): told to it, not refused to the family. */
export type ResidenceReturnedUpstream = Of<'ResidenceReturnedUpstream', { field: string }>;

export type DeletionEvent =
  | ResidenceDeleted
  | ResidenceRecordFoundIncomplete
  | ResidenceRecordCompleted
  | NothingToDelete
  | ResidenceReturnedUpstream;

export type ForwardDeletion = Command<'ForwardDeletion', Readonly<Record<never, never>>>;
export type CompleteResidenceRecord = Command<'CompleteResidenceRecord', Readonly<Record<never, never>>>;
export type DeleteResidence = Command<
  'DeleteResidence',
  Readonly<{ entry: string; deletedOn: PlainDate; minutes: boolean }>
>;
export type RecordNothingToDelete = Command<'RecordNothingToDelete', Readonly<{ cause: string }>>;
export type DeletionCommand = ForwardDeletion | CompleteResidenceRecord | DeleteResidence | RecordNothingToDelete;
