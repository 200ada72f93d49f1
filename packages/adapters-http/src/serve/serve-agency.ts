/** An agency behind HTTP (cơ quan trên mạng): its desks served over the protocol, with its document, its login and its callbacks. */

import { randomUUID } from 'node:crypto';
import { E } from '@lienthong/core/fp';
import { Hono } from 'hono';
import { readBytes } from '../line/bounded-body.js';
import type { Fetch } from '../line/options.js';
import type { SigningOptions } from '../signing/signing.js';
import { isSigned, type VerifyingOptions } from '../signing/verifying.js';
import { jsonAnswer, problemAnswer } from '../wire/answering.js';
import { openApiOf } from '../wire/open-api.js';
import { NOT_TAKEN } from '../wire/problem.js';
import type { AgencyWire } from '../wire/purpose-wire.js';
import { type AnyDesk, BYTES, counter } from './counter.js';
import { type PostedReplies, postDue } from './posting.js';
import { type Shelf, shelfOf } from './shelf.js';
import { type ServedLogin, type TokenDesk, tokenDesk } from './tokens.js';

export type ServeOptions = Readonly<{
  login?: ServedLogin;
  /** With it only signed requests are taken. */
  signatures?: VerifyingOptions;
  /** How callbacks are signed. */
  signing?: SigningOptions;
  /** Told of a request whose outcome its sender must not learn, so that the embedder may cut its connection. */
  hangUp?: (request: Request) => void;
  /** In place of the network, for callbacks. */
  fetch?: Fetch;
  callbackTimeoutMs?: number;
  now?: () => number;
  /** Names receipts and tokens; random UUIDs unless told. */
  newId?: () => string;
}>;

export type ServedAgency = Readonly<{
  fetch: (request: Request) => Promise<Response>;
  /** Posts what is due below this address. */
  post: (callback: string) => Promise<PostedReplies>;
}>;

const gate =
  (tokens: TokenDesk | undefined, signatures: VerifyingOptions | undefined) =>
  async (request: Request): Promise<Response | undefined> => {
    const refusal = tokens?.refusal(request);
    if (refusal !== undefined || signatures === undefined || request.method !== 'POST') return refusal;
    const bytes = await readBytes(request.clone(), BYTES);
    if (E.isRight(bytes) && (await isSigned(signatures, request, bytes.right))) return undefined;
    return problemAnswer(NOT_TAKEN, 401, 'The signature does not do', { code: 'login-refused' });
  };

export const serveAgency = (
  agency: AgencyWire,
  desks: Readonly<Record<string, AnyDesk>>,
  options: ServeOptions = {},
): ServedAgency => {
  const {
    login,
    signatures,
    signing,
    hangUp,
    now = Date.now,
    newId = randomUUID,
    callbackTimeoutMs = 10_000,
  } = options;
  const tokens = login && tokenDesk(login, now, newId);
  const shelves: Readonly<{ path: string; shelf: Shelf }>[] = [];
  const app = new Hono();
  app.notFound(() => problemAnswer('unknown-path', 404, 'Nothing is served here'));
  app.onError(() => problemAnswer('fault', 500, 'Something went wrong'));
  const document = openApiOf(agency, { ...(login && { tokenPath: login.path ?? '/oauth/token' }) });
  app.get('/openapi.json', () => jsonAnswer(200, document));
  if (tokens !== undefined) app.post(login?.path ?? '/oauth/token', ({ req }) => tokens.issue(req.raw));
  const stopped = gate(tokens, signatures);
  for (const wire of agency.purposes) {
    const desk = desks[wire.path];
    if (desk === undefined) continue;
    const shelf = shelfOf(desk, newId);
    shelves.push({ path: wire.path, shelf });
    const at = counter(wire, desk, shelf, hangUp);
    const open = (work: (request: Request) => Promise<Response>) => async (request: Request) =>
      (await stopped(request)) ?? work(request);
    app.post(wire.path, ({ req }) => open(at.ask)(req.raw));
    app.get(`${wire.path}/replies`, ({ req }) => open(at.replies)(req.raw));
    app.post(`${wire.path}/replies/confirm`, ({ req }) => open(at.confirm)(req.raw));
    app.get(`${wire.path}/:key`, ({ req }) => open(() => at.find(req.param('key')))(req.raw));
  }
  const env = { signing, fetch: options.fetch ?? fetch, now, timeoutMs: callbackTimeoutMs };
  return {
    fetch: async (request) => app.fetch(request),
    post: async (callback) => {
      const posted: PostedReplies[] = [];
      for (const { path, shelf } of shelves) posted.push(await postDue(env, callback, path, shelf));
      return posted.reduce(
        (sum, { accepted, kept }) => ({ accepted: sum.accepted + accepted, kept: sum.kept + kept }),
        { accepted: 0, kept: 0 },
      );
    },
  };
};
