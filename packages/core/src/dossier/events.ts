/**
 * A leg's file (hồ sơ) at the agency that works on it: received, completed, late, delivered. Each leg has its own receipt and
 * freezes its own law on that day (R10).
 */
import type { DomainEvent } from '../kernel/index.js';
import type { LawSetId } from '../law/dated.js';
import type { Leg } from '../law/parameters/group.js';
import type { Instant, PlainDate } from '../values/plain-date.js';

/** The procedures of the bundles, by the name that `deadlines` and `stats` give them. */
export type LegName = Leg;
/** What a deadline speaks of: one leg, or the whole group. */
export type Span = LegName | 'whole';

type Of<T extends string, F> = DomainEvent<T> & Readonly<F>;

/** `countsFrom` is the effective day of receipt (R20), `null` outside the years of the calendar; `agency` the unit that received it. */
export type DossierReceived = Of<
  'DossierReceived',
  {
    leg: LegName;
    receivedAt: Instant;
    countsFrom: PlainDate | null;
    law: LawSetId;
    rulebooks: readonly string[];
    agency: string;
  }
>;
/** `round` counts from 1; a second one by the same desk is a breach of the one-guidance rule, recorded and not refused. */
export type SupplementRequested = Of<
  'SupplementRequested',
  { leg: LegName; items: readonly string[]; cause: string; round: number; until: PlainDate | null; breach: boolean }
>;
/** The file is full again; the limit counts anew from `countsFrom` (R21). */
export type Supplemented = Of<
  'Supplemented',
  { leg: LegName; items: readonly string[]; at: Instant; countsFrom: PlainDate | null }
>;
export type AppointmentNotified = Of<'AppointmentNotified', { span: Span; dueOn: PlainDate | null }>;
/** `duty` names whose it was: an agency's, or the citizen's own. */
export type DeadlineMissed = Of<'DeadlineMissed', { deadline: string; dueOn: PlainDate; duty: string }>;
export type DeadlineRevised = Of<'DeadlineRevised', { span: Span; from: PlainDate; to: PlainDate; cause: string }>;
export type ApologySent = Of<'ApologySent', { span: Span; cause: string; newDate: PlainDate }>;
export type ResultDelivered = Of<'ResultDelivered', { leg: LegName; channel: string }>;

export type DossierEvent =
  | DossierReceived
  | SupplementRequested
  | Supplemented
  | AppointmentNotified
  | DeadlineMissed
  | DeadlineRevised
  | ApologySent
  | ResultDelivered;
