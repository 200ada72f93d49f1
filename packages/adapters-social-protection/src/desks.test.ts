import { day, type Fault, type OutcomeUnknown } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { Ask, Delivery, Desk, Reply } from '@lienthong/core/requests';
import { describe, expect, it } from 'vitest';
import * as sample from './harness/samples.js';
import { DAY, none, openPayers, storm } from './harness/served.js';

const askOf = <C>(key: string, content: C, caseId = key): Ask<C> => ({ key, caseId, request: 'ask#1', content });
const right = <L, A>(came: Either<L, A>): A => {
  if (E.isLeft(came)) throw new Error(JSON.stringify(came.left));
  return came.right;
};
const kindOf = (came: Either<Fault | OutcomeUnknown, Reply<unknown>>): unknown =>
  E.isLeft(came) ? ('code' in came.left ? came.left.code : came.left.kind) : came.right.kind;
const answersIn = <A>(deliveries: readonly Delivery<A>[]): readonly A[] =>
  deliveries.flatMap(({ reply }) => (reply.kind === 'answered' ? [reply.answer] : []));
const stepsIn = (deliveries: readonly Delivery<unknown>[]): readonly string[] =>
  deliveries.flatMap(({ reply }) => (reply.kind === 'progress' ? [reply.step] : []));

/** Asks, waits, fetches twice, and lets go of what came. */
const roundOf = async <C, A>(desk: Desk<C, A>, content: C, wait: () => void, key = 'one') => {
  expect(right(await desk.ask(askOf(key, content))())).toMatchObject({ kind: 'acknowledged' });
  expect(right(await desk.collect()()).filter(({ reply }) => reply.kind === 'answered')).toEqual([]);
  wait();
  const came = right(await desk.collect()());
  expect(right(await desk.collect()()), 'kept until confirmed').toEqual(came);
  right((await desk.confirm?.(came.flatMap(({ receipt }) => receipt ?? []))()) ?? E.right(undefined));
  expect(right(await desk.collect()())).toEqual([]);
  return { answers: answersIn(came), steps: stepsIn(came) };
};

describe('social protection and the merit office over HTTP', () => {
  it('the merit side tells each opinion on the way, then decides', async () => {
    const { desks, pass, times, close } = openPayers();
    const { 'decide-merit-funeral': desk } = desks;
    const { answers, steps } = await roundOf(desk, sample.funeral('merit'), () => void pass(60 * DAY));
    expect(steps).toEqual(['endorsed-commune', 'endorsed-district']);
    expect(answers).toMatchObject([{ outcome: 'decided', decisionNo: '1/QĐ-merit-office' }]);
    expect(times('decide-merit-funeral')).toBe(1);
    await close();
  });

  it('an opinion is heard while the decision is still out', async () => {
    const { desks, pass, close } = openPayers();
    const { 'decide-merit-funeral': desk } = desks;
    right(await desk.ask(askOf('one', sample.funeral('merit')))());
    const heard: (readonly [readonly string[], number])[] = [];
    for (let days = 0; days < 60; days += 1) {
      pass(DAY);
      const came = right(await desk.collect()());
      await desk.confirm?.(came.flatMap(({ receipt }) => receipt ?? []))();
      if (came.length > 0) heard.push([stepsIn(came), answersIn(came).length]);
    }
    expect(heard).toEqual([
      [['endorsed-commune'], 0],
      [['endorsed-district'], 0],
      [[], 1],
    ]);
    await close();
  });

  it('social protection hears the commune first while there are districts, and decides alone afterwards', async () => {
    const before = openPayers();
    const after = openPayers(none, day('2026-07-06'));
    const file = sample.funeral('social-protection');
    const stepsOf = async ({ desks, pass }: typeof before) =>
      (await roundOf(desks['decide-social-funeral'], file, () => void pass(60 * DAY))).steps;
    expect([await stepsOf(before), await stepsOf(after)]).toEqual([['endorsed-commune'], []]);
    await Promise.all([before.close(), after.close()]);
  });

  it('asks for papers once, and rejects where the law gives nothing', async () => {
    const { desks, pass, close } = openPayers({ ...none, D15: { ...none.D15, papersAsked: 1 } });
    const { 'decide-social-funeral': desk } = desks;
    const later = (): void => void pass(60 * DAY);
    const file = sample.funeral('social-protection');
    const { answers } = await roundOf(desk, file, later);
    expect(answers).toEqual([{ outcome: 'incomplete', items: ['papers-of-the-class'] }]);
    const nothing = await roundOf(desk, { ...file, awards: [] }, later, 'two');
    expect(nothing.answers).toEqual([{ outcome: 'rejected', reason: 'NoEntitlement' }]);
    await close();
  });

  it('a file can be looked up: one that never came, one under way, one that is decided', async () => {
    const { desks, pass, close } = openPayers();
    const { 'decide-social-funeral': desk } = desks;
    const ask = askOf('one', sample.funeral('social-protection'));
    expect(await desk.find?.(ask)()).toEqual(E.right(undefined));
    right(await desk.ask(ask)());
    expect(await desk.find?.(ask)()).toMatchObject(E.right({ kind: 'acknowledged' }));
    pass(60 * DAY);
    expect(await desk.find?.(ask)()).toMatchObject(E.right({ kind: 'answered', answer: { outcome: 'decided' } }));
    await close();
  });

  it('both stop an allowance; the one that honours keys once, the other as often as it is asked', async () => {
    const { desks, pass, times, close } = openPayers();
    for (let time = 0; time < 2; time += 1) {
      right(await desks['stop-social-allowance'].ask(askOf('one', sample.allowance))());
      right(await desks['stop-merit-allowance'].ask(askOf('one', sample.allowance))());
    }
    pass(30 * DAY);
    expect([times('stop-social-allowance'), times('stop-merit-allowance')]).toEqual([1, 2]);
    expect([desks['stop-social-allowance'].repeats, desks['stop-merit-allowance'].repeats]).toEqual([
      'keyed',
      'queryable',
    ]);
    expect(desks['stop-social-allowance'].find).toBeUndefined();
    const came = right(await desks['stop-social-allowance'].collect()());
    expect(answersIn(came)).toEqual([{ outcome: 'stopped' }]);
    await close();
  });
});

describe('the payment service over HTTP (dịch vụ chi trả)', () => {
  it('pays both benefits once, however often it is asked', async () => {
    const { desks, pass, times, close } = openPayers();
    const later = (): void => void pass(90 * DAY);
    for (let time = 0; time < 3; time += 1) {
      right(await desks['pay-funeral'].ask(askOf('one', sample.payment('funeral', 'merit')))());
    }
    const { answers } = await roundOf(desks['pay-merit-lump'], sample.payment('merit-lump', 'merit'), later);
    expect(answers).toMatchObject([{ outcome: 'paid', amount: 18_000_000, channel: 'bank' }]);
    expect(answersIn(right(await desks['pay-funeral'].collect()()))).toMatchObject([{ outcome: 'paid' }]);
    expect([times('pay-funeral'), times('pay-merit-lump')]).toEqual([1, 1]);
    await close();
  });

  it('says that money came back, and pays the next time', async () => {
    const { desks, pass, close } = openPayers({ ...none, D15: { ...none.D15, wrongAccount: 1 } });
    const later = (): void => void pass(90 * DAY);
    const { 'pay-funeral': desk } = desks;
    right(await desk.ask(askOf('one', sample.payment('funeral', 'merit'), 'case'))());
    later();
    const came = right(await desk.collect()());
    expect(answersIn(came)).toEqual([{ outcome: 'failed', reason: 'AccountUnknown' }]);
    await desk.confirm?.(came.flatMap(({ receipt }) => receipt ?? []))();
    right(await desk.ask(askOf('two', sample.payment('funeral', 'merit'), 'case'))());
    later();
    expect(answersIn(right(await desk.collect()()))).toMatchObject([{ outcome: 'paid' }]);
    await close();
  });

  it.each([
    ['unreachable', 'unreachable'],
    ['loginRefused', 'login-refused'],
    ['busy', 'busy'],
  ] as const)('takes nothing while %s, and says so', async (which, code) => {
    const { desks, pass, times, close } = openPayers({ ...none, line: { ...none.line, [which]: 1 } });
    expect(kindOf(await desks['pay-funeral'].ask(askOf('one', sample.payment('funeral', 'merit')))())).toBe(code);
    pass(90 * DAY);
    expect(times('pay-funeral')).toBe(0);
    await close();
  });

  it('an answer lost after the effect leaves the outcome open, and asked again under its key it pays no second time', async () => {
    const { desks, pass, times, close } = openPayers({ ...none, line: { ...none.line, replyLost: 1 } });
    const ask = askOf('one', sample.payment('funeral', 'merit'));
    for (let time = 0; time < 2; time += 1) {
      expect(kindOf(await desks['pay-funeral'].ask(ask)())).toBe('OutcomeUnknown');
    }
    pass(90 * DAY);
    expect(times('pay-funeral')).toBe(1);
    await close();
  });
});

describe('the contracts and the invented agencies', () => {
  it('whatever they say in a storm reads, and all their answers are met', async () => {
    const faults = { ...storm, F8: none.F8, D15: { ...storm.D15, wrongAccount: 0.5 } };
    const { desks, heard, pass, close } = openPayers(faults);
    const [social, merit] = [sample.funeral('social-protection'), sample.funeral('merit')];
    const nobody = { ...sample.allowance, people: {} };
    const asked: readonly (readonly [Desk<never, { readonly outcome: string }>, readonly unknown[]])[] = [
      [desks['decide-social-funeral'], [social, { ...social, awards: [] }]],
      [desks['decide-merit-funeral'], [merit, { ...merit, people: {} }]],
      [desks['stop-social-allowance'], [sample.allowance, nobody]],
      [desks['stop-merit-allowance'], [sample.allowance]],
      [desks['pay-funeral'], [sample.payment('funeral', 'social-insurance'), sample.payment('funeral', 'merit')]],
      [desks['pay-merit-lump'], [sample.payment('merit-lump', 'merit')]],
    ];
    const outcomes = new Set<string>();
    const steps = new Set<string>();
    for (let nth = 0; nth < 25; nth += 1) {
      for (const [desk, contents] of asked) {
        for (const [which, content] of contents.entries()) await desk.ask(askOf(`${nth}-${which}`, content as never))();
      }
    }
    for (let week = 0; week < 30; week += 1) {
      pass(7 * DAY);
      for (const [desk] of asked) {
        const came = right(await desk.collect()());
        for (const { outcome } of answersIn(came)) outcomes.add(outcome);
        for (const step of stepsIn(came)) steps.add(step);
        await desk.confirm?.(came.flatMap(({ receipt }) => receipt ?? []))();
      }
    }
    expect(heard.filter(({ code }) => code === 'skipped' || code === 'malformed-answer')).toEqual([]);
    const words = ['decided', 'failed', 'incomplete', 'not-drawn', 'paid', 'rejected', 'stopped'];
    expect([...outcomes].sort()).toEqual(words);
    expect([...steps].sort()).toEqual(['endorsed-commune', 'endorsed-district']);
    await close();
  });
});
