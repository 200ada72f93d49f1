/** What happens in death registration (đăng ký khai tử), and the orders behind it. */
import type { CorrectionRegistered, RegisterCorrection } from '../dossier/corrections.js';
import type { Command, DomainEvent } from '../kernel/index.js';
import type { PlainDate } from '../values/plain-date.js';

type Of<T extends string, F = unknown> = DomainEvent<T> & Readonly<F>;

/** `locked`: the person is closed in the register's database. `late` when declared after the fifteen days: registered all the same. */
export type DeathRegistered = Of<
  'DeathRegistered',
  { registeredOn: PlainDate; book: string; number: number; commune: string; locked: boolean; late: boolean }
>;

/** Reasons a registration may be refused for in writing, by a person who signs it. */
export type DeathRefusalReason =
  | 'OutOfScope'
  | 'WrongAuthority'
  | 'NotResponsiblePerson'
  | 'DeathEvidenceMissing'
  | 'DeathAlreadyRegistered'
  | 'IdentityMismatch'
  | 'SupplementOverdue';
export type DeathRefused = Of<'DeathRefused', { cause: DeathRefusalReason }>;

/** What was declared, the book and the population database do not agree on who this is (F9). */
export type IdentityMismatchFound = Of<'IdentityMismatchFound'>;
/** An officer settled it, by the record that prevails. */
export type IdentityConfirmed = Of<'IdentityConfirmed', { by: 'book' | 'population' }>;

export type DeathRegistrationEvent =
  | DeathRegistered
  | DeathRefused
  | IdentityMismatchFound
  | IdentityConfirmed
  | CorrectionRegistered;

/** `holder` is the case that holds the claim on this death (R6): this one, or the registration is refused. */
export type RegisterDeath = Command<'RegisterDeath', Readonly<{ holder: string }>>;
export type RefuseDeath = Command<'RefuseDeath', Readonly<{ cause: DeathRefusalReason }>>;
export type ConfirmIdentity = Command<'ConfirmIdentity', Readonly<{ by: 'book' | 'population' }>>;
export type DeathRegistrationCommand = RegisterDeath | RefuseDeath | ConfirmIdentity | RegisterCorrection;
