/**
 * Login by client credentials (đăng nhập hệ thống): a token is kept until shortly before it expires, and renewed by one call at
 * a time. A login that is refused, or answered with what is no token, is `login-refused`; a token server that is away is
 * `unreachable`. Neither can have had an effect at the agency.
 */
import { type Fault, unavailable } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import * as oauth from 'oauth4webapi';
import { readBytes } from './bounded-body.js';
import type { Fetch, LineLimits, Login } from './options.js';
import { waitFrom } from './retry-after.js';

export type Token = Readonly<{ value: string; goodUntil: number }>;

export type Tokens = Readonly<{
  /** The token to use now. */
  get: () => Promise<Either<Fault, string>>;
  /** This one was refused: the next `get` asks for another. */
  drop: (refused: string) => void;
}>;

type Env = Readonly<{
  agency: string;
  fetch: Fetch;
  now: () => number;
  limits: Pick<LineLimits, 'renewBeforeMs' | 'timeoutMs'>;
}>;

/** Where a token server names no expiry. */
const AN_HOUR_S = 3_600;
const TOKEN_BYTES = 100_000;
/** RFC 6750's b64token and nothing that could end a header. */
const SENDABLE = /^[\x21-\x7e]{1,16384}$/;

const clientAuth = ({ clientSecret, method = 'basic' }: Login): oauth.ClientAuth => {
  if (clientSecret === undefined) return oauth.TlsClientAuth();
  return method === 'post' ? oauth.ClientSecretPost(clientSecret) : oauth.ClientSecretBasic(clientSecret);
};

/** Asks once. What is thrown, here or by the library, never leaves. */
const ask = async (login: Login, { agency, fetch, now, limits }: Env): Promise<Either<Fault, Token>> => {
  const say = (code: 'unreachable' | 'login-refused') => E.left(unavailable(agency, code, true));
  const server: oauth.AuthorizationServer = { issuer: login.tokenAddress, token_endpoint: login.tokenAddress };
  const client: oauth.Client = { client_id: login.clientId };
  let came: Response | undefined;
  try {
    const options = {
      [oauth.customFetch]: async (address: string, init: object): Promise<Response> => {
        const answer = await fetch(address, init);
        const bytes = await readBytes(answer, TOKEN_BYTES);
        const kept = E.isRight(bytes) && bytes.right.byteLength > 0 ? bytes.right : null;
        came = new Response(kept, { status: answer.status, headers: [...answer.headers] });
        return came;
      },
      [oauth.allowInsecureRequests]: login.tokenAddress.startsWith('http:'),
      signal: () => AbortSignal.timeout(limits.timeoutMs),
    };
    const parameters = login.scope === undefined ? {} : { scope: login.scope };
    const response = await oauth.clientCredentialsGrantRequest(server, client, clientAuth(login), parameters, options);
    const read = await oauth.processClientCredentialsResponse(server, client, response);
    if (read.token_type.toLowerCase() !== 'bearer' || !SENDABLE.test(read.access_token)) return say('login-refused');
    return E.right({ value: read.access_token, goodUntil: now() + (read.expires_in ?? AN_HOUR_S) * 1000 });
  } catch {
    if (came === undefined || came.status >= 500) return say('unreachable');
    if (came.status !== 429) return say('login-refused');
    const waitMs = waitFrom(came.headers.get('retry-after'), now());
    return E.left({ ...unavailable(agency, 'busy', true), ...(waitMs !== undefined && { waitMs }) });
  }
};

export const tokensOf = (login: Login, env: Env): Tokens => {
  let kept: Token | undefined;
  let asking: Promise<Either<Fault, Token>> | undefined;
  const renew = (): Promise<Either<Fault, Token>> => {
    asking ??= ask(login, env).then((came) => {
      kept = E.isRight(came) ? came.right : undefined;
      asking = undefined;
      return came;
    });
    return asking;
  };
  return {
    get: async () => {
      if (kept !== undefined && env.now() < kept.goodUntil - env.limits.renewBeforeMs) return E.right(kept.value);
      const came = await renew();
      return E.isLeft(came) ? came : E.right(came.right.value);
    },
    drop: (refused) => {
      if (kept?.value === refused) kept = undefined;
    },
  };
};
