/** What somebody is about to do in a case (việc của một người): once, at a time, unless it is no longer wanted by then. */
import type { Actor, Instant } from '@lienthong/core';
import type { BirthCommand } from '@lienthong/core/birth-case';
import type { Agencies, Faults, OfficeHours } from '../agencies/index.js';
import type { Random } from '../random.js';
import type { CaseView } from './case-view.js';
import type { Scenario } from './scenario.js';

type Told<C> = C extends BirthCommand ? Pick<C, 'type' | 'data'> : never;
/** A command but for its id, moment and actor. */
export type Order = Told<BirthCommand>;

export type Act = Readonly<{
  /** Names it within its case; an act of one name is done once. */
  name: string;
  at: Instant;
  /** Occupies a desk for so many minutes; whoever comes later waits. */
  desk?: Readonly<{ name: string; minutes: number }>;
  actor: Actor;
  order: Order | ((view: CaseView, at: Instant) => Order | undefined);
  /** Looked at when the time has come. */
  wanted?: (view: CaseView) => boolean;
}>;

export type Surroundings = Readonly<{
  scenario: Scenario;
  faults: Faults;
  hours: OfficeHours;
  agencies: Agencies;
  /** Whether the hospital's notice has come, and signed. */
  noticeOf: (code: string) => Readonly<{ signed: boolean }> | undefined;
  /** Chance that belongs to one case and one matter. */
  luck: (view: CaseView, about: string) => Random;
}>;

/** Who does what next in a case, as it stands now. Acts already planned are named again and not planned twice. */
export type Part = (view: CaseView, now: Instant, around: Surroundings) => readonly Act[];
