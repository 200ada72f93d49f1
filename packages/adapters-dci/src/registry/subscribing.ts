/** Subscribing and giving it up (đăng ký và hủy đăng ký nhận thông báo). */
import { consequentId } from '@lienthong/core';
import { canonical, type JsonObject, type JsonValue } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import type {
  SubscribeItem,
  SubscribeReason,
  SubscribeRequest,
  UnsubscribeReason,
  UnsubscribeRequest,
} from '../message/types.js';
import { eventCodes, eventNamed } from '../vital-events.js';
import { type Answered, type Exchange, isRepeated, NOT_NOW, rejected } from './answer.js';
import type { Outcome, Subscription } from './book.js';
import type { Env } from './options.js';
import { readFilter } from './query.js';
import type { Sender } from './senders.js';

type Item = Readonly<{ said: JsonObject; outcome: Outcome }>;

const wanted = (
  env: Env,
  sender: Sender,
  { reference_id, subscribe_criteria }: SubscribeItem,
  { messageId, at }: Exchange,
): Either<SubscribeReason, Subscription> => {
  const { reg_event_type, filter_type, filter, notify_record_type, frequency } = subscribe_criteria;
  const event = eventNamed(reg_event_type);
  if (event === undefined || !sender.sees.includes(event)) return E.left('rjct.notify_types.invalid');
  const read = readFilter(filter_type, filter, env.digests);
  // Notices go out when something happens; there is no other timetable to keep.
  if (E.isLeft(read) || frequency !== undefined || sender.callback === undefined) {
    return E.left('rjct.notify_details.invalid');
  }
  const code = consequentId(`dci-subscription/${sender.id}/${messageId}/${reference_id}`);
  return E.right({ code, sender: sender.id, event, filter: read.right, recordType: notify_record_type, since: at });
};

const sameAs = (one: Subscription) => (other: Subscription) =>
  other.until === undefined &&
  other.sender === one.sender &&
  other.event === one.event &&
  canonical(other.filter as JsonValue) === canonical(one.filter as JsonValue);

const refused = (reference: string, at: Exchange['at'], reason?: SubscribeReason): Item => ({
  said: rejected(reference, at, reason, reason === undefined ? NOT_NOW : undefined),
  outcome: { reference, status: 'rjct', ...(reason === undefined ? {} : { reason }) },
});

const told = ({ code, event, recordType, since, until }: Subscription): JsonObject => ({
  code,
  status: until === undefined ? 'subscribe' : 'unsubscribe',
  timestamp: until ?? since,
  reg_event_type: eventCodes[event],
  notify_record_type: recordType,
});

const subscribeOne = async (env: Env, sender: Sender, item: SubscribeItem, exchange: Exchange): Promise<Item> => {
  const { at } = exchange;
  const reference = item.reference_id;
  const subscription = wanted(env, sender, item, exchange);
  if (E.isLeft(subscription)) return refused(reference, at, subscription.left);
  const standing = await env.book.subscriptions()();
  if (E.isLeft(standing)) return refused(reference, at);
  if (standing.right.some(sameAs(subscription.right))) return refused(reference, at, 'rjct.event.already_subscribed');
  const kept = await env.book.keep(subscription.right)();
  if (E.isLeft(kept)) return refused(reference, at);
  return {
    said: {
      reference_id: reference,
      timestamp: at,
      status: 'succ',
      subscriptions: [told(subscription.right)],
      locale: 'vie',
    },
    outcome: { reference, status: 'succ', codes: [subscription.right.code] },
  };
};

export const subscribe = async (
  env: Env,
  sender: Sender,
  { subscribe_request }: SubscribeRequest,
  exchange: Exchange,
): Promise<Answered> => {
  const items: Item[] = [];
  for (const [place, item] of subscribe_request.entries()) {
    items.push(
      isRepeated(subscribe_request, place)
        ? refused(item.reference_id, exchange.at, 'rjct.reference_id.duplicate')
        : await subscribeOne(env, sender, item, exchange),
    );
  }
  return {
    message: {
      transaction_id: exchange.transaction,
      correlation_id: exchange.correlation,
      subscribe_response: items.map(({ said }) => said),
    },
    outcomes: items.map(({ outcome }) => outcome),
  };
};

const objection = (
  codes: readonly string[],
  standing: readonly Subscription[],
  sender: Sender,
): UnsubscribeReason | undefined => {
  const found = codes.map((code) => standing.find((kept) => kept.code === code));
  if (codes.length === 0 || found.some((kept) => kept === undefined)) return 'rjct.subscription_code.invalid';
  if (found.some((kept) => kept?.sender !== sender.id)) return 'rjct.requester.invalid';
  return found.some((kept) => kept?.until !== undefined) ? 'rjct.event.already_unsubscribed' : undefined;
};

type Ended = Readonly<{ status: 'succ' | 'rjct'; reason?: UnsubscribeReason; why?: string }>;

/** All of the codes or none: whoever names a wrong one has the wrong list. */
const end = async (env: Env, sender: Sender, codes: readonly string[], at: Exchange['at']): Promise<Ended> => {
  const standing = await env.book.subscriptions()();
  if (E.isLeft(standing)) return { status: 'rjct', why: NOT_NOW };
  const reason = objection(codes, standing.right, sender);
  if (reason !== undefined) return { status: 'rjct', reason };
  for (const subscription of standing.right.filter(({ code }) => codes.includes(code))) {
    const kept = await env.book.keep({ ...subscription, until: at })();
    if (E.isLeft(kept)) return { status: 'rjct', why: NOT_NOW };
  }
  return { status: 'succ' };
};

export const unsubscribe = async (
  env: Env,
  sender: Sender,
  { subscription_codes: codes }: UnsubscribeRequest,
  { transaction, correlation, at }: Exchange,
): Promise<Answered> => {
  const { status, reason, why } = await end(env, sender, codes, at);
  return {
    message: {
      transaction_id: transaction,
      correlation_id: correlation,
      timestamp: at,
      status,
      ...(reason === undefined ? {} : { status_reason_code: reason }),
      ...(why === undefined ? {} : { status_reason_message: why }),
      ...(status === 'rjct' ? {} : { subscription_status: codes.map((code) => ({ code, status: 'unsubscribe' })) }),
    },
    outcomes: [{ reference: transaction, status, ...(reason === undefined ? {} : { reason }), codes }],
  };
};
