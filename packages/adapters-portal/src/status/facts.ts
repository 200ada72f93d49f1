/** A case of either group as its public status needs it: one shape for both, made of facts alone. */
import type { Instant, PlainDate } from '@lienthong/core';
import type { Application, DueDate } from '@lienthong/core/application';
import type { Ledger } from '@lienthong/core/requests';
import type { StatusSpan } from './vocabulary.js';

export type LegSpan = Exclude<StatusSpan, 'case'>;

export type LegFacts = Readonly<{
  leg: LegSpan;
  /** How it ended; `undefined` while it has not. */
  outcome: string | undefined;
  file: 'awaited' | 'received' | 'supplementing';
  supplement: Readonly<{ items: readonly string[]; until: PlainDate | null }> | null;
  /** The event is in the register, though its extract is not issued yet. */
  registered: boolean;
  /** It ends with an extract of the register. */
  byExtract: boolean;
  /** Something was decided that can be told before all of it is done, such as money that is still to come. */
  decided: boolean;
}>;

export type CaseFacts = Readonly<{
  group: 'birth' | 'death';
  caseId: string;
  application: Application;
  requests: Ledger;
  units: Readonly<Partial<Record<LegSpan, string>>>;
  delivery: 'electronic' | 'desk' | 'post';
  legs: readonly LegFacts[];
  dueDates: readonly DueDate[];
  /** Commands by which the citizen brings the case on, and which the rules would take now. */
  open: (at: Instant) => readonly string[];
}>;
