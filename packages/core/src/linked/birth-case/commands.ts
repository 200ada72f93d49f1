/** Commands of the birth case: the application's own, and those of its legs. */
import type { RegistrationCommand } from '../../birth-registration/index.js';
import type { CardCommand } from '../../child-health-card/index.js';
import type { IdentityCardCommand } from '../../child-identity-card/index.js';
import type { LegDossierCommand, SchedulingCommand } from '../../dossier/commands.js';
import type { LegName } from '../../dossier/events.js';
import type { ExtractCommand } from '../../extract/events.js';
import type { Command, Personal } from '../../kernel/index.js';
import type { ResidenceCommand } from '../../permanent-residence/index.js';
import type { RequestCommand } from '../../requests/commands.js';
import type { SupportCommand } from '../../support/index.js';
import type { Declaration } from './events.js';

/** Files an application; `actor` is who files it, `onBehalfOf` the applicant when a desk does it for them. */
export type Apply = Command<'Apply', Readonly<{ declaration: Declaration; personal: Personal }>>;
export type AttachBirthNotice = Command<
  'AttachBirthNotice',
  Readonly<{ code: string; signed: boolean; personal?: Personal }>
>;
export type RecordFee = Command<'RecordFee', Readonly<{ amount: number; purpose: string }>>;
export type WithdrawLeg = Command<'WithdrawLeg', Readonly<{ leg: LegName }>>;
export type WithdrawCase = Command<'WithdrawCase', Readonly<Record<never, never>>>;

export type ApplicationCommand = Apply | AttachBirthNotice | RecordFee | WithdrawLeg | WithdrawCase;

export type BirthCommand =
  | ApplicationCommand
  | SchedulingCommand
  | SupportCommand
  | LegDossierCommand
  | RegistrationCommand
  | ExtractCommand
  | ResidenceCommand
  | CardCommand
  | IdentityCardCommand
  | RequestCommand;
