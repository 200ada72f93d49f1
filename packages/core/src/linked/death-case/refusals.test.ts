import {
  aDeathCase,
  aDeathDeclaration,
  afterDeath,
  at,
  caseOfEvents,
  commune,
  deathActors,
  deathAnswer,
  deathApply,
  deathOrder,
  elsewhere,
  insuranceOffice,
  meritOffice,
  someSurvivors,
  survivorsOfOneSum,
} from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { asClaimed } from '../../authority/index.js';
import { E } from '../../fp.js';
import { fold } from '../../kernel/index.js';
import { lawBook } from '../../law/index.js';
import { day } from '../../values/plain-date.js';
import type { DeathCommand } from './commands.js';
import { deathCase } from './decider.js';
import type { DeathDeclaration, DeathEvent } from './events.js';
import type { DeathReason } from './reasons.js';

type Story = readonly DeathEvent[];
type Told = readonly [story: Story, command: DeathCommand];

/** One test that keeps the rule and one that breaks it; `act` is what the refusal rests on. */
type Tested = Readonly<{ act: string; refused: Told; accepted: Told }>;

/** Somebody who held an office once; everybody else holds what they claim. */
const retired = 'officer-9';
const decider = deathCase(lawBook(), {
  ...asClaimed,
  holds: ({ id }) => id !== retired,
  mandated: (_, { id }) => id === 'represented',
});

const applied = aDeathCase('applied');
const received = aDeathCase('received');
const registered = aDeathCase('registered');
const drafted = aDeathCase('drafted');
const signed = aDeathCase('signed');
const sealed = aDeathCase('sealed');
const published = aDeathCase('published');
const decided = aDeathCase('decided');
const closed = aDeathCase('closed');

const filing = (other: Partial<DeathDeclaration>): Told => [[], deathApply(other)];
const registering = (story: Story): Told => [story, deathOrder('RegisterDeath', { holder: caseOfEvents(story) })];

const receiving = deathOrder('ReceiveDossier', { leg: 'death', agency: commune });
const asking = deathOrder('RequestSupplement', { leg: 'death', items: ['evidence'], cause: 'incomplete' });
const supplying = (on: string, item = 'evidence') =>
  deathOrder('ProvideSupplement', { leg: 'death', items: [item] }, { at: at(on) });
const incomplete = afterDeath(received, [asking]);
/** No text gives a death's supplement a last day; once one does, it is kept. */
const limited = incomplete.map((event) =>
  event.type === 'SupplementRequested' ? { ...event, until: day('2025-08-21') } : event,
);
const apologising = (on: string) =>
  deathOrder('SendApology', { span: 'whole', cause: 'late', newDate: day('2025-08-25') }, { at: at(on) });
/** Nor does any text promise the whole; where a day was promised, an apology goes out before it. */
const promised: Story = [...received, { type: 'AppointmentNotified', span: 'whole', dueOn: day('2025-08-19') }];
const missing = deathOrder('RecordMissedDeadline', {
  deadline: 'death/2025-08-12',
  dueOn: day('2025-08-12'),
  duty: 'civil-status',
});
const withdrawingCase = deathOrder('WithdrawCase', {});
const withdrawing = (leg: 'residence' | 'funeral', on = '2025-08-12') =>
  deathOrder('WithdrawLeg', { leg }, { at: at(on) });
const stopping = (leg: 'death' | 'residence', on = '2025-08-12') =>
  deathOrder('StopLeg', { leg, cause: 'asked-twice' }, { at: at(on) });

const doubted = afterDeath(received, [
  registering(received)[1],
  deathAnswer('enter-death#1', { outcome: 'not-entered', reason: 'IdentityMismatch' }),
]);
const settling = (by: 'book' | 'population') => deathOrder('ConfirmIdentity', { by });

const receivedBy = (
  leg: 'residence' | 'funeral',
  by: 'police' | 'insurance' | 'social' | 'merit',
  agency: string,
  on = '2025-08-12',
) => deathOrder('ReceiveDossier', { leg, agency }, { by, at: at(on) });
const policeHave = receivedBy('residence', 'police', commune);
const atPolice = afterDeath(published, [policeHave]);
const deleting = deathOrder('DeleteResidence', { entry: 'R-1', deletedOn: day('2025-08-12'), minutes: false });
const progress = (step: string, on: string) =>
  deathOrder(
    'RecordProgress',
    { request: 'delete-residence#1', step, reason: 'date-of-birth', at: at(on) },
    { at: at(on) },
  );
const since2026 = '2026-03-16';
const incompleteRecord = afterDeath(aDeathCase('published', { on: since2026 }), [
  deathOrder('ReceiveDossier', { leg: 'residence', agency: commune }, { by: 'police', at: at(since2026) }),
  progress('record-incomplete', since2026),
]);
const in2026 = { at: at(since2026) };
const deletingIn2026 = deathOrder(
  'DeleteResidence',
  { entry: 'R-1', deletedOn: day(since2026), minutes: false },
  in2026,
);

const insuranceHas = receivedBy('funeral', 'insurance', insuranceOffice);
const atPayer = afterDeath(published, [insuranceHas]);
const deciding = deathOrder('DecideBenefit', { leg: 'funeral', decisionNo: 'QD-1', decidedOn: day('2025-08-12') });

const endorsing = (by: 'commune' | 'province', on = '2025-08-12') =>
  deathOrder('EndorseBenefit', { leg: 'funeral', by }, { at: at(on) });
/** A veteran: the commune gives its opinion, the province decides. */
const ofMerit: Partial<DeathDeclaration> = {
  authorities: { death: commune, residence: commune, funeral: meritOffice },
  funeral: { classes: ['veteran'], classFacts: {}, meritAllowance: null },
};
const veteran = afterDeath(aDeathCase('published', { declaration: ofMerit }), [
  receivedBy('funeral', 'merit', meritOffice),
]);
const decidingMerit = deathOrder(
  'DecideBenefit',
  { leg: 'funeral', decisionNo: 'QD-1', decidedOn: day('2025-08-12') },
  { by: 'merit' },
);
const decidedIn2026 = aDeathCase('decided', {
  on: '2026-07-20',
  declaration: {
    authorities: { death: commune, residence: commune, funeral: commune },
    funeral: { classes: ['social-protection'], classFacts: {}, meritAllowance: null },
  },
});
const toppingUp = (on: string) => deathOrder('TopUpBenefit', { leg: 'funeral' }, { by: 'social', at: at(on) });

/** All of the relatives have to confirm one of them, for one sum. */
const oneSum: Partial<DeathDeclaration> = {
  legs: ['death', 'residence', 'funeral', 'survivor'],
  survivors: survivorsOfOneSum,
};
const monthly: Partial<DeathDeclaration> = {
  legs: ['death', 'residence', 'funeral', 'survivor'],
  survivors: someSurvivors(),
};
const relatives = aDeathCase('published', { declaration: oneSum });
const consenting = (of: string, mode: 'vneid' | 'e-statement' | 'paper' = 'vneid', on = '2025-08-12') =>
  deathOrder('RecordRelativesConsent', { of, mode }, { at: at(on) });
const expiring = (on: string) => deathOrder('ExpireConsent', {}, { at: at(on) });
const expired = afterDeath(relatives, [expiring('2025-08-20')]);
const survivorReceived = deathOrder('ReceiveDossier', { leg: 'survivor', agency: insuranceOffice });
const decidingSurvivor = deathOrder('DecideBenefit', {
  leg: 'survivor',
  decisionNo: 'QD-2',
  decidedOn: day('2025-08-12'),
});

/** Decided, and the payment service does not pay: it is paid by hand. */
const unreachable = afterDeath(decided, [
  deathAnswer('pay-funeral#1', { outcome: 'failed', reason: 'AccountUnknown' }),
  deathOrder('StatePayee', { channel: 'cash', personal: {} }),
  deathAnswer('pay-funeral#2', { outcome: 'failed', reason: 'AccountUnknown' }),
]);
const payeeless = afterDeath(aDeathCase('published', { declaration: { payee: null } }), [insuranceHas, deciding]);
const owed = 10 * 2_340_000;
const paying = (amount: number, paidOn = '2025-08-12') =>
  deathOrder('RecordPayment', { outcome: 'paid', benefit: 'funeral', amount, channel: 'cash', paidOn: day(paidOn) });
const stoppingAllowance = (allowance: 'pension' | 'merit') => deathOrder('RecordAllowanceStopped', { allowance });
const restated = afterDeath(payeeless, [deathOrder('StatePayee', { channel: 'cash', personal: {} })]);

const late = aDeathCase('received', { declaration: { diedOn: day('2025-07-01') } });

const escalating = deathOrder('Escalate', { about: 'case', cause: 'asked' });
const takingUp = deathOrder('TakeUp', { about: 'case' });
const handingBack = deathOrder('HandBack', { about: 'case' });
const aliasing = deathOrder('RecordAlias', { system: 'portal', code: 'G22.99.08-1' });
const inNameOf = (id: string) => ({
  ...deathOrder('RecordFee', { amount: 8_000, purpose: 'copy' }),
  onBehalfOf: { id, role: 'applicant' },
});

const rules: Readonly<Record<DeathReason, Tested>> = {
  ServiceNotYetOpen: {
    act: '01/2022/TT-BTP',
    refused: [[], deathApply({ channel: 'desk', diedOn: day('2022-02-10') }, { at: at('2022-02-17') })],
    accepted: filing({}),
  },
  CaseNotOpened: { act: '60/2014/QH13', refused: [[], receiving], accepted: [applied, receiving] },
  CaseIsClosed: { act: '63/2024/NĐ-CP', refused: [closed, withdrawingCase], accepted: [received, withdrawingCase] },
  CaseAlreadyOpened: { act: '60/2014/QH13', refused: [received, deathApply()], accepted: filing({}) },
  RoleNotEntitled: {
    act: '60/2014/QH13',
    refused: [registered, deathOrder('DraftExtract', {}, { by: 'applicant' })],
    accepted: [registered, deathOrder('DraftExtract', {}, { by: 'officer' })],
  },
  OfficeNotHeld: {
    act: '60/2014/QH13',
    refused: [registered, deathOrder('DraftExtract', {}, { by: { ...deathActors.officer, id: retired } })],
    accepted: [registered, deathOrder('DraftExtract', {}, { by: 'officer' })],
  },
  OutsideJurisdiction: {
    act: '60/2014/QH13',
    refused: [registered, deathOrder('DraftExtract', {}, { by: { ...deathActors.officer, unit: elsewhere } })],
    accepted: [registered, deathOrder('DraftExtract', {}, { by: 'officer' })],
  },

  MandateMissing: {
    act: '60/2014/QH13',
    refused: [received, inNameOf('somebody-else')],
    accepted: [received, inNameOf('represented')],
  },

  DiedInFuture: {
    act: '60/2014/QH13',
    refused: filing({ diedOn: day('2025-08-13') }),
    accepted: filing({ diedOn: day('2025-08-12') }),
  },
  ChannelNotOpen: {
    act: '63/2024/NĐ-CP',
    refused: filing({ channel: 'desk' }),
    accepted: filing({ channel: 'vneid' }),
  },
  LegsNotOnOffer: {
    act: '63/2024/NĐ-CP',
    refused: filing({ legs: ['death', 'funeral'] }),
    accepted: filing({ legs: ['death', 'residence'], funeral: null }),
  },
  OutOfScope: {
    act: '120/2025/NĐ-CP',
    refused: filing({ foreignElement: true }),
    accepted: filing({ foreignElement: false }),
  },
  NotResponsiblePerson: {
    act: '60/2014/QH13',
    refused: filing({ declarant: 'neighbour' as never }),
    accepted: filing({ declarant: 'authorised' }),
  },
  DeathEvidenceMissing: {
    act: '60/2014/QH13',
    refused: filing({ evidence: { kind: 'old-papers' } }),
    accepted: filing({ evidence: { kind: 'old-papers' }, longPast: true }),
  },
  WrongAuthority: {
    act: '60/2014/QH13',
    refused: filing({ authorities: { ...aDeathDeclaration().authorities, death: elsewhere } }),
    accepted: filing({
      placeOfDeath: elsewhere,
      authorities: { ...aDeathDeclaration().authorities, residence: elsewhere },
    }),
  },
  NoEntitlement: {
    act: '63/2024/NĐ-CP',
    refused: filing({
      funeral: {
        classes: ['social-insurance'],
        classFacts: { insured: { status: 'insured-reserved', months: 11 } },
        meritAllowance: null,
      },
    }),
    accepted: filing({
      funeral: {
        classes: ['social-insurance'],
        classFacts: { insured: { status: 'insured-reserved', months: 12 } },
        meritAllowance: null,
      },
    }),
  },
  FieldNotOpen: {
    act: '63/2024/NĐ-CP',
    refused: [incomplete, supplying('2025-08-12', 'choices.authorities.death')],
    accepted: [incomplete, supplying('2025-08-12', 'deceased.name')],
  },

  LegNotChosen: {
    act: '63/2024/NĐ-CP',
    refused: [
      aDeathCase('received', { declaration: { legs: ['death', 'residence'], funeral: null } }),
      withdrawing('funeral'),
    ],
    accepted: [received, withdrawing('funeral')],
  },
  LegHasEnded: {
    act: '68/2020/QH14',
    refused: [afterDeath(atPolice, [deleting]), deathOrder('ForwardDeletion', {})],
    accepted: [
      afterDeath(published, [deathAnswer('delete-residence#1', { outcome: 'returned', field: 'deceased.name' })]),
      deathOrder('ForwardDeletion', {}),
    ],
  },
  ApologyTooLate: {
    act: '63/2024/NĐ-CP',
    refused: [promised, apologising('2025-08-19')],
    accepted: [promised, apologising('2025-08-18')],
  },
  ApologySentAlready: {
    act: '63/2024/NĐ-CP',
    refused: [afterDeath(received, [apologising('2025-08-12')]), apologising('2025-08-12')],
    accepted: [received, apologising('2025-08-12')],
  },
  ResultNotReady: {
    act: '63/2024/NĐ-CP',
    refused: [published, deathOrder('DeliverResult', { leg: 'funeral', channel: 'desk' })],
    accepted: [decided, deathOrder('DeliverResult', { leg: 'funeral', channel: 'desk' })],
  },
  DeadlineMissedAlready: {
    act: '63/2024/NĐ-CP',
    refused: [afterDeath(received, [missing]), missing],
    accepted: [received, missing],
  },
  EscalatedAlready: {
    act: '118/2025/NĐ-CP',
    refused: [afterDeath(received, [escalating]), escalating],
    accepted: [received, escalating],
  },
  LookedAfterAlready: {
    act: '118/2025/NĐ-CP',
    refused: [afterDeath(received, [escalating, takingUp]), takingUp],
    accepted: [afterDeath(received, [escalating]), takingUp],
  },
  NotLookedAfter: {
    act: '118/2025/NĐ-CP',
    refused: [afterDeath(received, [escalating]), handingBack],
    accepted: [afterDeath(received, [escalating, takingUp]), handingBack],
  },
  AliasKnownAlready: {
    act: '118/2025/NĐ-CP',
    refused: [afterDeath(received, [aliasing]), aliasing],
    accepted: [received, aliasing],
  },
  NotEscalated: {
    act: '118/2025/NĐ-CP',
    refused: [received, deathOrder('GiveGuidance', { about: 'case', guidance: 'ask-again' })],
    accepted: [
      afterDeath(received, [deathOrder('Escalate', { about: 'case', cause: 'asked' })]),
      deathOrder('GiveGuidance', { about: 'case', guidance: 'ask-again' }),
    ],
  },
  StopNotKnown: {
    act: '03/2025/TT-VPCP',
    refused: [aDeathCase('received', { on: '2025-06-30' }), stopping('death', '2025-06-30')],
    accepted: [aDeathCase('received', { on: '2025-07-01' }), stopping('death', '2025-07-01')],
  },
  DeletedExOfficio: {
    act: '58/2026/NĐ-CP',
    refused: [aDeathCase('registered', { on: '2026-03-15' }), withdrawing('residence', '2026-03-15')],
    accepted: [aDeathCase('registered', { on: '2026-03-14' }), withdrawing('residence', '2026-03-14')],
  },

  DossierAlreadyReceived: { act: '63/2024/NĐ-CP', refused: [received, receiving], accepted: [applied, receiving] },
  DossierNotReceived: { act: '63/2024/NĐ-CP', refused: registering(applied), accepted: registering(received) },
  SupplementPending: {
    act: '63/2024/NĐ-CP',
    refused: registering(incomplete),
    accepted: registering(afterDeath(incomplete, [supplying('2025-08-12')])),
  },
  NoSupplementPending: {
    act: '63/2024/NĐ-CP',
    refused: [received, supplying('2025-08-12')],
    accepted: [incomplete, supplying('2025-08-12')],
  },
  SupplementOverdue: {
    act: '63/2024/NĐ-CP',
    refused: [limited, supplying('2025-08-22')],
    accepted: [limited, supplying('2025-08-21')],
  },
  SupplementNotOverdue: {
    act: '63/2024/NĐ-CP',
    refused: [limited, deathOrder('RefuseDeath', { cause: 'SupplementOverdue' }, { at: at('2025-08-21') })],
    accepted: [limited, deathOrder('RefuseDeath', { cause: 'SupplementOverdue' }, { at: at('2025-08-22') })],
  },

  DeathAlreadyRegistered: { act: '60/2014/QH13', refused: registering(registered), accepted: registering(received) },
  DeathAlreadyRefused: {
    act: '60/2014/QH13',
    refused: registering([...received, { type: 'DeathRefused', cause: 'DeathEvidenceMissing' }]),
    accepted: registering(received),
  },
  DeathNotRegistered: {
    act: '60/2014/QH13',
    refused: [received, stoppingAllowance('pension')],
    accepted: [registered, stoppingAllowance('pension')],
  },
  RegistrationUnderWay: {
    act: '60/2014/QH13',
    refused: registering(afterDeath(received, [registering(received)[1]])),
    accepted: registering(received),
  },
  AlreadyClaimed: {
    act: '60/2014/QH13',
    refused: [received, deathOrder('RegisterDeath', { holder: 'the-other-child-s-filing' })],
    accepted: registering(received),
  },
  FeeUnpaid: {
    act: '60/2014/QH13',
    refused: registering(late),
    accepted: registering(afterDeath(late, [deathOrder('RecordFee', { amount: 8_000, purpose: 'late' })])),
  },
  IdentityMismatch: {
    act: '60/2014/QH13',
    refused: registering(doubted),
    accepted: registering(afterDeath(doubted, [settling('book')])),
  },
  IdentityNotDoubted: {
    act: '60/2014/QH13',
    refused: [received, settling('book')],
    accepted: [doubted, settling('book')],
  },
  RecordDoesNotPrevail: {
    act: '60/2014/QH13',
    refused: [doubted, settling('population')],
    accepted: [doubted, settling('book')],
  },

  ExtractUnderWay: {
    act: '60/2014/QH13',
    refused: [drafted, deathOrder('DraftExtract', {})],
    accepted: [registered, deathOrder('DraftExtract', {})],
  },
  ExtractNotDrafted: {
    act: '60/2014/QH13',
    refused: [registered, deathOrder('SignExtract', {})],
    accepted: [drafted, deathOrder('SignExtract', {})],
  },
  ExtractNotSigned: {
    act: '03/2023/TT-BTP',
    refused: [drafted, deathOrder('SealExtract', {})],
    accepted: [signed, deathOrder('SealExtract', {})],
  },
  ExtractNotSealed: {
    act: '03/2023/TT-BTP',
    refused: [signed, deathOrder('PublishExtract', {})],
    accepted: [sealed, deathOrder('PublishExtract', {})],
  },
  ExtractNotIssued: {
    act: '01/2022/TT-BTP',
    refused: [sealed, deathOrder('RecallExtract', { cause: 'wrong-data' })],
    accepted: [published, deathOrder('RecallExtract', { cause: 'wrong-data' })],
  },
  SignerIsDrafter: {
    act: '60/2014/QH13',
    refused: [drafted, deathOrder('SignExtract', {}, { by: { ...deathActors.leader, id: deathActors.officer.id } })],
    accepted: [drafted, deathOrder('SignExtract', {})],
  },
  ExtractNotPublished: { act: '01/2022/TT-BTP', refused: [sealed, policeHave], accepted: [published, policeHave] },

  RequestUnderWay: {
    act: '118/2025/NĐ-CP',
    refused: [published, deathOrder('ForwardDeletion', {})],
    accepted: [
      afterDeath(published, [deathAnswer('delete-residence#1', { outcome: 'returned', field: 'deceased.name' })]),
      deathOrder('ForwardDeletion', {}),
    ],
  },
  RecordIncomplete: {
    act: '58/2026/NĐ-CP',
    refused: [incompleteRecord, deletingIn2026],
    accepted: [afterDeath(incompleteRecord, [deathOrder('CompleteResidenceRecord', {}, in2026)]), deletingIn2026],
  },
  RecordNotIncomplete: {
    act: '68/2020/QH14',
    refused: [atPolice, deathOrder('CompleteResidenceRecord', {})],
    accepted: [incompleteRecord, deathOrder('CompleteResidenceRecord', {}, in2026)],
  },
  DeletedInFuture: {
    act: '68/2020/QH14',
    refused: [atPolice, deathOrder('DeleteResidence', { entry: 'R-1', deletedOn: day('2025-08-13'), minutes: false })],
    accepted: [atPolice, deleting],
  },

  BenefitNotRouted: {
    act: '63/2024/NĐ-CP',
    refused: [registered, endorsing('commune')],
    accepted: [veteran, endorsing('commune')],
  },
  PayerNotAsked: {
    act: '63/2024/NĐ-CP',
    refused: [atPayer, { ...decidingMerit, actor: { ...deathActors.merit, unit: insuranceOffice } }],
    accepted: [afterDeath(veteran, [endorsing('commune')]), decidingMerit],
  },
  EndorsementNotNeeded: {
    act: '129/2025/NĐ-CP',
    refused: [veteran, endorsing('province')],
    accepted: [veteran, endorsing('commune')],
  },
  EndorsedAlready: {
    act: '129/2025/NĐ-CP',
    refused: [afterDeath(veteran, [endorsing('commune')]), endorsing('commune')],
    accepted: [veteran, endorsing('commune')],
  },
  EndorsementMissing: {
    act: '129/2025/NĐ-CP',
    refused: [veteran, decidingMerit],
    accepted: [afterDeath(veteran, [endorsing('commune')]), decidingMerit],
  },
  DoubleBenefit: {
    act: '20/2021/NĐ-CP',
    refused: [afterDeath(atPayer, [deciding]), deciding],
    accepted: [atPayer, deciding],
  },
  DecidedInFuture: {
    act: '41/2024/QH15',
    refused: [
      atPayer,
      deathOrder('DecideBenefit', { leg: 'funeral', decisionNo: 'QD-1', decidedOn: day('2025-08-13') }),
    ],
    accepted: [atPayer, deciding],
  },
  NothingToTopUp: {
    act: '20/2021/NĐ-CP',
    refused: [decidedIn2026, toppingUp('2026-09-30')],
    accepted: [decidedIn2026, toppingUp('2026-10-05')],
  },

  ConsentMissing: {
    act: '63/2024/NĐ-CP',
    refused: [afterDeath(relatives, [survivorReceived, consenting('wife')]), decidingSurvivor],
    accepted: [afterDeath(relatives, [survivorReceived, consenting('wife'), consenting('son')]), decidingSurvivor],
  },
  ConsentNotNeeded: {
    act: '63/2024/NĐ-CP',
    refused: [aDeathCase('published', { declaration: monthly }), consenting('wife')],
    accepted: [relatives, consenting('wife')],
  },
  ConsentGivenAlready: {
    act: '63/2024/NĐ-CP',
    refused: [afterDeath(relatives, [consenting('wife')]), consenting('wife')],
    accepted: [afterDeath(relatives, [consenting('wife')]), consenting('son')],
  },
  ConsentModeUnknown: {
    act: '63/2024/NĐ-CP',
    refused: [relatives, consenting('wife', 'paper')],
    accepted: [expired, consenting('wife', 'paper', '2025-08-20')],
  },
  ConsentStillOpen: {
    act: '63/2024/NĐ-CP',
    refused: [relatives, expiring('2025-08-19')],
    accepted: [relatives, expiring('2025-08-20')],
  },
  ConsentExpiredAlready: {
    act: '63/2024/NĐ-CP',
    refused: [expired, expiring('2025-08-21')],
    accepted: [relatives, expiring('2025-08-21')],
  },

  NothingOwed: {
    act: '44/2022/TT-BTC',
    refused: [unreachable, paying(owed + 1)],
    accepted: [unreachable, paying(owed)],
  },
  PayeeMissing: { act: '20/2021/NĐ-CP', refused: [payeeless, paying(owed)], accepted: [unreachable, paying(owed)] },
  PaymentUnderWay: { act: '44/2022/TT-BTC', refused: [restated, paying(owed)], accepted: [unreachable, paying(owed)] },
  PaidInFuture: {
    act: '44/2022/TT-BTC',
    refused: [unreachable, paying(owed, '2025-08-13')],
    accepted: [unreachable, paying(owed, '2025-08-12')],
  },
  AllowanceNotDrawn: {
    act: '41/2024/QH15',
    refused: [registered, stoppingAllowance('merit')],
    accepted: [registered, stoppingAllowance('pension')],
  },
  AllowanceStoppedAlready: {
    act: '41/2024/QH15',
    refused: [afterDeath(registered, [stoppingAllowance('pension')]), stoppingAllowance('pension')],
    accepted: [registered, stoppingAllowance('pension')],
  },

  RequestUnknown: {
    act: '118/2025/NĐ-CP',
    refused: [published, deathOrder('RecordRequestSent', { request: 'delete-residence#2', attempt: 1 })],
    accepted: [published, deathOrder('RecordRequestSent', { request: 'delete-residence#1', attempt: 1 })],
  },
  RequestAnsweredAlready: {
    act: '118/2025/NĐ-CP',
    refused: [
      afterDeath(published, [deathAnswer('stop-pension#1', { outcome: 'stopped' })]),
      deathAnswer('stop-pension#1', { outcome: 'stopped' }),
    ],
    accepted: [published, deathAnswer('stop-pension#1', { outcome: 'stopped' })],
  },
  RequestStillRunning: {
    act: '118/2025/NĐ-CP',
    refused: [published, deathOrder('ResyncStatus', { request: 'delete-residence#1' })],
    accepted: [
      afterDeath(published, [
        deathOrder('RecordRequestGivenUp', { request: 'delete-residence#1', why: 'unreachable', lookFor: 'CSDC-1' }),
      ]),
      deathOrder('ResyncStatus', { request: 'delete-residence#1' }),
    ],
  },
};

const put = ([story, command]: Told) => decider.decide(command, fold(decider, story));

describe('each reason to refuse', () => {
  for (const [reason, { act, refused, accepted }] of Object.entries(rules)) {
    it(`${reason}: ${refused[1].type} is refused on ${act}`, () => {
      const judged = put(refused);
      const refusals = E.isLeft(judged) ? judged.left : [];
      expect(refusals.map((each) => [each.reason, each.citations[0].act])).toContainEqual([reason, act]);
    });

    it(`${reason} stands in nobody’s way who keeps the rule: ${accepted[1].type}`, () => {
      const judged = put(accepted);
      expect(E.isLeft(judged) ? judged.left : []).toEqual([]);
    });
  }
});
