/** Steering the sandbox (điều khiển): its state, its records, its faults and its clock, as JSON and from the page's forms. */

import type { Malformed } from '@lienthong/core';
import { later } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { accept, count, fields, flag, oneOf, optional, type Received } from '@lienthong/core/received';
import { type Effect, SYSTEMS, type Weather } from '@lienthong/testing/agencies';
import { Hono } from 'hono';
import { pageLanguage, statusPage } from './page.js';
import { KEY_ID } from './play-over-http.js';
import type { Inside } from './sandbox.js';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

const weatherSchema = fields({
  door: optional(oneOf('unreachable', 'login-refused', 'busy')),
  losesAnswers: optional(flag),
  repeats: optional(flag),
  delayMs: optional(count(0, 60 * DAY_MINUTES * MINUTE)),
}) as unknown as Received<Weather>;

/** Either or both: how fast it runs, how far it moves at once. */
const clockSchema = fields({
  rate: optional(count(0, 1_000_000)),
  stepMinutes: optional(count(0, 366 * DAY_MINUTES)),
}) as unknown as Received<Readonly<{ rate?: number; stepMinutes?: number }>>;

/** An agency's own record, but for what it wrote about a person. */
const shownEffect = ({ agency, purpose, caseId, key, request, at }: Effect) => ({
  agency,
  purpose,
  caseId,
  key,
  request,
  at,
});

const stateOf = ({ clock, doubles, weather, faults, callback }: Inside) => ({
  now: clock.now(),
  rate: clock.rate(),
  faults,
  callback: callback ?? null,
  systems: Object.fromEntries(SYSTEMS.map((system) => [system, weather.of(system)])),
  queues: doubles.queues(),
  records: doubles.effects().length,
});

type Sent = Readonly<{ raw: unknown; form: boolean }>;

const numberIn = (form: FormData, name: string): unknown => {
  const typed = String(form.get(name) ?? '').trim();
  return typed === '' ? undefined : Number(typed);
};

const without = (fieldsOf: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(Object.entries(fieldsOf).filter(([, value]) => value !== undefined && value !== ''));

const weatherForm = (form: FormData): unknown => {
  const minutes = numberIn(form, 'delayMinutes');
  return without({
    door: form.get('door') ?? '',
    losesAnswers: form.has('losesAnswers') ? true : undefined,
    repeats: form.has('repeats') ? true : undefined,
    delayMs: typeof minutes === 'number' ? minutes * MINUTE : undefined,
  });
};

const clockForm = (form: FormData): unknown =>
  without({ rate: numberIn(form, 'rate'), stepMinutes: numberIn(form, 'stepMinutes') });

const sent = async (request: Request, ofForm: (form: FormData) => unknown): Promise<Sent> => {
  const type = request.headers.get('content-type') ?? '';
  try {
    if (/^application\/json\b/.test(type)) return { raw: await request.json(), form: false };
    return { raw: ofForm(await request.formData()), form: true };
  } catch {
    return { raw: undefined, form: false };
  }
};

const problem = (status: number, type: string, more: Readonly<Record<string, string>> = {}): Response =>
  Response.json({ type, status, ...more }, { status, headers: { 'content-type': 'application/problem+json' } });

const unread = ({ at, expected }: Malformed): Response => problem(422, 'bad-input', { at, expected });

/** Only this machine, by its own name, and no page of somebody else's: whoever can send a form could else switch faults. */
const fromHere = (request: Request): boolean => {
  const { hostname } = new URL(request.url);
  const site = request.headers.get('sec-fetch-site');
  const local = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
  return local && (request.method === 'GET' || site === null || site === 'same-origin' || site === 'none');
};

export const control = (inside: Inside): ((request: Request) => Promise<Response>) => {
  const { clock, doubles, weather } = inside;
  const app = new Hono();

  const change = async <A>(
    request: Request,
    schema: Received<A>,
    ofForm: (form: FormData) => unknown,
    apply: (wanted: A) => void,
  ): Promise<Response> => {
    const { raw, form } = await sent(request, ofForm);
    const wanted: Either<Malformed, A> = accept(schema, raw);
    if (E.isLeft(wanted)) return unread(wanted.left);
    apply(wanted.right);
    if (!form) return Response.json(stateOf(inside));
    const back = `/?lang=${pageLanguage(request)}`;
    return new Response(null, { status: 303, headers: { location: back } });
  };

  app.notFound(() => problem(404, 'unknown-path'));
  app.onError(() => problem(500, 'fault'));
  app.get('/', ({ req }) => statusPage(inside, pageLanguage(req.raw)));
  app.get('/control', () => Response.json(stateOf(inside)));
  app.get('/control/records', () => Response.json({ records: doubles.effects().map(shownEffect) }));
  app.get('/keys', () => Response.json({ keys: [{ ...inside.publicKey.export({ format: 'jwk' }), kid: KEY_ID }] }));
  app.post('/control/clock', ({ req }) =>
    change(req.raw, clockSchema, clockForm, ({ rate, stepMinutes = 0 }) => {
      if (rate !== undefined) clock.runAt(rate);
      clock.moveTo(later(clock.now(), stepMinutes * MINUTE));
    }),
  );
  app.post('/control/systems/:system', ({ req }) => {
    const system = SYSTEMS.find((one) => one === req.param('system'));
    if (system === undefined) return problem(404, 'unknown-system', { expected: SYSTEMS.join(', ') });
    return change(req.raw, weatherSchema, weatherForm, (wanted) => weather.set(system, wanted));
  });
  return async (request) => (fromHere(request) ? app.fetch(request) : problem(403, 'not-from-here'));
};
