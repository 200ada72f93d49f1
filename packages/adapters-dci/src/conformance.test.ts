/** What the public conformance suite asks of a registry, under its ids. */
import { E } from '@lienthong/core/fp';
import { describe, expect, it } from 'vitest';
import type { Action } from './message/types.js';
import { aMessage, paths } from './trial/messages.js';
import { twoSides } from './trial/two-sides.js';
import { validator } from './trial/validate.js';

const validate = validator();

const taken: readonly (readonly [string, Action])[] = [
  ['CRVS-CORE-RG-ASYNC-SEARCH-01', 'search'],
  ['CRVS-CORE-RG-SUBSCRIBE-01', 'subscribe'],
  ['CRVS-CORE-RG-UNSUBSCRIBE-01', 'unsubscribe'],
  ['CRVS-CORE-RG-TXN-STATUS-01', 'txn-status'],
];

describe('the registry, as the conformance suite asks of it', () => {
  it.each(taken)('%s: %s is taken with a valid reply', async (_, action) => {
    const sides = await twoSides();
    const message = await aMessage(sides, action);
    expect(validate(action, message)).toBeUndefined();
    const { status, body } = await sides.raw(paths[action], message);
    expect(status).toBe(200);
    expect(validate('acknowledgment', body)).toBeUndefined();
    expect(body.message?.ack_status).toBe('ACK');
    await sides.settled();
    expect(sides.heard).toHaveLength(1);
    expect(sides.wrong).toEqual([]);
  });

  it('CRVS-CORE-RG-SYNC-SEARCH-01: a search that waits is answered with a valid search response', async () => {
    const sides = await twoSides();
    await sides.registerBirth('00000000-0000-5000-8000-0000000000a1');
    const { status, body } = await sides.raw('/registry/sync/search', await aMessage(sides, 'search'));
    expect(status).toBe(200);
    expect(validate('on-search', body)).toBeUndefined();
    expect(body).toMatchObject({ message: { search_response: [{ status: 'succ', pagination: { total_count: 1 } }] } });
  });

  it.each([
    ['CRVS-CORE-RG-ASYNC-SEARCH-NEG-01', 'search', '/registry/search'],
    ['CRVS-CORE-RG-SUBSCRIBE-NEG-01', 'subscribe', '/registry/subscribe'],
    ['CRVS-CORE-RG-SYNC-SEARCH-NEG-01', 'search', '/registry/sync/search'],
  ] as const)('%s: %s without a message is refused', async (_, action, path) => {
    const sides = await twoSides();
    const { message: __, ...rest } = await aMessage(sides, action);
    const { status, body } = await sides.raw(path, rest);
    expect(status).toBe(400);
    expect(body.message?.ack_status).toBe('ERR');
    expect(validate('acknowledgment', body)).toBeUndefined();
    await sides.settled();
    expect(sides.heard).toEqual([]);
  });

  it('a status that waits for its answer is a valid one for each kind of transaction', async () => {
    const sides = await twoSides();
    for (const txn_type of ['search', 'subscribe', 'unsubscribe'] as const) {
      const asked = { txn_type, attribute_type: 'transaction_id', attribute_value: 'no-such' } as const;
      const answer = await sides.client.syncTxnStatus(asked)();
      expect(E.isRight(answer)).toBe(true);
    }
    expect(sides.told).toHaveLength(3);
    expect(sides.wrong).toEqual([]);
  });
});
