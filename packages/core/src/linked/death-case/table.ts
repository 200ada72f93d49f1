/** The one table of the death case (R14); what a line says stands in application/table.ts. */
import { type CommandLine as AnyCommandLine, linesOf } from '../../application/index.js';
import type { DeathLeg } from '../../law/index.js';
import type { DeathCommand } from './commands.js';
import type { DeathEvent } from './events.js';
import { legOfPart, type Part } from './parts.js';

export type DeathCommandLine = AnyCommandLine<Part, DeathLeg, DeathEvent['type']>;

const { open, always } = linesOf<Part, DeathLeg, DeathEvent['type']>(legOfPart);

export const deathCommandTable: Readonly<Record<DeathCommand['type'], DeathCommandLine>> = {
  Apply: open('application', 'apply', 'SubmitCase', 'Applied', 'PayeeStated'),
  AttachDeathNotice: always('application', 'notify', 'ShareDeathNotice', 'DeathNoticeAttached'),
  RecordFee: always('application', 'pay', 'PayFee', 'FeePaid'),
  WithdrawLeg: open('application', 'apply', 'WithdrawLeg', 'LegWithdrawn', 'CaseClosed'),
  WithdrawCase: open('application', 'apply', 'WithdrawCase', 'CaseWithdrawn', 'CaseClosed'),
  StopLeg: { ...open('application', 'stop', 'StopLeg', 'LegStopped', 'CaseClosed'), namesLeg: true },
  RecordMissedDeadline: always('application', 'keep-time', 'RecordMissedDeadline', 'DeadlineMissed'),
  ReviseDeadline: open('application', 'keep-time', 'ReviseDeadline', 'DeadlineRevised'),
  SendApology: open('application', 'apologise', 'SendApology', 'ApologySent'),
  DeliverResult: always('application', 'deliver', 'DeliverResult', 'ResultDelivered'),
  Escalate: always('application', 'escalate', 'EscalateToSupportTeam', 'Escalated'),
  GiveGuidance: always('application', 'guide', 'GiveGuidance', 'GuidanceGiven'),
  ResolveEscalation: always('application', 'guide', 'ResolveEscalation', 'EscalationResolved'),
  TakeUp: always('application', 'look-after', 'TakeUp', 'TakenUp'),
  HandBack: always('application', 'look-after', 'HandBack', 'HandedBack'),
  RecordAlias: always('application', 'alias', 'RecordAlias', 'AliasRecorded'),

  ReceiveDossier: open('of-leg', 'receive', 'ReceiveCase', 'DossierReceived', 'AppointmentNotified'),
  RequestSupplement: open('of-leg', 'ask-supplement', 'RequestSupplement', 'SupplementRequested'),
  ProvideSupplement: open('of-leg', 'apply', 'SubmitSupplement', 'Supplemented', 'RequestIntended'),

  RegisterDeath: open('registration', 'register', 'RegisterDeath', 'RequestIntended'),
  RefuseDeath: open('registration', 'refuse', 'RefuseCase', 'DeathRefused', 'CaseClosed'),
  ConfirmIdentity: open('registration', 'register', 'ConfirmIdentity', 'IdentityConfirmed'),
  RegisterCorrection: always('registration', 'register', 'CorrectExtract', 'CorrectionRegistered', 'RequestIntended'),

  DraftExtract: always('extract', 'draft', 'DraftExtract', 'ExtractDrafted'),
  ConfirmExtract: always('extract', 'apply', 'ConfirmExtract', 'ExtractConfirmed'),
  ReturnExtract: always('extract', 'return-draft', 'ReturnExtract', 'ExtractReturned'),
  SignExtract: always('extract', 'sign', 'SignExtract', 'ExtractSigned'),
  SealExtract: always('extract', 'seal', 'SealExtract', 'ExtractSealed'),
  TimestampExtract: always('extract', 'seal', 'TimestampExtract', 'ExtractTimestamped'),
  RecordSigningFailure: always('extract', 'sign-or-seal', 'RecordSigningFailure', 'ExtractSigningFailed'),
  PublishExtract: always(
    'extract',
    'seal',
    'PublishExtract',
    'ExtractPublished',
    'ExtractReplaced',
    'BenefitRouted',
    'RequestIntended',
    'CaseClosed',
  ),
  IssueExtractOnPaper: always(
    'extract',
    'seal',
    'IssueExtractOnPaper',
    'ExtractIssuedOnPaper',
    'ExtractReplaced',
    'CaseClosed',
  ),
  RecallExtract: always('extract', 'sign', 'RecallExtract', 'ExtractRecalled'),

  ForwardDeletion: open('deletion', 'forward', 'RequestResidenceDeletion', 'RequestIntended'),
  CompleteResidenceRecord: open('deletion', 'residence', 'CompleteResidenceRecord', 'ResidenceRecordCompleted'),
  DeleteResidence: open('deletion', 'residence', 'DeleteResidence', 'ResidenceDeleted', 'CaseClosed'),
  RecordNothingToDelete: open('deletion', 'residence', 'RecordNothingToDelete', 'NothingToDelete', 'CaseClosed'),

  RouteBenefit: open('of-leg', 'route', 'RouteBenefit', 'BenefitRouted', 'RequestIntended', 'CaseClosed'),
  EndorseBenefit: open('of-leg', 'endorse', 'EndorseBenefit', 'BenefitEndorsed'),
  DecideBenefit: open('of-leg', 'benefit', 'DecideBenefit', 'BenefitDecided', 'RequestIntended'),
  RejectBenefit: open('of-leg', 'benefit', 'RejectBenefit', 'BenefitRejected', 'CaseClosed'),
  TopUpBenefit: always('of-leg', 'benefit', 'DecideTopUp', 'BenefitToppedUp', 'RequestIntended'),

  RecordRelativesConsent: open('consents', 'consent', 'ConsentAsRelative', 'RelativesConsented', 'RequestIntended'),
  ExpireConsent: open('consents', 'keep-time', 'ExpireConsent', 'ConsentExpired'),

  StatePayee: always('payments', 'payee', 'StatePayee', 'PayeeStated', 'RequestIntended'),
  RecordPayment: always(
    'payments',
    'payment',
    'RecordPayment',
    'BenefitPaid',
    'PaymentFailed',
    'RequestIntended',
    'CaseClosed',
  ),
  RecordAllowanceStopped: always('payments', 'benefit', 'StopAllowance', 'AllowanceStopped'),

  ResyncStatus: always('requests', 'resync', 'RetrySync', 'RequestIntended'),
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
    'ResidenceRecordFoundIncomplete',
    'ResidenceRecordCompleted',
    'BenefitEndorsed',
  ),
  RecordAnswer: always(
    'requests',
    'record',
    'RecordAnswer',
    'RequestAnswered',
    'AnswerContradicted',
    'DeathRegistered',
    'IdentityMismatchFound',
    'DossierReceived',
    'SupplementRequested',
    'ResidenceRecordCompleted',
    'ResidenceDeleted',
    'NothingToDelete',
    'ResidenceReturnedUpstream',
    'BenefitDecided',
    'BenefitRejected',
    'BenefitPaid',
    'PaymentFailed',
    'AllowanceStopped',
    'RequestIntended',
    'Escalated',
    'CaseClosed',
  ),
};
