/** Orders about a leg's file: at the desk, at the agency, and by the clock. */
import type { Command, Personal } from '../kernel/index.js';
import type { PlainDate } from '../values/plain-date.js';
import type { LegName, Span } from './events.js';

/** The desk takes the file in; the moment is the command's. `agency` is the competent unit. */
export type ReceiveDossier<L extends LegName = LegName> = Command<
  'ReceiveDossier',
  Readonly<{ leg: L; agency: string }>
>;
export type RequestSupplement<L extends LegName = LegName> = Command<
  'RequestSupplement',
  Readonly<{ leg: L; items: readonly string[]; cause: string }>
>;
/** What was missing; corrected personal fields may come with it. */
export type ProvideSupplement<L extends LegName = LegName> = Command<
  'ProvideSupplement',
  Readonly<{ leg: L; items: readonly string[]; personal?: Personal }>
>;
export type RecordMissedDeadline = Command<
  'RecordMissedDeadline',
  Readonly<{ deadline: string; dueOn: PlainDate; duty: string }>
>;
export type ReviseDeadline<L extends LegName = LegName> = Command<
  'ReviseDeadline',
  Readonly<{ span: Span<L>; from: PlainDate; to: PlainDate; cause: string }>
>;
export type SendApology<L extends LegName = LegName> = Command<
  'SendApology',
  Readonly<{ span: Span<L>; cause: string; newDate: PlainDate }>
>;
export type DeliverResult<L extends LegName = LegName> = Command<
  'DeliverResult',
  Readonly<{ leg: L; channel: string }>
>;

/** Owned by the leg the file belongs to. */
export type LegDossierCommand<L extends LegName = LegName> =
  | ReceiveDossier<L>
  | RequestSupplement<L>
  | ProvideSupplement<L>;
/** Owned by the application as a whole. */
export type SchedulingCommand<L extends LegName = LegName> =
  | RecordMissedDeadline
  | ReviseDeadline<L>
  | SendApology<L>
  | DeliverResult<L>;
