/** A line against real sockets: certificates, refusals, cut answers, slowness, tokens; what was sent is known, or said to be unknown. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { type AddressInfo, createServer as createNetServer, type Server as NetServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { E } from '@lienthong/core/fp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { httpDesk } from '../desk/http-desk.js';
import { answered, parcel, parcelWire } from '../trial/wires.js';
import type { Line, LineNews } from './call.js';
import { createLine } from './line.js';
import type { LineOptions } from './options.js';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const listening = async (server: Server | NetServer, scheme = 'http'): Promise<string> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const serving = (listener: RequestListener): Promise<string> => listening(createServer(listener));

const lineTo = (base: string, more: Partial<LineOptions> = {}): Readonly<{ line: Line; news: LineNews[] }> => {
  const news: LineNews[] = [];
  const line = createLine({
    agency: 'insurance',
    base,
    observe: (one) => void news.push(one),
    ...more,
    limits: { retries: 0, retryPauseMs: 1, timeoutMs: 5_000, connectMs: 2_000, ...more.limits },
  });
  open.unshift(() => line.close());
  return { line, news };
};

const ok: RequestListener = (_, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answered(1)));
};
const askOver = (line: Line, repeats: 'keyed' | 'neither' = 'neither') =>
  httpDesk(line, parcelWire(repeats)).ask(parcel())();
const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
};

const unreachable = { left: { kind: 'Unavailable', code: 'unreachable' } };
const outcomeUnknown = { left: { kind: 'OutcomeUnknown', system: 'insurance' } };

describe('a line over real sockets', () => {
  it('finds nobody where nobody listens, and knows that nothing arrived', async () => {
    const probe = createServer();
    const base = await listening(probe);
    await open.pop()?.();
    const { line, news } = lineTo(base, { limits: { retries: 2 } });
    expect(await askOver(line)).toMatchObject(unreachable);
    expect(news.map(({ attempt, code }) => [attempt, code])).toEqual([
      [1, 'unreachable'],
      [2, 'unreachable'],
      [3, 'unreachable'],
    ]);
    expect(new Set(news.map(({ traceId }) => traceId)).size).toBe(1);
  });

  it('finds nobody under a name that is nobody’s', async () => {
    const { line } = lineTo('http://agency.invalid');
    expect(await askOver(line)).toMatchObject(unreachable);
  });

  it('does not know what became of a POST whose connection was cut before, or in the middle of, its answer', async () => {
    let asked = 0;
    const cutters: readonly RequestListener[] = [
      ({ socket }) => void socket.destroy(),
      ({ socket }, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '900' });
        response.write('{"kind":"answ', () => socket.destroy());
      },
    ];
    for (const cut of cutters) {
      const base = await serving((request, response) => {
        asked += 1;
        cut(request, response);
      });
      const { line } = lineTo(base, { limits: { retries: 2 } });
      expect(await askOver(line)).toMatchObject(outcomeUnknown);
    }
    expect(asked).toBe(2);
  });

  it('asks a keyed agency again by itself after a cut, under the same key', async () => {
    const keys: unknown[] = [];
    const base = await serving((request, response) => {
      keys.push(request.headers['idempotency-key']);
      if (keys.length === 1) request.socket.destroy();
      else ok(request, response);
    });
    const { line } = lineTo(base, { limits: { retries: 2 } });
    expect(await askOver(line, 'keyed')).toEqual(E.right(answered(1)));
    expect(keys).toEqual([parcel().key, parcel().key]);
  });

  it('does not wait for ever: a slow POST is unknown, a slow GET timed out', async () => {
    const base = await serving(() => undefined);
    const { line } = lineTo(base, { limits: { timeoutMs: 100 } });
    expect(await askOver(line)).toMatchObject(outcomeUnknown);
    const { collect } = httpDesk(line, parcelWire('neither'));
    expect(await collect()()).toMatchObject({ left: { kind: 'Unavailable', code: 'timed-out' } });
  });

  it('does not wait for ever for an answer that drips', async () => {
    const base = await serving((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    const { line } = lineTo(base, { limits: { timeoutMs: 150 } });
    expect(await askOver(line)).toMatchObject(outcomeUnknown);
  });

  it('reads so many bytes and no more', async () => {
    const base = await serving((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const flood = (): void =>
        void (response.destroyed || response.write('x'.repeat(65_536), () => setImmediate(flood)));
      flood();
    });
    const { line } = lineTo(base, { limits: { answerBytes: 500_000 } });
    expect(await askOver(line)).toMatchObject(outcomeUnknown);
  });

  it('makes a value of what is no HTTP at all', async () => {
    const noise = [
      'SSH-2.0-OpenSSH_9.6\r\n',
      'HTTP/9.9 000 \r\n\r\n',
      '\u0000\u0001\u0002',
      'HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\n',
    ];
    for (const said of noise) {
      const base = await listening(createNetServer((socket) => void socket.on('data', () => socket.end(said))));
      const { line } = lineTo(base);
      expect(await askOver(line)).toMatchObject(outcomeUnknown);
    }
  });

  it('follows nobody elsewhere', async () => {
    let elsewhere = 0;
    const other = await serving((request, response) => {
      elsewhere += 1;
      ok(request, response);
    });
    const base = await serving((_, response) => void response.writeHead(307, { location: `${other}/cards` }).end());
    const { line } = lineTo(base);
    expect(await askOver(line)).toMatchObject(outcomeUnknown);
    expect(elsewhere).toBe(0);
  });

  it('hears how long it is to leave the agency alone, in seconds or until a date', async () => {
    const waits = ['120', 'Wed, 12 Jul 2023 03:02:00 GMT'];
    const now = Date.parse('2023-07-12T03:00:00Z');
    for (const wait of waits) {
      const base = await serving((_, response) => {
        response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': wait });
        response.end(JSON.stringify({ type: 'not-taken', title: 'Later', status: 503 }));
      });
      const { line } = lineTo(base, { now: () => now });
      expect(await askOver(line)).toMatchObject({ left: { code: 'busy', waitMs: 120_000 } });
    }
  });

  it('lets nothing through while its breaker is open, and tries again after', async () => {
    let [asked, up] = [0, false];
    const base = await serving((request, response) => {
      asked += 1;
      if (up) ok(request, response);
      else request.socket.destroy();
    });
    const { line } = lineTo(base, { limits: { breakAfter: 3, breakMs: 200 } });
    for (let nth = 0; nth < 3; nth += 1) expect(await askOver(line)).toMatchObject(outcomeUnknown);
    const stopped = await askOver(line);
    expect(stopped).toMatchObject(unreachable);
    expect(E.isLeft(stopped) && stopped.left.kind === 'Unavailable' ? stopped.left.waitMs : 0).toBeGreaterThan(0);
    expect(asked).toBe(3);
    up = true;
    await expect.poll(() => askOver(line), { timeout: 5_000 }).toEqual(E.right(answered(1)));
    expect(await askOver(line)).toEqual(E.right(answered(1)));
  });

  it('has so many calls under way, lets so many wait, and tells the others that it is busy', async () => {
    const waiting: (() => void)[] = [];
    let most = 0;
    const base = await serving((request, response) => {
      waiting.push(() => ok(request, response));
      most = Math.max(most, waiting.length);
    });
    const { line } = lineTo(base, { limits: { atOnce: 2, waiting: 1 } });
    const all = [1, 2, 3, 4].map(() => askOver(line));
    expect(await all[3]).toMatchObject({ left: { kind: 'Unavailable', code: 'busy' } });
    await expect.poll(() => waiting.length).toBe(2);
    for (const answer of waiting.splice(0)) answer();
    await expect.poll(() => waiting.length).toBe(1);
    for (const answer of waiting.splice(0)) answer();
    expect(await Promise.all(all.slice(0, 3))).toEqual(all.slice(0, 3).map(() => E.right(answered(1))));
    expect(most).toBe(2);
  });
});

describe('a login (đăng nhập hệ thống)', () => {
  const login = { clientId: 'lienthong', clientSecret: 's3cret:ü' };

  const tokenServer = async (state: {
    good: string;
    life: number;
    asked: string[];
    refuse?: number;
  }): Promise<string> =>
    serving((request, response) => {
      void (async () => {
        const form = new URLSearchParams(await bodyOf(request));
        state.asked.push(`${form.get('grant_type')} ${request.headers.authorization?.split(' ')[0]}`);
        const refused = state.refuse !== undefined;
        response.writeHead(state.refuse ?? 200, { 'content-type': 'application/json' });
        state.good = refused ? '' : `token-${state.asked.length}`;
        const token = { access_token: state.good, token_type: 'Bearer', expires_in: state.life };
        response.end(JSON.stringify(refused ? { error: 'invalid_client' } : token));
      })();
    });

  const agency = (good: () => string) =>
    serving((request, response) => {
      if (request.headers.authorization === `Bearer ${good()}`) return ok(request, response);
      response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
    });

  it('is made once for many calls at a time, and again shortly before it runs out', async () => {
    const state = { good: '', life: 60, asked: [] as string[] };
    const tokenAddress = await tokenServer(state);
    let now = 1_000_000;
    const { line } = lineTo(await agency(() => state.good), { login: { ...login, tokenAddress }, now: () => now });
    const many = await Promise.all([1, 2, 3, 4, 5].map(() => askOver(line)));
    expect(many.every(E.isRight)).toBe(true);
    expect(state.asked).toEqual(['client_credentials Basic']);
    now += 29_000;
    await askOver(line);
    expect(state.asked).toHaveLength(1);
    now += 2_000;
    expect(await askOver(line)).toEqual(E.right(answered(1)));
    expect(state.asked).toHaveLength(2);
  });

  it('that runs out early is renewed once', async () => {
    const state = { good: '', life: 3_600, asked: [] as string[] };
    const tokenAddress = await tokenServer(state);
    const { line } = lineTo(await agency(() => state.good), { login: { ...login, tokenAddress } });
    await askOver(line);
    state.good = 'rotated';
    expect(await askOver(line)).toEqual(E.right(answered(1)));
    expect(state.asked).toHaveLength(2);
  });

  it('that is refused for a while is a fault of its own, and no lost case once it is over', async () => {
    const state = { good: '', life: 3_600, asked: [] as string[] };
    const tokenAddress = await tokenServer(state);
    let refusing = true;
    const { line } = lineTo(await agency(() => (refusing ? 'nobody’s' : state.good)), {
      login: { ...login, tokenAddress },
    });
    const refused = { left: { kind: 'Unavailable', system: 'insurance', code: 'login-refused' } };
    expect(await askOver(line)).toMatchObject(refused);
    expect(await askOver(line)).toMatchObject(refused);
    refusing = false;
    expect(await askOver(line)).toEqual(E.right(answered(1)));
  });

  it('that the token server refuses is refused; a token server that is away is unreachable', async () => {
    const state = { good: '', life: 3_600, asked: [] as string[], refuse: 401 };
    const tokenAddress = await tokenServer(state);
    const base = await agency(() => state.good);
    const { line } = lineTo(base, { login: { ...login, tokenAddress } });
    expect(await askOver(line)).toMatchObject({ left: { code: 'login-refused' } });
    state.refuse = 503;
    expect(await askOver(line)).toMatchObject(unreachable);
    const nobody = lineTo(base, { login: { ...login, tokenAddress: 'http://127.0.0.1:1/token' } });
    expect(await askOver(nobody.line)).toMatchObject(unreachable);
    const silent = { ...login, tokenAddress: await serving(() => undefined) };
    const waiting = lineTo(base, { login: silent, limits: { timeoutMs: 100 } });
    expect(await askOver(waiting.line)).toMatchObject(unreachable);
  });
});

describe('certificates (mTLS)', () => {
  let folder = '';
  const pem = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const openssl = (...args: readonly string[]): void =>
    void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const authority = (name: string): void =>
    openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.crt`,
    );
  const certificate = (name: string, by: string): void => {
    openssl(
      'req',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-subj',
      `/CN=${name}`,
      '-addext',
      'subjectAltName=IP:127.0.0.1',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
    );
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      `${by}.crt`,
      '-CAkey',
      `${by}.key`,
      '-CAcreateserial',
      '-days',
      '2',
      '-copy_extensions',
      'copy',
      '-out',
      `${name}.crt`,
    );
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'line-'));
    authority('state');
    authority('nobody');
    certificate('agency', 'state');
    certificate('us', 'state');
    certificate('stranger', 'nobody');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  let taken: (string | undefined)[] = [];
  const agency = (more: ServerOptions = {}): Promise<string> => {
    taken = [];
    const options = {
      ca: pem('state.crt'),
      cert: pem('agency.crt'),
      key: pem('agency.key'),
      requestCert: true,
      rejectUnauthorized: true,
    };
    const server = createTlsServer({ ...options, ...more }, (request, response) => {
      const { subject } = (
        request.socket as unknown as Readonly<{ getPeerCertificate: () => { subject?: { CN?: string } } }>
      ).getPeerCertificate();
      taken.push(subject?.CN);
      ok(request, response);
    });
    server.on('tlsClientError', () => undefined);
    return listening(server, 'https');
  };

  it('show the agency who we are', async () => {
    const { line } = lineTo(await agency(), { tls: { ca: pem('state.crt'), cert: pem('us.crt'), key: pem('us.key') } });
    expect(await askOver(line)).toEqual(E.right(answered(1)));
    expect(taken).toEqual(['us']);
  });

  const refusedUnder = async (version: 'TLSv1.2' | 'TLSv1.3') => {
    const base = await agency({ minVersion: version, maxVersion: version });
    const without = lineTo(base, { tls: { ca: pem('state.crt') } });
    const strange = lineTo(base, {
      tls: { ca: pem('state.crt'), cert: pem('stranger.crt'), key: pem('stranger.key') },
    });
    const came = [await askOver(without.line), await askOver(strange.line)];
    expect(taken).toEqual([]);
    return came;
  };

  it('that the agency refuses or misses leave nothing there', async () => {
    expect(await refusedUnder('TLSv1.2')).toMatchObject([unreachable, unreachable]);
  });

  it('refused under TLS 1.3 by a server that only hangs up leave us in doubt, for our own handshake is over by then', async () => {
    expect(await refusedUnder('TLSv1.3')).toMatchObject([outcomeUnknown, outcomeUnknown]);
  });

  it('of an agency that we do not trust stop us before anything is sent', async () => {
    const base = await agency({ requestCert: false });
    const { line } = lineTo(base, { tls: { ca: pem('nobody.crt') } });
    expect(await askOver(line)).toMatchObject(unreachable);
    expect(taken).toEqual([]);
  });
});
