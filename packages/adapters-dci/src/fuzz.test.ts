/** Whatever is sent to either side is answered in the standard's words. */
import type { JsonObject } from '@lienthong/core/evidence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from './message/types.js';
import { aMessage, bodies, paths } from './trial/messages.js';
import { type Sides, twoSides } from './trial/two-sides.js';
import { validator } from './trial/validate.js';

const validate = validator();
const actions: readonly Action[] = ['search', 'subscribe', 'unsubscribe', 'txn-status'];
const asked = [...Object.values(paths), '/registry/sync/search', '/registry/sync/txn/status'];
const told = ['notify', 'on-search', 'on-subscribe', 'on-unsubscribe', 'txn/on-status'].map(
  (end) => `/registry/${end}`,
);

const isAnswered = async (response: Response): Promise<number> => {
  const body = (await response.json()) as unknown;
  expect(response.status).toBeGreaterThanOrEqual(200);
  expect(response.status).toBeLessThan(500);
  if (response.status >= 400) expect(body).toMatchObject({ message: { ack_status: 'ERR' } });
  const isSync = response.status === 200 && (body as JsonObject)['header'] !== undefined;
  const header = (body as { header?: { action?: string } }).header;
  const name = isSync ? (header?.action as 'on-search' | 'txn-on-status') : 'acknowledgment';
  expect(validate(name, body)).toBeUndefined();
  return response.status;
};

const post = (to: (request: Request) => Promise<Response>, path: string, body: string | Uint8Array) =>
  to(new Request(`https://x${path}`, { method: 'POST', body: body as BodyInit }));

/** A copy with one place, however deep, replaced by something else. */
const mutated = (value: unknown, seed: number, put: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return put;
  const keys = Object.keys(value);
  const key = keys[seed % Math.max(keys.length, 1)];
  if (key === undefined || seed % 7 === 0) return put;
  const deeper = mutated((value as Readonly<Record<string, unknown>>)[key], Math.floor(seed / 7), put);
  return Array.isArray(value)
    ? value.map((item, at) => (String(at) === key ? deeper : (item as unknown)))
    : { ...value, [key]: deeper };
};

describe('either side', () => {
  it('answers any bytes and any JSON', async () => {
    const sides = await twoSides();
    const anyBody = fc.oneof(fc.json(), fc.string(), fc.uint8Array({ maxLength: 200 }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...asked), fc.constantFrom(...told), anyBody, async (path, other, body) => {
        await isAnswered(await post(sides.registry, path, body as string));
        await isAnswered(await post(sides.receiver, other, body as string));
      }),
    );
  });

  it('answers a known sender who signs whatever else', async () => {
    const sides: Sides = await twoSides();
    await sides.registerBirth('00000000-0000-5000-8000-0000000000b1');
    const reached = { taken: 0, refused: 0 };
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('__proto__', '9'.repeat(400), '\u0000', -0, 1e300, [], {}),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...actions),
        fc.nat(),
        anything,
        fc.boolean(),
        fc.option(fc.constantFrom('version', 'message_id', 'action', 'total_count', 'sender_uri', 'meta'), {
          nil: 'meta',
        }),
        async (action, seed, put, sync, field) => {
          const message = mutated(bodies[action](sides), seed, JSON.parse(JSON.stringify(put)) as unknown);
          if (typeof message !== 'object' || message === null || Array.isArray(message)) return;
          const header = { [field]: JSON.parse(JSON.stringify(put)) as never };
          const sent = await aMessage(sides, action, {
            message: message as JsonObject,
            ...(seed % 2 === 0 ? { header } : {}),
          });
          const has = sync && (action === 'search' || action === 'txn-status');
          const path = has ? paths[action].replace('/registry/', '/registry/sync/') : paths[action];
          const status = await isAnswered(await post(sides.registry, path, JSON.stringify(sent)));
          reached[status === 200 ? 'taken' : 'refused'] += 1;
          await sides.settled();
        },
      ),
    );
    expect(sides.wrong).toEqual([]);
    expect(reached.taken).toBeGreaterThan(0);
    expect(reached.refused).toBeGreaterThan(0);
  });

  it('has nothing under other paths and methods, and takes no body without end', async () => {
    const sides = await twoSides();
    for (const side of [sides.registry, sides.receiver]) {
      await isAnswered(await side(new Request('https://x/registry/search')));
      await isAnswered(await post(side, '/registry/other', '{}'));
    }
    await isAnswered(await post(sides.registry, '/registry/search', `"${'a'.repeat(2_000_000)}"`));
  });
});
