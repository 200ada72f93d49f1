/**
 * How an earlier request stands (trạng thái giao dịch). It tells of each request how it ended and how much was found, and no
 * record: whoever wants those asks again, and that is a look of its own.
 */
import type { JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import type { TxnStatusRequest, TxnType } from '../message/types.js';
import { type Answered, type Exchange, rejected } from './answer.js';
import type { Outcome, Transaction } from './book.js';
import type { Env } from './options.js';
import type { Sender } from './senders.js';

type Asked = TxnStatusRequest['txnstatus_request'];

const isMeant = ({ attribute_type, attribute_value, txn_type }: Asked) => {
  const values = typeof attribute_value === 'string' ? [attribute_value] : attribute_value;
  return ({ type, transaction, correlation, outcomes }: Transaction): boolean => {
    if (type !== txn_type) return false;
    switch (attribute_type) {
      case 'transaction_id':
        return values.includes(transaction);
      case 'correlation_id':
        return values.includes(correlation);
      case 'reference_id_list':
        return outcomes.some(({ reference }) => values.includes(reference));
      case 'subscription_code_list':
        return outcomes.some(({ codes = [] }) => codes.some((code) => values.includes(code)));
    }
  };
};

const said = ({ reference, status, reason }: Outcome, at: Exchange['at']): JsonObject => ({
  reference_id: reference,
  timestamp: at,
  status,
  ...(reason === undefined ? {} : { status_reason_code: reason }),
});

const ofSearch = (outcome: Outcome, at: Exchange['at'], page: number): JsonObject => ({
  ...said(outcome, at),
  ...(outcome.total === undefined
    ? {}
    : { pagination: { page_size: page, page_number: 1, total_count: outcome.total } }),
});

const ofSubscribe = (outcome: Outcome, at: Exchange['at']): JsonObject => ({
  ...said(outcome, at),
  ...(outcome.codes === undefined
    ? {}
    : { subscriptions: outcome.codes.map((code) => ({ code, status: 'subscribe', timestamp: at })) }),
});

const ofUnsubscribe = (outcome: Outcome | undefined, at: Exchange['at']): JsonObject => {
  if (outcome === undefined) {
    return { timestamp: at, status: 'rjct', status_reason_code: 'rjct.reference_id.invalid' };
  }
  const { reference_id: _, ...rest } = said(outcome, at);
  return rest;
};

const statusOf = (
  type: TxnType,
  { reference_id }: Asked,
  found: Transaction | undefined,
  at: Exchange['at'],
  page: number,
): JsonObject => {
  const none = [rejected(reference_id, at, 'rjct.reference_id.invalid')];
  switch (type) {
    case 'search':
      return { search_response: found?.outcomes.map((outcome) => ofSearch(outcome, at, page)) ?? none };
    case 'subscribe':
      return { subscribe_response: found?.outcomes.map((outcome) => ofSubscribe(outcome, at)) ?? none };
    case 'unsubscribe':
      return ofUnsubscribe(found?.outcomes[0], at);
  }
};

/** `undefined` when the book did not serve. */
export const txnStatus = async (
  env: Env,
  sender: Sender,
  { txnstatus_request: asked }: TxnStatusRequest,
  { transaction, correlation, at }: Exchange,
): Promise<Answered | undefined> => {
  const kept = await env.book.transactions(sender.id)();
  if (E.isLeft(kept)) return undefined;
  const found = kept.right.findLast(isMeant(asked));
  const ids = {
    transaction_id: found?.transaction ?? transaction,
    correlation_id: found?.correlation ?? correlation,
  };
  const status = { ...ids, ...statusOf(asked.txn_type, asked, found, at, env.limits.page) };
  return {
    message: {
      transaction_id: transaction,
      correlation_id: correlation,
      txnstatus_response: { txn_type: asked.txn_type, txn_status: status },
    },
    outcomes: [],
  };
};
