/** The parts of a death case's state, and which of them an event changes. An event belongs to one part and to no other. */
import type { DeathLeg } from '../../law/index.js';
import type { DeathEvent } from './events.js';
import type { DeathCase } from './state.js';

export type Part = keyof DeathCase;

/** The leg that a part works on; the extract is the death leg's own document. */
export const legOfPart: Readonly<Partial<Record<Part, DeathLeg>>> = {
  registration: 'death',
  extract: 'death',
  deletion: 'residence',
  funeral: 'funeral',
  survivor: 'survivor',
  consents: 'survivor',
};

/** Where the file of a leg is kept. */
export const partOfLeg: Readonly<Record<DeathLeg, 'registration' | 'deletion' | 'funeral' | 'survivor'>> = {
  death: 'registration',
  residence: 'deletion',
  funeral: 'funeral',
  survivor: 'survivor',
};

/** The part of the case whose state an event changes; events of a file or a benefit belong to the leg they name. */
export const partOfEvent = (event: DeathEvent): Part => {
  switch (event.type) {
    case 'DossierReceived':
    case 'SupplementRequested':
    case 'Supplemented':
    case 'BenefitRouted':
    case 'BenefitEndorsed':
    case 'BenefitDecided':
    case 'BenefitRejected':
    case 'BenefitToppedUp':
      return partOfLeg[event.leg];
    case 'DeathRegistered':
    case 'DeathRefused':
    case 'IdentityMismatchFound':
    case 'IdentityConfirmed':
    case 'CorrectionRegistered':
      return 'registration';
    case 'ExtractDrafted':
    case 'ExtractConfirmed':
    case 'ExtractReturned':
    case 'ExtractSigned':
    case 'ExtractSealed':
    case 'ExtractTimestamped':
    case 'ExtractSigningFailed':
    case 'ExtractPublished':
    case 'ExtractIssuedOnPaper':
    case 'ExtractReplaced':
    case 'ExtractRecalled':
      return 'extract';
    case 'ResidenceDeleted':
    case 'ResidenceRecordFoundIncomplete':
    case 'ResidenceRecordCompleted':
    case 'NothingToDelete':
    case 'ResidenceReturnedUpstream':
      return 'deletion';
    case 'RelativesConsented':
    case 'ConsentExpired':
      return 'consents';
    case 'PayeeStated':
    case 'BenefitPaid':
    case 'PaymentFailed':
    case 'AllowanceStopped':
      return 'payments';
    case 'RequestIntended':
    case 'RequestSent':
    case 'RequestAcknowledged':
    case 'RequestProgressed':
    case 'RequestAnswered':
    case 'RequestDeferred':
    case 'RequestFailed':
    case 'RequestGivenUp':
    case 'AnswerContradicted':
      return 'requests';
    case 'Applied':
    case 'DeathNoticeAttached':
    case 'LegStopped':
    case 'FeePaid':
    case 'LegWithdrawn':
    case 'CaseWithdrawn':
    case 'CaseClosed':
    case 'AppointmentNotified':
    case 'DeadlineMissed':
    case 'DeadlineRevised':
    case 'ApologySent':
    case 'ResultDelivered':
    case 'Escalated':
    case 'GuidanceGiven':
    case 'EscalationResolved':
    case 'TakenUp':
    case 'HandedBack':
    case 'AliasRecorded':
      return 'application';
  }
};
