import { generateKeyPairSync } from 'node:crypto';
import { httpDesk } from '@lienthong/adapters-http';
import { inboxReceiver, memoryInbox } from '@lienthong/adapters-http/inbox';
import { E } from '@lienthong/core/fp';
import { type Faults, faultProfiles } from '@lienthong/testing/agencies';
import { describe, expect, it } from 'vitest';
import { identityDesks, residenceDesks } from './desks.js';
import { lookUpResident } from './look-up.js';
import { serveIdentity, serveResidence } from './serve/index.js';
import { confirming, wholeRound } from './trial/round.js';
import { signers } from './trial/signing.js';
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
import { identityWire, residenceWire } from './wire/agencies.js';
import { registerResidence } from './wire/purposes.js';

const { none } = faultProfiles;

const toRegister = (key: string, change: object = {}) =>
  askOf(key, {
    bornOn,
    commune,
    lodging: 'ordinary',
    consents: [] as readonly string[],
    people: { child, mother },
    ...change,
  });
const toDelete = (key: string) => askOf(key, { diedOn, commune, people: { deceased: old } });
const card = (key: string, people: object = { child, mother }) =>
  askOf(key, { bornOn, commune, people: people as never });
const change = (key: string) => askOf(key, { what: 'correction' as const, fields: ['child.name'], people: { child } });
const household = (incomplete: boolean) => ({
  household: 'H-1',
  commune,
  members: [
    { person: old, dead: true, incomplete },
    { person: mother, dead: false },
  ],
});

const open = (faults: Faults = none) => {
  const world = openAgencies(faults);
  const { desks, deathDesks } = world;
  const register = serveResidence({ births: desks, deaths: deathDesks });
  const identity = serveIdentity({ births: desks, deaths: {} });
  return {
    ...world,
    residence: residenceDesks(lineTo(residenceWire.agency, fetchOf(register))),
    identity: identityDesks(lineTo(identityWire.agency, fetchOf(identity))),
  };
};

describe('the desks over HTTP', () => {
  it('are those of births and those of deaths, each under its agency’s name', () => {
    const { residence, identity } = open();
    expect(Object.keys(residence.births)).toEqual(['register-residence', 'tell-residence']);
    expect(Object.keys(residence.deaths)).toEqual(['delete-residence', 'tell-residence']);
    expect(Object.keys(identity.births)).toEqual(['issue-identity-card']);
    expect(identity.deaths).toEqual({});
    expect(residence.births['register-residence'].agency).toBe('residence-register');
    expect(identity.births['issue-identity-card'].agency).toBe('identity-authority');
  });

  it('promise about repeats what the agencies do', () => {
    const { residence, identity, desks, deathDesks } = open();
    const promised = [
      [residence.births['register-residence'], desks['register-residence']],
      [residence.births['tell-residence'], desks['tell-residence']],
      [residence.deaths['delete-residence'], deathDesks['delete-residence']],
      [residence.deaths['tell-residence'], deathDesks['tell-residence']],
      [identity.births['issue-identity-card'], desks['issue-identity-card']],
    ].map(([here, there]) => [here?.repeats, there?.repeats]);
    for (const [here, there] of promised) expect(here).toBe(there);
  });

  it('register a child once, however often it is asked', async () => {
    const { residence, pass, times } = open();
    const desk = residence.births['register-residence'];
    for (let n = 0; n < 3; n += 1) right(await desk.ask(toRegister('one'))());
    const { answer } = await wholeRound(desk, toRegister('one'), pass);
    expect(answer).toMatchObject({ answer: { outcome: 'registered', entry: `CT-${commune}-1` } });
    expect(answer).toMatchObject({ by: { role: 'residence-officer', unit: commune } });
    expect(times('register-residence')).toBe(1);
  });

  it('say that a verification was opened on the way', async () => {
    const { residence, pass } = open({ ...none, F15: { ...none.F15, verifies: 1 } });
    const { steps, answer } = await wholeRound(residence.births['register-residence'], toRegister('one'), pass);
    expect([steps, outcomeOf(answer)]).toEqual([['verifying'], 'registered']);
  });

  it.each([
    ['proof of lodging', { F12: { lodgingProofDemanded: 1 } }, {}, 'incomplete'],
    ['another head of household', { F14: { ...none.F14, householdWrong: 1 } }, {}, 'incomplete'],
    ['a wrong name', { F15: { ...none.F15, childDataWrong: 1 } }, {}, 'returned'],
    ['a signature that cannot be verified', { F10: { ...none.F10, signatureRefused: 1 } }, {}, 'returned'],
    ['a banned place', {}, { lodging: 'river-bank' }, 'refused'],
    ['no place declared', {}, { lodging: '' }, 'refused'],
    ['no name', {}, { people: { mother } }, 'incomplete'],
  ])('say what the police say themselves: %s', async (_, raised, content, outcome) => {
    const [{ residence, pass }, direct] = [open({ ...none, ...raised }), openAgencies({ ...none, ...raised })];
    const overHttp = await wholeRound(residence.births['register-residence'], toRegister('one', content), pass);
    const itself = confirming(direct.desks['register-residence']);
    expect(overHttp).toEqual(await wholeRound(itself, toRegister('one', content), direct.pass));
    expect(outcomeOf(overHttp.answer)).toBe(outcome);
  });

  it('take a dead person off, after the record was completed', async () => {
    const { residence, residents, pass, times } = open();
    residents.settle(household(true));
    const { steps, answer } = await wholeRound(residence.deaths['delete-residence'], toDelete('one'), pass);
    expect(steps).toEqual(['record-incomplete', 'record-completed']);
    expect(answer).toMatchObject({ answer: { outcome: 'deleted', entry: `CT-${commune}-H-1-1`, minutes: false } });
    expect(times('delete-residence')).toBe(1);
  });

  it.each([
    ['nobody of that name', {}, false, 'nothing-to-delete'],
    ['a wrong name', { D9: { ...none.D9, sentBack: 1 } }, true, 'returned'],
    ['another head of household', { F14: { ...none.F14, householdWrong: 1 } }, true, 'incomplete'],
  ])('say what the police say of the dead themselves: %s', async (_, raised, settled, outcome) => {
    const [{ residence, ...over }, direct] = [open({ ...none, ...raised }), openAgencies({ ...none, ...raised })];
    for (const { residents } of [over, direct]) if (settled) residents.settle(household(false));
    const overHttp = await wholeRound(residence.deaths['delete-residence'], toDelete('one'), over.pass);
    const itself = confirming(direct.deathDesks['delete-residence']);
    expect(overHttp).toEqual(await wholeRound(itself, toDelete('one'), direct.pass));
    expect(outcomeOf(overHttp.answer)).toBe(outcome);
  });

  it('issue an identity card, which can be looked up', async () => {
    const { identity, pass } = open();
    const desk = identity.births['issue-identity-card'];
    expect(await desk.find?.(card('one'))()).toEqual(E.right(undefined));
    const { answer } = await wholeRound(desk, card('one'), pass);
    expect(outcomeOf(answer)).toBe('issued');
    expect(await desk.find?.(card('one'))()).toEqual(E.right(answer));
    const nameless = await wholeRound(desk, card('two', { mother }), pass);
    expect(nameless.answer).toMatchObject({ answer: { outcome: 'refused', reason: 'child.name' } });
  });

  it('tell changes of births and of deaths apart', async () => {
    const { residence, pass, times } = open();
    right(await residence.births['tell-residence'].ask(change('change-1'))());
    const ofDeath = await wholeRound(residence.deaths['tell-residence'], change('change-2'), pass);
    expect(outcomeOf(ofDeath.answer)).toBe('taken');
    expect(right(await residence.births['tell-residence'].collect()()).map(({ key }) => key)).toEqual(['change-1']);
    expect(times('tell-residence')).toBe(2);
  });
});

describe('what goes wrong on the way', () => {
  const line = (share: object): Faults => ({ ...none, line: { ...none.line, ...share } });

  it.each([
    ['unreachable', line({ unreachable: 1 })],
    ['login-refused', line({ loginRefused: 1 })],
    ['busy', line({ busy: 1 })],
  ])('%s is a fault, and nothing was done', async (code, faults) => {
    const { residence, pass, times } = open(faults);
    const said = await residence.births['register-residence'].ask(toRegister('one'))();
    expect(said).toMatchObject({ left: { kind: 'Unavailable', system: 'residence-register', code } });
    pass(20 * 24 * HOUR);
    expect(times('register-residence')).toBe(0);
  });

  it('a lost reply is an unknown outcome; asked again under its key, the effect is one', async () => {
    const { residence, pass, times } = open(line({ replyLost: 1 }));
    const desk = residence.births['register-residence'];
    for (let n = 0; n < 2; n += 1) {
      expect(await desk.ask(toRegister('one'))()).toMatchObject({ left: { kind: 'OutcomeUnknown' } });
    }
    pass(20 * 24 * HOUR);
    expect(times('register-residence')).toBe(1);
  });

  it('an answer in other words is no answer', async () => {
    const odd = lineTo('residence-register', async () => Response.json({ kind: 'answered', answer: { outcome: 'x' } }));
    const said = await httpDesk(odd, registerResidence).ask(toRegister('one'))();
    expect(said).toMatchObject({ left: { kind: 'OutcomeUnknown', system: 'residence-register' } });
  });
});

it('callbacks are kept in the inbox until they are confirmed', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const keyOf = (keyId: string) => (keyId === 'police' ? ({ algorithm: 'ed25519', publicKey } as const) : undefined);
  const { desks, deathDesks, pass } = openAgencies();
  const inbox = memoryInbox();
  const receive = inboxReceiver({ agency: residenceWire, inbox, signatures: { keyOf } });
  const served = serveResidence(
    { births: desks, deaths: deathDesks },
    {
      signing: { keyId: 'police', algorithm: 'ed25519', privateKey },
      fetch: (address, init) => receive(new Request(address, init)),
    },
  );
  const desk = residenceDesks(lineTo(residenceWire.agency, fetchOf(served)), inbox).births['register-residence'];
  expect(await desk.ask(toRegister('one'))()).toMatchObject({ right: { kind: 'acknowledged' } });
  pass(20 * 24 * HOUR);
  expect(await served.post('http://us.invalid')).toMatchObject({ kept: 0 });
  const deliveries = right(await desk.collect()());
  expect(deliveries.at(-1)).toMatchObject({ key: 'one', reply: { answer: { outcome: 'registered' } } });
  await desk.confirm?.(deliveries.flatMap(({ receipt }) => receipt ?? []))();
  expect(right(await desk.collect()())).toEqual([]);
});

describe('looking a resident up (tra cứu cư trú)', () => {
  const { desks, deathDesks, residents } = openAgencies();
  residents.settle(household(false));
  const served = serveResidence(
    { births: desks, deaths: deathDesks },
    {
      lookUp: ({ person }) => {
        const found = residents.find(person);
        if (found === undefined) return { outcome: 'not-registered' };
        const { entry, household: of, standing } = found;
        return standing ? { outcome: 'registered', entry, household: of } : { outcome: 'deleted', entry };
      },
    },
  );
  const line = lineTo('residence-register', fetchOf(served));

  it('says where somebody stands, and once they are taken off that they stood there', async () => {
    const entry = `CT-${commune}-H-1-1`;
    expect(await lookUpResident(line, { person: old })()).toEqual(
      E.right({ outcome: 'registered', entry, household: 'H-1' }),
    );
    const resident = residents.find(old);
    if (resident !== undefined) residents.takeOff(resident);
    expect(await lookUpResident(line, { person: old })()).toEqual(E.right({ outcome: 'deleted', entry }));
    expect(await lookUpResident(line, { person: { personalNumber: '040040000009' } })()).toEqual(
      E.right({ outcome: 'not-registered' }),
    );
  });

  it('of nobody in particular is none', async () => {
    const address = 'http://agency.invalid/residents/look-ups';
    const headers = { 'content-type': 'application/json' };
    const said = await served.fetch(new Request(address, { method: 'POST', headers, body: '{"person":{}}' }));
    expect([said.status, await said.json()]).toEqual([400, expect.objectContaining({ at: 'person' })]);
  });

  it.each([
    ['other words', 200, { outcome: 'perhaps' }, 'malformed-answer'],
    ['an error', 500, {}, 'unreachable'],
    ['a refused login', 401, {}, 'login-refused'],
  ])('%s is a fault', async (_, status, body, code) => {
    const odd = lineTo('residence-register', async () => Response.json(body, { status }));
    expect(await lookUpResident(odd, { person: old })()).toMatchObject({ left: { kind: 'Unavailable', code } });
  });

  it('asks for a signature where the desks do', async () => {
    const now = (): number => Date.parse('2023-07-10T02:00:00.000Z');
    const { post, signerOf } = signers(['us'], now);
    const signatures = { now, keyOf: (keyId: string) => signerOf(keyId)?.key };
    const locked = serveResidence({ births: desks, deaths: deathDesks }, { signatures });
    const unsigned = await lookUpResident(lineTo('residence-register', fetchOf(locked)), { person: old })();
    expect(unsigned).toMatchObject({ left: { code: 'login-refused' } });
    const body = JSON.stringify({ person: old });
    const signed = await locked.fetch(await post('us', 'http://agency.invalid/residents/look-ups', body));
    expect([signed.status, await signed.json()]).toEqual([200, { outcome: 'not-registered' }]);
  });

  it('asks for a login where the desks do, and stands in the document', async () => {
    const locked = serveResidence({ births: desks, deaths: deathDesks }, { login: { clients: { us: 'secret' } } });
    const said = await lookUpResident(lineTo('residence-register', fetchOf(locked)), { person: old })();
    expect(said).toMatchObject({ left: { code: 'login-refused' } });
    const document = await locked.fetch(new Request('http://agency.invalid/openapi.json'));
    expect(await document.json()).toMatchObject({ paths: { '/residents/look-ups': {}, '/entries': {} } });
  });
});
