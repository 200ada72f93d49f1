/** The special situations of a death (các trường hợp đặc biệt): what the rules make of each, on the days when rulebooks change. */
import {
  aDeathCase,
  aDeathDeclaration,
  afterDeath,
  at,
  caseOfEvents,
  commune,
  deathAnswer,
  deathApply,
  deathOrder,
  insuranceOffice,
  meritOffice,
  someSurvivors,
  specify,
  survivorsOfOneSum,
  theDeathCase,
} from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { fold } from '../../kernel/index.js';
import { day } from '../../values/plain-date.js';
import type { DeathDeclaration, DeathEvent, FuneralClaim } from './events.js';
import { outcomeOf, unpaidIn } from './state.js';

const given = specify(theDeathCase);
const stateOf = (events: readonly DeathEvent[]) => fold(theDeathCase, events);
const typesOf = (events: readonly DeathEvent[]) => events.map(({ type }) => type);
const asked = (events: readonly DeathEvent[]) =>
  events.flatMap((event) => (event.type === 'RequestIntended' ? [event.request] : []));
const told = <T extends DeathEvent['type']>(events: readonly DeathEvent[], type: T) =>
  events.filter((event): event is Extract<DeathEvent, { type: T }> => event.type === type);
const outcomesOf = (events: readonly DeathEvent[]) => told(events, 'CaseClosed')[0]?.outcome;

const bundleOfTwo: Partial<DeathDeclaration> = { legs: ['death', 'residence'], funeral: null };
const claims = (classes: FuneralClaim['classes'], other: Partial<FuneralClaim> = {}): FuneralClaim => ({
  classes,
  classFacts: {},
  meritAllowance: null,
  ...other,
});
const payees = (funeral: string) => ({ death: commune, residence: commune, funeral, survivor: insuranceOffice });

const publishing = (on: string) => {
  const manner = { at: at(on) };
  return [
    deathOrder('DraftExtract', {}, manner),
    deathOrder('SignExtract', {}, manner),
    deathOrder('SealExtract', {}, manner),
    deathOrder('PublishExtract', {}, manner),
  ];
};
const deleted = deathAnswer('delete-residence#1', { outcome: 'deleted', entry: 'R-1', deletedOn: '2025-08-12' });
const decidedBy = (payer: 'insurance' | 'social' | 'merit', amount?: number) =>
  deathAnswer(`decide-${payer}-funeral#1`, {
    outcome: 'decided',
    decisionNo: 'QD-1',
    decidedOn: '2025-08-12',
    ...(amount === undefined ? {} : { amount }),
  });
const paid = (request: string, amount: number) =>
  deathAnswer(request, { outcome: 'paid', amount, channel: 'bank', paidOn: '2025-08-12' });
const failed = (request: string) => deathAnswer(request, { outcome: 'failed', reason: 'AccountUnknown' });
const insuranceFuneral = 23_400_000;

describe('the bundle', () => {
  it('of two closes with the deletion, and asks nobody for money', () => {
    const events = afterDeath(aDeathCase('published', { declaration: bundleOfTwo }), [deleted]);
    expect(outcomesOf(events)).toEqual({ death: 'done', residence: 'done' });
    expect(asked(events).filter((request) => request.startsWith('decide-'))).toEqual([]);
  });
  it('of three closes when the money came, not when it was decided', () => {
    const decided = afterDeath(aDeathCase('published'), [deleted, decidedBy('insurance')]);
    expect(typesOf(decided)).not.toContain('CaseClosed');
    const events = afterDeath(decided, [paid('pay-funeral#1', insuranceFuneral)]);
    expect(outcomesOf(events)).toEqual({ death: 'done', residence: 'done', funeral: 'done' });
  });
  it('of four is not on offer before decree 63/2024, and the family is told what is', () =>
    given()
      .when(
        deathApply(
          {
            legs: ['death', 'residence', 'funeral', 'survivor'],
            survivors: someSurvivors(),
            diedOn: day('2023-08-09'),
          },
          { at: at('2023-08-12') },
        ),
      )
      .thenRefused({
        reason: 'LegsNotOnOffer',
        remedy: { kind: 'change', at: 'declaration.legs', to: ['death', 'residence', 'funeral'] },
      }));
  it('of four asks for residence and both benefits side by side, once the extract is out', () => {
    const events = aDeathCase('published', {
      declaration: { legs: ['death', 'residence', 'funeral', 'survivor'], survivors: someSurvivors() },
    });
    expect(asked(events)).toEqual(
      expect.arrayContaining([
        'delete-residence#1',
        'decide-insurance-funeral#1',
        'decide-survivor#1',
        'stop-pension#1',
      ]),
    );
  });
});

describe('one leg’s end', () => {
  const aMoment = { at: at('2025-08-12') };
  it('is the end of all where the registration is refused: a later leg is not reached', () => {
    const events = afterDeath(aDeathCase('received'), [deathOrder('RefuseDeath', { cause: 'DeathEvidenceMissing' })]);
    expect(outcomesOf(events)).toEqual({ death: 'refused', residence: 'not-reached', funeral: 'not-reached' });
  });
  it('leaves the registration where the benefit is rejected', () => {
    const rejected = deathAnswer('decide-insurance-funeral#1', { outcome: 'rejected', reason: 'NoEntitlement' });
    const events = afterDeath(aDeathCase('published'), [rejected, deleted]);
    expect(outcomesOf(events)).toEqual({ death: 'done', residence: 'done', funeral: 'refused' });
    expect(stateOf(events).registration.registration.status).toBe('registered');
  });
  it('is reached as well where nothing is there to delete', () => {
    const nothing = deathAnswer('delete-residence#1', { outcome: 'nothing-to-delete', reason: 'deleted-before' });
    expect(outcomesOf(afterDeath(aDeathCase('published', { declaration: bundleOfTwo }), [nothing]))).toEqual({
      death: 'done',
      residence: 'done',
    });
  });
  it('comes by a written notice of its agency, and the others go on', () => {
    const stopped = deathOrder('StopLeg', { leg: 'funeral', cause: 'asked-twice' }, aMoment);
    const events = afterDeath(aDeathCase('published'), [stopped, deleted]);
    expect(outcomesOf(events)).toEqual({ death: 'done', residence: 'done', funeral: 'stopped' });
  });
  it('comes when the family no longer wants it; what the payer decides afterwards pays nothing, and somebody looks', () => {
    const events = afterDeath(aDeathCase('published'), [
      deathOrder('WithdrawLeg', { leg: 'funeral' }),
      decidedBy('insurance'),
    ]);
    expect(typesOf(events)).not.toContain('BenefitDecided');
    expect(told(events, 'Escalated')).toHaveLength(1);
    expect(asked(events)).not.toContain('pay-funeral#1');
  });
  it('cannot be withdrawn once money was decided', () =>
    given(...aDeathCase('decided'))
      .when(deathOrder('WithdrawLeg', { leg: 'funeral' }))
      .thenRefused({ reason: 'LegHasEnded' }));
});

describe('registering', () => {
  const registering = (events: readonly DeathEvent[]) => deathOrder('RegisterDeath', { holder: caseOfEvents(events) });
  const entered = (request: string, locked = true) =>
    deathAnswer(request, { outcome: 'entered', book: '01/2025', number: 7, registeredOn: '2025-08-12', locked });

  it('happens on a hospital’s notice that comes after the form', () => {
    // A form without proof opens no case; where one was opened by the law of its day, the notice mends it.
    const waiting = aDeathCase('received').map((event) =>
      event.type === 'Applied'
        ? { ...event, declaration: { ...event.declaration, evidence: { kind: 'none' as const } } }
        : event,
    );
    const notice = deathOrder('AttachDeathNotice', {
      code: '00031.GBT.40001.25',
      signed: true,
      form: '05',
      issuedOn: day('2025-08-09'),
    });
    given(...waiting)
      .when(registering(waiting))
      .thenRefused({ reason: 'DeathEvidenceMissing' });
    given(...waiting, ...afterDeath(waiting, [notice]).slice(waiting.length))
      .when(registering(waiting))
      .thenTypes('RequestIntended');
  });
  for (const [issuedOn, outdated] of [
    ['2025-06-30', false],
    ['2025-07-01', true],
  ] as const)
    it(`takes a notice on the old form of ${issuedOn} ${outdated ? 'with a warning' : 'as it should be'}`, () => {
      const notice = { code: '00031.GBT.40001.25', signed: true, form: 'annex-I', issuedOn: day(issuedOn) };
      given(...aDeathCase('received'))
        .when(deathOrder('AttachDeathNotice', notice))
        .then({ type: 'DeathNoticeAttached', ...notice, outdated });
    });
  it('waits while book and population database disagree, and goes by the book', () => {
    const received = aDeathCase('received');
    const events = afterDeath(received, [
      registering(received),
      deathAnswer('enter-death#1', { outcome: 'not-entered', reason: 'IdentityMismatch' }),
      deathOrder('ConfirmIdentity', { by: 'book' }),
      registering(received),
      entered('enter-death#2'),
    ]);
    expect(typesOf(events)).toEqual(
      expect.arrayContaining(['IdentityMismatchFound', 'IdentityConfirmed', 'DeathRegistered']),
    );
  });
  it('stands though the person was not locked, and somebody is told', () => {
    const received = aDeathCase('received');
    const events = afterDeath(received, [registering(received), entered('enter-death#1', false)]);
    expect(told(events, 'DeathRegistered')[0]?.locked).toBe(false);
    expect(told(events, 'Escalated')[0]?.cause).toBe('PersonNotLocked');
  });
  it('tells whoever holds something built on the person', () =>
    expect(asked(aDeathCase('registered'))).toEqual(['enter-death#1', 'tell-population#1', 'tell-insurance#1']));

  describe('late', () => {
    const declaration = { diedOn: day('2025-07-01') };
    it('is registering all the same, for a fee', () => {
      const received = aDeathCase('received', { declaration });
      const fee = deathOrder('RecordFee', { amount: 8_000, purpose: 'late' });
      const events = afterDeath(received, [fee, registering(received), entered('enter-death#1')]);
      expect(told(events, 'DeathRegistered')[0]?.late).toBe(true);
    });
    it('costs a poor household nothing', () => {
      const received = aDeathCase('received', { declaration: { ...declaration, feeExempt: 'poor' } });
      given(...received)
        .when(registering(received))
        .thenTypes('RequestIntended');
    });
  });
});

describe('the residence', () => {
  for (const [on, databases] of [
    ['2026-03-14', ['residence']],
    ['2026-03-16', ['residence', 'population']],
  ] as const)
    it(`deleted on ${on} is entered in ${databases.join(' and ')}`, () => {
      const said = { outcome: 'deleted', entry: 'R-1', deletedOn: on };
      const events = afterDeath(aDeathCase('published', { on }), [
        deathAnswer('delete-residence#1', said, { at: at(on) }),
      ]);
      expect(told(events, 'ResidenceDeleted')[0]?.databases).toEqual(databases);
    });
  it('of a person missing in the population database is entered first, by the police, and then deleted', () => {
    const step = (name: string) =>
      deathOrder('RecordProgress', {
        request: 'delete-residence#1',
        step: name,
        reason: 'not-there',
        at: at('2025-08-12'),
      });
    const events = afterDeath(aDeathCase('published'), [step('record-incomplete'), step('record-completed'), deleted]);
    expect(typesOf(events).filter((type) => type.startsWith('Residence'))).toEqual([
      'ResidenceRecordFoundIncomplete',
      'ResidenceRecordCompleted',
      'ResidenceDeleted',
    ]);
    expect(told(events, 'ResidenceRecordFoundIncomplete')[0]?.items).toEqual(['not-there']);
  });
  it('comes back to the commune where the extract is wrong, and is asked for again on the mended one', () => {
    const events = afterDeath(aDeathCase('published'), [
      deathAnswer('delete-residence#1', { outcome: 'returned', field: 'deceased.name' }),
      deathOrder('RegisterCorrection', { fields: ['deceased.name'], registeredOn: day('2025-08-12') }),
      ...publishing('2025-08-12'),
    ]);
    expect(asked(events)).toContain('delete-residence#2');
    expect(outcomeOf(stateOf(events), 'residence')).toBeUndefined();
  });
  it('already deleted is told of a correction', () => {
    const events = afterDeath(aDeathCase('published'), [
      deleted,
      deathOrder('RegisterCorrection', { fields: ['deceased.bornOn'], registeredOn: day('2025-08-12') }),
    ]);
    expect(asked(events)).toEqual(
      expect.arrayContaining(['tell-residence#1', 'tell-population#2', 'tell-insurance#2']),
    );
  });
});

describe('who has a part in the funeral benefit', () => {
  const social = { authorities: payees(commune), funeral: claims(['social-protection']) };
  const deciding = (on: string) =>
    deathOrder(
      'DecideBenefit',
      { leg: 'funeral', decisionNo: 'QD-1', decidedOn: day(on) },
      { by: 'social', at: at(on) },
    );
  const atOffice = (on: string) =>
    afterDeath(aDeathCase('published', { on, declaration: social }), [
      deathOrder('ReceiveDossier', { leg: 'funeral', agency: commune }, { by: 'social', at: at(on) }),
    ]);

  it('before July 2025: the commune gives its opinion, the district decides', () => {
    const on = '2025-06-30';
    given(...atOffice(on))
      .when(deciding(on))
      .thenRefused({ reason: 'EndorsementMissing' });
    const endorsing = deathOrder('EndorseBenefit', { leg: 'funeral', by: 'commune' }, { at: at(on) });
    given(...afterDeath(atOffice(on), [endorsing]))
      .when(deciding(on))
      .thenTypes('BenefitDecided', 'RequestIntended');
  });
  it('since then: the commune alone', () => {
    given(...atOffice('2025-07-01'))
      .when(deciding('2025-07-01'))
      .thenTypes('BenefitDecided', 'RequestIntended');
  });
  it('one who was still insured at work is told that the employer files, and the leg has ended', () => {
    const events = aDeathCase('published', {
      declaration: { funeral: claims(['social-insurance'], { classFacts: { insured: { status: 'insured-active' } } }) },
    });
    expect(told(events, 'BenefitRouted')[0]).toMatchObject({ outcome: 'outside', payers: [] });
    expect(outcomeOf(stateOf(events), 'funeral')).toBe('outside');
  });
  it('a person with merit who drew a pension: social insurance pays the funeral, the merit side its three months beside it', () => {
    const declaration = {
      authorities: payees(insuranceOffice),
      funeral: claims(['social-insurance', 'merit'], {
        classFacts: { insured: { status: 'pensioner' } },
        meritAllowance: 2_789_000,
      }),
    } as const;
    const events = aDeathCase('paid', { declaration });
    expect(told(events, 'BenefitRouted')[0]?.payers).toEqual(expect.arrayContaining(['social-insurance', 'merit']));
    expect(told(events, 'BenefitDecided').map(({ benefit, payer, amount }) => [benefit, payer, amount])).toEqual(
      expect.arrayContaining([
        ['funeral', 'social-insurance', insuranceFuneral],
        ['merit-lump', 'merit', 3 * 2_789_000],
      ]),
    );
    expect(unpaidIn(stateOf(events))).toEqual({});
  });
  it('a veteran: the department of the province, once the commune has endorsed', () => {
    const events = aDeathCase('published', {
      declaration: { authorities: payees(meritOffice), funeral: claims(['veteran']) },
    });
    expect(told(events, 'BenefitRouted')[0]?.payers).toEqual(['merit']);
    expect(asked(events)).toContain('decide-merit-funeral#1');
  });
});

describe('the amount', () => {
  it('is the law’s, with everything that was weighed', () => {
    const events = aDeathCase('decided', {
      declaration: {
        funeral: claims(['social-insurance', 'social-protection'], {
          classFacts: { insured: { status: 'pensioner' } },
        }),
      },
    });
    const [decision] = told(events, 'BenefitDecided');
    expect(decision?.amount).toBe(insuranceFuneral);
    expect(decision?.weighed.map(({ of, outcome }) => [of, outcome])).toEqual([
      ['social-insurance', 'paid'],
      ['social-protection', 'not-paid'],
    ]);
  });
  it('another than the law’s decides nothing, and goes to people', () => {
    const events = afterDeath(aDeathCase('published'), [decidedBy('insurance', insuranceFuneral + 1)]);
    expect(typesOf(events)).not.toContain('BenefitDecided');
    expect(told(events, 'Escalated')).toHaveLength(1);
  });
  it('said twice is decided once', () => {
    given(...afterDeath(aDeathCase('published'), [decidedBy('insurance')]))
      .when(decidedBy('insurance'))
      .thenRefused({ reason: 'RequestAnsweredAlready' });
  });

  describe('of a death in July 2026, decided before decree 335/2026 was known', () => {
    const declaration = { authorities: payees(commune), funeral: claims(['social-protection']) };
    const inAugust = { at: at('2026-08-20') };
    const said = (request: string, answer: Parameters<typeof deathAnswer>[1]) => deathAnswer(request, answer, inAugust);
    const decided = afterDeath(
      aDeathCase('published', { on: '2026-07-14', declaration: { ...declaration, diedOn: day('2026-07-10') } }),
      [
        said('decide-social-funeral#1', { outcome: 'decided', decisionNo: 'QD-1', decidedOn: '2026-08-20' }),
        said('delete-residence#1', { outcome: 'deleted', entry: 'R-1', deletedOn: '2026-08-20' }),
        said('pay-funeral#1', { outcome: 'paid', amount: 10_000_000, channel: 'bank', paidOn: '2026-08-20' }),
      ],
    );
    const toppingUp = (on: string) => deathOrder('TopUpBenefit', { leg: 'funeral' }, { by: 'social', at: at(on) });

    it('is ten million', () => expect(told(decided, 'BenefitDecided')[0]?.amount).toBe(10_000_000));
    it('is not more on the day before', () =>
      given(...decided)
        .when(toppingUp('2026-10-04'))
        .thenRefused({ reason: 'NothingToTopUp' }));
    it('gets 0.8 million more from the day it is known, though the case is closed, and only once', () => {
      const more = afterDeath(decided, [toppingUp('2026-10-05')]);
      expect(told(more, 'BenefitToppedUp')[0]).toMatchObject({ amount: 800_000, confidence: 'inferred' });
      expect(asked(more)).toContain('pay-funeral#2');
      given(...more)
        .when(toppingUp('2026-10-06'))
        .thenRefused({ reason: 'NothingToTopUp' });
    });
  });
});

describe('the money', () => {
  it('is asked for only once somebody is there to take it', () => {
    const decided = afterDeath(aDeathCase('published', { declaration: { payee: null } }), [decidedBy('insurance')]);
    expect(asked(decided)).not.toContain('pay-funeral#1');
    const stated = afterDeath(decided, [deathOrder('StatePayee', { channel: 'cash', personal: {} })]);
    expect(asked(stated)).toContain('pay-funeral#1');
  });
  it('that comes back waits for another account, and is paid once', () => {
    const again = afterDeath(aDeathCase('decided'), [failed('pay-funeral#1')]);
    expect(told(again, 'PaymentFailed')).toHaveLength(1);
    expect(asked(again)).not.toContain('pay-funeral#2');
    const events = afterDeath(again, [
      deathOrder('StatePayee', { channel: 'bank', personal: {} }),
      paid('pay-funeral#2', insuranceFuneral),
    ]);
    expect(told(events, 'BenefitPaid').map(({ amount }) => amount)).toEqual([insuranceFuneral]);
    expect(unpaidIn(stateOf(events))).toEqual({});
  });
  it('paid in two parts is what was decided', () => {
    const half = insuranceFuneral / 2;
    const first = afterDeath(aDeathCase('decided'), [paid('pay-funeral#1', half)]);
    expect(unpaidIn(stateOf(first))).toEqual({ funeral: half });
    expect(asked(first)).toContain('pay-funeral#2');
  });
  it('more than was decided is not taken as paid', () => {
    const events = afterDeath(aDeathCase('decided'), [paid('pay-funeral#1', insuranceFuneral + 1)]);
    expect(typesOf(events)).not.toContain('BenefitPaid');
    expect(told(events, 'Escalated')).toHaveLength(1);
  });
});

describe('what the deceased drew each month', () => {
  for (const [diedOn, stoppedFrom] of [
    ['2025-08-01', '2025-09-01'],
    ['2025-07-31', '2025-08-01'],
  ] as const)
    it(`ends on ${stoppedFrom} after a death on ${diedOn}`, () => {
      const events = afterDeath(aDeathCase('published', { declaration: { diedOn: day(diedOn) } }), [
        deathAnswer('stop-pension#1', { outcome: 'stopped' }),
      ]);
      expect(told(events, 'AllowanceStopped')[0]).toMatchObject({ allowance: 'pension', stoppedFrom });
    });
  it('is stopped on the extract, whatever else the family asked for', () =>
    expect(
      asked(aDeathCase('published', { declaration: { ...bundleOfTwo, allowances: ['merit', 'social'] } })),
    ).toEqual(expect.arrayContaining(['stop-merit-allowance#1', 'stop-social-allowance#1'])));
});

describe('the relatives’ consent to one sum', () => {
  const declaration: Partial<DeathDeclaration> = {
    legs: ['death', 'residence', 'funeral', 'survivor'],
    survivors: survivorsOfOneSum,
  };
  const waiting = aDeathCase('published', { declaration });
  const consenting = (of: string, mode: 'vneid' | 'paper', on = '2025-08-12') =>
    deathOrder('RecordRelativesConsent', { of, mode }, { at: at(on) });

  it('opens the way to the payer when the last of them has confirmed', () => {
    const one = afterDeath(waiting, [consenting('wife', 'vneid')]);
    expect(asked(one)).not.toContain('decide-survivor#1');
    expect(asked(afterDeath(one, [consenting('son', 'vneid')]))).toContain('decide-survivor#1');
  });
  it('runs out after five working days, and is then given by a statement of all', () => {
    const expiring = deathOrder('ExpireConsent', {}, { at: at('2025-08-20') });
    const expired = afterDeath(waiting, [consenting('wife', 'vneid'), expiring]);
    expect(told(expired, 'ConsentExpired')[0]?.missing).toEqual(['son']);
    const events = afterDeath(expired, [consenting('all', 'paper', '2025-08-21')]);
    expect(asked(events)).toContain('decide-survivor#1');
  });
  it('is nobody’s business where the allowance is drawn monthly', () => {
    const monthly = aDeathCase('published', {
      declaration: { legs: ['death', 'residence', 'funeral', 'survivor'], survivors: someSurvivors() },
    });
    expect(asked(monthly)).toContain('decide-survivor#1');
  });
  it('may wait for ever without holding up the other legs', () => {
    const events = afterDeath(waiting, [deleted, decidedBy('insurance'), paid('pay-funeral#1', insuranceFuneral)]);
    expect(outcomeOf(stateOf(events), 'funeral')).toBe('done');
    expect(outcomeOf(stateOf(events), 'survivor')).toBeUndefined();
  });
});

describe('the family files again elsewhere', () => {
  it('while another child’s case holds the claim: the registration is refused, the case is not lost', () =>
    given(...aDeathCase('received'))
      .when(deathOrder('RegisterDeath', { holder: 'the-other-child-s-filing' }))
      .thenRefused({ reason: 'AlreadyClaimed' }));
  it('at the place of death, where no residence is known', () => {
    const { lastResidence: _, ...unknown } = aDeathDeclaration({ placeOfDeath: commune });
    given()
      .when(deathOrder('Apply', { declaration: unknown, personal: {} }))
      .thenTypes('Applied', 'PayeeStated');
  });
});
