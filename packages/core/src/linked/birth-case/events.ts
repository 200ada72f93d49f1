/** Events of the birth case: the application's own, and those of its legs. */

import type { RegistrationEvent } from '../../birth-registration/index.js';
import type { CardEvent } from '../../child-health-card/index.js';
import type { IdentityCardEvent } from '../../child-identity-card/index.js';
import type { DossierEvent, LegName } from '../../dossier/events.js';
import type { ExtractEvent } from '../../extract/events.js';
import type { DomainEvent } from '../../kernel/index.js';
import type { Channel } from '../../law/parameters/group.js';
import type { ResidenceEvent } from '../../permanent-residence/index.js';
import type { RequestEvent } from '../../requests/events.js';
import type { SupportEvent } from '../../support/index.js';
import type { SexAtBirth } from '../../values/personal-number.js';
import type { PlainDate } from '../../values/plain-date.js';

type Of<T extends string, F = unknown> = DomainEvent<T> & Readonly<F>;

/** How the birth is proved (giấy chứng sinh; văn bản của người làm chứng; giấy cam đoan). */
export type Proof = Readonly<{ kind: 'notice'; code: string }> | Readonly<{ kind: 'witness' | 'pledge' | 'none' }>;

/** A parent, as far as rules look: their name, number and address stand in the sealed block. */
export type Parent = Readonly<{
  known: boolean;
  /** Commune of permanent residence, else of temporary residence, else of actual abode. */
  residesIn?: string;
  residence: 'permanent' | 'temporary' | 'none';
  foreign: boolean;
}>;

/** What takes a birth outside the bundle, each with another procedure (R57). */
export type Speciality =
  | 'foundling'
  | 'surrogacy'
  | 'father-acknowledged'
  | 'foreign-parent'
  | 'border-area'
  | 'stillbirth'
  | 'collective-household';

export type Lodging = Readonly<{
  /** With whom the child will live. */
  with: 'parents' | 'mother' | 'father' | 'other';
  /** Whose the lodging is; where it is not the parents' own, consents are asked for. */
  owned: 'own' | 'not-own';
  /** Kind of place, as `bannedPlaces` lists them; `ordinary` otherwise. */
  place: string;
}>;

/** The facts of a declaration (Form 01); everything that names a person stands in `personal`. */
export type Declaration = Readonly<{
  legs: readonly LegName[];
  bornOn: PlainDate;
  sex: SexAtBirth;
  /** 1 for a single child or the first of twins. */
  birthOrder: number;
  /** Children born at this birth. */
  multiple: number;
  bornAt: 'facility' | 'home' | 'elsewhere';
  proof: Proof;
  mother: Parent;
  father: Parent;
  married: boolean;
  speciality: Speciality | null;
  /** The competent unit for each chosen leg. */
  authorities: Readonly<{ birth: string; residence?: string; card?: string; 'identity-card'?: string }>;
  lodging: Lodging | null;
  firstCard: boolean;
  firstFacility: string | null;
  channel: Channel;
  delivery: 'electronic' | 'desk' | 'post';
  /** Keyed digest that two applications for one birth share (R6). */
  claim: string;
}>;

/** `case` is the id of the case it opens. */
export type Applied = Of<'Applied', { case: string; declaration: Declaration }>;
/** The hospital's notice (giấy chứng sinh) joined to the case; unsigned ones are told apart (F11). */
export type BirthNoticeAttached = Of<'BirthNoticeAttached', { code: string; signed: boolean }>;
export type FeePaid = Of<'FeePaid', { amount: number; purpose: string }>;
export type LegWithdrawn = Of<'LegWithdrawn', { leg: LegName }>;
export type CaseWithdrawn = Of<'CaseWithdrawn'>;
/** How a chosen leg ended; `not-reached` when an earlier one was refused or withdrawn. */
export type LegOutcome = 'done' | 'refused' | 'withdrawn' | 'not-reached';
/** Ends the application, not the stream: corrections, late answers and guidance still come (R12). */
export type CaseClosed = Of<'CaseClosed', { outcome: Readonly<Partial<Record<LegName, LegOutcome>>> }>;

export type ApplicationEvent = Applied | BirthNoticeAttached | FeePaid | LegWithdrawn | CaseWithdrawn | CaseClosed;

export type BirthEvent =
  | ApplicationEvent
  | DossierEvent
  | SupportEvent
  | RegistrationEvent
  | ExtractEvent
  | ResidenceEvent
  | CardEvent
  | IdentityCardEvent
  | RequestEvent;
