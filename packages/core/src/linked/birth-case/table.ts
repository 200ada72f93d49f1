/**
 * The one table of the birth case (R14). For each command: the part of the case that owns it, the act that competence law names,
 * its name in the domain's own papers, and the events it may come to. `always` marks what stays open after the close (R12).
 */
import type { LegName } from '../../dossier/events.js';
import type { BirthCommand } from './commands.js';
import type { BirthEvent } from './events.js';
import { legOfPart, type Part } from './parts.js';

export type CommandLine = Readonly<{
  /** `of-leg` where the command itself names the leg. */
  part: Part | 'of-leg';
  /** The act as `provision.competence` names it. */
  act: string;
  alias: string;
  emits: readonly BirthEvent['type'][];
  leg?: LegName;
  afterClose: boolean;
}>;

const line =
  (afterClose: boolean) =>
  (part: Part | 'of-leg', act: string, alias: string, ...emits: readonly BirthEvent['type'][]): CommandLine => {
    const leg = part === 'of-leg' ? undefined : legOfPart[part];
    return { part, act, alias, emits, afterClose, ...(leg === undefined ? {} : { leg }) };
  };

const open = line(false);
const always = line(true);

export const commandTable: Readonly<Record<BirthCommand['type'], CommandLine>> = {
  Apply: open('application', 'apply', 'SubmitApplication', 'Applied'),
  AttachBirthNotice: always('application', 'notify', 'AttachBirthNotification', 'BirthNoticeAttached'),
  RecordFee: always('application', 'pay', 'PayFee', 'FeePaid'),
  WithdrawLeg: open('application', 'apply', 'WithdrawLeg', 'LegWithdrawn', 'RequestIntended', 'CaseClosed'),
  WithdrawCase: open('application', 'apply', 'WithdrawApplication', 'CaseWithdrawn', 'CaseClosed'),
  RecordMissedDeadline: always('application', 'keep-time', 'RecordMissedDeadline', 'DeadlineMissed'),
  ReviseDeadline: open('application', 'keep-time', 'ReviseDeadline', 'DeadlineRevised'),
  SendApology: open('application', 'apologise', 'SendApology', 'ApologySent'),
  DeliverResult: always('application', 'deliver', 'DeliverResult', 'ResultDelivered'),
  Escalate: always('application', 'escalate', 'Escalate', 'Escalated'),
  GiveGuidance: always('application', 'guide', 'GiveGuidance', 'GuidanceGiven'),
  ResolveEscalation: always('application', 'guide', 'ResolveEscalation', 'EscalationResolved'),

  ReceiveDossier: open('of-leg', 'receive', 'ReceiveBirthDossier', 'DossierReceived', 'AppointmentNotified'),
  RequestSupplement: open('of-leg', 'ask-supplement', 'RequestSupplement', 'SupplementRequested'),
  ProvideSupplement: open('of-leg', 'apply', 'ProvideSupplement', 'Supplemented', 'RequestIntended'),

  RequestPersonalNumber: open(
    'registration',
    'register',
    'RequestPersonalId',
    'PersonalNumberRequested',
    'RequestIntended',
  ),
  RecordPersonalNumberObstacle: open('registration', 'register', 'RecordPersonalIdObstacle', 'PersonalNumberDelayed'),
  ReplacePersonalNumber: always(
    'registration',
    'register',
    'ReplacePersonalId',
    'PersonalNumberReplaced',
    'RequestIntended',
  ),
  RegisterBirth: open('registration', 'register', 'RegisterBirth', 'RequestIntended'),
  RefuseBirth: open('registration', 'refuse', 'RefuseBirth', 'BirthRefused', 'CaseClosed'),
  RegisterCorrection: always(
    'registration',
    'register',
    'RegisterCorrection',
    'CorrectionRegistered',
    'RequestIntended',
  ),

  DraftExtract: always('extract', 'draft', 'DraftEBirthCertificate', 'ExtractDrafted'),
  ConfirmExtract: always('extract', 'apply', 'ConfirmEBirthCertificate', 'ExtractConfirmed'),
  ReturnExtract: always('extract', 'return-draft', 'ReturnEBirthCertificate', 'ExtractReturned'),
  SignExtract: always('extract', 'sign', 'SignEBirthCertificate', 'ExtractSigned'),
  SealExtract: always('extract', 'seal', 'SealEBirthCertificate', 'ExtractSealed'),
  TimestampExtract: always('extract', 'seal', 'TimestampEBirthCertificate', 'ExtractTimestamped'),
  RecordSigningFailure: always('extract', 'sign-or-seal', 'RecordSigningFailure', 'ExtractSigningFailed'),
  PublishExtract: always(
    'extract',
    'seal',
    'IssueEBirthCertificate',
    'ExtractPublished',
    'ExtractReplaced',
    'RequestIntended',
    'CaseClosed',
  ),
  IssueExtractOnPaper: always(
    'extract',
    'seal',
    'IssuePaperCertificate',
    'ExtractIssuedOnPaper',
    'ExtractReplaced',
    'CaseClosed',
  ),
  RecallExtract: always('extract', 'sign', 'RecallEBirthCertificate', 'ExtractRecalled'),

  ForwardResidence: open('residence', 'forward', 'ForwardResidence', 'RequestIntended'),
  RecordConsent: open('residence', 'consent', 'RecordConsent', 'ConsentRecorded', 'RequestIntended'),
  ExpireConsent: open('residence', 'keep-time', 'ExpireConsent', 'ConsentExpired'),
  OpenVerification: open('residence', 'residence', 'OpenVerification', 'VerificationOpened'),
  DecideResidence: open(
    'residence',
    'residence',
    'DecideResidence',
    'ResidenceRegistered',
    'ResidenceRefused',
    'RequestIntended',
    'CaseClosed',
  ),

  ForwardCard: open('card', 'forward', 'ForwardCard', 'RequestIntended'),
  IssueCard: open('card', 'card', 'IssueCard', 'CardIssued', 'CaseClosed'),
  RejectCard: open('card', 'card', 'RejectCard', 'CardRejected', 'CaseClosed'),
  ReturnCardUpstream: open('card', 'card', 'ReturnCardUpstream', 'CardReturnedUpstream'),

  ForwardIdentityCard: open('identityCard', 'forward', 'ForwardIdentityCard', 'RequestIntended'),
  DecideIdentityCard: open(
    'identityCard',
    'identity-card',
    'DecideIdentityCard',
    'IdentityCardIssued',
    'IdentityCardRefused',
    'CaseClosed',
  ),

  ResyncStatus: always('requests', 'resync', 'ResyncStatus', 'RequestIntended'),
  RecordRequestSent: always('requests', 'record', 'RecordRequestSent', 'RequestSent'),
  RecordRequestAcknowledged: always(
    'requests',
    'record',
    'RecordRequestAcknowledged',
    'RequestAcknowledged',
    'DossierReceived',
  ),
  RecordRequestDeferred: always('requests', 'record', 'RecordRequestDeferred', 'RequestDeferred'),
  RecordRequestFailed: always('requests', 'record', 'RecordRequestFailed', 'RequestFailed'),
  RecordRequestGivenUp: always('requests', 'record', 'RecordRequestGivenUp', 'RequestGivenUp', 'Escalated'),
  RecordProgress: always(
    'requests',
    'record',
    'RecordProgress',
    'RequestProgressed',
    'VerificationOpened',
    'Escalated',
  ),
  RecordAnswer: always(
    'requests',
    'record',
    'RecordAnswer',
    'RequestAnswered',
    'AnswerContradicted',
    'PersonalNumberAssigned',
    'PersonalNumberDelayed',
    'BirthRegistered',
    'DossierReceived',
    'SupplementRequested',
    'ResidenceRegistered',
    'ResidenceRefused',
    'ResidenceReturnedUpstream',
    'CardIssued',
    'CardRejected',
    'CardReturnedUpstream',
    'IdentityCardIssued',
    'IdentityCardRefused',
    'RequestIntended',
    'Escalated',
    'CaseClosed',
  ),
};
