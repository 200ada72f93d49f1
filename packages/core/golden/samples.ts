/** One event of each type, of invented people, from which golden files are first written. */
import type { BirthEvent } from '../src/linked/birth-case/events.js';
import { day, type Instant } from '../src/values/plain-date.js';

type Samples = { readonly [T in BirthEvent['type']]: Extract<BirthEvent, { type: T }> };

const at = '2024-08-29T08:20:00.000Z' as Instant;
const later = '2024-08-30T02:00:00.000Z' as Instant;
const names = {
  child: { name: { given: 'An', middle: 'Bình', surname: 'Nguyễn' }, ethnicity: 'Kinh', nativePlace: 'Nghệ An' },
  mother: { name: { given: "H'Hen", surname: 'Niê' }, personalNumber: '040195000001' },
};

export const samples: Samples = {
  Applied: {
    type: 'Applied',
    case: '7c0e2f5e-52cb-5c5b-9d43-0a43f0ec1f0a',
    declaration: {
      legs: ['birth', 'residence', 'card'],
      bornOn: day('2024-08-20'),
      sex: 'female',
      birthOrder: 1,
      multiple: 1,
      bornAt: 'facility',
      proof: { kind: 'notice', code: 'GCS-2024-000001' },
      mother: { known: true, residesIn: '16681', residence: 'permanent', foreign: false },
      father: { known: false, residence: 'none', foreign: false },
      married: false,
      speciality: null,
      authorities: { birth: '16681', residence: '16681', card: 'bhxh-40' },
      lodging: { with: 'mother', owned: 'not-own', place: 'ordinary' },
      firstCard: true,
      firstFacility: '40001',
      channel: 'national-portal',
      delivery: 'electronic',
      claim: '6b1f3a0c9d2e4f5061728394a5b6c7d8e9f00112233445566778899aabbccdde',
    },
    personal: names,
  },
  BirthNoticeAttached: { type: 'BirthNoticeAttached', code: 'GCS-2024-000001', signed: true },
  FeePaid: { type: 'FeePaid', amount: 8000, purpose: 'copy' },
  LegWithdrawn: { type: 'LegWithdrawn', leg: 'residence' },
  CaseWithdrawn: { type: 'CaseWithdrawn' },
  CaseClosed: { type: 'CaseClosed', outcome: { birth: 'done', residence: 'withdrawn', card: 'refused' } },

  DossierReceived: {
    type: 'DossierReceived',
    leg: 'birth',
    receivedAt: at,
    countsFrom: day('2024-08-30'),
    law: { release: '1', on: day('2024-08-29'), knownOn: day('2024-08-29'), hash: '00ff' },
    rulebooks: ['RB3', 'RB3b'],
    agency: '16681',
  },
  SupplementRequested: {
    type: 'SupplementRequested',
    leg: 'birth',
    items: ['birth-notice'],
    cause: 'incomplete',
    round: 1,
    until: day('2024-09-12'),
    breach: false,
  },
  Supplemented: {
    type: 'Supplemented',
    leg: 'birth',
    items: ['birth-notice'],
    at: later,
    countsFrom: day('2024-08-30'),
    personal: { mother: names.mother },
  },
  AppointmentNotified: { type: 'AppointmentNotified', span: 'whole', dueOn: day('2024-09-06') },
  DeadlineMissed: { type: 'DeadlineMissed', deadline: 'residence', dueOn: day('2024-09-04'), duty: 'residence' },
  DeadlineRevised: {
    type: 'DeadlineRevised',
    span: 'whole',
    from: day('2024-09-05'),
    to: day('2024-09-06'),
    cause: 'calendar-changed',
  },
  ApologySent: { type: 'ApologySent', span: 'whole', cause: 'system-down', newDate: day('2024-09-10') },
  ResultDelivered: { type: 'ResultDelivered', leg: 'card', channel: 'electronic' },

  Escalated: { type: 'Escalated', about: 'issue-card#1', cause: 'outcome-unknown', lookFor: 'case:7c0e2f5e' },
  GuidanceGiven: { type: 'GuidanceGiven', about: 'issue-card#1', guidance: 'ask-agency-in-person' },
  EscalationResolved: { type: 'EscalationResolved', about: 'issue-card#1', resolution: 'found-at-agency' },
  TakenUp: { type: 'TakenUp', about: 'issue-card#1', by: 'o-17' },
  HandedBack: { type: 'HandedBack', about: 'issue-card#1' },
  AliasRecorded: { type: 'AliasRecorded', system: 'portal', code: 'G22.99.08-230710-0042' },

  PersonalNumberRequested: { type: 'PersonalNumberRequested' },
  PersonalNumberAssigned: {
    type: 'PersonalNumberAssigned',
    index: 'a1b2c3',
    personal: { child: { personalNumber: '040324000002' } },
  },
  PersonalNumberDelayed: { type: 'PersonalNumberDelayed', cause: 'SuspectedDuplicate' },
  PersonalNumberReplaced: {
    type: 'PersonalNumberReplaced',
    cause: 'wrong-at-entry',
    index: 'd4e5f6',
    personal: { child: { cancelled: '040324000002', personalNumber: '040324000003' } },
  },
  BirthRegistered: {
    type: 'BirthRegistered',
    registeredOn: day('2024-08-30'),
    book: '01/2024',
    number: 127,
    commune: '16681',
    withPersonalNumber: true,
    late: false,
  },
  BirthRefused: { type: 'BirthRefused', cause: 'SupplementOverdue' },
  CorrectionRegistered: {
    type: 'CorrectionRegistered',
    fields: ['child.name'],
    registeredOn: day('2024-09-20'),
    personal: { child: { name: { given: 'Ân', middle: 'Bình', surname: 'Nguyễn' } } },
  },

  ExtractDrafted: { type: 'ExtractDrafted', extract: 1, form: 'birth-extract', drafter: 'officer-7', corrections: 0 },
  ExtractConfirmed: { type: 'ExtractConfirmed', extract: 1 },
  ExtractReturned: { type: 'ExtractReturned', extract: 1, cause: 'misspelt' },
  ExtractSigned: { type: 'ExtractSigned', extract: 1, signer: 'leader-1' },
  ExtractSealed: { type: 'ExtractSealed', extract: 1, signer: 'clerk-2' },
  ExtractTimestamped: { type: 'ExtractTimestamped', extract: 1 },
  ExtractSigningFailed: { type: 'ExtractSigningFailed', extract: 1, slot: 'leader', cause: 'token-absent', safe: true },
  ExtractPublished: { type: 'ExtractPublished', extract: 1, signed: true },
  ExtractIssuedOnPaper: { type: 'ExtractIssuedOnPaper', extract: 1 },
  ExtractReplaced: { type: 'ExtractReplaced', extract: 1, by: 2 },
  ExtractRecalled: { type: 'ExtractRecalled', extract: 1, cause: 'wrong-person' },

  ConsentRecorded: { type: 'ConsentRecorded', from: 'household-head', mode: 'online' },
  ConsentExpired: { type: 'ConsentExpired', from: 'owner' },
  VerificationOpened: { type: 'VerificationOpened', cause: 'conditions' },
  ResidenceRegistered: { type: 'ResidenceRegistered', entry: 'CT08-0007', registeredOn: day('2024-09-03') },
  ResidenceRefused: { type: 'ResidenceRefused', cause: 'ConsentMissing' },
  ResidenceReturnedUpstream: { type: 'ResidenceReturnedUpstream', field: 'child.name' },

  CardIssued: {
    type: 'CardIssued',
    issuedOn: day('2024-09-03'),
    validFrom: day('2024-08-20'),
    validTo: null,
    personal: { child: { cardNumber: 'TE1404012345678' } },
  },
  CardRejected: { type: 'CardRejected', cause: 'CardDossierIncomplete', items: ['first-facility'] },
  CardReturnedUpstream: { type: 'CardReturnedUpstream', field: 'child.bornOn' },

  IdentityCardIssued: { type: 'IdentityCardIssued', issuedOn: day('2026-09-10') },
  IdentityCardRefused: { type: 'IdentityCardRefused', cause: 'data-mismatch' },

  RequestIntended: { type: 'RequestIntended', request: 'issue-card#2', purpose: 'issue-card', resumes: 'issue-card#1' },
  RequestSent: { type: 'RequestSent', request: 'issue-card#1', attempt: 1 },
  RequestAcknowledged: { type: 'RequestAcknowledged', request: 'issue-card#1', receivedAt: at, reference: 'BHXH-42' },
  RequestProgressed: { type: 'RequestProgressed', request: 'register-residence#1', step: 'verifying', cause: 'conditions' },
  RequestAnswered: {
    type: 'RequestAnswered',
    request: 'issue-card#1',
    answer: { outcome: 'issued', issuedOn: '2024-09-03' },
    answeredAt: later,
  },
  RequestDeferred: { type: 'RequestDeferred', request: 'issue-card#1', until: later, why: 'asked-to-wait' },
  RequestFailed: { type: 'RequestFailed', request: 'issue-card#1', why: 'unreachable' },
  RequestGivenUp: { type: 'RequestGivenUp', request: 'issue-card#1', why: 'outcome-unknown', lookFor: 'case:7c0e2f5e' },
  AnswerContradicted: {
    type: 'AnswerContradicted',
    request: 'enter-birth#1',
    answer: { outcome: 'not-entered', reason: 'unknown' },
    recorded: 'entered',
    answeredAt: later,
  },
};
