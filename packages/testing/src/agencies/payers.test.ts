import { atInVietnam, day, dayOf } from '@lienthong/core';
import type { Award } from '@lienthong/core/benefit';
import { E } from '@lienthong/core/fp';
import type { BenefitToPay } from '@lienthong/core/payment';
import { describe, expect, it } from 'vitest';
import { answersIn, askOf, DAY, funeral, none, open, stepsIn, surely, toDecide, toPay } from './asking.js';
import type { Faults } from './index.js';

describe('those who decide on money (cơ quan chi trả)', () => {
  it('social insurance knows no keys: asked twice, it decides twice', async () => {
    const { desks, pass, times } = open();
    const ask = askOf('one', toDecide('social-insurance'));
    await desks['decide-insurance-funeral'].ask(ask)();
    await desks['decide-insurance-funeral'].ask(ask)();
    pass(30 * DAY);
    expect(times('decide-insurance-funeral')).toBe(2);
    expect(desks['decide-insurance-funeral'].find).toBeUndefined();
  });

  it('the merit side can be looked up, and goes through commune and district while there are districts', async () => {
    const { desks, pass, times } = open();
    const ask = askOf('one', toDecide('merit'));
    expect(await desks['decide-merit-funeral'].find?.(ask)()).toEqual(E.right(undefined));
    await desks['decide-merit-funeral'].ask(ask)();
    pass(50 * DAY);
    const came = await desks['decide-merit-funeral'].collect()();
    expect(stepsIn(came)).toEqual(['endorsed-commune', 'endorsed-district']);
    expect(answersIn(came)).toMatchObject([{ outcome: 'decided' }]);
    expect(times('decide-merit-funeral')).toBe(1);
  });

  it('without districts the merit side asks the commune alone, and the commune decides on social support itself', async () => {
    const { desks, pass } = open(none, day('2026-07-06'));
    await desks['decide-merit-funeral'].ask(askOf('one', toDecide('merit')))();
    await desks['decide-social-funeral'].ask(askOf('one', toDecide('social-protection')))();
    pass(50 * DAY);
    expect(stepsIn(await desks['decide-merit-funeral'].collect()())).toEqual(['endorsed-commune']);
    const social = await desks['decide-social-funeral'].collect()();
    expect([stepsIn(social), answersIn(social).length]).toEqual([[], 1]);
  });

  it('says no amount, or the sum it was told', async () => {
    const { desks, pass } = open();
    for (let nth = 0; nth < 30; nth += 1)
      await desks['decide-social-funeral'].ask(askOf(`${nth}`, toDecide('social-protection')))();
    pass(50 * DAY);
    const amounts = answersIn(await desks['decide-social-funeral'].collect()()).map((said) => said['amount']);
    expect(new Set(amounts)).toEqual(new Set([undefined, 18_000_000]));
  });

  it('says no amount where a rate became known between the asking and the decision', async () => {
    const { desks, pass } = open(surely('D15', { decidesLate: 1 }), day('2026-10-03'));
    const asked = { ...toDecide('social-protection'), diedOn: day('2026-08-20') };
    for (let nth = 0; nth < 20; nth += 1) await desks['decide-social-funeral'].ask(askOf(`${nth}`, asked))();
    pass(30 * DAY);
    const said = answersIn(await desks['decide-social-funeral'].collect()());
    expect(said).toHaveLength(20);
    const sinceKnown = said.filter((each) => String(each['decidedOn']) >= '2026-10-05');
    expect(sinceKnown.every((each) => each['amount'] === undefined)).toBe(true);
    expect(sinceKnown.length).toBeGreaterThan(0);
  });

  it('D15: asks for papers once, and rejects where the law gives nothing', async () => {
    const { desks, pass } = open(surely('D15', { papersAsked: 1 }));
    const said = async (key: string, awards: readonly Award[]) => {
      await desks['decide-social-funeral'].ask(askOf(key, { ...toDecide('social-protection'), awards }, 'case'))();
      pass(30 * DAY);
      return answersIn(await desks['decide-social-funeral'].collect()());
    };
    const awards = [funeral('social-protection')];
    expect(await said('one', awards)).toEqual([{ outcome: 'incomplete', items: ['papers-of-the-class'] }]);
    expect(await said('two', awards)).toMatchObject([{ outcome: 'decided' }]);
    expect(await said('three', [])).toEqual([{ outcome: 'rejected', reason: 'NoEntitlement' }]);
  });
});

describe('the payment service (dịch vụ chi trả)', () => {
  const paidOn = async (on: string, content: BenefitToPay, faults: Faults = none): Promise<string> => {
    const { desks, effectsOf, pass } = open(faults, day(on));
    await desks['pay-funeral'].ask(askOf('one', content))();
    pass(90 * DAY);
    return dayOf(effectsOf('pay-funeral')[0]?.at ?? atInVietnam(day('1999-01-01')));
  };

  it('pays in the first days of the next month whoever is listed by the twenty-fifth, others a month later', async () => {
    expect(await paidOn('2023-07-25', toPay('merit'))).toMatch(/^2023-08-0/);
    expect(await paidOn('2023-07-26', toPay('merit'))).toMatch(/^2023-09-0/);
    expect(await paidOn('2023-07-25', toPay('social-protection', { channel: 'cash' }))).toMatch(/^2023-08-(0|1[01])/);
  });

  it('waits for no list where social insurance pays by itself', async () => {
    expect((await paidOn('2023-07-26', toPay('social-insurance'))) <= '2023-08-04').toBe(true);
  });

  it('D15: cash that nobody fetched goes to the next month', async () => {
    const uncollected = surely('D15', { uncollected: 1 });
    expect(await paidOn('2023-07-20', toPay('merit', { channel: 'cash' }), uncollected)).toMatch(/^2023-09-/);
  });

  it('D15: a wrong account comes back with the settling, and the next one is paid', async () => {
    const { desks, pass, times } = open(surely('D15', { wrongAccount: 1 }), day('2023-07-20'));
    await desks['pay-funeral'].ask(askOf('one', toPay('merit'), 'case'))();
    pass(32 * DAY);
    expect(answersIn(await desks['pay-funeral'].collect()())).toEqual([
      { outcome: 'failed', reason: 'AccountUnknown' },
    ]);
    await desks['pay-funeral'].ask(askOf('two', toPay('merit'), 'case'))();
    pass(50 * DAY);
    expect(answersIn(await desks['pay-funeral'].collect()())).toMatchObject([{ outcome: 'paid', amount: 18_000_000 }]);
    expect(times('pay-funeral')).toBe(1);
  });

  it('honours keys: pays once, however often it is asked', async () => {
    const { desks, pass, times } = open();
    for (let time = 0; time < 3; time += 1) await desks['pay-funeral'].ask(askOf('one', toPay('merit')))();
    pass(90 * DAY);
    expect(times('pay-funeral')).toBe(1);
  });
});
