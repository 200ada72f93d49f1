/** Events of the death case: the application's own, and those of its legs. */
import type { ApplicationEvent, LegOutcome, OwnApplicationEvent } from '../../application/index.js';
import type { BenefitEvent } from '../../benefit/index.js';
import type { DeathRegistrationEvent } from '../../death-registration/index.js';
import type { DossierEvent } from '../../dossier/events.js';
import type { ExtractEvent } from '../../extract/events.js';
import type { ClassFacts } from '../../funeral-benefit/index.js';
import type { DomainEvent } from '../../kernel/index.js';
import type { DeathDeclarant, DeathEvidence, DeathLeg, FeeExemption, FuneralClass } from '../../law/index.js';
import type { Channel } from '../../law/parameters/group.js';
import type { MonthlyAllowance, PaymentChannel, PaymentEvent } from '../../payment/index.js';
import type { DeathPurpose, RequestEvent } from '../../requests/events.js';
import type { DeletionEvent } from '../../residence-deletion/index.js';
import type { SupportEvent } from '../../support/index.js';
import type { ConsentEvent, SurvivorQuestion } from '../../survivor-benefit/index.js';
import type { PlainDate } from '../../values/plain-date.js';

type Of<T extends string, F = unknown> = DomainEvent<T> & Readonly<F>;

/** How the death is proved: the facility's notice (giấy báo tử), or a paper that stands in for it. */
export type Evidence =
  | Readonly<{ kind: 'notice'; code: string; form: string; issuedOn: PlainDate }>
  | Readonly<{ kind: Exclude<DeathEvidence, 'notice'> | 'none' }>;

/** What decides on the funeral benefit; `null` in a bundle of two. */
export type FuneralClaim = Readonly<{
  classes: readonly FuneralClass[];
  classFacts: ClassFacts;
  /** The merit allowance of the month of death, in đồng; `null` where none was drawn. */
  meritAllowance: number | null;
}>;

/** What decides on the survivor benefit; `null` but in a bundle of four. Relatives go by the family's own names for them. */
export type SurvivorClaim = Omit<SurvivorQuestion, 'diedOn' | 'decidedOn'>;

/** The facts of a declaration (form 02); everything that names a person stands in `personal`. */
export type DeathDeclaration = Readonly<{
  legs: readonly DeathLeg[];
  /** Where only the month or the year is known, its last day. */
  diedOn: PlainDate;
  precision: 'day' | 'month' | 'year';
  diedAt: 'facility' | 'home' | 'elsewhere';
  evidence: Evidence;
  /** Chết đã lâu: registered on other papers. */
  longPast: boolean;
  foreignElement: boolean;
  /** Commune of the last residence; absent where none is known. */
  lastResidence?: string;
  /** Commune of the death, or where the body was found. */
  placeOfDeath: string;
  declarant: DeathDeclarant;
  feeExempt: FeeExemption | null;
  copies: number;
  /** The competent unit for each chosen leg. */
  authorities: Readonly<{ death: string; residence?: string; funeral?: string; survivor?: string }>;
  funeral: FuneralClaim | null;
  survivors: SurvivorClaim | null;
  /** What the deceased drew each month. */
  allowances: readonly MonthlyAllowance[];
  /** How whoever takes care of the funeral is to be paid; `null` until somebody says who that is. */
  payee: PaymentChannel | null;
  channel: Channel;
  delivery: 'electronic' | 'desk' | 'post';
  /** Keyed digest that two applications for one death share (R6). */
  claim: string;
}>;

/** How a chosen leg ended: `stopped` by an agency's notice, `outside` where the family asks for it elsewhere. */
export type DeathLegOutcome = LegOutcome | 'stopped' | 'outside';

/** `outdated`: on a form that the law no longer asked for on its day of issue. A warning, not an obstacle (F13). */
export type DeathNoticeAttached = Of<
  'DeathNoticeAttached',
  { code: string; signed: boolean; form: string; issuedOn: PlainDate; outdated: boolean }
>;
/** By written notice of the agency (thông báo dừng giải quyết). */
export type LegStopped = Of<'LegStopped', { leg: DeathLeg; cause: string }>;

export type DeathApplicationEvent =
  | ApplicationEvent<DeathLeg, DeathDeclaration, DeathLegOutcome>
  | DeathNoticeAttached
  | LegStopped;
/** Every event that moves the application itself. */
export type OwnDeathApplicationEvent =
  | OwnApplicationEvent<DeathLeg, DeathDeclaration, DeathLegOutcome>
  | DeathNoticeAttached
  | LegStopped;

export type DeathEvent =
  | DeathApplicationEvent
  | DossierEvent<DeathLeg>
  | SupportEvent
  | DeathRegistrationEvent
  | ExtractEvent
  | DeletionEvent
  | BenefitEvent
  | ConsentEvent
  | PaymentEvent
  | RequestEvent<DeathPurpose>;
