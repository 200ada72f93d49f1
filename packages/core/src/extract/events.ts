/**
 * The electronic extract (bản điện tử giấy khai sinh, trích lục khai tử): drafted, signed by the leader, sealed by the clerk,
 * published. `extract` counts the versions of one case from 1.
 */
import type { Command, DomainEvent } from '../kernel/index.js';

type Of<T extends string, F = unknown> = DomainEvent<T> & Readonly<{ extract: number }> & Readonly<F>;
export type Slot = 'leader' | 'seal';

/** `form` names the document; `drafter` the officer who drew it up; `corrections` how many corrections of the entry it shows. */
export type ExtractDrafted = Of<'ExtractDrafted', { form: string; drafter: string; corrections: number }>;
/** The requester looked the draft over. */
export type ExtractConfirmed = Of<'ExtractConfirmed'>;
export type ExtractReturned = Of<'ExtractReturned', { cause: string }>;
export type ExtractSigned = Of<'ExtractSigned', { signer: string }>;
export type ExtractSealed = Of<'ExtractSealed', { signer: string }>;
export type ExtractTimestamped = Of<'ExtractTimestamped'>;
/** `safe` says whether the document is as it was before the attempt. */
export type ExtractSigningFailed = Of<'ExtractSigningFailed', { slot: Slot; cause: string; safe: boolean }>;
export type ExtractPublished = Of<'ExtractPublished', { signed: boolean }>;
/** The lawful fallback: signed and sealed by hand. */
export type ExtractIssuedOnPaper = Of<'ExtractIssuedOnPaper'>;
export type ExtractReplaced = Of<'ExtractReplaced', { by: number }>;
export type ExtractRecalled = Of<'ExtractRecalled', { cause: string }>;

export type ExtractEvent =
  | ExtractDrafted
  | ExtractConfirmed
  | ExtractReturned
  | ExtractSigned
  | ExtractSealed
  | ExtractTimestamped
  | ExtractSigningFailed
  | ExtractPublished
  | ExtractIssuedOnPaper
  | ExtractReplaced
  | ExtractRecalled;

type None = Readonly<Record<never, never>>;
export type DraftExtract = Command<'DraftExtract', None>;
export type ConfirmExtract = Command<'ConfirmExtract', None>;
export type ReturnExtract = Command<'ReturnExtract', Readonly<{ cause: string }>>;
export type SignExtract = Command<'SignExtract', None>;
export type SealExtract = Command<'SealExtract', None>;
export type TimestampExtract = Command<'TimestampExtract', None>;
export type RecordSigningFailure = Command<
  'RecordSigningFailure',
  Readonly<{ slot: Slot; cause: string; safe: boolean }>
>;
export type PublishExtract = Command<'PublishExtract', None>;
export type IssueExtractOnPaper = Command<'IssueExtractOnPaper', None>;
export type RecallExtract = Command<'RecallExtract', Readonly<{ cause: string }>>;

export type ExtractCommand =
  | DraftExtract
  | ConfirmExtract
  | ReturnExtract
  | SignExtract
  | SealExtract
  | TimestampExtract
  | RecordSigningFailure
  | PublishExtract
  | IssueExtractOnPaper
  | RecallExtract;
