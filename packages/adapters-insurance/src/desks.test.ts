import { memoryInbox, placeOf } from '@lienthong/adapters-http/inbox';
import type { Fault, OutcomeUnknown } from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import type { Ask, Delivery, Desk, Reply } from '@lienthong/core/requests';
import { describe, expect, it } from 'vitest';
import * as sample from './harness/samples.js';
import { DAY, none, openInsurance, storm } from './harness/served.js';

const askOf = <C>(key: string, content: C, caseId = key): Ask<C> => ({ key, caseId, request: 'ask#1', content });
const right = <L, A>(came: Either<L, A>): A => {
  if (E.isLeft(came)) throw new Error(JSON.stringify(came.left));
  return came.right;
};
const kindOf = (came: Either<Fault | OutcomeUnknown, Reply<unknown>>): unknown =>
  E.isLeft(came) ? ('code' in came.left ? came.left.code : came.left.kind) : came.right.kind;
const answersIn = <A>(deliveries: readonly Delivery<A>[]): readonly A[] =>
  deliveries.flatMap(({ reply }) => (reply.kind === 'answered' ? [reply.answer] : []));

/** Asks, waits, fetches, and lets go of what came. */
const roundOf = async <C, A>(desk: Desk<C, A>, content: C, wait: () => void, key = 'one'): Promise<readonly A[]> => {
  const first = right(await desk.ask(askOf(key, content))());
  if (first.kind === 'answered') return [first.answer];
  expect(first.kind).toBe('acknowledged');
  wait();
  const came = right(await desk.collect()());
  expect(right(await desk.collect()()), 'kept until confirmed').toEqual(came);
  right((await desk.confirm?.(came.flatMap(({ receipt }) => receipt ?? []))?.()) ?? E.right(undefined));
  expect(right(await desk.collect()())).toEqual([]);
  return answersIn(came);
};

describe('social insurance over HTTP (bảo hiểm xã hội)', () => {
  it('issues a card, rejects a file that is short, and sends one back that was wrong before', async () => {
    const { desks, pass, close } = openInsurance({ ...none, F15: { ...none.F15, childDataWrong: 1 } });
    const { 'issue-card': cards } = desks.births;
    const later = (): void => void pass(10 * DAY);
    expect(await roundOf(cards, sample.card, later)).toEqual([{ outcome: 'returned', field: 'child.name' }]);
    const short = { ...sample.card, people: {} };
    expect(await roundOf(cards, short, later, 'two')).toMatchObject([
      { outcome: 'rejected', items: ['child', 'mother'] },
    ]);
    const ours = openInsurance();
    const [issued] = await roundOf(ours.desks.births['issue-card'], sample.card, () => void ours.pass(10 * DAY));
    expect(issued).toMatchObject({ outcome: 'issued', cardNumber: expect.stringMatching(/^TE1/) });
    await Promise.all([close(), ours.close()]);
  });

  it('decides on both benefits, pays the survivors and stops the pension', async () => {
    const { desks, pass, times, close } = openInsurance();
    const { deaths } = desks;
    const later = (): void => void pass(60 * DAY);
    expect(await roundOf(deaths['decide-insurance-funeral'], sample.funeral, later)).toMatchObject([
      { outcome: 'decided' },
    ]);
    expect(await roundOf(deaths['decide-survivor'], sample.survivor, later)).toMatchObject([{ outcome: 'decided' }]);
    expect(await roundOf(deaths['pay-survivor'], sample.payment, later)).toMatchObject([
      { outcome: 'paid', amount: 900_000, channel: 'bank' },
    ]);
    expect(await roundOf(deaths['stop-pension'], sample.pension, later)).toEqual([{ outcome: 'stopped' }]);
    expect(times('pay-survivor')).toBe(1);
    await close();
  });

  it('hears of births and of deaths apart, and neither fetches the other’s replies', async () => {
    const { desks, remind, close } = openInsurance();
    const [born, died] = [desks.births['tell-insurance'], desks.deaths['tell-insurance']];
    expect(await roundOf(born, sample.correction, () => undefined, 'birth')).toEqual([{ outcome: 'taken' }]);
    expect(await roundOf(died, sample.death, () => undefined, 'death')).toEqual([{ outcome: 'taken' }]);
    for (const key of ['birth', 'death']) remind('tell-insurance', key);
    expect(right(await born.collect()()).map(({ key }) => key)).toEqual(['birth']);
    expect(right(await died.collect()()).map(({ key }) => key)).toEqual(['death']);
    await close();
  });

  it('acts as often as it is asked: two cards, two decisions, and nothing to look up', async () => {
    const { desks, pass, times, close } = openInsurance();
    const { 'issue-card': cards } = desks.births;
    const { 'decide-insurance-funeral': funerals } = desks.deaths;
    for (let time = 0; time < 2; time += 1) {
      right(await cards.ask(askOf('one', sample.card))());
      right(await funerals.ask(askOf('one', sample.funeral))());
    }
    pass(60 * DAY);
    expect([times('issue-card'), times('decide-insurance-funeral')]).toEqual([2, 2]);
    expect([cards.repeats, cards.find, funerals.find]).toEqual(['neither', undefined, undefined]);
    await close();
  });

  it('tells of a payment that never arrived, and of one that did', async () => {
    const { desks, pass, close } = openInsurance();
    const { 'pay-survivor': pays } = desks.deaths;
    const ask = askOf('one', sample.payment);
    expect(await pays.find?.(ask)()).toEqual(E.right(undefined));
    right(await pays.ask(ask)());
    expect(await pays.find?.(ask)()).toMatchObject(E.right({ kind: 'acknowledged' }));
    pass(30 * DAY);
    expect(await pays.find?.(ask)()).toMatchObject(E.right({ kind: 'answered', answer: { outcome: 'paid' } }));
    await close();
  });

  it.each([
    ['unreachable', 'unreachable'],
    ['loginRefused', 'login-refused'],
    ['busy', 'busy'],
  ] as const)('takes nothing while %s, and says so', async (which, code) => {
    const { desks, pass, times, close } = openInsurance({ ...none, line: { ...none.line, [which]: 1 } });
    expect(kindOf(await desks.births['issue-card'].ask(askOf('one', sample.card))())).toBe(code);
    pass(30 * DAY);
    expect(times('issue-card')).toBe(0);
    await close();
  });

  it.each([
    ['askLost', 0],
    ['replyLost', 1],
  ] as const)('leaves the outcome open when %s, with or without an effect', async (which, effects) => {
    const { desks, pass, times, close } = openInsurance({ ...none, line: { ...none.line, [which]: 1 } });
    expect(kindOf(await desks.births['issue-card'].ask(askOf('one', sample.card))())).toBe('OutcomeUnknown');
    pass(30 * DAY);
    expect(times('issue-card')).toBe(effects);
    await close();
  });

  it('reads from an inbox what it called back', async () => {
    const inbox = memoryInbox();
    const { desks, close } = openInsurance(none, inbox);
    const at = '2023-07-12T03:00:00.000Z';
    const [answer] = sample.cardAnswers;
    const reply = { kind: 'answered', answer, at, receivedAt: at, by: { id: 'x', role: 'insurance-officer' } };
    await inbox.put(placeOf('social-insurance', '/cards'), { key: 'one', reply: reply as unknown as JsonObject })();
    const came = right(await desks.births['issue-card'].collect()());
    expect(came).toMatchObject([{ key: 'one', reply: { kind: 'answered', answer } }]);
    right(
      (await desks.births['issue-card'].confirm?.(came.map(({ receipt }) => receipt ?? ''))()) ?? E.right(undefined),
    );
    expect(await desks.births['issue-card'].collect()()).toEqual(E.right([]));
    await close();
  });
});

describe('the contract and the invented agency', () => {
  it('whatever it says in a storm reads, and all its answers are met', async () => {
    const faults = { ...storm, F8: none.F8, D15: { ...storm.D15, wrongAccount: 0.5 } };
    const { desks, heard, pass, close } = openInsurance(faults);
    const asked: readonly (readonly [Desk<never, { readonly outcome: string }>, readonly unknown[]])[] = [
      [desks.births['issue-card'], [sample.card, { ...sample.card, people: {} }]],
      [desks.births['tell-insurance'], [sample.correction]],
      [desks.deaths['tell-insurance'], [sample.death]],
      [desks.deaths['decide-insurance-funeral'], [sample.funeral, { ...sample.funeral, awards: [] }]],
      [desks.deaths['decide-survivor'], [sample.survivor]],
      [desks.deaths['pay-survivor'], [sample.payment]],
      [desks.deaths['stop-pension'], [sample.pension, { ...sample.pension, people: {} }]],
    ];
    const outcomes = new Set<string>();
    for (let nth = 0; nth < 25; nth += 1) {
      for (const [desk, contents] of asked) {
        for (const [which, content] of contents.entries()) {
          const came = await desk.ask(askOf(`${nth}/${which}`.replace('/', '-'), content as never))();
          if (E.isRight(came) && came.right.kind === 'answered') outcomes.add(came.right.answer.outcome);
        }
      }
    }
    for (let week = 0; week < 20; week += 1) {
      pass(7 * DAY);
      for (const [desk] of asked) {
        const came = right(await desk.collect()());
        for (const { outcome } of answersIn(came)) outcomes.add(outcome);
        await desk.confirm?.(came.flatMap(({ receipt }) => receipt ?? []))();
      }
    }
    expect(heard.filter(({ code }) => code === 'skipped' || code === 'malformed-answer')).toEqual([]);
    const words = ['decided', 'failed', 'incomplete', 'issued', 'not-drawn', 'paid', 'rejected', 'returned'];
    expect([...outcomes].sort()).toEqual([...words, 'stopped', 'taken']);
    await close();
  });
});
