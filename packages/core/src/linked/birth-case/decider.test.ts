import { anyBirthCommand, birthEventTypes } from '@lienthong/testing';
import {
  aBirthCase,
  after,
  answer,
  apply,
  at,
  caseOfEvents,
  commune,
  deciderLaws,
  type ExpectedRefusal,
  order,
  specify,
  theBirthCase,
} from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { fold } from '../../kernel/index.js';
import { day } from '../../values/plain-date.js';
import type { BirthCommand } from './commands.js';
import type { BirthEvent } from './events.js';
import { outcomeOf } from './state.js';
import { commandTable } from './table.js';

const given = specify(theBirthCase);
const today = day('2023-07-12');

const received = aBirthCase('received');
const numbered = aBirthCase('numbered');
const registered = aBirthCase('registered');
const drafted = aBirthCase('drafted');
const signed = aBirthCase('signed');
const sealed = aBirthCase('sealed');
const published = aBirthCase('published');
const closed = aBirthCase('closed');

const asking = order('RequestSupplement', { leg: 'birth', items: ['birth-notice'], cause: 'incomplete' });
const escalating = order('Escalate', { about: 'case', cause: 'asked' });
const givingUp = order('RecordRequestGivenUp', { request: 'issue-card#1', why: 'outcome-unknown', lookFor: 'VSS-1' });
const correcting = order('RegisterCorrection', { fields: ['child.name'], registeredOn: today });

const elsewhere = { lodging: { with: 'parents', owned: 'not-own', place: 'ordinary' } } as const;
const needsConsent = aBirthCase('published', { declaration: elsewhere });
const residenceReceived = after(published, [
  order('ReceiveDossier', { leg: 'residence', agency: commune }, { by: 'police' }),
]);
const cardReceived = after(published, [
  order('RecordRequestAcknowledged', { request: 'issue-card#1', receivedAt: at('2023-07-12'), reference: 'VSS-1' }),
]);
const cardReturned = after(published, [answer('issue-card#1', { outcome: 'returned', field: 'child.name' })]);

const inSeptember = at('2026-09-07');
const identity = aBirthCase('published', { on: '2026-09-07', declaration: { legs: ['birth', 'identity-card'] } });
const identityReceived = after(identity, [
  order('ReceiveDossier', { leg: 'identity-card', agency: commune }, { by: 'identity', at: inSeptember }),
]);
const unsettled = after(identity, [
  answer('issue-identity-card#1', { outcome: 'system-maintenance' }, { at: inSeptember }),
]);

type Told = readonly [story: readonly BirthEvent[], command: BirthCommand, ...comesTo: readonly BirthEvent['type'][]];

/** For each command, what it plainly comes to. */
const commands: Readonly<Record<BirthCommand['type'], readonly Told[]>> = {
  Apply: [[[], apply(), 'Applied']],
  AttachBirthNotice: [
    [received, order('AttachBirthNotice', { code: '00012.GCS.40001.23', signed: true }), 'BirthNoticeAttached'],
  ],
  RecordFee: [[received, order('RecordFee', { amount: 8_000, purpose: 'copy' }), 'FeePaid']],
  WithdrawLeg: [[received, order('WithdrawLeg', { leg: 'card' }), 'LegWithdrawn']],
  WithdrawCase: [[received, order('WithdrawCase', {}), 'CaseWithdrawn', 'CaseClosed']],
  RecordMissedDeadline: [
    [
      received,
      order('RecordMissedDeadline', { deadline: 'whole/2023-07-18', dueOn: day('2023-07-18'), duty: 'group' }),
      'DeadlineMissed',
    ],
  ],
  ReviseDeadline: [
    [
      received,
      order('ReviseDeadline', {
        span: 'whole',
        from: day('2023-07-18'),
        to: day('2023-07-19'),
        cause: 'calendar-changed',
      }),
      'DeadlineRevised',
    ],
  ],
  SendApology: [
    [received, order('SendApology', { span: 'whole', cause: 'late', newDate: day('2023-07-20') }), 'ApologySent'],
  ],
  DeliverResult: [[closed, order('DeliverResult', { leg: 'card', channel: 'desk' }), 'ResultDelivered']],
  Escalate: [[received, escalating, 'Escalated']],
  GiveGuidance: [
    [after(received, [escalating]), order('GiveGuidance', { about: 'case', guidance: 'ask-again' }), 'GuidanceGiven'],
  ],
  ResolveEscalation: [
    [
      after(received, [escalating]),
      order('ResolveEscalation', { about: 'case', resolution: 'settled' }),
      'EscalationResolved',
    ],
  ],

  TakeUp: [[after(received, [escalating]), order('TakeUp', { about: 'case' }, { by: 'support' }), 'TakenUp']],
  HandBack: [
    [
      after(received, [escalating, order('TakeUp', { about: 'case' }, { by: 'support' })]),
      order('HandBack', { about: 'case' }, { by: 'support' }),
      'HandedBack',
    ],
  ],
  RecordAlias: [
    [received, order('RecordAlias', { system: 'portal', code: 'G22.99.08-1' }, { by: 'support' }), 'AliasRecorded'],
  ],

  ReceiveDossier: [
    [
      aBirthCase('applied'),
      order('ReceiveDossier', { leg: 'birth', agency: commune }),
      'DossierReceived',
      'AppointmentNotified',
    ],
    [published, order('ReceiveDossier', { leg: 'residence', agency: commune }, { by: 'police' }), 'DossierReceived'],
  ],
  RequestSupplement: [[received, asking, 'SupplementRequested']],
  ProvideSupplement: [
    [after(received, [asking]), order('ProvideSupplement', { leg: 'birth', items: ['birth-notice'] }), 'Supplemented'],
    [
      after(published, [answer('register-residence#1', { outcome: 'incomplete', items: ['lodging-proof'] })]),
      order('ProvideSupplement', { leg: 'residence', items: ['lodging-proof'] }),
      'Supplemented',
      'RequestIntended',
    ],
  ],

  RequestPersonalNumber: [[received, order('RequestPersonalNumber', {}), 'PersonalNumberRequested', 'RequestIntended']],
  RecordPersonalNumberObstacle: [
    [received, order('RecordPersonalNumberObstacle', { cause: 'Technical' }), 'PersonalNumberDelayed'],
  ],
  ReplacePersonalNumber: [
    [
      numbered,
      order('ReplacePersonalNumber', { cause: 'wrong-at-entry', index: 'number-2', personal: {} }),
      'PersonalNumberReplaced',
    ],
    [
      closed,
      order('ReplacePersonalNumber', { cause: 'sex-changed', index: 'number-2', personal: {} }),
      'PersonalNumberReplaced',
      'RequestIntended',
      'RequestIntended',
    ],
  ],
  RegisterBirth: [[numbered, order('RegisterBirth', { holder: caseOfEvents(numbered) }), 'RequestIntended']],
  RefuseBirth: [[received, order('RefuseBirth', { cause: 'ContentConflict' }), 'BirthRefused', 'CaseClosed']],
  RegisterCorrection: [
    [registered, correcting, 'CorrectionRegistered', 'RequestIntended'],
    [closed, correcting, 'CorrectionRegistered', 'RequestIntended', 'RequestIntended', 'RequestIntended'],
  ],

  DraftExtract: [[registered, order('DraftExtract', {}), 'ExtractDrafted']],
  ConfirmExtract: [[drafted, order('ConfirmExtract', {}), 'ExtractConfirmed']],
  ReturnExtract: [[signed, order('ReturnExtract', { cause: 'wrong-data' }), 'ExtractReturned']],
  SignExtract: [[drafted, order('SignExtract', {}), 'ExtractSigned']],
  SealExtract: [[signed, order('SealExtract', {}), 'ExtractSealed']],
  TimestampExtract: [[sealed, order('TimestampExtract', {}), 'ExtractTimestamped']],
  RecordSigningFailure: [
    [
      drafted,
      order('RecordSigningFailure', { slot: 'leader', cause: 'token-lost', safe: true }),
      'ExtractSigningFailed',
    ],
  ],
  PublishExtract: [
    [sealed, order('PublishExtract', {}), 'ExtractPublished', 'RequestIntended', 'RequestIntended'],
    [
      after(cardReturned, [correcting, order('DraftExtract', {}), order('SignExtract', {}), order('SealExtract', {})]),
      order('PublishExtract', {}),
      'ExtractPublished',
      'ExtractReplaced',
      'RequestIntended',
    ],
  ],
  IssueExtractOnPaper: [[drafted, order('IssueExtractOnPaper', {}), 'ExtractIssuedOnPaper']],
  RecallExtract: [[published, order('RecallExtract', { cause: 'wrong-data' }), 'ExtractRecalled']],

  ForwardResidence: [
    [
      after(published, [answer('register-residence#1', { outcome: 'returned', field: 'child.name' })]),
      order('ForwardResidence', {}),
      'RequestIntended',
    ],
  ],
  RecordConsent: [
    [needsConsent, order('RecordConsent', { from: 'owner', mode: 'form' }), 'ConsentRecorded'],
    [
      after(needsConsent, [order('RecordConsent', { from: 'owner', mode: 'form' })]),
      order('RecordConsent', { from: 'household-head', mode: 'online' }),
      'ConsentRecorded',
      'RequestIntended',
    ],
  ],
  ExpireConsent: [[needsConsent, order('ExpireConsent', { from: 'owner' }), 'ConsentExpired']],
  OpenVerification: [[residenceReceived, order('OpenVerification', { cause: 'conditions' }), 'VerificationOpened']],
  DecideResidence: [
    [
      residenceReceived,
      order('DecideResidence', { decision: 'register', entry: 'R-1', registeredOn: today }),
      'ResidenceRegistered',
    ],
    [residenceReceived, order('DecideResidence', { decision: 'refuse', cause: 'PlaceBanned' }), 'ResidenceRefused'],
  ],

  ForwardCard: [[cardReturned, order('ForwardCard', {}), 'RequestIntended']],
  IssueCard: [[cardReceived, order('IssueCard', { issuedOn: today, personal: {} }), 'CardIssued']],
  RejectCard: [[cardReceived, order('RejectCard', { items: ['form-01'] }), 'CardRejected']],
  ReturnCardUpstream: [[cardReceived, order('ReturnCardUpstream', { field: 'child.bornOn' }), 'CardReturnedUpstream']],

  ForwardIdentityCard: [[unsettled, order('ForwardIdentityCard', {}, { at: inSeptember }), 'RequestIntended']],
  DecideIdentityCard: [
    [
      identityReceived,
      order('DecideIdentityCard', { decision: 'issue', issuedOn: day('2026-09-07') }, { at: inSeptember }),
      'IdentityCardIssued',
      'CaseClosed',
    ],
    [
      identityReceived,
      order('DecideIdentityCard', { decision: 'refuse', cause: 'data' }, { at: inSeptember }),
      'IdentityCardRefused',
      'CaseClosed',
    ],
  ],

  ResyncStatus: [[after(published, [givingUp]), order('ResyncStatus', { request: 'issue-card#1' }), 'RequestIntended']],
  RecordRequestSent: [[published, order('RecordRequestSent', { request: 'issue-card#1', attempt: 1 }), 'RequestSent']],
  RecordRequestAcknowledged: [
    [
      published,
      order('RecordRequestAcknowledged', { request: 'issue-card#1', receivedAt: at('2023-07-12'), reference: 'VSS-1' }),
      'RequestAcknowledged',
      'DossierReceived',
    ],
  ],
  RecordRequestDeferred: [
    [
      published,
      order('RecordRequestDeferred', { request: 'issue-card#1', until: at('2023-07-13'), why: 'asked-to-wait' }),
      'RequestDeferred',
    ],
  ],
  RecordRequestFailed: [
    [published, order('RecordRequestFailed', { request: 'issue-card#1', why: 'timed-out' }), 'RequestFailed'],
  ],
  RecordRequestGivenUp: [[published, givingUp, 'RequestGivenUp', 'Escalated']],
  RecordProgress: [
    [
      published,
      order('RecordProgress', {
        request: 'register-residence#1',
        step: 'verifying',
        reason: 'conditions',
        at: at('2023-07-12'),
      }),
      'RequestProgressed',
      'VerificationOpened',
    ],
  ],
  RecordAnswer: [
    [
      after(received, [order('RequestPersonalNumber', {})]),
      answer('assign-personal-number#1', { outcome: 'assigned', index: 'number-1' }),
      'RequestAnswered',
      'PersonalNumberAssigned',
    ],
    [
      after(numbered, [order('RegisterBirth', { holder: caseOfEvents(numbered) })]),
      answer('enter-birth#1', { outcome: 'entered', book: '01/2023', number: 7, registeredOn: today }),
      'RequestAnswered',
      'BirthRegistered',
    ],
    [
      published,
      answer('register-residence#1', { outcome: 'refused', reason: 'NoLawfulPlace' }),
      'RequestAnswered',
      'DossierReceived',
      'ResidenceRefused',
    ],
    [
      published,
      answer('register-residence#1', { outcome: 'returned', field: 'child.name' }),
      'RequestAnswered',
      'DossierReceived',
      'ResidenceReturnedUpstream',
    ],
    [
      after(published, [answer('issue-card#1', { outcome: 'issued', issuedOn: '2023-07-12' })]),
      answer('issue-card#1', { outcome: 'rejected', items: ['form-01'] }),
      'AnswerContradicted',
      'Escalated',
    ],
  ],
};

describe('each command of a birth case', () => {
  for (const [type, told] of Object.entries(commands))
    for (const [story, command, ...comesTo] of told)
      it(`${type} comes to ${comesTo.join(', ')}`, () => {
        given(...story)
          .when(command)
          .thenTypes(...comesTo);
      });

  it('is named in the table with every event it comes to', () => {
    for (const [type, told] of Object.entries(commands))
      for (const [, , ...comesTo] of told)
        expect(commandTable[type as BirthCommand['type']].emits).toEqual(expect.arrayContaining([...new Set(comesTo)]));
  });

  it('together they come to every event there is', () => {
    const reached = Object.values(commands).flatMap((told) => told.flatMap(([, , ...comesTo]) => comesTo));
    expect(birthEventTypes.filter((type) => !reached.includes(type))).toEqual([]);
  });
});

describe('a birth case', () => {
  it('moves from the declaration to its close', () => {
    given(...aBirthCase('published'))
      .when(answer('register-residence#1', { outcome: 'registered', entry: 'R-1', registeredOn: '2023-07-13' }))
      .then(
        { type: 'RequestAnswered', request: 'register-residence#1' },
        { type: 'DossierReceived', leg: 'residence', agency: commune },
        { type: 'ResidenceRegistered', entry: 'R-1', registeredOn: day('2023-07-13') },
      );
    const birth = fold(theBirthCase, closed);
    expect(birth.application.phase).toBe('closed');
    expect((['birth', 'residence', 'card'] as const).map((leg) => outcomeOf(birth, leg))).toEqual([
      'done',
      'done',
      'done',
    ]);
  });

  it('names every obstacle at once', () => {
    const obstacles: readonly ExpectedRefusal<string>[] = [
      { reason: 'BornInFuture' },
      { reason: 'ChannelNotOpen' },
      { reason: 'ProofOfBirthMissing' },
    ];
    given()
      .when(apply({ bornOn: day('2023-08-01'), channel: 'desk', proof: { kind: 'none' } }))
      .thenRefused(...(obstacles as readonly ExpectedRefusal<never>[]));
  });

  deciderLaws(theBirthCase, anyBirthCommand);
});
