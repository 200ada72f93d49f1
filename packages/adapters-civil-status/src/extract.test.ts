import { createHash } from 'node:crypto';
import { createLine } from '@lienthong/adapters-http';
import { day } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchExtract } from './extract.js';
import { extractStore, serveCivilStatus } from './serve/index.js';
import { commune, fetchOf, lineTo, openAgencies, right } from './trial/world.js';

const place = { book: `${commune}/2023`, number: 12 };
const bytes = new TextEncoder().encode('%PDF-1.7 bản điện tử %%EOF');
const extract = {
  ...place,
  form: 'birth-certificate',
  version: 1,
  issuedOn: day('2023-07-10'),
  mediaType: 'application/pdf' as const,
  bytes,
};
const sha256 = createHash('sha256').update(bytes).digest('hex');
const written = { ...extract, sha256, document: Buffer.from(bytes).toString('base64') } as Record<string, unknown>;
delete written['bytes'];

const open = (options: Parameters<typeof serveCivilStatus>[1] = {}) => {
  const { desks, deathDesks } = openAgencies();
  const extracts = extractStore();
  const served = serveCivilStatus({ births: desks, deaths: deathDesks }, { ...options, extracts });
  return { extracts, served, line: lineTo('civil-status-register', fetchOf(served)) };
};
const saying = (body: unknown, status = 200) =>
  lineTo('civil-status-register', async () => Response.json(body, { status }));

describe('the signed electronic extract (bản điện tử)', () => {
  it('comes with its bytes and what is said of them', async () => {
    const { extracts, line } = open();
    extracts.put(extract);
    const fetched = right(await fetchExtract(line, place)());
    expect(fetched).toMatchObject({ ...place, form: 'birth-certificate', version: 1, sha256 });
    expect(Buffer.from(fetched?.bytes ?? [])).toEqual(Buffer.from(bytes));
  });

  it('is the newest version', async () => {
    const { extracts, line } = open();
    extracts.put({ ...extract, version: 2 });
    extracts.put(extract);
    expect(right(await fetchExtract(line, place)())?.version).toBe(2);
  });

  it('is none where the register has none', async () => {
    const { line } = open();
    expect(await fetchExtract(line, place)()).toEqual(E.right(undefined));
  });

  it('survives whatever its bytes are', async () => {
    const { extracts, line } = open();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), async (any) => {
        extracts.put({ ...extract, bytes: any });
        expect(Buffer.from(right(await fetchExtract(line, place)())?.bytes ?? [])).toEqual(Buffer.from(any));
      }),
    );
  });

  it.each([
    ['other bytes than were signed for', { ...written, document: 'JVBERi0=' }],
    ['another entry', { ...written, number: 13 }],
    ['another book', { ...written, book: '99999/2023' }],
    ['no base64', { ...written, document: '%%%%' }],
    ['a field too many', { ...written, more: 1 }],
    ['a version 0', { ...written, version: 0 }],
    ['no object', ['x']],
  ])('%s is a malformed answer', async (_, body) =>
    expect(await fetchExtract(saying(body), place)()).toMatchObject({
      left: { kind: 'Unavailable', system: 'civil-status-register', code: 'malformed-answer' },
    }),
  );

  it('whatever the register says is an extract, none, or a fault', () =>
    fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom(200, 204, 301, 400, 404, 429, 500, 503),
        async (body, status) => {
          const fetched = await fetchExtract(
            lineTo('civil-status-register', async () => {
              const text = status === 204 ? null : JSON.stringify(body);
              return new Response(text, { status, headers: { 'content-type': 'application/json' } });
            }),
            place,
          )();
          expect(E.isLeft(fetched) ? fetched.left.kind : 'no extract').toBe('Unavailable');
        },
      ),
    ));

  it('is given to nobody without a login where one is asked for', async () => {
    const { extracts, served, line } = open({ login: { clients: { lienthong: 'secret' } } });
    extracts.put(extract);
    expect(await fetchExtract(line, place)()).toMatchObject({ left: { code: 'login-refused' } });
    const loggedIn = createLine({
      agency: 'civil-status-register',
      base: 'http://agency.invalid',
      fetch: fetchOf(served),
      login: { tokenAddress: 'http://agency.invalid/oauth/token', clientId: 'lienthong', clientSecret: 'secret' },
    });
    expect(right(await fetchExtract(loggedIn, place)())?.sha256).toBe(sha256);
    await loggedIn.close();
  });

  it.each(['/extracts', '/extracts?book=a', '/extracts?book=a&number=0', '/extracts?book=a%20b&number=1'])(
    'is asked for by book and number: %s',
    async (path) => {
      const { served } = open();
      const said = await served.fetch(new Request(`http://agency.invalid${path}`));
      expect(said.status).toBe(400);
      expect(said.headers.get('content-type')).toBe('application/problem+json');
    },
  );

  it('stands in the document that is served', async () => {
    const { served } = open();
    const said = await served.fetch(new Request('http://agency.invalid/openapi.json'));
    expect(await said.json()).toMatchObject({ openapi: '3.1.0', paths: { '/extracts': {}, '/births': {} } });
  });
});
