/** The parts of a birth case's state, and which of them an event changes. An event belongs to one part and to no other. */
import type { BirthEvent, BirthLeg } from './events.js';
import type { BirthCase } from './state.js';

export type Part = keyof BirthCase;

/** The leg that a part works on; the extract is the birth leg's own document. */
export const legOfPart: Readonly<Partial<Record<Part, BirthLeg>>> = {
  registration: 'birth',
  extract: 'birth',
  residence: 'residence',
  card: 'card',
  identityCard: 'identity-card',
};

/** Where the file of a leg is kept. */
export const partOfLeg: Readonly<Record<BirthLeg, Part>> = {
  birth: 'registration',
  residence: 'residence',
  card: 'card',
  'identity-card': 'identityCard',
};

/** The part of the case whose state an event changes; events of a file belong to the leg they name. */
export const partOfEvent = (event: BirthEvent): Part => {
  switch (event.type) {
    case 'DossierReceived':
    case 'SupplementRequested':
    case 'Supplemented':
      return partOfLeg[event.leg];
    case 'PersonalNumberRequested':
    case 'PersonalNumberAssigned':
    case 'PersonalNumberDelayed':
    case 'PersonalNumberReplaced':
    case 'BirthRegistered':
    case 'BirthRefused':
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
    case 'ConsentRecorded':
    case 'ConsentExpired':
    case 'VerificationOpened':
    case 'ResidenceRegistered':
    case 'ResidenceRefused':
    case 'ResidenceReturnedUpstream':
      return 'residence';
    case 'CardIssued':
    case 'CardRejected':
    case 'CardReturnedUpstream':
      return 'card';
    case 'IdentityCardIssued':
    case 'IdentityCardRefused':
      return 'identityCard';
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
    case 'BirthNoticeAttached':
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
