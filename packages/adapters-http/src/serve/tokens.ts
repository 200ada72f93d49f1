/** A token endpoint and the check of what it gave out (OAuth 2.0 client credentials), for doubles and sandboxes. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { E } from '@lienthong/core/fp';
import { readBytes } from '../line/bounded-body.js';
import { jsonAnswer, problemAnswer } from '../wire/answering.js';
import { NOT_TAKEN } from '../wire/problem.js';

export type ServedLogin = Readonly<{
  /** Secrets by client id. */
  clients: Readonly<Record<string, string>>;
  /** Where tokens are asked for; `/oauth/token` unless told. */
  path?: string;
  /** How long a token is good, in seconds; an hour unless told. */
  lifeS?: number;
  /** While it says so every login is refused, and every token given out before. */
  refuse?: () => boolean;
}>;

export type TokenDesk = Readonly<{
  issue: (request: Request) => Promise<Response>;
  refusal: (request: Request) => Response | undefined;
}>;

const FORM_BYTES = 100_000;
const NO_STORE = { 'cache-control': 'no-store' };

const same = (a: string, b: string): boolean => {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
};

const plain = (formEncoded: string): string => {
  try {
    return decodeURIComponent(formEncoded.replaceAll('+', ' '));
  } catch {
    return '';
  }
};

/** Who asks: by HTTP Basic, or in the form. */
const credentials = (request: Request, form: URLSearchParams): readonly [string, string] => {
  const [, basic] = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (basic === undefined) return [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return [plain(id), plain(secret.join(':'))];
};

export const tokenDesk = (
  { clients, lifeS = 3_600, refuse = () => false }: ServedLogin,
  now: () => number,
  newId: () => string,
): TokenDesk => {
  const goodUntil = new Map<string, number>();
  const issue = async (request: Request): Promise<Response> => {
    const bytes = await readBytes(request, FORM_BYTES);
    const form = new URLSearchParams(E.isRight(bytes) ? new TextDecoder().decode(bytes.right) : '');
    const [id, secret] = credentials(request, form);
    const known = Object.hasOwn(clients, id) ? clients[id] : undefined;
    if (refuse() || known === undefined || !same(known, secret)) {
      return jsonAnswer(401, { error: 'invalid_client' }, { ...NO_STORE, 'www-authenticate': 'Basic realm="tokens"' });
    }
    if (form.get('grant_type') !== 'client_credentials')
      return jsonAnswer(400, { error: 'unsupported_grant_type' }, NO_STORE);
    for (const [token, until] of goodUntil) if (until <= now()) goodUntil.delete(token);
    const token = newId();
    goodUntil.set(token, now() + lifeS * 1000);
    return jsonAnswer(200, { access_token: token, token_type: 'Bearer', expires_in: lifeS }, NO_STORE);
  };
  const refusal = (request: Request): Response | undefined => {
    const [, token = ''] = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    if (!refuse() && (goodUntil.get(token) ?? 0) > now()) return undefined;
    const challenge = { 'www-authenticate': 'Bearer error="invalid_token"' };
    return problemAnswer(NOT_TAKEN, 401, 'The login was refused', { code: 'login-refused' }, challenge);
  };
  return { issue, refusal };
};
