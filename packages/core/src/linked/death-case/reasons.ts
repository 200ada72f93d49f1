/** Every reason for which a death case refuses a command. Each is a state of affairs, told to people by messages.ts. */
import type { GuardReason } from '../../application/index.js';
import type { BenefitReason } from '../../benefit/index.js';
import type { DeathRegistrationReason } from '../../death-registration/index.js';
import type { FileReason } from '../../dossier/index.js';
import type { ExtractReason } from '../../extract/index.js';
import type { PaymentReason } from '../../payment/index.js';
import type { RequestReason } from '../../requests/index.js';
import type { DeletionReason } from '../../residence-deletion/index.js';
import type { ConsentReason } from '../../survivor-benefit/index.js';
import type { DeathApplicationReason } from './application.js';

export type DeathReason =
  | GuardReason
  | DeathApplicationReason
  | FileReason
  | 'FieldNotOpen'
  | DeathRegistrationReason
  | ExtractReason
  | DeletionReason
  | BenefitReason
  | ConsentReason
  | 'ConsentMissing'
  | PaymentReason
  | RequestReason;
