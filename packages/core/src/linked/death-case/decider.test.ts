import { anyDeathCommand, deathEventTypes } from '@lienthong/testing';
import {
  aDeathCase,
  afterDeath,
  at,
  caseOfEvents,
  commune,
  deathAnswer,
  deathApply,
  deathOrder,
  deciderLaws,
  insuranceOffice,
  meritOffice,
  someSurvivors,
  specify,
  theDeathCase,
} from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { fold } from '../../kernel/index.js';
import { lawBook } from '../../law/index.js';
import { day } from '../../values/plain-date.js';
import { allowedInDeath } from './allowed.js';
import type { DeathCommand } from './commands.js';
import type { DeathDeclaration, DeathEvent } from './events.js';
import { outcomeOf, unpaidIn } from './state.js';
import { deathCommandTable } from './table.js';

const given = specify(theDeathCase);
const today = day('2025-08-12');

const received = aDeathCase('received');
const registered = aDeathCase('registered');
const drafted = aDeathCase('drafted');
const signed = aDeathCase('signed');
const sealed = aDeathCase('sealed');
const published = aDeathCase('published');
const decided = aDeathCase('decided');
const closed = aDeathCase('closed');

const asking = deathOrder('RequestSupplement', { leg: 'death', items: ['death-notice'], cause: 'incomplete' });
const escalating = deathOrder('Escalate', { about: 'case', cause: 'asked' });
const givingUp = deathOrder('RecordRequestGivenUp', {
  request: 'pay-funeral#1',
  why: 'outcome-unknown',
  lookFor: 'VSS-1',
});
const correcting = deathOrder('RegisterCorrection', { fields: ['deceased.name'], registeredOn: today });
const notice = { code: '00031.GBT.40001.25', signed: true, form: '05', issuedOn: day('2025-08-09') };
const registering = (events: readonly DeathEvent[]) => deathOrder('RegisterDeath', { holder: caseOfEvents(events) });
const doubted = afterDeath(received, [
  registering(received),
  deathAnswer('enter-death#1', { outcome: 'not-entered', reason: 'IdentityMismatch' }),
]);
const police = afterDeath(published, [
  deathOrder('ReceiveDossier', { leg: 'residence', agency: commune }, { by: 'police' }),
]);
const wanting = afterDeath(published, [
  deathOrder('RecordProgress', {
    request: 'delete-residence#1',
    step: 'record-incomplete',
    reason: 'place-of-birth',
    at: at('2025-08-12'),
  }),
  deathOrder('ReceiveDossier', { leg: 'residence', agency: commune }, { by: 'police' }),
]);
const returned = afterDeath(published, [
  deathAnswer('delete-residence#1', { outcome: 'returned', field: 'deceased.name' }),
]);
const insured = afterDeath(published, [
  deathOrder('ReceiveDossier', { leg: 'funeral', agency: insuranceOffice }, { by: 'insurance' }),
]);
const answered = afterDeath(published, [deathAnswer('decide-insurance-funeral#1', { outcome: 'system-maintenance' })]);
const redrawn = afterDeath(returned, [
  correcting,
  deathOrder('DraftExtract', {}),
  deathOrder('SignExtract', {}),
  deathOrder('SealExtract', {}),
]);

const merit: Partial<DeathDeclaration> = {
  authorities: { death: commune, residence: commune, funeral: meritOffice },
  funeral: { classes: ['merit'], classFacts: {}, meritAllowance: 2_055_000 },
  allowances: ['merit'],
};
const withMerit = aDeathCase('published', { declaration: merit });

const ofFour: Partial<DeathDeclaration> = {
  legs: ['death', 'residence', 'funeral', 'survivor'],
  survivors: someSurvivors({
    relatives: [{ of: 'wife', kind: 'spouse', bornOn: day('1960-02-03'), sex: 'female' }],
    prefer: 'lump-sum',
    pension: { monthly: 5_000_000 as never, monthsDrawn: 12 },
  }),
};
const consenting = aDeathCase('published', { declaration: ofFour });
const consent = deathOrder('RecordRelativesConsent', { of: 'wife', mode: 'vneid' });

/** Decided in September 2026 at a rate of which it became known in October that it had been higher since July. */
const september = '2026-09-14';
const october = at('2026-10-06');
const decidedTooEarly = aDeathCase('paid', {
  on: september,
  declaration: {
    funeral: { classes: ['social-protection'], classFacts: {}, meritAllowance: null },
    allowances: [],
    authorities: { death: commune, residence: commune, funeral: commune },
  },
});
const unknownPayee = aDeathCase('decided', { declaration: { payee: null } });
const failed = afterDeath(decided, [deathAnswer('pay-funeral#1', { outcome: 'failed', reason: 'no-such-account' })]);

type Told = readonly [story: readonly DeathEvent[], command: DeathCommand, ...comesTo: readonly DeathEvent['type'][]];

/** For each command, what it plainly comes to. */
const commands: Readonly<Record<DeathCommand['type'], readonly Told[]>> = {
  Apply: [
    [[], deathApply(), 'Applied', 'PayeeStated'],
    [[], deathApply({ payee: null }), 'Applied'],
  ],
  AttachDeathNotice: [[received, deathOrder('AttachDeathNotice', notice), 'DeathNoticeAttached']],
  StopLeg: [
    [received, deathOrder('StopLeg', { leg: 'residence', cause: 'asked-by-family' }), 'LegStopped'],
    [received, deathOrder('StopLeg', { leg: 'death', cause: 'found-alive' }), 'LegStopped', 'CaseClosed'],
  ],
  RecordFee: [[received, deathOrder('RecordFee', { amount: 5_000, purpose: 'late' }), 'FeePaid']],
  WithdrawLeg: [[received, deathOrder('WithdrawLeg', { leg: 'funeral' }), 'LegWithdrawn']],
  WithdrawCase: [[received, deathOrder('WithdrawCase', {}), 'CaseWithdrawn', 'CaseClosed']],
  RecordMissedDeadline: [
    [
      received,
      deathOrder('RecordMissedDeadline', { deadline: 'death/2025-08-12', dueOn: today, duty: 'civil-status' }),
      'DeadlineMissed',
    ],
  ],
  ReviseDeadline: [
    [
      received,
      deathOrder('ReviseDeadline', { span: 'whole', from: today, to: day('2025-08-13'), cause: 'calendar-changed' }),
      'DeadlineRevised',
    ],
  ],
  SendApology: [
    [
      received,
      deathOrder('SendApology', { span: 'funeral', cause: 'late', newDate: day('2025-08-20') }),
      'ApologySent',
    ],
  ],
  DeliverResult: [[decided, deathOrder('DeliverResult', { leg: 'funeral', channel: 'desk' }), 'ResultDelivered']],
  Escalate: [[received, escalating, 'Escalated']],
  GiveGuidance: [
    [
      afterDeath(received, [escalating]),
      deathOrder('GiveGuidance', { about: 'case', guidance: 'ask-again' }),
      'GuidanceGiven',
    ],
  ],
  ResolveEscalation: [
    [
      afterDeath(received, [escalating]),
      deathOrder('ResolveEscalation', { about: 'case', resolution: 'settled' }),
      'EscalationResolved',
    ],
  ],

  TakeUp: [[afterDeath(received, [escalating]), deathOrder('TakeUp', { about: 'case' }, { by: 'support' }), 'TakenUp']],
  HandBack: [
    [
      afterDeath(received, [escalating, deathOrder('TakeUp', { about: 'case' }, { by: 'support' })]),
      deathOrder('HandBack', { about: 'case' }, { by: 'support' }),
      'HandedBack',
    ],
  ],
  RecordAlias: [
    [
      received,
      deathOrder('RecordAlias', { system: 'portal', code: 'G22.99.08-1' }, { by: 'support' }),
      'AliasRecorded',
    ],
  ],

  ReceiveDossier: [
    [
      aDeathCase('applied'),
      deathOrder('ReceiveDossier', { leg: 'death', agency: commune }),
      'DossierReceived',
      'AppointmentNotified',
    ],
    [
      published,
      deathOrder('ReceiveDossier', { leg: 'funeral', agency: insuranceOffice }, { by: 'insurance' }),
      'DossierReceived',
    ],
  ],
  RequestSupplement: [[received, asking, 'SupplementRequested']],
  ProvideSupplement: [
    [
      afterDeath(received, [asking]),
      deathOrder('ProvideSupplement', { leg: 'death', items: ['death-notice'] }),
      'Supplemented',
    ],
    [
      afterDeath(published, [
        deathAnswer('decide-insurance-funeral#1', { outcome: 'incomplete', items: ['papers-of-the-class'] }),
      ]),
      deathOrder('ProvideSupplement', { leg: 'funeral', items: ['papers-of-the-class'] }),
      'Supplemented',
      'RequestIntended',
    ],
  ],

  RegisterDeath: [[received, registering(received), 'RequestIntended']],
  RefuseDeath: [[received, deathOrder('RefuseDeath', { cause: 'NotResponsiblePerson' }), 'DeathRefused', 'CaseClosed']],
  ConfirmIdentity: [[doubted, deathOrder('ConfirmIdentity', { by: 'book' }), 'IdentityConfirmed']],
  RegisterCorrection: [
    [registered, correcting, 'CorrectionRegistered', 'RequestIntended', 'RequestIntended'],
    [closed, correcting, 'CorrectionRegistered', 'RequestIntended', 'RequestIntended', 'RequestIntended'],
  ],

  DraftExtract: [[registered, deathOrder('DraftExtract', {}), 'ExtractDrafted']],
  ConfirmExtract: [[drafted, deathOrder('ConfirmExtract', {}), 'ExtractConfirmed']],
  ReturnExtract: [[signed, deathOrder('ReturnExtract', { cause: 'wrong-data' }), 'ExtractReturned']],
  SignExtract: [[drafted, deathOrder('SignExtract', {}), 'ExtractSigned']],
  SealExtract: [[signed, deathOrder('SealExtract', {}), 'ExtractSealed']],
  TimestampExtract: [[sealed, deathOrder('TimestampExtract', {}), 'ExtractTimestamped']],
  RecordSigningFailure: [
    [
      drafted,
      deathOrder('RecordSigningFailure', { slot: 'leader', cause: 'token-lost', safe: true }),
      'ExtractSigningFailed',
    ],
  ],
  PublishExtract: [
    [
      sealed,
      deathOrder('PublishExtract', {}),
      'ExtractPublished',
      'BenefitRouted',
      'RequestIntended',
      'RequestIntended',
      'RequestIntended',
    ],
    [redrawn, deathOrder('PublishExtract', {}), 'ExtractPublished', 'ExtractReplaced', 'RequestIntended'],
  ],
  IssueExtractOnPaper: [[drafted, deathOrder('IssueExtractOnPaper', {}), 'ExtractIssuedOnPaper']],
  RecallExtract: [[published, deathOrder('RecallExtract', { cause: 'wrong-data' }), 'ExtractRecalled']],

  ForwardDeletion: [[returned, deathOrder('ForwardDeletion', {}), 'RequestIntended']],
  CompleteResidenceRecord: [[wanting, deathOrder('CompleteResidenceRecord', {}), 'ResidenceRecordCompleted']],
  DeleteResidence: [
    [police, deathOrder('DeleteResidence', { entry: 'R-1', deletedOn: today, minutes: true }), 'ResidenceDeleted'],
  ],
  RecordNothingToDelete: [
    [police, deathOrder('RecordNothingToDelete', { cause: 'not-registered' }), 'NothingToDelete'],
  ],

  RouteBenefit: [[answered, deathOrder('RouteBenefit', { leg: 'funeral' }), 'BenefitRouted', 'RequestIntended']],
  EndorseBenefit: [[withMerit, deathOrder('EndorseBenefit', { leg: 'funeral', by: 'commune' }), 'BenefitEndorsed']],
  DecideBenefit: [
    [
      insured,
      deathOrder('DecideBenefit', { leg: 'funeral', decisionNo: 'QD-1', decidedOn: today }),
      'BenefitDecided',
      'RequestIntended',
    ],
  ],
  RejectBenefit: [
    [insured, deathOrder('RejectBenefit', { leg: 'funeral', cause: 'DossierIncomplete' }), 'BenefitRejected'],
  ],
  TopUpBenefit: [
    [
      decidedTooEarly,
      deathOrder('TopUpBenefit', { leg: 'funeral' }, { by: 'social', at: october }),
      'BenefitToppedUp',
      'RequestIntended',
    ],
  ],

  RecordRelativesConsent: [[consenting, consent, 'RelativesConsented', 'RequestIntended']],
  ExpireConsent: [[consenting, deathOrder('ExpireConsent', {}, { at: at('2025-08-21') }), 'ConsentExpired']],

  StatePayee: [
    [unknownPayee, deathOrder('StatePayee', { channel: 'bank', personal: {} }), 'PayeeStated', 'RequestIntended'],
  ],
  RecordPayment: [
    [
      failed,
      deathOrder('RecordPayment', {
        outcome: 'paid',
        benefit: 'funeral',
        amount: 23_400_000,
        channel: 'cash',
        paidOn: today,
      }),
      'BenefitPaid',
    ],
    [
      failed,
      deathOrder('RecordPayment', { outcome: 'failed', benefit: 'funeral', amount: 23_400_000, cause: 'away' }),
      'PaymentFailed',
    ],
  ],
  RecordAllowanceStopped: [
    [published, deathOrder('RecordAllowanceStopped', { allowance: 'pension' }), 'AllowanceStopped'],
  ],

  ResyncStatus: [
    [afterDeath(decided, [givingUp]), deathOrder('ResyncStatus', { request: 'pay-funeral#1' }), 'RequestIntended'],
  ],
  RecordRequestSent: [
    [decided, deathOrder('RecordRequestSent', { request: 'pay-funeral#1', attempt: 1 }), 'RequestSent'],
  ],
  RecordRequestAcknowledged: [
    [
      published,
      deathOrder('RecordRequestAcknowledged', {
        request: 'decide-insurance-funeral#1',
        receivedAt: at('2025-08-12'),
        reference: 'VSS-1',
      }),
      'RequestAcknowledged',
      'DossierReceived',
    ],
  ],
  RecordRequestDeferred: [
    [
      decided,
      deathOrder('RecordRequestDeferred', {
        request: 'pay-funeral#1',
        until: at('2025-09-01'),
        why: 'asked-to-wait',
      }),
      'RequestDeferred',
    ],
  ],
  RecordRequestFailed: [
    [decided, deathOrder('RecordRequestFailed', { request: 'pay-funeral#1', why: 'timed-out' }), 'RequestFailed'],
  ],
  RecordRequestGivenUp: [[decided, givingUp, 'RequestGivenUp', 'Escalated']],
  RecordProgress: [
    [
      published,
      deathOrder('RecordProgress', {
        request: 'delete-residence#1',
        step: 'record-incomplete',
        reason: 'place-of-birth',
        at: at('2025-08-12'),
      }),
      'RequestProgressed',
      'ResidenceRecordFoundIncomplete',
    ],
    [
      withMerit,
      deathOrder('RecordProgress', {
        request: 'decide-merit-funeral#1',
        step: 'endorsed-commune',
        reason: 'agrees',
        at: at('2025-08-12'),
      }),
      'RequestProgressed',
      'BenefitEndorsed',
    ],
  ],
  RecordAnswer: [
    [
      afterDeath(received, [registering(received)]),
      deathAnswer('enter-death#1', { outcome: 'not-entered', reason: 'IdentityMismatch' }),
      'RequestAnswered',
      'IdentityMismatchFound',
    ],
    [
      afterDeath(received, [registering(received)]),
      deathAnswer('enter-death#1', { outcome: 'entered', book: '01', number: 7, registeredOn: today, locked: true }),
      'RequestAnswered',
      'DeathRegistered',
      'RequestIntended',
      'RequestIntended',
    ],
    [
      published,
      deathAnswer('delete-residence#1', { outcome: 'returned', field: 'deceased.name' }),
      'RequestAnswered',
      'DossierReceived',
      'ResidenceReturnedUpstream',
    ],
    [
      decided,
      deathAnswer('pay-funeral#1', { outcome: 'failed', reason: 'no-such-account' }),
      'RequestAnswered',
      'PaymentFailed',
    ],
    [
      closed,
      deathAnswer('decide-insurance-funeral#1', { outcome: 'rejected', reason: 'NoEntitlement' }),
      'AnswerContradicted',
      'Escalated',
    ],
  ],
};

describe('each command of a death case', () => {
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
        expect(deathCommandTable[type as DeathCommand['type']].emits).toEqual(
          expect.arrayContaining([...new Set(comesTo)]),
        );
  });

  it('together they come to every event there is', () => {
    const reached = Object.values(commands).flatMap((told) => told.flatMap(([, , ...comesTo]) => comesTo));
    expect(deathEventTypes.filter((type) => !reached.includes(type))).toEqual([]);
  });
});

describe('a death case', () => {
  it('moves from the declaration to its close, which comes with the last money or the last result', () => {
    const all = fold(theDeathCase, closed);
    expect(all.application.phase).toBe('closed');
    expect((['death', 'residence', 'funeral'] as const).map((leg) => outcomeOf(all, leg))).toEqual([
      'done',
      'done',
      'done',
    ]);
    const unpaid = afterDeath(decided, [deathAnswer('delete-residence#1', { outcome: 'deleted', entry: 'R-1' })]);
    expect(unpaidIn(fold(theDeathCase, unpaid))).toEqual({ funeral: 23_400_000 });
    given(...unpaid)
      .when(deathAnswer('pay-funeral#1', { outcome: 'paid', amount: 23_400_000, channel: 'bank', paidOn: today }))
      .then(
        { type: 'RequestAnswered', request: 'pay-funeral#1' },
        { type: 'BenefitPaid', benefit: 'funeral', amount: 23_400_000 },
        { type: 'CaseClosed', outcome: { death: 'done', residence: 'done', funeral: 'done' } },
      );
  });

  it('tops up after its close what was decided before a rate was known, and is not opened again', () => {
    given(...decidedTooEarly)
      .when(deathOrder('TopUpBenefit', { leg: 'funeral' }, { by: 'social', at: october }))
      .then(
        { type: 'BenefitToppedUp', benefit: 'funeral', amount: 800_000 },
        { type: 'RequestIntended', purpose: 'pay-funeral' },
      );
  });

  it('leaves to the employer what the employer files, however long ago the person died', () => {
    const funeral = {
      classes: ['social-insurance'],
      classFacts: { insured: { status: 'insured-active' } },
      meritAllowance: null,
    } as const;
    const diedOn = day('2021-11-27');
    const longAgo = aDeathCase('published', {
      declaration: { diedOn, longPast: true, evidence: { kind: 'old-papers' }, feeExempt: 'poor', funeral },
    });
    expect(outcomeOf(fold(theDeathCase, longAgo), 'funeral')).toBe('outside');
  });

  it('lets one benefit be paid by hand while another is being paid', () => {
    const both: Partial<DeathDeclaration> = {
      funeral: { classes: ['social-insurance'], classFacts: {}, meritAllowance: 2_055_000 },
      allowances: [],
    };
    const failing = afterDeath(aDeathCase('decided', { declaration: both }), [
      deathAnswer('pay-merit-lump#1', { outcome: 'failed', reason: 'no-such-account' }),
    ]);
    const byHand = {
      outcome: 'paid',
      benefit: 'merit-lump',
      amount: 6_165_000,
      channel: 'cash',
      paidOn: today,
    } as const;
    const order = deathOrder('RecordPayment', byHand);
    given(...failing)
      .when(order)
      .thenTypes('BenefitPaid');
    const { open } = allowedInDeath(lawBook(), fold(theDeathCase, failing), order.actor, order.at);
    expect(open).toContain('RecordPayment');
  });

  it('names every obstacle at once', () =>
    given()
      .when(deathApply({ diedOn: day('2025-09-01'), channel: 'desk', evidence: { kind: 'none' } }))
      .thenRefused({ reason: 'DiedInFuture' }, { reason: 'ChannelNotOpen' }, { reason: 'DeathEvidenceMissing' }));

  deciderLaws(theDeathCase, anyDeathCommand);
});
