/** What a registry may say to whoever asks it, and what they make of it: an answer, a no, or a fault. */
import type { JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callbackHeaderOf } from '../message/building.js';
import { signed } from '../message/signature.js';
import { CHILD, PAYER, REGISTRY, type Sides, twoSides } from '../trial/two-sides.js';
import { dciClient } from './client.js';

const query = { query_type: 'idtype-value', query: { type: 'UIN', value: CHILD } } as const;

const hearing = (sides: Sides, say: () => Promise<Response>) =>
  dciClient({
    id: PAYER,
    key: sides.theirs.secret,
    registry: { id: REGISTRY, keys: [sides.ours.public] },
    way: { address: `https://${REGISTRY}`, fetch: say },
    clock: sides.clock,
    newId: sides.newId,
  });

const answer = { transaction_id: 't', correlation_id: 'c', search_response: [] };

const anAnswer = (
  sides: Sides,
  action: 'on-search' | 'notify',
  from: string,
  key = sides.ours.secret,
  message: JsonObject = answer,
) => {
  const told = { id: 'm', at: sides.clock.now(), from, to: PAYER, total: 0 };
  return signed({ header: callbackHeaderOf(action, told, 'succ'), message }, from, key, told.at);
};

describe('asking a registry', () => {
  it('says what transaction is not known when no answer came, and its status then tells', async () => {
    const sides = await twoSides();
    sides.down.add(REGISTRY);
    const asked = await sides.client.search(query)();
    expect(asked).toMatchObject({ left: { kind: 'OutcomeUnknown', transaction: expect.any(String) as string } });
    sides.down.delete(REGISTRY);
    if (E.isRight(asked) || asked.left.kind !== 'OutcomeUnknown') throw new Error('an answer');
    const by = { txn_type: 'search', attribute_type: 'transaction_id' } as const;
    const status = await sides.client.syncTxnStatus({ ...by, attribute_value: asked.left.transaction })();
    expect(E.isRight(status) && status.right.txnstatus_response.txn_status).toMatchObject({
      search_response: [{ status: 'rjct', status_reason_code: 'rjct.reference_id.invalid' }],
    });
  });

  it('hears the code of a registry that does not know it', async () => {
    const sides = await twoSides({ sender: { id: 'somebody-else' } });
    expect(await sides.client.search(query)()).toMatchObject({
      left: { kind: 'Rejected', code: 'err.sender_id.invalid' },
    });
  });

  it('believes no answer that the registry did not sign', async () => {
    const sides = await twoSides();
    const said = async (envelope: unknown) => hearing(sides, async () => Response.json(envelope)).syncSearch(query)();
    const good = await anAnswer(sides, 'on-search', REGISTRY);
    expect(await said(good)).toMatchObject({ right: { search_response: [] } });
    const { signature: _, ...unsigned } = good;
    const altered = { ...good, message: { ...answer, correlation_id: 'other' } };
    const others = await anAnswer(sides, 'on-search', REGISTRY, sides.theirs.secret);
    for (const bad of [unsigned, altered, others, await anAnswer(sides, 'on-search', 'other')])
      expect(await said(bad)).toMatchObject({ left: { kind: 'NotTheirs' } });
    expect(await said(await anAnswer(sides, 'notify', REGISTRY))).toMatchObject({ left: { code: 'malformed-answer' } });
  });

  it('makes a value of whatever is said', async () => {
    const sides = await twoSides();
    const any = fc.tuple(fc.integer({ min: 200, max: 599 }), fc.oneof(fc.json(), fc.string()));
    await fc.assert(
      fc.asyncProperty(any, async ([status, text]) => {
        const body = [204, 205, 304].includes(status) ? null : text;
        const client = hearing(sides, async () => new Response(body, { status }));
        for (const done of [
          await client.syncSearch(query)(),
          await client.search(query)(),
          await client.unsubscribe('x')(),
        ])
          expect(E.isLeft(done)).toBe(true);
      }),
    );
  });
});
