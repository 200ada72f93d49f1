/** Orders about a leg's file: at the desk, at the agency, and by the clock. */
import type { Command, Personal } from '../kernel/index.js';
import type { PlainDate } from '../values/plain-date.js';
import type { LegName, Span } from './events.js';

/** The desk takes the file in; the moment is the command's. `agency` is the competent unit. */
export type ReceiveDossier = Command<'ReceiveDossier', Readonly<{ leg: LegName; agency: string }>>;
export type RequestSupplement = Command<
  'RequestSupplement',
  Readonly<{ leg: LegName; items: readonly string[]; cause: string }>
>;
/** What was missing; corrected personal fields may come with it. */
export type ProvideSupplement = Command<
  'ProvideSupplement',
  Readonly<{ leg: LegName; items: readonly string[]; personal?: Personal }>
>;
export type RecordMissedDeadline = Command<
  'RecordMissedDeadline',
  Readonly<{ deadline: string; dueOn: PlainDate; duty: string }>
>;
export type ReviseDeadline = Command<
  'ReviseDeadline',
  Readonly<{ span: Span; from: PlainDate; to: PlainDate; cause: string }>
>;
export type SendApology = Command<'SendApology', Readonly<{ span: Span; cause: string; newDate: PlainDate }>>;
export type DeliverResult = Command<'DeliverResult', Readonly<{ leg: LegName; channel: string }>>;

/** Owned by the leg the file belongs to. */
export type LegDossierCommand = ReceiveDossier | RequestSupplement | ProvideSupplement;
/** Owned by the application as a whole. */
export type SchedulingCommand = RecordMissedDeadline | ReviseDeadline | SendApology | DeliverResult;
