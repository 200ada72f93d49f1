/** That each patch is needed: without it alone a right message is refused, or a wrong one passes. */
import { describe, expect, it } from 'vitest';
import { validator } from '../trial/validate.js';
import { patches } from './patches.js';
import type { MessageName } from './published.js';

const at = '2026-03-02T02:00:00.000Z';
const request = (action: string) => ({ message_id: '1', message_ts: at, action, sender_id: 'a', total_count: 1 });
const callback = (action: string) => ({ ...request(action), status: 'succ' });
const ids = { transaction_id: 't', correlation_id: 'c' };
const search = (query: unknown) => ({
  header: request('search'),
  message: {
    transaction_id: 't',
    search_request: [{ reference_id: 'r', timestamp: at, search_criteria: { query_type: 'idtype-value', query } }],
  },
});
const predicate = (operator: string, attribute_value: unknown) =>
  search([{ expression1: { attribute_name: 'place', operator, attribute_value } }]);
const status = (attribute_value: unknown) => ({
  header: request('txn-status'),
  message: {
    transaction_id: 't',
    txnstatus_request: { reference_id: 'r', txn_type: 'search', attribute_type: 'transaction_id', attribute_value },
  },
});
const onUnsubscribe = (timestamp: unknown) => ({
  header: callback('on-unsubscribe'),
  message: { ...ids, timestamp, status: 'succ' },
});
const onSubscribe = { ...ids, subscribe_response: [] };

type Case = readonly [patch: string, is: 'right' | 'wrong', message: MessageName, value: unknown];

const cases: readonly Case[] = [
  [
    'unsubscribe-codes',
    'right',
    'unsubscribe',
    { header: request('unsubscribe'), message: { transaction_id: 't', timestamp: at, subscription_codes: ['s'] } },
  ],
  ['unsubscribe-timestamp', 'wrong', 'on-unsubscribe', onUnsubscribe('yesterday')],
  ['status-by-any-list', 'right', 'txn-status', status('t')],
  ['status-by-any-list', 'wrong', 'txn-status', status(7)],
  ['whole-numbers', 'right', 'search', predicate('eq', 16690)],
  ['whole-numbers', 'right', 'search', predicate('in', ['16690', '17329'])],
  ['identifier-complete', 'wrong', 'search', search({ type: 'UIN' })],
  ['expression-complete', 'wrong', 'search', search({ value: {} })],
  [
    'notice-of-several',
    'right',
    'notify',
    {
      header: callback('notify'),
      message: {
        transaction_id: 't',
        notify_event: [{ reference_id: 'r', timestamp: at, data: { reg_record_type: 'p', reg_records: [{}, {}] } }],
      },
    },
  ],
  [
    'status-with-records',
    'right',
    'txn-on-status',
    {
      header: callback('txn-on-status'),
      message: {
        ...ids,
        txnstatus_response: {
          txn_type: 'search',
          txn_status: {
            ...ids,
            search_response: [{ reference_id: 'r', timestamp: at, status: 'succ', data: { reg_records: [{}] } }],
          },
        },
      },
    },
  ],
  ['on-subscribe-status', 'wrong', 'on-subscribe', { header: request('on-subscribe'), message: onSubscribe }],
  [
    'on-unsubscribe-status',
    'wrong',
    'on-unsubscribe',
    { header: request('on-unsubscribe'), message: { ...ids, timestamp: at, status: 'succ' } },
  ],
  ['acknowledgment-says-something', 'wrong', 'acknowledgment', {}],
];

/** Both halves of one flaw: the type alone and the completeness alone let the other's wrong message through. */
const together: Readonly<Record<string, readonly string[]>> = {
  'identifier-complete': ['identifier-complete', 'expression-complete'],
  'expression-complete': ['identifier-complete', 'expression-complete'],
};

describe('the patches of the published schemas', () => {
  const all = validator();

  it.each(cases)('%s: a %s %s is judged rightly with it, and wrongly without', (patch, is, name, value) => {
    expect(all(name, value) === undefined).toBe(is === 'right');
    const left = patches.filter(({ id }) => !(together[patch] ?? [patch]).includes(id));
    expect(left.length).toBeLessThan(patches.length);
    expect(validator(left)(name, value) === undefined).toBe(is !== 'right');
  });

  it('are each shown to be needed, and each have a reason', () => {
    expect(patches.map(({ id }) => id).filter((id) => !cases.some(([patch]) => patch === id))).toEqual([]);
    expect(patches.filter(({ reason }) => reason.length < 10)).toEqual([]);
  });
});
