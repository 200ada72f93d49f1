/** What does not come through: altered, old, unknown, repeated, too much. Nothing is read for it. */
import type { JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { whoLooked } from '@lienthong/core/personal-data';
import { describe, expect, it } from 'vitest';
import { requestHeaderOf } from '../message/building.js';
import { signed } from '../message/signature.js';
import { aMessage, bodies } from '../trial/messages.js';
import { PAYER, REGISTRY, type Sides, twoSides } from '../trial/two-sides.js';
import { validator } from '../trial/validate.js';
import { isTheirs } from './senders.js';

const BIRTH = '00000000-0000-5000-8000-0000000000b1';
const validate = validator();
const SYNC = '/registry/sync/search';

const registered = async (other: Parameters<typeof twoSides>[0] = {}): Promise<Sides> => {
  const sides = await twoSides(other);
  await sides.registerBirth(BIRTH);
  return sides;
};

const nothingRead = async (sides: Sides): Promise<void> => {
  await sides.settled();
  const looked = await whoLooked(sides.journal, BIRTH)();
  expect(E.isRight(looked) && looked.right).toEqual([]);
};

type Sent = Readonly<{ signature?: string; header: JsonObject; message?: JsonObject }>;

describe('a message that is not to be trusted', () => {
  const altering: readonly (readonly [string, string, (sent: Sent, sides: Sides) => unknown])[] = [
    ['without a signature', 'err.signature.missing', ({ signature: _, ...rest }) => rest],
    ['with an empty one', 'err.signature.missing', (sent) => ({ ...sent, signature: ' ' })],
    ['with another text for one', 'err.signature.invalid', (sent) => ({ ...sent, signature: 'unsigned-stub' })],
    [
      'whose message was altered',
      'err.signature.invalid',
      (sent) => ({ ...sent, message: { ...sent.message, transaction_id: 'other' } }),
    ],
    [
      'whose header was altered',
      'err.signature.invalid',
      (sent) => ({ ...sent, header: { ...sent.header, sender_uri: `https://${PAYER}/other` } }),
    ],
    [
      'that prolonged its own life',
      'err.signature.invalid',
      (sent) => ({ ...sent, signature: sent.signature?.replace(/expires="\d+"/, 'expires="1993000000"') }),
    ],
    [
      'signed by another key',
      'err.signature.invalid',
      async (sent, sides) => signed(sent, PAYER, { keyId: 'pay-1', key: sides.ours.secret.key }, sides.clock.now()),
    ],
    [
      'signed by a key that is not registered',
      'err.signature.invalid',
      async (sent, sides) => signed(sent, PAYER, { ...sides.theirs.secret, keyId: 'pay-9' }, sides.clock.now()),
    ],
    [
      'of somebody unknown',
      'err.sender_id.invalid',
      (sent) => ({ ...sent, header: { ...sent.header, sender_id: 'nobody.example' } }),
    ],
  ];

  it.each(altering)('%s is refused with %s', async (_, code, alter) => {
    const sides = await registered();
    for (const path of [SYNC, '/registry/search']) {
      const { status, body } = await sides.raw(path, await alter(await aMessage(sides, 'search'), sides));
      expect(status).toBe(401);
      expect(body).toMatchObject({ message: { ack_status: 'ERR', error: { code } } });
      expect(validate('acknowledgment', body)).toBeUndefined();
    }
    await nothingRead(sides);
  });

  it('is refused once its time is over, and before it has come', async () => {
    const sides = await registered();
    const message = await aMessage(sides, 'search', { goodFor: 60 });
    sides.wait(200_000);
    const late = await sides.raw(SYNC, message);
    expect(late.body).toMatchObject({ message: { error: { code: 'err.signature.invalid' } } });
    sides.wait(-400_000);
    const early = await sides.raw(SYNC, message);
    expect(early.body).toMatchObject({ message: { error: { code: 'err.signature.invalid' } } });
    await nothingRead(sides);
  });

  it.each([
    ['err.receiver_id.invalid', { receiver_id: 'somebody-else.example' }],
    ['err.sender_uri.invalid', { sender_uri: 'https://169.254.169.254/latest' }],
    ['err.encryption.invalid', { is_msg_encrypted: true }],
    ['err.request.bad', { message_ts: 'today' }],
  ] as const)('%s: %j', async (code, header) => {
    const sides = await registered();
    const { status, body } = await sides.raw(SYNC, await aMessage(sides, 'search', { header }));
    expect(status).toBe(400);
    expect(body).toMatchObject({ message: { ack_status: 'ERR', error: { code } } });
    await nothingRead(sides);
  });

  it('calls back below the registered address and nowhere else', () => {
    const base = 'https://payer.example/dci';
    expect(isTheirs(base, 'https://payer.example/dci/callback/on-search')).toBe(true);
    for (const other of [
      'https://payer.example/dci-of-somebody/on-search',
      'https://payer.example.evil/dci/on-search',
      'https://payer.example@evil.example/dci/on-search',
      'https://user:secret@payer.example/dci/on-search',
      'http://payer.example/dci/on-search',
      'https://payer.example/dci/../admin',
      'not an address',
    ])
      expect(isTheirs(base, other), other).toBe(false);
  });
});

describe('a message that is trusted and rejected', () => {
  it.each([
    ['rjct.version.invalid', { version: '9.0.0' }],
    ['rjct.action.not_supported', { action: 'disburse' }],
    ['rjct.action.invalid', { action: 'subscribe' }],
    ['rjct.message_ts.invalid', { message_ts: '2026-03-02T01:00:00.000Z' }],
    ['rjct.total_count.invalid', { total_count: 2 }],
    ['rjct.total_count.limit_exceeded', { total_count: 1_000 }],
  ] as const)('hears %s in the header of its answer: %j', async (code, header) => {
    const sides = await registered();
    const { status, body } = await sides.raw(SYNC, await aMessage(sides, 'search', { header }));
    expect(status).toBe(200);
    expect(validate('on-search', body)).toBeUndefined();
    expect(body).toMatchObject({ header: { status: 'rjct', status_reason_code: code, completed_count: 0 } });
    const taken = await sides.raw('/registry/search', await aMessage(sides, 'search', { header }));
    expect(taken.body.message?.ack_status).toBe('ACK');
    await sides.settled();
    expect(sides.heard.at(-1)).toMatchObject({
      kind: 'on-search',
      heard: { header: { status: 'rjct', status_reason_code: code }, message: undefined },
    });
    await nothingRead(sides);
    expect(sides.wrong).toEqual([]);
  });

  it('is done once, however often it comes', async () => {
    const sides = await registered();
    const message = await aMessage(sides, 'subscribe');
    for (let times = 0; times < 3; times += 1) await sides.raw('/registry/subscribe', message);
    await sides.settled();
    expect(sides.heard.map(({ heard }) => heard.header.status_reason_code ?? heard.header.status)).toEqual([
      'succ',
      'rjct.message_id.duplicate',
      'rjct.message_id.duplicate',
    ]);
    expect(sides.wrong).toEqual([]);
  });

  it('hears in the answer to each request what is wrong with its subscription', async () => {
    const sides = await registered();
    await sides.raw('/registry/subscribe', await aMessage(sides, 'subscribe'));
    await sides.raw('/registry/subscribe', await aMessage(sides, 'subscribe'));
    await sides.raw('/registry/unsubscribe', await aMessage(sides, 'unsubscribe'));
    await sides.settled();
    const said = sides.heard.map(({ heard }) => heard.message);
    expect(said).toMatchObject([
      { subscribe_response: [{ status: 'succ' }] },
      { subscribe_response: [{ status: 'rjct', status_reason_code: 'rjct.event.already_subscribed' }] },
      { status: 'rjct', status_reason_code: 'rjct.subscription_code.invalid' },
    ]);
    expect(sides.wrong).toEqual([]);
  });

  it('is told at once that nothing follows where there is nobody to call back', async () => {
    const sides = await registered();
    const [sender] = sides.options.senders;
    if (sender === undefined) throw new Error('no sender');
    const { callback: _, ...silent } = sender;
    const { dciRegistry } = await import('./registry.js');
    const registry = dciRegistry({ ...sides.options, senders: [silent] });
    const at = sides.clock.now();
    const header = requestHeaderOf('search', { id: 'm-1', at, from: PAYER, to: REGISTRY, total: 1 });
    const envelope = await signed({ header, message: bodies.search(sides) }, PAYER, sides.theirs.secret, at);
    const body = JSON.stringify(envelope);
    const reply = await registry(new Request('https://x/registry/search', { method: 'POST', body }));
    expect(await reply.json()).toMatchObject({ message: { ack_status: 'NACK' } });
  });
});
