/** Events of the birth case: the application's own, and those of its legs. */
import type { ApplicationEvent, OwnApplicationEvent } from '../../application/index.js';
import type { RegistrationEvent } from '../../birth-registration/index.js';
import type { CardEvent } from '../../child-health-card/index.js';
import type { IdentityCardEvent } from '../../child-identity-card/index.js';
import type { DossierEvent } from '../../dossier/events.js';
import type { ExtractEvent } from '../../extract/events.js';
import type { DomainEvent } from '../../kernel/index.js';
import type { Channel, Leg } from '../../law/parameters/group.js';
import type { ResidenceEvent } from '../../permanent-residence/index.js';
import type { BirthPurpose, RequestEvent } from '../../requests/events.js';
import type { SupportEvent } from '../../support/index.js';
import type { SexAtBirth } from '../../values/personal-number.js';
import type { PlainDate } from '../../values/plain-date.js';

/** The procedures of the birth group. */
export type BirthLeg = Leg;

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
  legs: readonly BirthLeg[];
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

/** The hospital's notice (giấy chứng sinh) joined to the case; unsigned ones are told apart (F11). */
export type BirthNoticeAttached = Of<'BirthNoticeAttached', { code: string; signed: boolean }>;

export type BirthApplicationEvent = ApplicationEvent<BirthLeg, Declaration> | BirthNoticeAttached;
/** Every event that moves the application itself. */
export type OwnBirthApplicationEvent = OwnApplicationEvent<BirthLeg, Declaration> | BirthNoticeAttached;

export type BirthEvent =
  | BirthApplicationEvent
  | DossierEvent<BirthLeg>
  | SupportEvent
  | RegistrationEvent
  | ExtractEvent
  | ResidenceEvent
  | CardEvent
  | IdentityCardEvent
  | RequestEvent<BirthPurpose>;
