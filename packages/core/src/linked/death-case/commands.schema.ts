/** The commands of a death case as strangers send them. */
import * as z from 'zod';
import {
  commandReader,
  nothing,
  personal,
  type ReceivedData,
  sharedCommandData,
  words,
} from '../../application/commands.schema.js';
import { code, count, date, fields, flag, oneOf, optional, type Received } from '../../borders/received.schema.js';
import { deathGroup } from '../../law/group-law.js';
import { consentingLabel } from '../../survivor-benefit/facts.schema.js';
import type { DeathCommand } from './commands.js';
import { declaration } from './declaration-facts.schema.js';
import type { DeathDeclaration } from './events.js';

const leg = oneOf('funeral', 'survivor');
const benefit = oneOf('funeral', 'merit-lump', 'survivor');
const channel = oneOf('bank', 'cash');
const onLeg = fields({ leg });

/** Every command of a death case; the compiler names one that cannot be received. */
const data: ReceivedData<DeathCommand> = {
  Apply: fields({ declaration: declaration satisfies Received<DeathDeclaration>, personal }),
  AttachDeathNotice: fields({
    code: code(),
    signed: flag,
    form: code(),
    issuedOn: date,
    personal: optional(personal),
  }),
  StopLeg: fields({ leg: oneOf('death', 'residence', 'funeral', 'survivor'), cause: code() }),
  ...sharedCommandData(deathGroup),

  RegisterDeath: fields({ holder: code() }),
  RefuseDeath: fields({
    cause: oneOf(
      'OutOfScope',
      'WrongAuthority',
      'NotResponsiblePerson',
      'DeathEvidenceMissing',
      'DeathAlreadyRegistered',
      'IdentityMismatch',
      'SupplementOverdue',
    ),
  }),
  ConfirmIdentity: fields({ by: oneOf('book', 'population') }),
  RegisterCorrection: fields({ fields: words, registeredOn: date, personal: optional(personal) }),

  ForwardDeletion: nothing,
  CompleteResidenceRecord: nothing,
  DeleteResidence: fields({ entry: code(), deletedOn: date, minutes: flag }),
  RecordNothingToDelete: fields({ cause: code() }),

  RouteBenefit: onLeg,
  EndorseBenefit: fields({ leg, by: oneOf('commune', 'district', 'province', 'social-insurance') }),
  DecideBenefit: fields({ leg, decisionNo: code(), decidedOn: date }),
  RejectBenefit: fields({
    leg,
    cause: oneOf('NoEntitlement', 'DoubleBenefit', 'ConsentMissing', 'PayeeMissing', 'DossierIncomplete'),
  }),
  TopUpBenefit: onLeg,

  RecordRelativesConsent: fields({ of: consentingLabel, mode: oneOf('vneid', 'e-statement', 'paper') }),
  ExpireConsent: nothing,

  StatePayee: fields({ channel, personal }),
  RecordPayment: z.discriminatedUnion(
    'outcome',
    [
      fields({ outcome: z.literal('paid'), benefit, amount: count(1), channel, paidOn: date }),
      fields({ outcome: z.literal('failed'), benefit, amount: count(1), cause: code() }),
    ],
    { error: 'one of: paid, failed' },
  ),
  RecordAllowanceStopped: fields({ allowance: oneOf('merit', 'social', 'pension') }),
};

const reader = commandReader<DeathCommand>(data);

/** Reads a command; see `CommandReader`. */
export const readDeathCommand = reader.read;

/** JSON Schema of the commands. */
export const deathCommandJsonSchema = reader.jsonSchema;
