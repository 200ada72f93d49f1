import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryBudget } from './budget.js';
import type { Call } from './call.js';
import { judge, type Said } from './judge.js';
import { createLine } from './line.js';
import { waitFrom } from './retry-after.js';
import { traceIdOf, traceparent } from './traceparent.js';

const post: Call = { purpose: 'p', method: 'POST', path: '/p', key: 'k' };
const get: Call = { purpose: 'p', method: 'GET', path: '/p' };
const said = (status: number, body: unknown, more: Partial<Said> = {}): Said => ({
  status,
  contentType: 'application/problem+json; charset=UTF-8',
  bytes: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  waitMs: undefined,
  ...more,
});
const code = (call: Call, what: Said): string => {
  const came = judge('a', call, what);
  if (came.kind === 'heard') return 'heard';
  return came.problem.kind === 'Unavailable' ? came.problem.code : came.problem.kind;
};
const notTaken = { type: 'not-taken' };

describe('what a status means', () => {
  it.each([
    [401, 'login-refused'],
    [403, 'login-refused'],
    [409, 'closed'],
    [422, 'closed'],
    [429, 'busy'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ] as const)('%i with a problem that promises that nothing was taken is %s', (status, expected) => {
    for (const call of [post, get]) expect(code(call, said(status, notTaken))).toBe(expected);
  });

  it.each([301, 400, 404, 408, 409, 422, 429, 500, 503, 504])('%i without it leaves a POST unknown', (status) => {
    for (const body of ['', '<html>', { type: 'about:blank' }, { type: ['not-taken'] }, [notTaken], null])
      expect(code(post, said(status, body))).toBe('OutcomeUnknown');
  });

  it('401 and 403 say it by themselves, and a promise in a success or as another type of content is none', () => {
    for (const status of [401, 403]) expect(code(post, said(status, ''))).toBe('login-refused');
    expect(code(post, said(200, notTaken))).toBe('heard');
    expect(code(post, said(503, notTaken, { contentType: 'text/html' }))).toBe('OutcomeUnknown');
    expect(code(post, said(302, notTaken))).toBe('OutcomeUnknown');
  });

  it('a look-up has no effect to be in doubt about', () => {
    expect(code(get, said(404, ''))).toBe('malformed-answer');
    expect(code(get, said(502, ''))).toBe('unreachable');
    expect(code(get, said(429, ''))).toBe('busy');
    expect(code(get, said(200, '<html>'))).toBe('malformed-answer');
  });

  it('a problem that a call takes for its answer is heard', () => {
    expect(judge('a', { ...get, answers: ['not-received'] }, said(404, { type: 'not-received' }))).toEqual({
      kind: 'heard',
      heard: { status: 404, problem: 'not-received' },
    });
  });
});

describe('how long to wait', () => {
  const now = Date.parse('2023-07-12T03:00:00Z');
  it.each([
    ['0', 0],
    [' 30 ', 30_000],
    ['Wed, 12 Jul 2023 03:01:00 GMT', 60_000],
    ['Wed, 12 Jul 2023 02:00:00 GMT', 0],
    ['999999999999', 366 * 86_400_000],
    ['-1', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['2023-07-12', undefined],
    [null, undefined],
  ] as const)('%j is %j', (header, ms) => expect(waitFrom(header, now)).toBe(ms));
});

describe('the retry budget', () => {
  it('never lets retries be more than their share of the calls, beside the savings', () => {
    const moves = fc.array(fc.boolean(), { maxLength: 400 });
    fc.assert(
      fc.property(moves, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), (all, share, savings) => {
        const budget = retryBudget(share, savings);
        let [calls, retries] = [0, 0];
        for (const isCall of all) {
          if (isCall) {
            calls += 1;
            budget.earn();
          } else if (budget.spend()) retries += 1;
        }
        expect(retries).toBeLessThanOrEqual(savings + share * calls + 1e-6);
      }),
    );
  });

  it('runs out when an agency is down, so that it is not asked three times as often', async () => {
    let asked = 0;
    const line = createLine({
      agency: 'a',
      base: 'http://a.test',
      limits: { retries: 2, retryPauseMs: 0, retrySavings: 4, retryShare: 0.1, breakAfter: Number.POSITIVE_INFINITY },
      fetch: async () => {
        asked += 1;
        throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
      },
    });
    for (let call = 0; call < 50; call += 1) await line.call(get)();
    expect(asked).toBeGreaterThan(50);
    expect(asked).toBeLessThanOrEqual(50 + 4 + 5);
  });
});

describe('a trace', () => {
  it('is named by the key of its request', () => {
    const key = '0b6f2a52-6c1d-5e0f-9f4b-2f6c1d0e7a31';
    expect(traceIdOf(key, () => 0.5)).toBe('0b6f2a526c1d5e0f9f4b2f6c1d0e7a31');
  });

  it('is well formed whatever the key and the chance', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.option(fc.oneof(fc.string(), fc.uuid()), { nil: undefined }), chance, (key, drawn) => {
        const written = traceparent(
          traceIdOf(key, () => drawn),
          () => drawn,
        );
        expect(written).toMatch(/^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-01$/);
      }),
    );
  });
});

describe('settings that cannot be', () => {
  it.each([
    ['an address that is none', { base: 'nowhere at all' }],
    [
      'a key that does not sign',
      { base: 'http://a.test', signing: { keyId: 'k', algorithm: 'ed25519', privateKey: 'x' } },
    ],
  ] as const)('%s send nothing', async (_, options) => {
    let asked = 0;
    const fetch = async () => {
      asked += 1;
      return new Response();
    };
    const came = await createLine({ agency: 'a', fetch, ...options }).call(post)();
    expect(came).toMatchObject({ left: { kind: 'Unavailable', code: 'unreachable', retry: false } });
    expect(asked).toBe(0);
  });
});
