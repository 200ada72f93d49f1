/** Commands of the birth case: the application's own, and those of its legs. */
import type { ApplicationCommand } from '../../application/index.js';
import type { RegistrationCommand } from '../../birth-registration/index.js';
import type { CardCommand } from '../../child-health-card/index.js';
import type { IdentityCardCommand } from '../../child-identity-card/index.js';
import type { LegDossierCommand } from '../../dossier/commands.js';
import type { ExtractCommand } from '../../extract/events.js';
import type { Command, Personal } from '../../kernel/index.js';
import type { ResidenceCommand } from '../../permanent-residence/index.js';
import type { RequestCommand } from '../../requests/commands.js';
import type { BirthLeg, Declaration } from './events.js';

/** Files an application; `actor` is who files it, `onBehalfOf` the applicant when a desk does it for them. */
export type Apply = Command<'Apply', Readonly<{ declaration: Declaration; personal: Personal }>>;
export type AttachBirthNotice = Command<
  'AttachBirthNotice',
  Readonly<{ code: string; signed: boolean; personal?: Personal }>
>;

export type BirthCommand =
  | Apply
  | AttachBirthNotice
  | ApplicationCommand<BirthLeg>
  | LegDossierCommand<BirthLeg>
  | RegistrationCommand
  | ExtractCommand
  | ResidenceCommand
  | CardCommand
  | IdentityCardCommand
  | RequestCommand;
