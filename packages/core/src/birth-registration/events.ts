/** What happens in birth registration (đăng ký khai sinh). */
import type { CorrectionRegistered } from '../dossier/corrections.js';
import type { DomainEvent } from '../kernel/index.js';
import type { PlainDate } from '../values/plain-date.js';
import type { HoldReason } from './ports.js';

type Of<T extends string, F = unknown> = DomainEvent<T> & Readonly<F>;

export type PersonalNumberRequested = Of<'PersonalNumberRequested'>;
/** The number itself stands in the sealed block of the child. */
export type PersonalNumberAssigned = Of<'PersonalNumberAssigned', { index: string }>;
/** A hold, not a refusal: the birth may be registered without the number, and the number may come later. */
export type PersonalNumberDelayed = Of<'PersonalNumberDelayed', { cause: HoldReason | 'NoAnswer' }>;
/** Cancelled and replaced; the cancelled number stays findable in the sealed block. */
export type PersonalNumberReplaced = Of<'PersonalNumberReplaced', { cause: string; index: string }>;

/** `late` when declared after the sixty days: registered all the same, marked. */
export type BirthRegistered = Of<
  'BirthRegistered',
  { registeredOn: PlainDate; book: string; number: number; commune: string; withPersonalNumber: boolean; late: boolean }
>;

/** Reasons a registration may be refused for in writing, by a person who signs it. */
export type BirthRefusalReason =
  | 'SupplementOverdue'
  | 'OutOfScope'
  | 'WrongAuthority'
  | 'BirthAlreadyRegistered'
  | 'ProofOfBirthMissing'
  | 'NameNotPermitted'
  | 'ContentConflict';
export type BirthRefused = Of<'BirthRefused', { cause: BirthRefusalReason }>;

export type RegistrationEvent =
  | PersonalNumberRequested
  | PersonalNumberAssigned
  | PersonalNumberDelayed
  | PersonalNumberReplaced
  | BirthRegistered
  | BirthRefused
  | CorrectionRegistered;
