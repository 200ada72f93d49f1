/** Orders in birth registration. */
import type { RegisterCorrection } from '../dossier/corrections.js';
import type { Command, Personal } from '../kernel/index.js';
import type { BirthRefusalReason } from './events.js';
import type { HoldReason } from './ports.js';

export type RequestPersonalNumber = Command<'RequestPersonalNumber', Readonly<Record<never, never>>>;
export type RecordPersonalNumberObstacle = Command<
  'RecordPersonalNumberObstacle',
  Readonly<{ cause: HoldReason | 'NoAnswer' }>
>;
export type ReplacePersonalNumber = Command<
  'ReplacePersonalNumber',
  Readonly<{ cause: string; index: string; personal: Personal }>
>;
/** `holder` is the case that holds the claim on this birth (R6): this one, or the registration is refused. */
export type RegisterBirth = Command<'RegisterBirth', Readonly<{ holder: string }>>;
export type RefuseBirth = Command<'RefuseBirth', Readonly<{ cause: BirthRefusalReason }>>;
export type RegistrationCommand =
  | RequestPersonalNumber
  | RecordPersonalNumberObstacle
  | ReplacePersonalNumber
  | RegisterBirth
  | RefuseBirth
  | RegisterCorrection;
