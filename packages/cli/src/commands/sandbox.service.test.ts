import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { memoryInbox, placeOf } from '@lienthong/adapters-http/inbox';
import type { JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { afterEach, describe, expect, it } from 'vitest';
import { agenciesOver, below } from '../agencies/agencies-over.js';
import { CALLBACKS, callbackReceiver } from '../agencies/callbacks.js';
import { DIRECTORY } from '../agencies/directory.js';
import { type HttpServer, httpServer } from '../agencies/http-server.js';
import { aFiledCase, officer, PERSONAL, receiving } from '../harness/a-birth.js';
import { at, folder, lienthongWith } from '../harness/lienthong.js';
import { CLIENT } from '../sandbox/play-over-http.js';
import { createSandbox } from '../sandbox/sandbox.js';
import { steeredClock } from '../sandbox/steered-clock.js';

const people = {
  child: { name: { surname: 'Nguyễn', given: 'An' } },
  mother: { name: { surname: 'Trần', given: 'Hoa' }, personalNumber: '040190000001' },
};
const content = { bornOn: '2024-08-30', sex: 'female', commune: '16681', birthOrder: 1, people } as const;
const birth = (key: string) => ({ key, caseId: key, request: 'enter-birth#1', content }) as never;

const open: Readonly<{ close: () => Promise<void> }>[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

/** A sandbox whose clock stands still at a working hour until it is moved. */
const opened = async (callback?: string) => {
  let server: HttpServer | undefined;
  const sandbox = createSandbox({
    clock: steeredClock(at('2024-09-04T02:00:00Z'), () => 0),
    law: lawBook(),
    faults: 'none',
    seed: 1,
    hangUp: (request) => server?.cut(request),
    ...(callback !== undefined && { callback }),
  });
  server = await httpServer(0, sandbox.fetch);
  open.push(server);
  const { address } = server;
  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const limits = { retries: 0, retryPauseMs: 1 };
  const desks = agenciesOver({ addressOf: below(address), client: CLIENT, limits });
  open.push(desks);
  return { address, post, desks, sandbox };
};

describe('lienthong sandbox', () => {
  it('serves the OpenAPI document of every agency, which names where it is served', async () => {
    const { address } = await opened();
    for (const { wire } of DIRECTORY) {
      const answer = await fetch(`${address}/${wire.agency}/openapi.json`);
      const document = (await answer.json()) as JsonObject;
      expect(document).toMatchObject({
        openapi: expect.stringMatching(/^3\.1\./),
        servers: [{ url: `/${wire.agency}` }],
      });
      for (const { path } of wire.purposes) expect(Object.keys(document['paths'] as JsonObject)).toContain(path);
    }
  });

  it('wants a login, and takes the one it tells of', async () => {
    const { address, desks } = await opened();
    const without = await fetch(`${address}/civil-status-register/births/one`);
    expect(without.status).toBe(401);
    expect(await desks.births['enter-birth'].ask(birth('one'))()).toMatchObject({ _tag: 'Right' });
  });

  it('shows on its page, in both languages, what was done, and nothing of whom', async () => {
    const { address, desks, post } = await opened();
    await desks.births['enter-birth'].ask(birth('the-one'))();
    await post('/control/clock', { stepMinutes: 60 });
    for (const [lang, title] of [
      ['vi', 'Môi trường thử nghiệm liên thông'],
      ['en', 'Liên thông sandbox'],
    ] as const) {
      const answer = await fetch(`${address}/?lang=${lang}`);
      const page = await answer.text();
      expect(page).toContain(`<html lang="${lang}">`);
      expect(page).toContain(title);
      expect(page).toContain('the-one');
      expect(page).not.toMatch(/Nguyễn|Trần|040190000001|<script|https?:\/\//);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const records = await (await fetch(`${address}/control/records`)).json();
    expect(records).toMatchObject({ records: [{ agency: 'civil-status-register', caseId: 'the-one' }] });
  });

  it('has faults switched while it runs: whoever asks next meets them, and no longer once they are off', async () => {
    const { desks, post } = await opened();
    const ask = async (key: string): Promise<unknown> => {
      const came = await desks.births['enter-birth'].ask(birth(key))();
      return E.isLeft(came) ? came.left : 'taken';
    };
    expect(await ask('before')).toBe('taken');
    for (const [door, code] of [
      ['unreachable', 'unreachable'],
      ['login-refused', 'login-refused'],
      ['busy', 'busy'],
    ] as const) {
      expect((await post('/control/systems/civil-status', { door })).status).toBe(200);
      expect(await ask(`with ${door}`.replace(' ', '-'))).toMatchObject({ kind: 'Unavailable', code });
    }
    await post('/control/systems/civil-status', { losesAnswers: true });
    expect(await ask('lost')).toMatchObject({ kind: 'OutcomeUnknown' });
    await post('/control/systems/civil-status', {});
    expect(await ask('lost')).toBe('taken');
  });

  it('says what it cannot read, and keeps its weather', async () => {
    const { address, post } = await opened();
    expect((await post('/control/systems/nowhere', {})).status).toBe(404);
    const answer = await post('/control/systems/payment', { door: 'ajar' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ at: 'door', expected: 'one of: unreachable, login-refused, busy' });
    expect(await (await fetch(`${address}/control`)).json()).toMatchObject({ systems: { payment: {} } });
  });

  it('is switched by the forms of its page, and not from the page of somebody else', async () => {
    const { address } = await opened();
    const send = (site: string): Promise<Response> =>
      fetch(`${address}/control/systems/insurance?lang=vi`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': site },
        body: 'door=busy&repeats=on&delayMinutes=5',
      });
    expect((await send('cross-site')).status).toBe(403);
    const answer = await send('same-origin');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?lang=vi']);
    expect(await (await fetch(`${address}/control`)).json()).toMatchObject({
      systems: { insurance: { door: 'busy', repeats: true, delayMs: 300_000 } },
    });
  });

  it('posts what is due to whoever wants to be called back, signed with the key it shows', async () => {
    const inbox = memoryInbox();
    let receive: ((request: Request) => Promise<Response>) | undefined;
    const ours = await httpServer(
      0,
      async (request) => (await receive?.(request)) ?? new Response(null, { status: 404 }),
    );
    open.push(ours);
    const { address, desks, post, sandbox } = await opened(`${ours.address}${CALLBACKS}`);
    const { keys } = (await (await fetch(`${address}/keys`)).json()) as {
      keys: readonly (JsonWebKey & { kid: string })[];
    };
    const [key] = keys;
    if (key === undefined) throw new Error('no key');
    receive = callbackReceiver(inbox, { keyId: key.kid, publicKey: createPublicKey({ key, format: 'jwk' }) });
    const residence = { bornOn: '2024-08-30', commune: '16681', lodging: 'ordinary', consents: [], people };
    const ask = { key: 'home', caseId: 'home', request: 'register-residence#1', content: residence } as never;
    expect(await desks.births['register-residence'].ask(ask)()).toMatchObject({ right: { kind: 'acknowledged' } });
    await post('/control/clock', { stepMinutes: 4 * 24 * 60 });
    await sandbox.post();
    const wire = DIRECTORY.find(({ wire: { agency } }) => agency === 'residence-register')?.wire;
    const path = wire?.purposes.find(({ purpose }) => purpose === 'register-residence')?.path ?? '';
    const waiting = await inbox.waiting(placeOf('residence-register', path))();
    expect(waiting).toMatchObject({ right: [{ key: 'home', reply: { kind: 'answered' } }] });
  });
});

describe('lienthong sandbox and lienthong courier', () => {
  /** The command that serves, running until it is ended. */
  const serving = async (cwd: string) => {
    const interrupted = new AbortController();
    let hear: (text: string) => void = () => undefined;
    const told = new Promise<string>((heard) => {
      hear = heard;
    });
    const served = lienthongWith({ cwd, out: async (text) => hear(text), interrupted: interrupted.signal });
    const ended = served('sandbox', '--port', '0', '--json');
    const { address } = JSON.parse(await told) as Readonly<{ address: string }>;
    open.push({
      close: async () => {
        interrupted.abort();
        await ended;
      },
    });
    return address;
  };

  it('carries what a store intends to the agencies, records what they say, and tells how many', async () => {
    const { lienthong, decide, cwd, id } = await aFiledCase();
    expect((await decide(receiving)).status).toBe(0);
    expect((await decide({ type: 'RequestPersonalNumber', actor: officer, data: {} })).status).toBe(0);
    const address = await serving(cwd);
    const once = await lienthong('courier', '--store', 'sqlite:cases.db', '--agencies', address, '--once', '--json');
    expect(once.status, once.err).toBe(0);
    expect(once.json()).toEqual({ rounds: 1, sent: 1, answered: 1, givenUp: 0, strangers: 0, notTaken: 0 });
    expect(once.err).not.toMatch(PERSONAL);
    const records = await (await fetch(`${address}/control/records`)).json();
    expect(records).toMatchObject({ records: [{ purpose: 'assign-personal-number', caseId: id }] });
    const again = await lienthong('courier', '--store', 'sqlite:cases.db', '--agencies', address, '--once', '--json');
    expect(again.json()).toMatchObject({ sent: 0, answered: 0 });
  });

  it('ends cleanly when it is interrupted, and says what it carried', async () => {
    const { cwd } = await aFiledCase();
    const address = await serving(cwd);
    const interrupted = new AbortController();
    const lienthong = lienthongWith({ cwd, interrupted: interrupted.signal });
    const carrying = lienthong('courier', '--store', 'sqlite:cases.db', '--agencies', address, '--json');
    setTimeout(() => interrupted.abort(), 300);
    const { status, json } = await carrying;
    expect(status).toBe(0);
    expect(json()).toMatchObject({ sent: 0, givenUp: 0 });
  });

  it('says which address cannot be one, and which store is not there', async () => {
    const { lienthong } = await aFiledCase();
    const courier = (store: string, agencies: string) =>
      lienthong('courier', '--store', store, '--agencies', agencies, '--once');
    expect((await courier('sqlite:cases.db', 'nowhere')).status).toBe(2);
    expect((await courier('sqlite:none.db', 'http://127.0.0.1:9')).status).toBe(3);
  });
});

describe('lienthong simulate --over-http', () => {
  it.each(['none', 'storm'] as const)(
    'comes to the same as in one process: faults %s',
    async (faults) => {
      const lienthong = lienthongWith({ cwd: folder() });
      const asked = [
        'simulate',
        '--births',
        '40',
        '--deaths',
        '10',
        '--faults',
        faults,
        '--store',
        'memory:',
        '--json',
      ];
      const [here, over] = [await lienthong(...asked), await lienthong(...asked, '--over-http')];
      expect([here.status, over.status], over.err).toEqual([0, 0]);
      const figures = (json: unknown) => {
        const { received, lost, duplicatedEffects, stuck } = json as Record<string, unknown>;
        return { received, lost, duplicatedEffects, stuck };
      };
      expect(figures(over.json())).toEqual(figures(here.json()));
      expect(figures(over.json())).toMatchObject({
        received: { total: 50, birth: 40, death: 10 },
        lost: 0,
        duplicatedEffects: 0,
      });
    },
    300_000,
  );
});
