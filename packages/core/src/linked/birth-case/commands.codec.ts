/** How the commands of a birth case are kept in the records of its commits. */
import { keptBirthRefusal, keptDelay } from '../../birth-registration/events.codec.js';
import {
  type CommandForms,
  commandCodec,
  order,
  orderAboutPersons,
  orderPerhapsAboutPersons,
  recallCommandWith,
} from '../../borders/kept-command.codec.js';
import { type Codec, count, either, exact, flag, listOf, oneOf, optional, text } from '../../borders/stored.codec.js';
import { keptDate, keptInstant, keptLeg, keptSpan } from '../../dossier/events.codec.js';
import { keptSlot } from '../../extract/events.codec.js';
import type { Either } from '../../fp.js';
import type { CommandCodec, Party, Personal, StoredEvent } from '../../kernel/index.js';
import { keptConsenter, keptResidenceRefusal } from '../../permanent-residence/events.codec.js';
import { keptAnswer, keptFailure, keptWait } from '../../requests/events.codec.js';
import type { Malformed } from '../../values/malformed.js';
import type { BirthCommand } from './commands.js';
import { keptDeclaration } from './events.codec.js';

const nothing = order(exact({}));
const about = order(exact({ request: text }));
const cause = order(exact({ cause: text }));
const list = listOf(text);
const party: Codec<Party> = exact<Party>({ id: text, role: text, unit: optional(text) });

/** Every command of a birth case; the compiler names one without a form. */
export const birthCommandForms: CommandForms<BirthCommand> = {
  Apply: orderAboutPersons(exact({ declaration: keptDeclaration })),
  AttachBirthNotice: orderPerhapsAboutPersons(exact({ code: text, signed: flag })),
  RecordFee: order(exact({ amount: count, purpose: text })),
  WithdrawLeg: order(exact({ leg: keptLeg })),
  WithdrawCase: nothing,
  ResyncStatus: about,

  ReceiveDossier: order(exact({ leg: keptLeg, agency: text })),
  RequestSupplement: order(exact({ leg: keptLeg, items: list, cause: text })),
  ProvideSupplement: orderPerhapsAboutPersons(exact({ leg: keptLeg, items: list })),
  RecordMissedDeadline: order(exact({ deadline: text, dueOn: keptDate, duty: text })),
  ReviseDeadline: order(exact({ span: keptSpan, from: keptDate, to: keptDate, cause: text })),
  SendApology: order(exact({ span: keptSpan, cause: text, newDate: keptDate })),
  DeliverResult: order(exact({ leg: keptLeg, channel: text })),

  Escalate: order(exact({ about: text, cause: text })),
  GiveGuidance: order(exact({ about: text, guidance: text })),
  ResolveEscalation: order(exact({ about: text, resolution: text })),

  RequestPersonalNumber: nothing,
  RecordPersonalNumberObstacle: order(exact({ cause: keptDelay })),
  ReplacePersonalNumber: orderAboutPersons(exact({ cause: text, index: text })),
  RegisterBirth: order(exact({ holder: text })),
  RefuseBirth: order(exact({ cause: keptBirthRefusal })),
  RegisterCorrection: orderPerhapsAboutPersons(exact({ fields: list, registeredOn: keptDate })),

  DraftExtract: nothing,
  ConfirmExtract: nothing,
  ReturnExtract: cause,
  SignExtract: nothing,
  SealExtract: nothing,
  TimestampExtract: nothing,
  RecordSigningFailure: order(exact({ slot: keptSlot, cause: text, safe: flag })),
  PublishExtract: nothing,
  IssueExtractOnPaper: nothing,
  RecallExtract: cause,

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

  RecordRequestSent: order(exact({ request: text, attempt: count })),
  RecordRequestAcknowledged: order(exact({ request: text, receivedAt: keptInstant, reference: text })),
  RecordRequestDeferred: order(exact({ request: text, until: keptInstant, why: keptWait })),
  RecordRequestFailed: order(exact({ request: text, why: keptFailure })),
  RecordRequestGivenUp: order(exact({ request: text, why: keptFailure, lookFor: text })),
  RecordProgress: order(exact({ request: text, step: text, reason: text, at: keptInstant })),
  RecordAnswer: orderPerhapsAboutPersons(
    exact({ request: text, answer: keptAnswer, answeredAt: keptInstant, receivedAt: keptInstant, by: party }),
  ),
};

export const birthCommandCodec: CommandCodec<BirthCommand> = commandCodec(birthCommandForms);

/** The command that a commit's first record keeps; see `recallCommandWith`. */
export const recallCommand: (stored: StoredEvent, personal?: Personal) => Either<Malformed, BirthCommand> =
  recallCommandWith(birthCommandCodec);
