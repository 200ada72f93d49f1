import { atInVietnam, day, type Fault, type Instant, later } from '@lienthong/core';
import type { CardToIssue } from '@lienthong/core/child-health-card';
import { E, type Either } from '@lienthong/core/fp';
import { lawBook, workingCalendar } from '@lienthong/core/law';
import type { Ask, Purpose, Reply } from '@lienthong/core/requests';
import { describe, expect, it } from 'vitest';
import { random } from '../random.js';
import { agencies, type FaultId, type Faults, faultProfiles, officeHours, onlyFaults, virtualClock } from './index.js';

const HOUR = 3_600_000;
const first = atInVietnam(day('2023-07-10'));
const people = {
  child: { name: { surname: 'Nguyễn', given: 'An' } },
  mother: { name: { surname: 'Trần', given: 'Hoa' }, personalNumber: '040190000001' },
};
const bornOn = day('2023-07-03');

const open = (faults: Faults, seed = 'office') => {
  const clock = virtualClock(later(first, 8 * HOUR));
  const shifts = [
    [450, 690],
    [810, 1_020],
  ] as const;
  const law = lawBook();
  const hours = officeHours(workingCalendar(law, day('2023-07-31')), shifts);
  const all = agencies({ clock, hours, faults, random: random(seed), first, law });
  const pass = (ms: number): Instant => {
    clock.moveTo(later(clock.now(), ms));
    return clock.now();
  };
  const births = (purpose: Purpose): number => all.effects().filter((effect) => effect.purpose === purpose).length;
  return { ...all, pass, births };
};

const askOf = <C>(key: string, content: C): Ask<C> => ({ key, caseId: key, request: 'ask#1', content });
const birth = (key: string, birthOrder = 1) =>
  askOf(key, { bornOn, sex: 'female' as const, commune: '16681', birthOrder, people });
const residence = (key: string) =>
  askOf(key, { bornOn, commune: '16681', lodging: 'ordinary', consents: [] as readonly string[], people });
const card = (key: string): Ask<CardToIssue> => askOf(key, { bornOn, commune: '16681', people });

const outcome = (reply: unknown): string | undefined =>
  (reply as Reply<Readonly<{ outcome: string }>>).kind === 'answered'
    ? (reply as Readonly<{ answer: Readonly<{ outcome: string }> }>).answer.outcome
    : undefined;

const none = faultProfiles.none;
/** Every share of a fault raised to certainty. */
const surely = (id: FaultId, change: object): Faults => ({ ...none, [id]: { ...none[id], ...change } });

describe('invented agencies (cơ quan giả lập)', () => {
  it('a register that honours keys enters a birth once, however often it is asked', async () => {
    const { desks, births, pass } = open(none);
    const replies = [];
    for (let time = 0; time < 3; time += 1) replies.push(await desks['enter-birth'].ask(birth('one'))());
    pass(HOUR);
    expect(births('enter-birth')).toBe(1);
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  });

  it('social insurance knows no keys: asked twice, it issues two cards', async () => {
    const { desks, births, pass } = open(none);
    await desks['issue-card'].ask(card('one'))();
    await desks['issue-card'].ask(card('one'))();
    pass(72 * HOUR);
    expect(births('issue-card')).toBe(2);
    expect(desks['issue-card'].find).toBeUndefined();
  });

  it('the population database can be looked up, and gives a second number to whoever does not look', async () => {
    const { desks, births } = open(none);
    const ask = birth('one');
    expect(await desks['assign-personal-number'].find?.(ask)()).toEqual(E.right(undefined));
    await desks['assign-personal-number'].ask(ask)();
    expect(await desks['assign-personal-number'].find?.(ask)()).toMatchObject({
      right: { answer: { outcome: 'assigned' } },
    });
    await desks['assign-personal-number'].ask(ask)();
    expect(births('assign-personal-number')).toBe(2);
  });

  it('a desk works in office hours only, and its answer comes by itself', async () => {
    const { desks, pass } = open(none);
    await desks['register-residence'].ask(residence('one'))();
    pass(0);
    expect(await desks['register-residence'].collect()()).toEqual(E.right([]));
    pass(48 * HOUR);
    const collected = await desks['register-residence'].collect()();
    if (E.isLeft(collected)) throw new Error('nothing came');
    const deliveries = collected.right;
    expect(deliveries.map(({ reply }) => outcome(reply))).toEqual(['registered']);
    const at = deliveries[0]?.reply.kind === 'answered' ? deliveries[0].reply.at : '';
    expect(at > atInVietnam(day('2023-07-10'), 7.5 * HOUR) && at < atInVietnam(day('2023-07-12'), 17 * HOUR)).toBe(
      true,
    );
  });

  it('one birth under two applications is entered once, and the second hears where', async () => {
    const { desks } = open(none);
    const [one, other] = [
      await desks['enter-birth'].ask(birth('one'))(),
      await desks['enter-birth'].ask(birth('two'))(),
    ];
    const said = [one, other].map((reply) => (E.isRight(reply) ? outcome(reply.right) : 'fault'));
    // An entry may take its minutes; then the answer has not come yet.
    expect(said.filter((word) => word === 'entered').length).toBeLessThan(2);
  });
});

describe('faults of the field, one at a time', () => {
  const answerTo = async (faults: Faults, purpose: 'assign-personal-number' | 'register-residence' | 'issue-card') => {
    const { desks, pass } = open(faults);
    const reply =
      purpose === 'assign-personal-number'
        ? await desks[purpose].ask(birth('one'))()
        : purpose === 'register-residence'
          ? await desks[purpose].ask(residence('one'))()
          : await desks[purpose].ask(card('one'))();
    if (E.isLeft(reply)) return reply.left;
    if (reply.right.kind === 'answered') return reply.right.answer;
    pass(14 * 24 * HOUR);
    const late: Either<Fault, readonly Readonly<{ reply: Reply<unknown> }>[]> = await desks[purpose].collect()();
    const replies = E.isRight(late) ? late.right.map((each) => each.reply) : [];
    return replies.flatMap((each) => (each.kind === 'answered' ? [each.answer] : []))[0];
  };

  it('F1: the number comes days late', async () => {
    const { desks, pass } = open(surely('F1', { days: 1 }));
    expect(await desks['assign-personal-number'].ask(birth('one'))()).toMatchObject({
      right: { kind: 'acknowledged' },
    });
    pass(5 * 24 * HOUR);
    expect(await desks['assign-personal-number'].collect()()).toMatchObject({
      right: [{ reply: { answer: { outcome: 'assigned' } } }],
    });
  });

  it('F3: a twin is held back until somebody confirms that they are two', async () => {
    const { desks, confirmTwin } = open(surely('F3', { twinsSuspected: 1 }));
    const desk = desks['assign-personal-number'];
    expect(await desk.ask(birth('first', 1))()).toMatchObject({ right: { answer: { outcome: 'assigned' } } });
    expect(await desk.ask(birth('second', 2))()).toMatchObject({ right: { answer: { reason: 'SuspectedDuplicate' } } });
    confirmTwin('second');
    const again = { ...birth('second', 2), key: 'second again' };
    expect(await desk.ask(again)()).toMatchObject({ right: { answer: { outcome: 'assigned' } } });
  });

  it('F4, F9: the number is held back for a technical error, or for a parent nobody finds', async () => {
    expect(await answerTo(surely('F4', { technicalError: 1 }), 'assign-personal-number')).toMatchObject({
      reason: 'Technical',
    });
    const lost = surely('F9', { parentNotFound: 1, daysAtMost: 3 });
    expect(await answerTo(lost, 'assign-personal-number')).toMatchObject({ reason: 'DataMismatch' });
  });

  it('F7: the answer is never echoed, but stands in the agency’s record', async () => {
    const { desks, births, pass, remind } = open(surely('F7', { replyNeverEchoed: 1 }));
    await desks['issue-card'].ask(card('one'))();
    pass(72 * HOUR);
    expect(await desks['issue-card'].collect()()).toEqual(E.right([]));
    expect(births('issue-card')).toBe(1);
    remind('issue-card', 'one');
    expect(await desks['issue-card'].collect()()).toMatchObject({
      right: [{ reply: { answer: { outcome: 'issued' } } }],
    });
  });

  it('F8: in a spell of bad weather nobody gets through', async () => {
    const spells = [{ systems: ['insurance'], code: 'login-refused', day: 0, hour: 8, hours: 2 }] as const;
    const { desks, births, pass } = open({ ...none, F8: { spells } });
    expect(await desks['issue-card'].ask(card('one'))()).toMatchObject({ left: { code: 'login-refused' } });
    pass(3 * HOUR);
    expect(await desks['issue-card'].ask(card('one'))()).toMatchObject({ right: { kind: 'acknowledged' } });
    pass(72 * HOUR);
    expect(births('issue-card')).toBe(1);
  });

  it('F10: a signature that cannot be verified is sent back, by either agency', async () => {
    const faults = surely('F10', { signatureRefused: 1 });
    for (const purpose of ['register-residence', 'issue-card'] as const) {
      expect(await answerTo(faults, purpose)).toEqual({ outcome: 'returned', field: 'extract.signature' });
    }
  });

  it('F12, F14: the police ask for proof of lodging, or for another head of household', async () => {
    const proof = await answerTo(surely('F12', { lodgingProofDemanded: 1 }), 'register-residence');
    expect(proof).toEqual({ outcome: 'incomplete', items: ['lodging-proof'] });
    const head = await answerTo(surely('F14', { householdWrong: 1 }), 'register-residence');
    expect(head).toEqual({ outcome: 'incomplete', items: ['household.head'] });
  });

  it('F14: a file is put away without a word until somebody asks for it in person', async () => {
    const { desks, births, pass, remind, lookUp } = open(surely('F14', { putAway: 1 }));
    await desks['register-residence'].ask(residence('one'))();
    pass(30 * 24 * HOUR);
    expect([births('register-residence'), lookUp('register-residence', 'one')[0]?.status]).toEqual([0, 'put-away']);
    remind('register-residence', 'one');
    pass(48 * HOUR);
    expect(births('register-residence')).toBe(1);
  });

  it('F15: the child’s name was entered wrongly and the file comes back', async () => {
    expect(await answerTo(surely('F15', { childDataWrong: 1 }), 'issue-card')).toEqual({
      outcome: 'returned',
      field: 'child.name',
    });
  });

  it('the line: a lost ask leaves no effect, a lost reply leaves one; both are unknown to whoever asked', async () => {
    const line = (change: object): Faults => ({ ...none, line: { ...none.line, ...change } });
    for (const [faults, effects] of [
      [line({ askLost: 1 }), 0],
      [line({ replyLost: 1 }), 1],
    ] as const) {
      const { desks, births, pass } = open(faults);
      expect(await desks['issue-card'].ask(card('one'))()).toMatchObject({ left: { kind: 'OutcomeUnknown' } });
      pass(72 * HOUR);
      expect(births('issue-card')).toBe(effects);
    }
  });

  it('each fault of a profile can be had alone', () => {
    const alone = onlyFaults('storm', 'F10');
    expect(alone).toEqual({ ...none, F10: faultProfiles.storm.F10 });
  });
});
