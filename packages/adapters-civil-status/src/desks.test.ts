import { generateKeyPairSync } from 'node:crypto';
import { httpDesk } from '@lienthong/adapters-http';
import { inboxReceiver, memoryInbox } from '@lienthong/adapters-http/inbox';
import { E } from '@lienthong/core/fp';
import { type Faults, faultProfiles } from '@lienthong/testing/agencies';
import { describe, expect, it } from 'vitest';
import { civilStatusDesks, populationDesks } from './desks.js';
import { serveCivilStatus, servePopulation } from './serve/index.js';
import { confirming, wholeRound } from './trial/round.js';
import {
  askOf,
  bornOn,
  child,
  commune,
  diedOn,
  fetchOf,
  HOUR,
  lineTo,
  mother,
  old,
  openAgencies,
  outcomeOf,
  right,
} from './trial/world.js';
import { civilStatusWire, populationWire } from './wire/agencies.js';
import { enterBirth } from './wire/purposes.js';

const birth = (key: string, people: object = { child, mother }) =>
  askOf(key, { bornOn, sex: 'female' as const, commune, birthOrder: 1, people: people as never });
const death = (key: string, people: object = { deceased: old }) =>
  askOf(key, { diedOn, commune, people: people as never });
const change = (key: string) => askOf(key, { what: 'correction' as const, fields: ['child.name'], people: { child } });

const { none } = faultProfiles;

const open = (faults: Faults = none) => {
  const world = openAgencies(faults);
  const { desks, deathDesks } = world;
  const register = serveCivilStatus({ births: desks, deaths: deathDesks });
  const population = servePopulation({ births: desks, deaths: deathDesks });
  return {
    ...world,
    civil: civilStatusDesks(lineTo(civilStatusWire.agency, fetchOf(register))),
    numbers: populationDesks(lineTo(populationWire.agency, fetchOf(population))),
  };
};

describe('the desks over HTTP', () => {
  it('are those of births and those of deaths, each under its agency’s name', () => {
    const { civil, numbers } = open();
    expect(Object.keys(civil.births)).toEqual(['enter-birth']);
    expect(Object.keys(civil.deaths)).toEqual(['enter-death']);
    expect(Object.keys(numbers.births)).toEqual(['assign-personal-number', 'tell-population']);
    expect(Object.keys(numbers.deaths)).toEqual(['tell-population']);
    expect(civil.births['enter-birth'].agency).toBe('civil-status-register');
    expect(numbers.deaths['tell-population'].agency).toBe('population-database');
  });

  it('promise about repeats what the agencies do', () => {
    const { civil, numbers, desks, deathDesks } = open();
    expect(civil.births['enter-birth'].repeats).toBe(desks['enter-birth'].repeats);
    expect(civil.deaths['enter-death'].repeats).toBe(deathDesks['enter-death'].repeats);
    expect(numbers.births['assign-personal-number'].repeats).toBe(desks['assign-personal-number'].repeats);
    expect(numbers.births['tell-population'].repeats).toBe(desks['tell-population'].repeats);
    expect(numbers.deaths['tell-population'].repeats).toBe(deathDesks['tell-population'].repeats);
  });

  it('enter births, one after the other, whether answered at once or later', async () => {
    const { civil, pass, times } = open();
    for (let n = 0; n < 12; n += 1) {
      const people = { child, mother: { ...mother, personalNumber: `04019000${1000 + n}` } };
      const { answer: said } = await wholeRound(civil.births['enter-birth'], birth(`birth-${n}`, people), pass);
      expect(said).toMatchObject({ kind: 'answered', answer: { outcome: 'entered', book: `${commune}/2023` } });
    }
    expect(times('enter-birth')).toBe(12);
  });

  it('enter a birth once, however often it is asked', async () => {
    const { civil, pass, times } = open();
    const desk = civil.births['enter-birth'];
    for (let n = 0; n < 3; n += 1) right(await desk.ask(birth('one'))());
    pass(HOUR);
    expect(times('enter-birth')).toBe(1);
    expect(outcomeOf((await wholeRound(desk, birth('another-case'), pass)).answer)).toBe('already-entered');
  });

  it('hear that a birth without a name was not entered', async () => {
    const { civil, pass } = open();
    const { answer: said } = await wholeRound(civil.births['enter-birth'], birth('nameless', { mother }), pass);
    expect(said).toMatchObject({ answer: { outcome: 'not-entered', reason: 'child.name' } });
  });

  it('enter a death, and say whether the person is locked', async () => {
    const { civil, pass } = open();
    const { answer: said } = await wholeRound(civil.deaths['enter-death'], death('dead'), pass);
    expect(said).toMatchObject({ answer: { outcome: 'entered', locked: true } });
    expect(outcomeOf((await wholeRound(civil.deaths['enter-death'], death('dead-2'), pass)).answer)).toBe(
      'already-entered',
    );
  });

  it('give a number, which can be looked up', async () => {
    const { numbers, pass } = open();
    const desk = numbers.births['assign-personal-number'];
    expect(right((await desk.find?.(birth('one'))()) ?? E.left('no look-up'))).toBeUndefined();
    const { answer: said } = await wholeRound(desk, birth('one'), pass);
    expect(said).toMatchObject({ answer: { outcome: 'assigned' } });
    expect(right((await desk.find?.(birth('one'))()) ?? E.left('no look-up'))).toEqual(said);
  });

  it.each([
    ['a number that comes days later', { F1: { ...none.F1, days: 1 } }],
    ['a technical error', { F4: { ...none.F4, technicalError: 1 } }],
    ['a parent nobody finds', { F9: { parentNotFound: 1, daysAtMost: 3 } }],
  ])('say what the database says itself: %s', async (_, raised) => {
    const [{ numbers, pass }, direct] = [open({ ...none, ...raised }), openAgencies({ ...none, ...raised })];
    const overHttp = await wholeRound(numbers.births['assign-personal-number'], birth('one'), pass);
    const itself = confirming(direct.desks['assign-personal-number']);
    expect(overHttp).toEqual(await wholeRound(itself, birth('one'), direct.pass));
  });

  it('say what the register says itself: an identity in doubt', async () => {
    const faults = { ...none, D9: { ...none.D9, mismatch: 1 } };
    const [{ civil, pass }, direct] = [open(faults), openAgencies(faults)];
    const overHttp = await wholeRound(civil.deaths['enter-death'], death('one'), pass);
    const itself = confirming(direct.deathDesks['enter-death']);
    expect(overHttp).toEqual(await wholeRound(itself, death('one'), direct.pass));
    expect(outcomeOf(overHttp.answer)).toBe('not-entered');
  });

  it('tell changes of births and of deaths apart', async () => {
    const { numbers, pass, times } = open();
    const { answer: told } = await wholeRound(numbers.births['tell-population'], change('change-1'), pass);
    const { answer: toldOfDeath } = await wholeRound(numbers.deaths['tell-population'], change('change-2'), pass);
    expect([outcomeOf(told), outcomeOf(toldOfDeath)]).toEqual(['taken', 'taken']);
    expect(times('tell-population')).toBe(2);
  });
});

describe('what goes wrong on the way', () => {
  const line = (share: object): Faults => ({ ...none, line: { ...none.line, ...share } });

  it.each([
    ['unreachable', line({ unreachable: 1 })],
    ['login-refused', line({ loginRefused: 1 })],
    ['busy', line({ busy: 1 })],
  ])('%s is a fault, and nothing was done', async (code, faults) => {
    const { civil, times } = open(faults);
    expect(await civil.births['enter-birth'].ask(birth('one'))()).toMatchObject({
      left: { kind: 'Unavailable', code },
    });
    expect(times('enter-birth')).toBe(0);
  });

  it('a lost reply is an unknown outcome, which looking settles', async () => {
    const { numbers, times } = open(line({ replyLost: 1 }));
    const desk = numbers.births['assign-personal-number'];
    expect(await desk.ask(birth('one'))()).toMatchObject({ left: { kind: 'OutcomeUnknown' } });
    expect(times('assign-personal-number')).toBe(1);
    expect(await desk.find?.(birth('one'))()).toMatchObject({ right: { answer: { outcome: 'assigned' } } });
  });

  it('an answer in other words is no answer', async () => {
    const answer = { kind: 'answered', answer: { outcome: 'maybe' }, at: '2023-07-10T02:00:00.000Z' };
    const odd = lineTo('civil-status-register', async () => Response.json(answer));
    const said = await httpDesk(odd, enterBirth).ask(birth('one'))();
    expect(said).toMatchObject({ left: { kind: 'OutcomeUnknown', system: 'civil-status-register' } });
  });
});

describe('callbacks', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const signing = { keyId: 'register', algorithm: 'ed25519', privateKey } as const;
  const keyOf = (keyId: string) => (keyId === 'register' ? ({ algorithm: 'ed25519', publicKey } as const) : undefined);

  it('are kept in the inbox until they are confirmed', async () => {
    const { desks, deathDesks, pass } = openAgencies({
      ...none,
      F1: { ...none.F1, days: 1 },
    });
    const inbox = memoryInbox();
    const receive = inboxReceiver({ agency: populationWire, inbox, signatures: { keyOf } });
    const served = servePopulation(
      { births: desks, deaths: deathDesks },
      { signing, fetch: (address, init) => receive(new Request(address, init)) },
    );
    const { births } = populationDesks(lineTo(populationWire.agency, fetchOf(served)), inbox);
    const desk = births['assign-personal-number'];
    expect(await desk.ask(birth('one'))()).toMatchObject({ right: { kind: 'acknowledged' } });
    pass(5 * 24 * HOUR);
    expect(right(await desk.collect()())).toEqual([]);
    expect(await served.post('http://us.invalid')).toEqual({ accepted: 1, kept: 0 });
    const deliveries = right(await desk.collect()());
    expect(deliveries).toMatchObject([{ key: 'one', reply: { answer: { outcome: 'assigned' } } }]);
    await desk.confirm?.(deliveries.flatMap(({ receipt }) => receipt ?? []))();
    expect(right(await desk.collect()())).toEqual([]);
  });
});
