/** Every reason for which a birth case refuses a command. Each is a state of affairs, told to people by messages.ts. */
import type { GuardReason } from '../../application/index.js';
import type { RegistrationReason } from '../../birth-registration/index.js';
import type { CardReason } from '../../child-health-card/index.js';
import type { IdentityCardReason } from '../../child-identity-card/index.js';
import type { FileReason } from '../../dossier/index.js';
import type { ExtractReason } from '../../extract/index.js';
import type { ResidenceReason } from '../../permanent-residence/index.js';
import type { RequestReason } from '../../requests/index.js';
import type { BirthApplicationReason } from './application.js';

export type BirthReason =
  | GuardReason
  | BirthApplicationReason
  | FileReason
  | RegistrationReason
  | ExtractReason
  | ResidenceReason
  | CardReason
  | IdentityCardReason
  | RequestReason;
