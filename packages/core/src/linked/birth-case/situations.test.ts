/** The special situations of a birth (các trường hợp đặc biệt): what the rules make of each, on the days when rulebooks change. */
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
  insuranceOffice,
  order,
  type Setting,
  specify,
  theBirthCase,
} from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { bySuccession } from '../../authority/index.js';
import { fold } from '../../kernel/index.js';
import { lawBook, provision } from '../../law/index.js';
import { day } from '../../values/plain-date.js';
import { birthCase } from './decider.js';
import type { BirthEvent, Parent, Speciality } from './events.js';
import { dueDates } from './scheduling.js';
import { outcomeOf } from './state.js';

const given = specify(theBirthCase);
const stateOf = (events: readonly BirthEvent[]) => fold(theBirthCase, events);
const typesOf = (events: readonly BirthEvent[]) => events.map(({ type }) => type);
const asked = (events: readonly BirthEvent[]) =>
  events.flatMap((event) => (event.type === 'RequestIntended' ? [event.request] : []));

const resident = (residesIn: string, residence: Parent['residence'] = 'permanent'): Parent => ({
  known: true,
  residesIn,
  residence,
  foreign: false,
});
const undetermined: Parent = { known: false, residence: 'none', foreign: false };
const cardReturned = answer('issue-card#1', { outcome: 'returned', field: 'child.name' });
const cardIssued = answer('issue-card#1', { outcome: 'issued', issuedOn: '2023-07-12' });
const correcting = order('RegisterCorrection', { fields: ['child.name'], registeredOn: day('2023-07-12') });
const publishing = [
  order('DraftExtract', {}),
  order('SignExtract', {}),
  order('SealExtract', {}),
  order('PublishExtract', {}),
];

describe('a child born at home', () => {
  for (const kind of ['witness', 'pledge'] as const)
    it(`is registered on a ${kind === 'witness' ? 'witness’s statement' : 'signed pledge'}`, () => {
      given()
        .when(apply({ bornAt: 'home', proof: { kind } }))
        .thenTypes('Applied');
      expect(
        stateOf(aBirthCase('closed', { declaration: { bornAt: 'home', proof: { kind } } })).application.phase,
      ).toBe('closed');
    });

  it('without any proof is told that a pledge is enough', () =>
    given()
      .when(apply({ bornAt: 'home', proof: { kind: 'none' } }))
      .thenRefused({
        reason: 'ProofOfBirthMissing',
        remedy: { kind: 'change', at: 'declaration.proof', to: { kind: 'pledge' } },
      }));
});

describe('a child whose father is not determined', () => {
  const { father: _, ...withoutFather } = aFamily;
  const filed = (surname: string) =>
    order('Apply', {
      declaration: aDeclaration({ father: undetermined, married: false }),
      personal: { ...withoutFather, child: { name: { surname, given: 'An' }, ethnicity: 'Kinh' } },
    });

  it('takes the mother’s surname', () => given().when(filed('Trần')).thenTypes('Applied'));
  it('takes no other', () =>
    given()
      .when(filed('Nguyễn'))
      .thenRefused({ reason: 'ContentConflict', facts: { fields: ['surname'] } }));
});

describe('parents who reside in different communes', () => {
  const apart = { mother: resident(commune), father: resident(elsewhere) };

  it('may register the birth in either', () => {
    given()
      .when(apply({ ...apart, authorities: { birth: commune } }))
      .thenTypes('Applied');
    given()
      .when(apply({ ...apart, authorities: { birth: elsewhere } }))
      .thenTypes('Applied');
  });

  it('both agree to whose place the child joins', () => {
    const lodging = { with: 'mother', owned: 'own', place: 'ordinary' } as const;
    const story = aBirthCase('published', { declaration: { ...apart, lodging } });
    expect(asked(story)).not.toContain('register-residence#1');
    given(...story)
      .when(order('RecordConsent', { from: 'parent', mode: 'form' }))
      .then({ type: 'ConsentRecorded', from: 'parent' }, { type: 'RequestIntended', request: 'register-residence#1' });
  });
});

describe('parents without permanent residence', () => {
  it('register the child at their temporary place', () =>
    given()
      .when(apply({ mother: resident(commune, 'temporary'), father: undetermined }))
      .thenTypes('Applied'));

  it('without any residence leave that leg out', () => {
    const nowhere = { mother: resident(commune, 'none'), father: undetermined };
    given()
      .when(apply(nowhere))
      .thenRefused({
        reason: 'NoLawfulPlace',
        remedy: { kind: 'change', at: 'declaration.legs', to: ['birth', 'card'] },
      });
    given()
      .when(apply({ ...nowhere, legs: ['birth', 'card'] }))
      .thenTypes('Applied');
  });
});

describe('a home that is not the parents’ own', () => {
  const lodging = { with: 'parents', owned: 'not-own', place: 'ordinary' } as const;
  const story = aBirthCase('published', { declaration: { lodging } });

  it('waits for owner and head of household; the card does not wait', () =>
    expect(asked(story)).toContain('issue-card#1'));

  for (const mode of ['form', 'online', 'police-enquiry', 'writing'])
    it(`takes their consent by ${mode}`, () => {
      const agreed = after(story, [
        order('RecordConsent', { from: 'owner', mode }),
        order('RecordConsent', { from: 'household-head', mode }),
      ]);
      expect(asked(agreed)).toContain('register-residence#1');
    });

  it('is told which ways there are', () =>
    given(...story)
      .when(order('RecordConsent', { from: 'owner', mode: 'by-telephone' }))
      .thenRefused({ reason: 'ConsentModeUnknown', remedy: { kind: 'change', at: 'mode', to: 'form' } }));

  it('may still be agreed to after the time for it ran out', () => {
    const late = after(story, [order('ExpireConsent', { from: 'owner' })]);
    given(...late)
      .when(order('RecordConsent', { from: 'owner', mode: 'writing' }))
      .thenTypes('ConsentRecorded');
  });
});

describe('a child that lives with others than its parents', () => {
  it('needs the parent’s own confirmation', () => {
    const story = aBirthCase('published', {
      declaration: { lodging: { with: 'other', owned: 'own', place: 'ordinary' } },
    });
    given(...story)
      .when(order('ForwardResidence', {}))
      .thenRefused({ reason: 'ConsentMissing', facts: { missing: ['parent'] } });
    given(...story)
      .when(order('RecordConsent', { from: 'parent', mode: 'form' }))
      .thenTypes('ConsentRecorded', 'RequestIntended');
  });
});

describe('an application filed with help', () => {
  it('at a desk elsewhere is still the applicant’s, and goes to the competent commune', () => {
    const helper = {
      ...actors.receptionist,
      unit: elsewhere,
      helpedAt: elsewhere,
      receivedAt: elsewhere,
      competent: commune,
    };
    const filed = apply({}, { by: helper, onBehalfOf: actors.applicant });
    given().when(filed).thenTypes('Applied');
    given(...aBirthCase('applied'))
      .when(order('ReceiveDossier', { leg: 'birth', agency: elsewhere }, { by: helper }))
      .thenRefused({ reason: 'WrongAuthority', remedy: { kind: 'change', at: 'agency', to: commune } });
    given(...aBirthCase('applied'))
      .when(order('ReceiveDossier', { leg: 'birth', agency: commune }, { by: helper }))
      .thenTypes('DossierReceived', 'AppointmentNotified');
  });
});

describe('legs', () => {
  it('could not be left out but one in 2023', () =>
    given()
      .when(apply({ legs: ['birth'] }))
      .thenRefused({
        reason: 'LegsNotOnOffer',
        act: '2084/VPCP-KSTT',
        remedy: { kind: 'change', at: 'declaration.legs', to: ['birth', 'card'] },
      }));

  it('are chosen freely since July 2024', () => {
    const born = { bornOn: day('2024-06-25') };
    given()
      .when(apply({ ...born, legs: ['birth'] }, { at: at('2024-06-30') }))
      .thenRefused({ reason: 'LegsNotOnOffer' });
    given()
      .when(apply({ ...born, legs: ['birth'] }, { at: at('2024-07-01') }))
      .thenTypes('Applied');
    expect(
      stateOf(aBirthCase('published', { on: '2024-07-01', declaration: { legs: ['birth'] } })).application.phase,
    ).toBe('closed');
  });

  it('may lie in different provinces, each with its own receipt', () => {
    const authorities = { birth: commune, residence: '00004', card: 'BHXH-0101' };
    const story = after(aBirthCase('published', { declaration: { authorities } }), [
      answer('register-residence#1', { outcome: 'registered', entry: 'R-1', registeredOn: '2023-07-13' }),
      cardIssued,
    ]);
    expect(story.flatMap((event) => (event.type === 'DossierReceived' ? [[event.leg, event.agency]] : []))).toEqual([
      ['birth', commune],
      ['residence', '00004'],
      ['card', 'BHXH-0101'],
    ]);
  });
});

describe('a withdrawal', () => {
  it('of one leg leaves the others', () => {
    const story = after(aBirthCase('received'), [order('WithdrawLeg', { leg: 'residence' })]);
    given(...story)
      .when(order('RecordConsent', { from: 'owner', mode: 'form' }))
      .thenRefused({ reason: 'LegNotChosen' });
    expect(outcomeOf(stateOf(story), 'card')).toBeUndefined();
  });

  it('of the last open leg closes the case', () =>
    given(...after(aBirthCase('published'), [order('WithdrawLeg', { leg: 'residence' })]))
      .when(order('WithdrawLeg', { leg: 'card' }))
      .then(
        { type: 'LegWithdrawn' },
        { type: 'CaseClosed', outcome: { birth: 'done', residence: 'withdrawn', card: 'withdrawn' } },
      ));

  it('does not undo what an agency answers later, but brings it before the support team', () => {
    const story = after(aBirthCase('published'), [order('WithdrawLeg', { leg: 'card' })]);
    given(...story)
      .when(cardIssued)
      .then(
        { type: 'RequestAnswered' },
        { type: 'DossierReceived' },
        { type: 'CardIssued' },
        { type: 'Escalated', cause: 'AnsweredAfterWithdrawal' },
      );
    expect(outcomeOf(stateOf(after(story, [cardIssued])), 'card')).toBe('withdrawn');
  });

  it('asks for no papers of a leg that nobody wants any more', () => {
    const story = after(aBirthCase('published'), [order('WithdrawLeg', { leg: 'residence' })]);
    given(...story)
      .when(answer('register-residence#1', { outcome: 'incomplete', items: ['lodging-proof'] }))
      .thenTypes('RequestAnswered', 'DossierReceived', 'Escalated');
  });

  it('of the whole is open until the register was asked', () => {
    const numbered = aBirthCase('numbered');
    const registering = after(numbered, [order('RegisterBirth', { holder: caseOfEvents(numbered) })]);
    given(...numbered)
      .when(order('WithdrawCase', {}))
      .thenTypes('CaseWithdrawn', 'CaseClosed');
    given(...registering)
      .when(order('WithdrawCase', {}))
      .thenRefused({ reason: 'RegistrationUnderWay' });
    given(...aBirthCase('registered'))
      .when(order('WithdrawCase', {}))
      .thenRefused({ reason: 'BirthAlreadyRegistered' });
  });
});

describe('a later leg', () => {
  it('that is refused leaves the birth registered and the card on its way', () => {
    const story = after(aBirthCase('published'), [
      answer('register-residence#1', { outcome: 'refused', reason: 'NoLawfulPlace' }),
    ]);
    const birth = stateOf(story);
    expect([outcomeOf(birth, 'birth'), outcomeOf(birth, 'residence'), outcomeOf(birth, 'card')]).toEqual([
      'done',
      'refused',
      undefined,
    ]);
    given(...story)
      .when(cardIssued)
      .then(
        { type: 'RequestAnswered' },
        { type: 'DossierReceived' },
        { type: 'CardIssued' },
        { type: 'CaseClosed', outcome: { birth: 'done', residence: 'refused', card: 'done' } },
      );
  });

  it('is not reached when the birth is refused', () =>
    given(...aBirthCase('received'))
      .when(order('RefuseBirth', { cause: 'ContentConflict' }))
      .then(
        { type: 'BirthRefused' },
        { type: 'CaseClosed', outcome: { birth: 'refused', residence: 'not-reached', card: 'not-reached' } },
      ));

  it('answered in words nobody expected is brought before the support team, and may be asked again', () => {
    const story = after(aBirthCase('published'), [answer('issue-card#1', { outcome: 'system-maintenance' })]);
    expect(story.at(-1)).toMatchObject({ type: 'Escalated', about: 'issue-card#1', cause: 'system-maintenance' });
    given(...story)
      .when(order('ForwardCard', {}))
      .then({ type: 'RequestIntended', request: 'issue-card#2' });
  });
});

describe('a card returned upstream', () => {
  const returned = after(aBirthCase('published'), [cardReturned]);

  it('refuses nobody: the leg waits', () => expect(outcomeOf(stateOf(returned), 'card')).toBeUndefined());

  it('is asked for anew once the entry is corrected and a new certificate is out', () => {
    const corrected = after(returned, [correcting, ...publishing]);
    expect(typesOf(corrected).slice(-3)).toEqual(['ExtractPublished', 'ExtractReplaced', 'RequestIntended']);
    expect(asked(corrected)).toContain('issue-card#2');
    expect(asked(corrected)).not.toContain('register-residence#2');
    const issued = after(corrected, [answer('issue-card#2', { outcome: 'issued', issuedOn: '2023-07-14' })]);
    expect(outcomeOf(stateOf(issued), 'card')).toBe('done');
  });
});

describe('a correction', () => {
  it('after issue is told to residence, insurance and the population database', () =>
    given(...aBirthCase('closed'))
      .when(correcting)
      .then(
        { type: 'CorrectionRegistered' },
        { type: 'RequestIntended', purpose: 'tell-residence' },
        { type: 'RequestIntended', purpose: 'tell-insurance' },
        { type: 'RequestIntended', purpose: 'tell-population' },
      ));

  it('after the close brings a new certificate, which replaces the first and reopens nothing', () => {
    const story = after(aBirthCase('closed'), [correcting, ...publishing]);
    expect(typesOf(story).slice(-2)).toEqual(['ExtractPublished', 'ExtractReplaced']);
    expect(stateOf(story).application.phase).toBe('closed');
  });

  it('is what a second certificate is drawn up for, and nothing else', () =>
    given(...aBirthCase('published'))
      .when(order('DraftExtract', {}))
      .thenRefused({ reason: 'ExtractUnderWay' }));
});

describe('a certificate on paper', () => {
  const onPaper = after(aBirthCase('drafted'), [order('IssueExtractOnPaper', {})]);

  it('ends the birth leg; the others wait for the electronic one', () => {
    expect(outcomeOf(stateOf(onPaper), 'birth')).toBe('done');
    expect(asked(onPaper)).not.toContain('issue-card#1');
    given(...onPaper)
      .when(order('ForwardCard', {}))
      .thenRefused({ reason: 'ExtractNotPublished' });
  });

  it('is replaced by the electronic one when signing works again', () =>
    expect(typesOf(after(onPaper, publishing)).slice(-4)).toEqual([
      'ExtractPublished',
      'ExtractReplaced',
      'RequestIntended',
      'RequestIntended',
    ]));

  it('that replaces an electronic one leaves none to begin on', () => {
    const story = after(aBirthCase('published'), [
      cardReturned,
      correcting,
      order('DraftExtract', {}),
      order('IssueExtractOnPaper', {}),
    ]);
    given(...story)
      .when(order('ForwardCard', {}))
      .thenRefused({ reason: 'ExtractNotPublished' });
  });
});

describe('a personal number', () => {
  const asking = after(aBirthCase('received'), [order('RequestPersonalNumber', {})]);
  const held = after(asking, [answer('assign-personal-number#1', { outcome: 'held', reason: 'SuspectedDuplicate' })]);

  it('held back stops no registration', () => {
    expect(stateOf(held).registration.personalNumber).toBe('delayed');
    given(...held)
      .when(order('RegisterBirth', { holder: caseOfEvents(held) }))
      .then({ type: 'RequestIntended', request: 'enter-birth#1' });
  });

  it('that comes after the certificate is told to whoever built on the birth without it', () => {
    const late = after(asking, [
      order('RecordPersonalNumberObstacle', { cause: 'NoAnswer' }),
      order('RegisterBirth', { holder: caseOfEvents(asking) }),
      answer('enter-birth#1', { outcome: 'entered', book: '01/2023', number: 8, registeredOn: '2023-07-12' }),
      ...publishing,
      answer('register-residence#1', { outcome: 'registered', entry: 'R-1', registeredOn: '2023-07-12' }),
      cardIssued,
    ]);
    expect(late).toContainEqual(expect.objectContaining({ type: 'BirthRegistered', withPersonalNumber: false }));
    given(...late)
      .when(answer('assign-personal-number#1', { outcome: 'assigned', index: 'number-1' }))
      .thenTypes('RequestAnswered', 'PersonalNumberAssigned', 'RequestIntended', 'RequestIntended');
  });

  it('is cancelled and replaced on the grounds the law lists, also after the close', () =>
    given(...aBirthCase('closed'))
      .when(order('ReplacePersonalNumber', { cause: 'birth-year-corrected', index: 'number-2', personal: {} }))
      .thenTypes('PersonalNumberReplaced', 'RequestIntended', 'RequestIntended'));
});

describe('a request given up', () => {
  const givenUp = after(aBirthCase('published'), [
    order('RecordRequestGivenUp', { request: 'issue-card#1', why: 'outcome-unknown', lookFor: 'VSS-1' }),
  ]);

  it('is asked again under the first one’s key', () =>
    given(...givenUp)
      .when(order('ResyncStatus', { request: 'issue-card#1' }))
      .then({ type: 'RequestIntended', request: 'issue-card#2', resumes: 'issue-card#1' }));

  it('gives one result, whichever of the two is answered first', () => {
    const resumed = after(givenUp, [order('ResyncStatus', { request: 'issue-card#1' }), cardIssued]);
    given(...resumed)
      .when(answer('issue-card#2', { outcome: 'issued', issuedOn: '2023-07-12' }))
      .thenTypes('RequestAnswered');
    given(...resumed)
      .when(answer('issue-card#2', { outcome: 'rejected', items: [] }))
      .thenTypes('RequestAnswered', 'Escalated');
  });
});

describe('a verification of a child under six at its parents’ place', () => {
  const progress = (on: string) =>
    order(
      'RecordProgress',
      { request: 'register-residence#1', step: 'verifying', reason: 'conditions', at: at(on) },
      { at: at(on) },
    );

  it('was open until 30 June 2026', () =>
    given(...aBirthCase('published', { on: '2026-06-30' }))
      .when(progress('2026-06-30'))
      .thenTypes('RequestProgressed', 'VerificationOpened'));

  it('that the police open all the same since July 2026 is brought before the support team', () =>
    given(...aBirthCase('published', { on: '2026-07-01' }))
      .when(progress('2026-07-01'))
      .then({ type: 'RequestProgressed' }, { type: 'Escalated', cause: 'VerificationForbidden' }));
});

describe('an identity card', () => {
  const legs = ['birth', 'residence', 'identity-card'] as const;

  it('is on offer from 1 September 2026', () => {
    const bornOn = day('2026-08-20');
    given()
      .when(apply({ legs, bornOn }, { at: at('2026-08-31') }))
      .thenRefused({ reason: 'LegsNotOnOffer' });
    given()
      .when(apply({ legs, bornOn }, { at: at('2026-09-01') }))
      .thenTypes('Applied');
  });

  it('is asked for when residence has ended, granted or not', () => {
    const story = aBirthCase('published', { on: '2026-09-07', declaration: { legs } });
    expect(asked(story)).not.toContain('issue-identity-card#1');
    for (const said of [
      { outcome: 'registered', entry: 'R-1', registeredOn: '2026-09-08' },
      { outcome: 'refused', reason: 'NoLawfulPlace' },
    ])
      expect(asked(after(story, [answer('register-residence#1', said, { at: at('2026-09-08') })]))).toContain(
        'issue-identity-card#1',
      );
  });
});

describe('a dossier decided under a later law than it was received under', () => {
  const lawOn = (story: readonly BirthEvent[]) => {
    const { dossier } = stateOf(story).registration;
    return dossier.status === 'awaited' ? undefined : dossier.law.on;
  };
  const refused = (setting: Setting, on: string) =>
    after(aBirthCase('received', setting), [order('RefuseBirth', { cause: 'ContentConflict' }, { at: at(on) })]);

  for (const [receivedOn, decidedOn] of [
    ['2025-06-30', '2025-07-02'],
    ['2026-08-31', '2026-09-03'],
    ['2027-02-28', '2027-03-02'],
  ] as const)
    it(`keeps the law of ${receivedOn}`, () => expect(lawOn(refused({ on: receivedOn }, decidedOn))).toBe(receivedOn));

  it('received on 28 February 2027 is refused twice on the law of 2014, one day later on that of 2026', () => {
    const again = (on: string) => order('RegisterBirth', { holder: 'x' }, { at: at(on) });
    given(...aBirthCase('registered', { on: '2027-02-28' }))
      .when(again('2027-03-02'))
      .thenRefused(
        { reason: 'BirthAlreadyRegistered', act: '60/2014/QH13' },
        { reason: 'AlreadyClaimed', act: '60/2014/QH13' },
      );
    given(...aBirthCase('registered', { on: '2027-03-01' }))
      .when(again('2027-03-02'))
      .thenRefused(
        { reason: 'BirthAlreadyRegistered', act: '03/2026/QH16' },
        { reason: 'AlreadyClaimed', act: '03/2026/QH16' },
      );
  });

  it('of 28 June 2024 keeps four working days, of 1 July has three', () => {
    const whole = (on: string) =>
      dueDates(lawBook(), stateOf(aBirthCase('received', { on }))).find(({ span }) => span === 'whole')?.dueOn;
    expect([whole('2024-06-28'), whole('2024-07-01')]).toEqual(['2024-07-04', '2024-07-04']);
  });

  it('of a commune that was merged is decided by its successor', () => {
    const decider = birthCase(lawBook(), {
      ...bySuccession((code, on) => (code === commune && on >= '2025-07-01' ? [elsewhere] : [])),
      holds: () => true,
    });
    const story = aBirthCase('numbered', { on: '2025-06-30' });
    const successor = { ...actors.officer, unit: elsewhere };
    const register = (on: string) =>
      order('RegisterBirth', { holder: caseOfEvents(story) }, { by: successor, at: at(on) });
    specify(decider)(...story)
      .when(register('2025-07-02'))
      .thenTypes('RequestIntended');
    specify(decider)(...story)
      .when(register('2025-06-30'))
      .thenRefused({ reason: 'OutsideJurisdiction' });
  });
});

describe('a certificate’s signatures', () => {
  const desk = { channel: 'desk', legs: ['birth', 'card'] } as const;

  it('were none in the pilot before 10 July 2023', () =>
    given(...aBirthCase('drafted', { on: '2023-07-07', declaration: desk }))
      .when(order('PublishExtract', {}, { at: at('2023-07-07') }))
      .then({ type: 'ExtractPublished', signed: false }, { type: 'RequestIntended', purpose: 'issue-card' }));

  it('are two since, whenever the file was received', () =>
    given(...aBirthCase('drafted', { on: '2023-07-07', declaration: desk }))
      .when(order('PublishExtract', {}, { at: at('2023-07-10') }))
      .thenRefused({ reason: 'ExtractNotSigned' }, { reason: 'ExtractNotSealed' }));

  it('are given by two people', () =>
    given(...aBirthCase('drafted'))
      .when(order('SignExtract', {}, { by: { ...actors.leader, id: actors.officer.id } }))
      .thenRefused({ reason: 'SignerIsDrafter', act: '60/2014/QH13' }));

  it('that failed and spoiled the document bring it back to the draft', () => {
    const failed = after(aBirthCase('drafted'), [
      order('RecordSigningFailure', { slot: 'leader', cause: 'token-lost', safe: false }),
    ]);
    given(...failed)
      .when(order('SignExtract', {}))
      .thenRefused({ reason: 'ExtractNotDrafted' });
    given(...failed)
      .when(order('DraftExtract', {}))
      .then({ type: 'ExtractDrafted', extract: 2 });
  });
});

describe('births outside the group', () => {
  const book = lawBook();
  const all: Readonly<Record<Speciality, string>> = {
    foundling: 'Birth registration of an abandoned child',
    surrogacy: 'Birth registration after surrogacy',
    'father-acknowledged': 'Birth registration combined with acknowledging a parent',
    'foreign-parent': 'Birth registration with a foreign element',
    'border-area': 'Birth registration in a border area',
    stillbirth: 'Not registered unless the parents ask',
    'collective-household': 'Birth and residence registered separately',
  };

  for (const [speciality, procedure] of Object.entries(all))
    it(`${speciality}: named with the right procedure and desk`, () =>
      given()
        .when(apply({ speciality: speciality as Speciality }))
        .thenRefused({
          reason: 'OutOfScope',
          elsewhere: {
            procedure,
            desk:
              speciality === 'foreign-parent'
                ? 'People’s Committee of the district'
                : 'People’s Committee of the commune',
          },
        }));

  it('a foreign parent goes to the commune since July 2025', () =>
    given()
      .when(apply({ speciality: 'foreign-parent', bornOn: day('2025-06-25') }, { at: at('2025-07-01') }))
      .thenRefused({
        reason: 'OutOfScope',
        act: '120/2025/NĐ-CP',
        elsewhere: { desk: 'People’s Committee of the commune' },
      }));

  it('a child of six is too old, the day before it is not', () => {
    const age =
      book.at({ on: day('2023-07-12'), knownOn: day('2023-07-12') }).row(provision.groupScope)?.value.ageLimitYears ??
      0;
    given()
      .when(apply({ bornOn: day(`${2023 - age}-07-12`) }))
      .thenRefused({ reason: 'OutOfScope' });
    given()
      .when(apply({ bornOn: day(`${2023 - age}-07-13`) }))
      .thenTypes('Applied');
  });

  it('a later card goes to social insurance, and the other legs stay', () =>
    given()
      .when(apply({ firstCard: false, authorities: { birth: commune, residence: commune, card: insuranceOffice } }))
      .thenRefused({
        reason: 'OutOfScope',
        elsewhere: { desk: 'Social-insurance office' },
        remedy: { kind: 'change', at: 'declaration.legs', to: ['birth', 'residence'] },
      }));
});

describe('a birth declared late', () => {
  const lateOn = (bornOn: string) =>
    aBirthCase('registered', { on: '2023-07-12', declaration: { bornOn: day(bornOn) } }).flatMap((event) =>
      event.type === 'BirthRegistered' ? [event.late] : [],
    );

  it('is registered all the same, and marked from the 61st day', () => {
    expect(lateOn('2023-05-13')).toEqual([false]);
    expect(lateOn('2023-05-12')).toEqual([true]);
  });
});
