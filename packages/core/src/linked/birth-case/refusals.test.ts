import {
  aBirthCase,
  actors,
  aDeclaration,
  aFamily,
  after,
  answer,
  apply,
  at,
  caseOfEvents,
  commune,
  elsewhere,
  order,
} from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { asClaimed } from '../../authority/index.js';
import { E } from '../../fp.js';
import { fold } from '../../kernel/index.js';
import { lawBook } from '../../law/index.js';
import { day } from '../../values/plain-date.js';
import type { BirthCommand } from './commands.js';
import { birthCase } from './decider.js';
import type { BirthEvent, Declaration } from './events.js';
import type { BirthReason } from './reasons.js';

type Story = readonly BirthEvent[];
type Told = readonly [story: Story, command: BirthCommand];

/** One test that keeps the rule and one that breaks it; `act` is what the refusal rests on. */
type Tested = Readonly<{ act: string; refused: Told; accepted: Told }>;

/** Somebody who held an office once; everybody else holds what they claim. */
const retired = 'officer-9';
const decider = birthCase(lawBook(), {
  ...asClaimed,
  holds: ({ id }) => id !== retired,
  mandated: (_, { id }) => id === 'represented',
});

const received = aBirthCase('received');
const numbered = aBirthCase('numbered');
const registered = aBirthCase('registered');
const drafted = aBirthCase('drafted');
const signed = aBirthCase('signed');
const sealed = aBirthCase('sealed');
const published = aBirthCase('published');

const registering = (story: Story): Told => [story, order('RegisterBirth', { holder: caseOfEvents(story) })];
const filing = (other: Partial<Declaration>): Told => [[], apply(other)];
const filingFor = (child: Readonly<{ surname: string; given: string }>): Told => [
  [],
  order('Apply', {
    declaration: aDeclaration(),
    personal: { ...aFamily, child: { name: { surname: child.surname, given: child.given } } },
  }),
];
const living = (residence: 'temporary' | 'none'): Partial<Declaration> => {
  const parent = { known: true, residesIn: commune, residence, foreign: false } as const;
  return { mother: parent, father: parent };
};

const receiving = order('ReceiveDossier', { leg: 'birth', agency: commune });
const numbering = order('RequestPersonalNumber', {});
const asking = order('RequestSupplement', { leg: 'birth', items: ['birth-notice'], cause: 'incomplete' });
const supplying = (on: string) => order('ProvideSupplement', { leg: 'birth', items: ['birth-notice'] }, { at: at(on) });
const incomplete = after(received, [asking]);
const apologising = (on: string) =>
  order('SendApology', { span: 'whole', cause: 'late', newDate: day('2023-07-20') }, { at: at(on) });
const missing = order('RecordMissedDeadline', {
  deadline: 'whole/2023-07-18',
  dueOn: day('2023-07-18'),
  duty: 'group',
});
const replacing = (cause: string) => order('ReplacePersonalNumber', { cause, index: 'number-2', personal: {} });
const correcting = order('RegisterCorrection', { fields: ['child.name'], registeredOn: day('2023-07-12') });
const cardIssued = answer('issue-card#1', { outcome: 'issued', issuedOn: '2023-07-12' });
const issuing = order('IssueCard', { issuedOn: day('2023-07-12'), personal: {} });
const acknowledging = order('RecordRequestAcknowledged', {
  request: 'issue-card#1',
  receivedAt: at('2023-07-12'),
  reference: 'VSS-1',
});

const inAnotherHome = { lodging: { with: 'parents', owned: 'not-own', place: 'ordinary' } } as const;
const lodging = aBirthCase('published', { declaration: inAnotherHome });
const consent = (from: 'owner' | 'household-head', mode = 'form') => order('RecordConsent', { from, mode });
const residenceReceived = order('ReceiveDossier', { leg: 'residence', agency: commune }, { by: 'police' });
const deciding = order('DecideResidence', { decision: 'register', entry: 'R-1', registeredOn: day('2023-07-12') });

const verifying = (on: string): Told => {
  const moment = at(on);
  const file = order('ReceiveDossier', { leg: 'residence', agency: commune }, { by: 'police', at: moment });
  const story = after(aBirthCase('published', { on }), [file]);
  return [story, order('OpenVerification', { cause: 'conditions' }, { at: moment })];
};

const september = at('2026-09-07');
const identity = (legs: Declaration['legs']): Story =>
  aBirthCase('published', { on: '2026-09-07', declaration: { legs } });
const forwarding = order('ForwardIdentityCard', {}, { at: september });

const escalating = order('Escalate', { about: 'case', cause: 'asked' });
const takingUp = order('TakeUp', { about: 'case' });
const handingBack = order('HandBack', { about: 'case' });
const aliasing = order('RecordAlias', { system: 'portal', code: 'G22.99.08-1' });
const inNameOf = (id: string) => ({
  ...order('RecordFee', { amount: 8_000, purpose: 'copy' }),
  onBehalfOf: { id, role: 'applicant' },
});

const rules: Readonly<Record<BirthReason, Tested>> = {
  ServiceNotYetOpen: {
    act: '01/2022/TT-BTP',
    refused: [[], apply({}, { at: at('2022-02-17') })],
    accepted: filing({}),
  },
  CaseNotOpened: { act: '60/2014/QH13', refused: [[], receiving], accepted: [aBirthCase('applied'), receiving] },
  CaseIsClosed: { act: '60/2014/QH13', refused: [aBirthCase('closed'), numbering], accepted: [received, numbering] },
  CaseAlreadyOpened: { act: '60/2014/QH13', refused: [received, apply()], accepted: filing({}) },
  RoleNotEntitled: {
    act: '60/2014/QH13',
    refused: [registered, order('DraftExtract', {}, { by: 'applicant' })],
    accepted: [registered, order('DraftExtract', {}, { by: 'officer' })],
  },
  OfficeNotHeld: {
    act: '60/2014/QH13',
    refused: [registered, order('DraftExtract', {}, { by: { ...actors.officer, id: retired } })],
    accepted: [registered, order('DraftExtract', {}, { by: 'officer' })],
  },
  OutsideJurisdiction: {
    act: '60/2014/QH13',
    refused: [registered, order('DraftExtract', {}, { by: { ...actors.officer, unit: elsewhere } })],
    accepted: [registered, order('DraftExtract', {}, { by: 'officer' })],
  },

  MandateMissing: {
    act: '60/2014/QH13',
    refused: [received, inNameOf('somebody-else')],
    accepted: [received, inNameOf('represented')],
  },

  BornInFuture: {
    act: '60/2014/QH13',
    refused: filing({ bornOn: day('2023-07-13') }),
    accepted: filing({ bornOn: day('2023-07-12') }),
  },
  ChannelNotOpen: {
    act: '2084/VPCP-KSTT',
    refused: filing({ channel: 'vneid' }),
    accepted: filing({ channel: 'national-portal' }),
  },
  LegsNotOnOffer: {
    act: '2084/VPCP-KSTT',
    refused: filing({ legs: ['birth'] }),
    accepted: filing({ legs: ['birth', 'card'] }),
  },
  OutOfScope: {
    act: '123/2015/NĐ-CP',
    refused: filing({ speciality: 'foundling' }),
    accepted: filing({ speciality: null }),
  },
  ProofOfBirthMissing: {
    act: '60/2014/QH13',
    refused: filing({ bornAt: 'home', proof: { kind: 'none' } }),
    accepted: filing({ bornAt: 'home', proof: { kind: 'pledge' } }),
  },
  NameNotPermitted: {
    act: '91/2015/QH13',
    refused: filingFor({ surname: 'Nguyễn', given: 'An 2' }),
    accepted: filingFor({ surname: 'Nguyễn', given: 'Y Blŏng' }),
  },
  ContentConflict: {
    act: '04/2020/TT-BTP',
    refused: filingFor({ surname: 'Lê', given: 'An' }),
    accepted: filingFor({ surname: 'Trần', given: 'An' }),
  },
  WrongAuthority: {
    act: '60/2014/QH13',
    refused: filing({ authorities: { birth: elsewhere, residence: commune } }),
    accepted: filing({ authorities: { birth: commune, residence: elsewhere } }),
  },
  NoLawfulPlace: { act: '68/2020/QH14', refused: filing(living('none')), accepted: filing(living('temporary')) },
  PlaceBanned: {
    act: '68/2020/QH14',
    refused: filing({ lodging: { with: 'parents', owned: 'own', place: 'demolition-decision' } }),
    accepted: filing({ lodging: { with: 'parents', owned: 'own', place: 'ordinary' } }),
  },

  LegNotChosen: {
    act: '2084/VPCP-KSTT',
    refused: [
      aBirthCase('published', { declaration: { ...inAnotherHome, legs: ['birth', 'card'] } }),
      consent('owner'),
    ],
    accepted: [lodging, consent('owner')],
  },
  LegHasEnded: {
    act: '60/2014/QH13',
    refused: [after(published, [cardIssued]), issuing],
    accepted: [after(published, [acknowledging]), issuing],
  },
  ApologyTooLate: {
    act: '61/2018/NĐ-CP',
    refused: [received, apologising('2023-07-18')],
    accepted: [received, apologising('2023-07-17')],
  },
  ApologySentAlready: {
    act: '61/2018/NĐ-CP',
    refused: [after(received, [apologising('2023-07-17')]), apologising('2023-07-18')],
    accepted: [received, apologising('2023-07-17')],
  },
  ResultNotReady: {
    act: '2084/VPCP-KSTT',
    refused: [sealed, order('DeliverResult', { leg: 'birth', channel: 'desk' })],
    accepted: [published, order('DeliverResult', { leg: 'birth', channel: 'desk' })],
  },
  DeadlineMissedAlready: {
    act: '61/2018/NĐ-CP',
    refused: [after(received, [missing]), missing],
    accepted: [received, missing],
  },
  NotEscalated: {
    act: '61/2018/NĐ-CP',
    refused: [received, order('GiveGuidance', { about: 'case', guidance: 'ask-again' })],
    accepted: [
      after(received, [order('Escalate', { about: 'case', cause: 'asked' })]),
      order('GiveGuidance', { about: 'case', guidance: 'ask-again' }),
    ],
  },

  EscalatedAlready: {
    act: '61/2018/NĐ-CP',
    refused: [after(received, [escalating]), escalating],
    accepted: [received, escalating],
  },
  LookedAfterAlready: {
    act: '61/2018/NĐ-CP',
    refused: [after(received, [escalating, takingUp]), takingUp],
    accepted: [after(received, [escalating]), takingUp],
  },
  NotLookedAfter: {
    act: '61/2018/NĐ-CP',
    refused: [after(received, [escalating]), handingBack],
    accepted: [after(received, [escalating, takingUp]), handingBack],
  },
  AliasKnownAlready: {
    act: '61/2018/NĐ-CP',
    refused: [after(received, [aliasing]), aliasing],
    accepted: [received, aliasing],
  },

  DossierAlreadyReceived: {
    act: '61/2018/NĐ-CP',
    refused: [received, receiving],
    accepted: [aBirthCase('applied'), receiving],
  },
  DossierNotReceived: {
    act: '61/2018/NĐ-CP',
    refused: [aBirthCase('applied'), numbering],
    accepted: [received, numbering],
  },
  SupplementPending: {
    act: '61/2018/NĐ-CP',
    refused: [incomplete, numbering],
    accepted: [after(incomplete, [supplying('2023-07-12')]), numbering],
  },
  NoSupplementPending: {
    act: '61/2018/NĐ-CP',
    refused: [received, supplying('2023-07-12')],
    accepted: [incomplete, supplying('2023-07-12')],
  },
  SupplementOverdue: {
    act: '61/2018/NĐ-CP',
    refused: [incomplete, supplying('2023-07-24')],
    accepted: [incomplete, supplying('2023-07-21')],
  },
  SupplementNotOverdue: {
    act: '61/2018/NĐ-CP',
    refused: [incomplete, order('RefuseBirth', { cause: 'SupplementOverdue' }, { at: at('2023-07-21') })],
    accepted: [incomplete, order('RefuseBirth', { cause: 'SupplementOverdue' }, { at: at('2023-07-24') })],
  },

  BirthAlreadyRegistered: { act: '60/2014/QH13', refused: registering(registered), accepted: registering(numbered) },
  BirthAlreadyRefused: {
    act: '60/2014/QH13',
    refused: registering([...numbered, { type: 'BirthRefused', cause: 'ContentConflict' }]),
    accepted: registering(numbered),
  },
  RegistrationUnderWay: {
    act: '60/2014/QH13',
    refused: registering(after(numbered, [registering(numbered)[1]])),
    accepted: registering(numbered),
  },
  AlreadyClaimed: {
    act: '60/2014/QH13',
    refused: [numbered, order('RegisterBirth', { holder: 'the-mother-s-own-filing' })],
    accepted: registering(numbered),
  },
  PersonalNumberPending: { act: '3160/BTP-CNTT', refused: registering(received), accepted: registering(numbered) },
  PersonalNumberAssignedAlready: {
    act: '3160/BTP-CNTT',
    refused: [numbered, numbering],
    accepted: [received, numbering],
  },
  PersonalNumberNotAssigned: {
    act: '59/2021/TT-BCA',
    refused: [received, replacing('wrong-at-entry')],
    accepted: [numbered, replacing('wrong-at-entry')],
  },
  GroundNotListed: {
    act: '59/2021/TT-BCA',
    refused: [numbered, replacing('a-luckier-number')],
    accepted: [numbered, replacing('birth-year-corrected')],
  },
  BirthNotRegistered: { act: '60/2014/QH13', refused: [numbered, correcting], accepted: [registered, correcting] },

  ExtractUnderWay: {
    act: '60/2014/QH13',
    refused: [drafted, order('DraftExtract', {})],
    accepted: [registered, order('DraftExtract', {})],
  },
  ExtractNotDrafted: {
    act: '60/2014/QH13',
    refused: [registered, order('SignExtract', {})],
    accepted: [drafted, order('SignExtract', {})],
  },
  ExtractNotSigned: {
    act: '01/2022/TT-BTP',
    refused: [drafted, order('SealExtract', {})],
    accepted: [signed, order('SealExtract', {})],
  },
  ExtractNotSealed: {
    act: '01/2022/TT-BTP',
    refused: [signed, order('PublishExtract', {})],
    accepted: [sealed, order('PublishExtract', {})],
  },
  ExtractNotIssued: {
    act: '01/2022/TT-BTP',
    refused: [sealed, order('RecallExtract', { cause: 'wrong-data' })],
    accepted: [published, order('RecallExtract', { cause: 'wrong-data' })],
  },
  SignerIsDrafter: {
    act: '60/2014/QH13',
    refused: [drafted, order('SignExtract', {}, { by: { ...actors.leader, id: actors.officer.id } })],
    accepted: [drafted, order('SignExtract', {})],
  },
  ExtractNotPublished: {
    act: '01/2022/TT-BTP',
    refused: [sealed, residenceReceived],
    accepted: [published, residenceReceived],
  },

  ConsentMissing: {
    act: '68/2020/QH14',
    refused: [after(lodging, [consent('owner'), residenceReceived]), deciding],
    accepted: [after(lodging, [consent('owner'), consent('household-head'), residenceReceived]), deciding],
  },
  ConsentNotNeeded: {
    act: '68/2020/QH14',
    refused: [published, consent('owner')],
    accepted: [lodging, consent('owner')],
  },
  ConsentGivenAlready: {
    act: '68/2020/QH14',
    refused: [after(lodging, [consent('owner')]), consent('owner')],
    accepted: [lodging, consent('owner')],
  },
  ConsentModeUnknown: {
    act: '68/2020/QH14',
    refused: [lodging, consent('owner', 'by-telephone')],
    accepted: [lodging, consent('owner', 'police-enquiry')],
  },
  VerificationForbidden: { act: '58/2026/NĐ-CP', refused: verifying('2026-07-01'), accepted: verifying('2026-06-30') },
  RequestUnderWay: {
    act: '61/2018/NĐ-CP',
    refused: [published, order('ForwardCard', {})],
    accepted: [
      after(published, [answer('issue-card#1', { outcome: 'returned', field: 'child.name' })]),
      order('ForwardCard', {}),
    ],
  },
  EarlierLegOpen: {
    act: '301/2026/NĐ-CP',
    refused: [identity(['birth', 'residence', 'identity-card']), forwarding],
    accepted: [
      after(identity(['birth', 'identity-card']), [
        answer('issue-identity-card#1', { outcome: 'system-maintenance' }, { at: september }),
      ]),
      forwarding,
    ],
  },

  RequestUnknown: {
    act: '61/2018/NĐ-CP',
    refused: [published, order('RecordRequestSent', { request: 'issue-card#2', attempt: 1 })],
    accepted: [published, order('RecordRequestSent', { request: 'issue-card#1', attempt: 1 })],
  },
  RequestAnsweredAlready: {
    act: '61/2018/NĐ-CP',
    refused: [after(published, [cardIssued]), cardIssued],
    accepted: [published, cardIssued],
  },
  RequestStillRunning: {
    act: '61/2018/NĐ-CP',
    refused: [published, order('ResyncStatus', { request: 'issue-card#1' })],
    accepted: [
      after(published, [
        order('RecordRequestGivenUp', { request: 'issue-card#1', why: 'unreachable', lookFor: 'VSS-1' }),
      ]),
      order('ResyncStatus', { request: 'issue-card#1' }),
    ],
  },
};

const put = ([story, command]: Told) => decider.decide(command, fold(decider, story));

describe('each reason to refuse', () => {
  for (const [reason, { act, refused, accepted }] of Object.entries(rules)) {
    it(`${reason}: ${refused[1].type} is refused on ${act}`, () => {
      const decided = put(refused);
      const refusals = E.isLeft(decided) ? decided.left : [];
      expect(refusals.map((each) => [each.reason, each.citations[0].act])).toContainEqual([reason, act]);
    });

    it(`${reason} stands in nobody’s way who keeps the rule: ${accepted[1].type}`, () => {
      const decided = put(accepted);
      expect(E.isLeft(decided) ? decided.left : []).toEqual([]);
    });
  }
});
