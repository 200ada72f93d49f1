/** Commands of the death case: the application's own, and those of its legs. */
import type { ApplicationCommand } from '../../application/index.js';
import type { BenefitCommand } from '../../benefit/index.js';
import type { DeathRegistrationCommand } from '../../death-registration/index.js';
import type { LegDossierCommand } from '../../dossier/commands.js';
import type { ExtractCommand } from '../../extract/events.js';
import type { Command, Personal } from '../../kernel/index.js';
import type { DeathLeg } from '../../law/index.js';
import type { PaymentCommand } from '../../payment/index.js';
import type { RequestCommand } from '../../requests/commands.js';
import type { DeletionCommand } from '../../residence-deletion/index.js';
import type { ConsentCommand } from '../../survivor-benefit/index.js';
import type { PlainDate } from '../../values/plain-date.js';
import type { DeathDeclaration } from './events.js';

/** Files an application; `actor` is who files it, `onBehalfOf` the applicant when a desk does it for them (F14). */
export type ApplyForDeath = Command<'Apply', Readonly<{ declaration: DeathDeclaration; personal: Personal }>>;
export type AttachDeathNotice = Command<
  'AttachDeathNotice',
  Readonly<{ code: string; signed: boolean; form: string; issuedOn: PlainDate; personal?: Personal }>
>;
export type StopLeg = Command<'StopLeg', Readonly<{ leg: DeathLeg; cause: string }>>;

export type DeathCommand =
  | ApplyForDeath
  | AttachDeathNotice
  | StopLeg
  | ApplicationCommand<DeathLeg>
  | LegDossierCommand<DeathLeg>
  | DeathRegistrationCommand
  | ExtractCommand
  | DeletionCommand
  | BenefitCommand
  | ConsentCommand
  | PaymentCommand
  | RequestCommand;
