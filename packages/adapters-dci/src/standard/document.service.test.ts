/**
 * Everything both sides say, held against the published document: `LIENTHONG_DCI_DOCUMENT` names a copy of it, a corrected one
 * (in the first one, no unsubscribe can pass). Without a copy the test is reported as skipped, for the document cannot be here.
 */
import { E } from '@lienthong/core/fp';
import { describe, expect, it } from 'vitest';
import { RECORD_TYPE } from '../client/index.js';
import { documentAt } from '../trial/the-document.js';
import { CHILD, DECEASED, PAYER, type Sides, twoSides } from '../trial/two-sides.js';
import { eventCodes } from '../vital-events.js';

const file = process.env['LIENTHONG_DCI_DOCUMENT'];

const everythingSaid = async (): Promise<Sides> => {
  const sides = await twoSides();
  const { client } = sides;
  const place = [{ expression1: { attribute_name: 'place', operator: 'eq', attribute_value: '16690' } }];
  const about = { notify_record_type: RECORD_TYPE };
  await client.subscribe(
    { ...about, reg_event_type: eventCodes['live-birth'], filter: {} },
    { ...about, reg_event_type: eventCodes.death, filter: place },
  )();
  await sides.settled();
  await sides.registerBirth('00000000-0000-5000-8000-0000000000b1');
  await sides.registerDeath('00000000-0000-5000-8000-0000000000d1');
  await sides.notified();
  const by = (value: string) => ({ query_type: 'idtype-value', query: { type: 'UIN', value } }) as const;
  await client.search({ ...by(CHILD), sort: [{ attribute_name: 'birth_date' }], pagination: { page_size: 2 } })();
  await client.syncSearch(by(DECEASED), { query_type: 'predicate', query: place })();
  await client.unsubscribe('no-such-code')();
  await sides.settled();
  for (const txn_type of ['search', 'subscribe', 'unsubscribe'] as const) {
    const kept = await sides.options.book.transactions(PAYER)();
    const found = E.isRight(kept) ? kept.right.find(({ type }) => type === txn_type) : undefined;
    const asked = { txn_type, attribute_type: 'transaction_id', attribute_value: found?.transaction ?? '' } as const;
    await client.txnStatus(asked)();
    await client.syncTxnStatus(asked)();
    await sides.settled();
  }
  return sides;
};

describe('everything that is said', () => {
  it.skipIf(file === undefined)('is of the form of the published document', async () => {
    const document = documentAt(file ?? '');
    const { told } = await everythingSaid();
    const problems = told.flatMap(({ path, body, reply }) => [
      `${path}: ${document.asked(path, body) ?? 'ok'}`,
      `reply to ${path}: ${document.replied(path, reply) ?? 'ok'}`,
    ]);
    expect(new Set(told.map(({ path }) => path)).size).toBe(11);
    expect(problems.filter((problem) => !problem.endsWith(': ok'))).toEqual([]);
  });
});
