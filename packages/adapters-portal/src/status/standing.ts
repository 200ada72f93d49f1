/** Where one leg, or the case as a whole, stands for the public, before any target's own view of it. */
import type { Instant, PlainDate } from '@lienthong/core';
import type { Duty, NextActor, PublicAgency, PublicStatus, StatusSpan } from './vocabulary.js';

/** `papers` are coded words; `until` the last day, where there is one. */
export type ToDo = Readonly<{ duty: Duty; papers: readonly string[]; until: PlainDate | null }>;

export type Next = Readonly<{ by: NextActor; agency: PublicAgency | null; unit: string | null }>;

export type PublicStanding = Readonly<{
  span: StatusSpan;
  status: PublicStatus;
  dueOn: PlainDate | null;
  next: Next;
  toDo: readonly ToDo[];
  /** An agency let a day pass, whatever the status says now. */
  late: boolean;
}>;

/** One thing to be told: how a span stands since an event. `at` is when the event happened. */
export type StatusChange = Readonly<{
  event: string;
  revision: number;
  at: Instant;
  group: 'birth' | 'death';
  caseId: string;
  stream: string;
  standing: PublicStanding;
}>;
