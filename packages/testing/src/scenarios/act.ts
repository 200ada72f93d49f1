/** What somebody is about to do in a case (việc của một người): once, at a time, unless it is no longer wanted by then. */
import type { Actor, Command, Instant } from '@lienthong/core';
import type { BirthCommand } from '@lienthong/core/birth-case';
import type { DeathCommand } from '@lienthong/core/death-case';
import type { LawBook } from '@lienthong/core/law';
import type { Agencies, Faults, OfficeHours } from '../agencies/index.js';
import type { Random } from '../random.js';
import type { CaseView, DeathView } from './case-view.js';
import type { Scenario } from './scenario.js';

/** A command but for its id, moment and actor. */
export type OrderOf<C extends Command> = C extends Command ? Pick<C, 'type' | 'data'> : never;

export type Act<V, O> = Readonly<{
  /** Names it within its case; an act of one name is done once. */
  name: string;
  at: Instant;
  /** Occupies a desk for so many minutes; whoever comes later waits. */
  desk?: Desk;
  actor: Actor;
  order: O | ((view: V, at: Instant) => O | undefined);
  /** Looked at when the time has come. */
  wanted?: (view: V) => boolean;
}>;

export type Desk = Readonly<{ name: string; minutes: number }>;

export type Surroundings = Readonly<{
  scenario: Scenario;
  faults: Faults;
  hours: OfficeHours;
  agencies: Agencies;
  law: LawBook;
  /** Whether the hospital's notice has come, and signed. */
  noticeOf: (code: string) => Readonly<{ signed: boolean }> | undefined;
  /** Chance that belongs to one case and one matter. */
  luck: (view: Readonly<{ caseId: string }>, about: string) => Random;
}>;

/** Who does what next in a case, as it stands now. Acts already planned are named again and not planned twice. */
export type PartOf<V, O> = (view: V, now: Instant, around: Surroundings) => readonly Act<V, O>[];

export type Part = PartOf<CaseView, OrderOf<BirthCommand>>;
export type DeathPart = PartOf<DeathView, OrderOf<DeathCommand>>;
