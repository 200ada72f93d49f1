/** What happens to an application as a whole (hồ sơ liên thông), in either group: filed, paid for, withdrawn, closed. */
import type { LegName, SchedulingEvent } from '../dossier/events.js';
import type { DomainEvent } from '../kernel/index.js';
import type { SupportEvent } from '../support/index.js';
import type { AliasRecorded } from './aliases.js';

type Of<T extends string, F = unknown> = DomainEvent<T> & Readonly<F>;

/** What both groups ask of a declaration: the procedures wanted, the unit competent for each, and what names the event. */
export type Declared<L extends LegName = LegName> = Readonly<{
  legs: readonly L[];
  authorities: Readonly<Partial<Record<L, string>>>;
  /** Keyed digest that two applications for one event share (R6). */
  claim: string;
}>;

/** `case` is the id of the case it opens. */
export type Applied<D> = Of<'Applied', { case: string; declaration: D }>;
/** In đồng. */
export type FeePaid = Of<'FeePaid', { amount: number; purpose: string }>;
export type LegWithdrawn<L extends LegName = LegName> = Of<'LegWithdrawn', { leg: L }>;
export type CaseWithdrawn = Of<'CaseWithdrawn'>;
/** How a chosen leg ended; `not-reached` when an earlier one was refused or withdrawn. */
export type LegOutcome = 'done' | 'refused' | 'withdrawn' | 'not-reached';
/** Ends the application, not the stream: corrections, late answers and guidance still come (R12). */
export type CaseClosed<L extends LegName = LegName, O extends string = LegOutcome> = Of<
  'CaseClosed',
  { outcome: Readonly<Partial<Record<L, O>>> }
>;

export type ApplicationEvent<L extends LegName, D extends Declared<L>, O extends string = LegOutcome> =
  | Applied<D>
  | FeePaid
  | LegWithdrawn<L>
  | CaseWithdrawn
  | AliasRecorded
  | CaseClosed<L, O>;

/** Every event that moves the application itself. */
export type OwnApplicationEvent<L extends LegName, D extends Declared<L>, O extends string = LegOutcome> =
  | ApplicationEvent<L, D, O>
  | SupportEvent
  | SchedulingEvent<L>;
