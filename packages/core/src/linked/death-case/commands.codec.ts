/** How the commands of a death case are kept in the records of its commits. */
import { nothing, sharedCommandForms } from '../../application/commands.codec.js';
import { keptBenefit, keptBenefitLeg, keptBody, keptRejection } from '../../benefit/events.codec.js';
import {
  type CommandForms,
  commandCodec,
  order,
  orderAboutPersons,
  orderPerhapsAboutPersons,
  recallCommandWith,
} from '../../borders/kept-command.codec.js';
import { count, either, exact, flag, listOf, oneOf, text } from '../../borders/stored.codec.js';
import { keptDeathRefusal, keptRecord } from '../../death-registration/events.codec.js';
import { keptDate } from '../../dossier/events.codec.js';
import type { Either } from '../../fp.js';
import type { CommandCodec, Personal, StoredEvent } from '../../kernel/index.js';
import { keptAllowance, keptChannel } from '../../payment/events.codec.js';
import { keptConsentMode } from '../../survivor-benefit/events.codec.js';
import type { Malformed } from '../../values/malformed.js';
import type { DeathCommand } from './commands.js';
import { deathLegs, keptDeathDeclaration } from './declaration.codec.js';

const leg = keptBenefitLeg;
const onLeg = order(exact({ leg }));

/** Every command of a death case; the compiler names one without a form. */
export const deathCommandForms: CommandForms<DeathCommand> = {
  Apply: orderAboutPersons(exact({ declaration: keptDeathDeclaration })),
  AttachDeathNotice: orderPerhapsAboutPersons(exact({ code: text, signed: flag, form: text, issuedOn: keptDate })),
  StopLeg: order(exact({ leg: deathLegs.leg, cause: text })),
  ...sharedCommandForms(deathLegs),

  RegisterDeath: order(exact({ holder: text })),
  RefuseDeath: order(exact({ cause: keptDeathRefusal })),
  ConfirmIdentity: order(exact({ by: keptRecord })),
  RegisterCorrection: orderPerhapsAboutPersons(exact({ fields: listOf(text), registeredOn: keptDate })),

  ForwardDeletion: nothing,
  CompleteResidenceRecord: nothing,
  DeleteResidence: order(exact({ entry: text, deletedOn: keptDate, minutes: flag })),
  RecordNothingToDelete: order(exact({ cause: text })),

  RouteBenefit: onLeg,
  EndorseBenefit: order(exact({ leg, by: keptBody })),
  DecideBenefit: order(exact({ leg, decisionNo: text, decidedOn: keptDate })),
  RejectBenefit: order(exact({ leg, cause: keptRejection })),
  TopUpBenefit: onLeg,

  RecordRelativesConsent: order(exact({ of: text, mode: keptConsentMode })),
  ExpireConsent: nothing,

  StatePayee: orderAboutPersons(exact({ channel: keptChannel })),
  RecordPayment: order(
    either(
      exact({
        outcome: oneOf('paid'),
        benefit: keptBenefit,
        amount: count,
        channel: keptChannel,
        paidOn: keptDate,
      }),
      exact({ outcome: oneOf('failed'), benefit: keptBenefit, amount: count, cause: text }),
    ),
  ),
  RecordAllowanceStopped: order(exact({ allowance: keptAllowance })),
};

export const deathCommandCodec: CommandCodec<DeathCommand> = commandCodec(deathCommandForms);

/** The command that a commit's first record keeps; see `recallCommandWith`. */
export const recallDeathCommand: (stored: StoredEvent, personal?: Personal) => Either<Malformed, DeathCommand> =
  recallCommandWith(deathCommandCodec);
