/** How the commands of a birth case are kept in the records of its commits. */
import { nothing, sharedCommandForms } from '../../application/commands.codec.js';
import { keptBirthRefusal, keptDelay } from '../../birth-registration/events.codec.js';
import {
  type CommandForms,
  commandCodec,
  order,
  orderAboutPersons,
  orderPerhapsAboutPersons,
  recallCommandWith,
} from '../../borders/kept-command.codec.js';
import { either, exact, flag, listOf, oneOf, text } from '../../borders/stored.codec.js';
import { keptDate } from '../../dossier/events.codec.js';
import type { Either } from '../../fp.js';
import type { CommandCodec, Personal, StoredEvent } from '../../kernel/index.js';
import { keptConsenter, keptResidenceRefusal } from '../../permanent-residence/events.codec.js';
import type { Malformed } from '../../values/malformed.js';
import type { BirthCommand } from './commands.js';
import { birthLegs, keptDeclaration } from './events.codec.js';

const cause = order(exact({ cause: text }));
const list = listOf(text);

/** Every command of a birth case; the compiler names one without a form. */
export const birthCommandForms: CommandForms<BirthCommand> = {
  Apply: orderAboutPersons(exact({ declaration: keptDeclaration })),
  AttachBirthNotice: orderPerhapsAboutPersons(exact({ code: text, signed: flag })),
  ...sharedCommandForms(birthLegs),

  RequestPersonalNumber: nothing,
  RecordPersonalNumberObstacle: order(exact({ cause: keptDelay })),
  ReplacePersonalNumber: orderAboutPersons(exact({ cause: text, index: text })),
  RegisterBirth: order(exact({ holder: text })),
  RefuseBirth: order(exact({ cause: keptBirthRefusal })),
  RegisterCorrection: orderPerhapsAboutPersons(exact({ fields: list, registeredOn: keptDate })),

  ForwardResidence: nothing,
  RecordConsent: order(exact({ from: keptConsenter, mode: text })),
  ExpireConsent: order(exact({ from: keptConsenter })),
  OpenVerification: cause,
  DecideResidence: order(
    either(
      exact({ decision: oneOf('register'), entry: text, registeredOn: keptDate }),
      exact({ decision: oneOf('refuse'), cause: keptResidenceRefusal }),
    ),
  ),

  ForwardCard: nothing,
  IssueCard: orderAboutPersons(exact({ issuedOn: keptDate })),
  RejectCard: order(exact({ items: list })),
  ReturnCardUpstream: order(exact({ field: text })),

  ForwardIdentityCard: nothing,
  DecideIdentityCard: order(
    either(exact({ decision: oneOf('issue'), issuedOn: keptDate }), exact({ decision: oneOf('refuse'), cause: text })),
  ),
};

export const birthCommandCodec: CommandCodec<BirthCommand> = commandCodec(birthCommandForms);

/** The command that a commit's first record keeps; see `recallCommandWith`. */
export const recallCommand: (stored: StoredEvent, personal?: Personal) => Either<Malformed, BirthCommand> =
  recallCommandWith(birthCommandCodec);
