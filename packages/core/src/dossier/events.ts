/**
 * A leg's file (hồ sơ) at the agency that works on it: received, completed, late, delivered. Each leg has its own receipt and
 * freezes its own law on that day (R10).
 */
import type { DomainEvent } from '../kernel/index.js';
import type { LawSetId } from '../law/dated.js';
import type { AnyLeg } from '../law/group-law.js';
import type { Instant, PlainDate } from '../values/plain-date.js';

/** The procedures of both groups, by the name that `deadlines` and `stats` give them. */
export type LegName = AnyLeg;
/** What a deadline speaks of: one leg, or the whole group. */
export type Span<L extends LegName = LegName> = L | 'whole';

type Of<T extends string, F> = DomainEvent<T> & Readonly<F>;

/** `countsFrom` is the effective day of receipt (R20), `null` outside the years of the calendar; `agency` the unit that received it. */
export type DossierReceived<L extends LegName = LegName> = Of<
  'DossierReceived',
  {
    leg: L;
    receivedAt: Instant;
    countsFrom: PlainDate | null;
    law: LawSetId;
    rulebooks: readonly string[];
    agency: string;
  }
>;
/** `round` counts from 1; a second one by the same desk is a breach of the one-guidance rule, recorded and not refused. */
export type SupplementRequested<L extends LegName = LegName> = Of<
  'SupplementRequested',
  { leg: L; items: readonly string[]; cause: string; round: number; until: PlainDate | null; breach: boolean }
>;
/** The file is full again; the limit counts anew from `countsFrom` (R21). */
export type Supplemented<L extends LegName = LegName> = Of<
  'Supplemented',
  { leg: L; items: readonly string[]; at: Instant; countsFrom: PlainDate | null }
>;
export type AppointmentNotified<L extends LegName = LegName> = Of<
  'AppointmentNotified',
  { span: Span<L>; dueOn: PlainDate | null }
>;
/** `duty` names whose it was: an agency's, or the citizen's own. */
export type DeadlineMissed = Of<'DeadlineMissed', { deadline: string; dueOn: PlainDate; duty: string }>;
export type DeadlineRevised<L extends LegName = LegName> = Of<
  'DeadlineRevised',
  { span: Span<L>; from: PlainDate; to: PlainDate; cause: string }
>;
export type ApologySent<L extends LegName = LegName> = Of<
  'ApologySent',
  { span: Span<L>; cause: string; newDate: PlainDate }
>;
export type ResultDelivered<L extends LegName = LegName> = Of<'ResultDelivered', { leg: L; channel: string }>;

/** Events of one leg's file. */
export type FileEvent<L extends LegName = LegName> = DossierReceived<L> | SupplementRequested<L> | Supplemented<L>;
/** What is told of dates and results, about the application as a whole. */
export type SchedulingEvent<L extends LegName = LegName> =
  | AppointmentNotified<L>
  | DeadlineMissed
  | DeadlineRevised<L>
  | ApologySent<L>
  | ResultDelivered<L>;
export type DossierEvent<L extends LegName = LegName> = FileEvent<L> | SchedulingEvent<L>;
