import { generateKeyPairSync } from 'node:crypto';
import { E } from '@lienthong/core/fp';
import type { Delivery } from '@lienthong/core/requests';
import { describe, expect, it } from 'vitest';
import { httpDesk } from '../desk/http-desk.js';
import { memoryInbox } from '../inbox/memory-inbox.js';
import { inboxReceiver } from '../inbox/receiver.js';
import { createLine } from '../line/line.js';
import type { Fetch, LineOptions } from '../line/options.js';
import { agencyOf, answered, type Card, KEY, parcel, parcelWire, scripted } from '../trial/wires.js';
import { type ServeOptions, serveAgency } from './serve-agency.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signing = { keyId: 'k-1', algorithm: 'ed25519', privateKey } as const;
const signatures = { keyOf: () => ({ algorithm: 'ed25519', publicKey }) as const };
const BASE = 'http://agency.test';

const served = (options: ServeOptions, deliveries: Delivery<Card>[] = []) => {
  const office = scripted('queryable', () => E.right(answered(1)), deliveries);
  return { ...office, ...serveAgency(agencyOf('queryable'), { '/cards': office.desk }, options) };
};
const deskAt = (
  agency: Readonly<{ fetch: (request: Request) => Promise<Response> }>,
  more: Partial<LineOptions> = {},
) => {
  const fetch: Fetch = (address, init) => agency.fetch(new Request(address, init));
  return httpDesk(createLine({ agency: 'insurance', base: BASE, fetch, ...more }), parcelWire('queryable'));
};

describe('a served agency', () => {
  const login = { clients: { us: 'a secret' } };
  const ours = { tokenAddress: `${BASE}/oauth/token`, clientId: 'us', clientSecret: 'a secret' };

  it.each(['basic', 'post'] as const)('takes those who log in by %s, and nobody else', async (method) => {
    const agency = served({ login });
    expect(await deskAt(agency).ask(parcel())()).toMatchObject({ left: { code: 'login-refused' } });
    const wrong = { ...ours, clientSecret: 'another', method };
    expect(await deskAt(agency, { login: wrong }).ask(parcel())()).toMatchObject({ left: { code: 'login-refused' } });
    expect(agency.asked).toEqual([]);
    expect(await deskAt(agency, { login: { ...ours, method } }).ask(parcel())()).toEqual(E.right(answered(1)));
  });

  it('refuses every login while it is told to, tokens given out before too', async () => {
    let refusing = false;
    const agency = served({ login: { ...login, refuse: () => refusing } });
    const desk = deskAt(agency, { login: ours });
    expect(await desk.ask(parcel())()).toEqual(E.right(answered(1)));
    refusing = true;
    expect(await desk.ask(parcel())()).toMatchObject({ left: { code: 'login-refused' } });
    expect(await desk.collect()()).toMatchObject({ left: { code: 'login-refused' } });
    refusing = false;
    expect(await desk.ask(parcel())()).toEqual(E.right(answered(1)));
  });

  it('takes only what is signed, where it is told so', async () => {
    const agency = served({ signatures });
    expect(await deskAt(agency).ask(parcel())()).toMatchObject({ left: { code: 'login-refused' } });
    expect(await deskAt(agency, { signing }).ask(parcel())()).toEqual(E.right(answered(1)));
    expect(agency.asked).toHaveLength(1);
  });

  it('says which field does not read, and that nothing was taken', async () => {
    const agency = served({});
    const ask = (headers: Record<string, string>, body: string) =>
      agency.fetch(
        new Request(`${BASE}/cards`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body,
        }),
      );
    const bad: readonly (readonly [Record<string, string>, string, string])[] = [
      [{}, '{}', 'Idempotency-Key'],
      [{ 'idempotency-key': KEY }, '{', ''],
      [{ 'idempotency-key': KEY }, '{}', 'caseId'],
      [{ 'idempotency-key': KEY }, '{"caseId":"c","request":"r","content":{"name":3}}', 'content.name'],
    ];
    for (const [headers, body, at] of bad) {
      const answer = await ask(headers, body);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ type: 'not-taken', at });
    }
    expect(agency.asked).toEqual([]);
  });

  it('has problems for paths it does not serve', async () => {
    const agency = served({});
    for (const path of ['/', '/births/changes', '/cards/replies/confirm']) {
      const answer = await agency.fetch(new Request(`${BASE}${path}`));
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
    expect((await agency.fetch(new Request(`${BASE}/openapi.json`))).status).toBe(200);
  });

  it('posts what is due to whoever asked, signed, and keeps what is not accepted', async () => {
    const inbox = memoryInbox();
    const receive = inboxReceiver({ agency: agencyOf('queryable'), inbox, signatures, under: '/from/insurance' });
    let line: 'cut' | 'refusing' | 'up' = 'cut';
    const deliveries = [1, 2].map((number) => ({ key: KEY, reply: answered(number), receipt: `r-${number}` }));
    const agency = served(
      {
        signing,
        fetch: async (address, init) => {
          if (line === 'cut') throw new TypeError('fetch failed');
          return line === 'refusing' ? new Response(null, { status: 503 }) : receive(new Request(address, init));
        },
      },
      deliveries,
    );
    const callback = 'https://us.test/from/insurance/';
    expect(await agency.post(callback)).toEqual({ accepted: 0, kept: 2 });
    line = 'refusing';
    expect(await agency.post(callback)).toEqual({ accepted: 0, kept: 2 });
    line = 'up';
    expect(await agency.post(callback)).toEqual({ accepted: 2, kept: 0 });
    expect(agency.confirmed).toEqual(['r-1', 'r-2']);
    const desk = httpDesk(
      createLine({ agency: 'insurance', base: BASE, fetch: async () => new Response() }),
      parcelWire('queryable'),
      inbox,
    );
    expect(await desk.collect()()).toMatchObject({ right: [{ reply: answered(1) }, { reply: answered(2) }] });
    expect(await agency.post(callback)).toEqual({ accepted: 0, kept: 0 });
  });
});
