/**
 * Our civil status side of the standard (phía hộ tịch): the six endpoints of a registry over a journal. Answers to what was
 * asked without waiting are posted to the sender; the immediate reply says only that the message was taken.
 */
import { E } from '@lienthong/core/fp';
import type { Received } from '@lienthong/core/received';
import { Hono } from 'hono';
import { ackReply, callbackHeaderOf, errReply, jsonReply } from '../message/building.js';
import { searchRequest, subscribeRequest, txnStatusRequest, unsubscribeRequest } from '../message/messages.schema.js';
import { signed } from '../message/signature.js';
import type { Action, CallbackAction, Envelope, HeaderReason, TxnType } from '../message/types.js';
import type { Answered, Exchange } from './answer.js';
import type { Outcome } from './book.js';
import { bodyOf, headerObjection, type Passed, passed } from './gate.js';
import { type Env, envOf, type RegistryOptions } from './options.js';
import { posted } from './posting.js';
import { search } from './search.js';
import { addressOf } from './senders.js';
import { subscribe, unsubscribe } from './subscribing.js';
import { txnStatus } from './txn-status.js';

type Any = Readonly<{ transaction_id: string }>;

/** One thing that can be asked: how it is read, done, and answered. */
type Service<M extends Any> = Readonly<{
  action: Action;
  answer: CallbackAction;
  /** Below a sender's base address. */
  callback: string;
  /** `undefined` for what leaves no trace of its own. */
  type: TxnType | undefined;
  schema: Received<M>;
  references: (message: M) => readonly string[];
  perform: (env: Env, passed: Passed<M>, exchange: Exchange) => Promise<Answered | undefined>;
  /** What a rejected answer says where the standard asks for a message even then. */
  empty?: (exchange: Exchange) => Envelope['message'];
}>;

const ids = ({ transaction, correlation }: Exchange) => ({ transaction_id: transaction, correlation_id: correlation });

const searching: Service<Parameters<typeof search>[2]> = {
  action: 'search',
  answer: 'on-search',
  callback: '/registry/on-search',
  type: 'search',
  schema: searchRequest,
  references: ({ search_request }) => search_request.map(({ reference_id }) => reference_id),
  perform: (env, { sender, message }, exchange) => search(env, sender, message, exchange),
};

const subscribing: Service<Parameters<typeof subscribe>[2]> = {
  action: 'subscribe',
  answer: 'on-subscribe',
  callback: '/registry/on-subscribe',
  type: 'subscribe',
  schema: subscribeRequest,
  references: ({ subscribe_request }) => subscribe_request.map(({ reference_id }) => reference_id),
  perform: (env, { sender, message }, exchange) => subscribe(env, sender, message, exchange),
  empty: (exchange) => ({ ...ids(exchange), subscribe_response: [] }),
};

const unsubscribing: Service<Parameters<typeof unsubscribe>[2]> = {
  action: 'unsubscribe',
  answer: 'on-unsubscribe',
  callback: '/registry/on-unsubscribe',
  type: 'unsubscribe',
  schema: unsubscribeRequest,
  references: ({ subscription_codes, transaction_id }) => subscription_codes.map(() => transaction_id),
  perform: (env, { sender, message }, exchange) => unsubscribe(env, sender, message, exchange),
  empty: (exchange) => ({ ...ids(exchange), timestamp: exchange.at, status: 'rjct' }),
};

const askingStatus: Service<Parameters<typeof txnStatus>[2]> = {
  action: 'txn-status',
  answer: 'txn-on-status',
  callback: '/registry/txn/on-status',
  type: undefined,
  schema: txnStatusRequest,
  references: ({ txnstatus_request }) => [txnstatus_request.reference_id],
  perform: (env, { sender, message }, exchange) => txnStatus(env, sender, message, exchange),
};

type Defer = (work: () => Promise<void>) => void;

const inBackground: Defer = (work) => {
  void work();
};

const isDuplicate = async (env: Env, { header, sender }: Passed<Any>): Promise<boolean | undefined> => {
  const first = await env.book.first(sender.id, header.message_id, env.clock.now())();
  return E.isLeft(first) ? undefined : !first.right;
};

/** Notes how a transaction stands; `false` when the book did not serve. */
const note = async <M extends Any>(
  env: Env,
  { type }: Service<M>,
  { sender }: Passed<M>,
  { transaction, correlation, at }: Exchange,
  outcomes: readonly Outcome[],
): Promise<boolean> =>
  type === undefined ||
  E.isRight(await env.book.note({ type, sender: sender.id, transaction, correlation, at, outcomes })());

const answerOf = async <M extends Any>(
  env: Env,
  { answer, empty }: Service<M>,
  { sender }: Passed<M>,
  exchange: Exchange,
  result: Answered | HeaderReason,
  total: number,
): Promise<Envelope> => {
  const told = { id: env.newId(), at: env.clock.now(), from: env.id, to: sender.id, total };
  const isRejected = typeof result === 'string';
  const header = callbackHeaderOf(answer, told, isRejected ? 'rjct' : 'succ', isRejected ? result : undefined);
  const message = isRejected ? empty?.(exchange) : result.message;
  return signed({ header, ...(message === undefined ? {} : { message }) }, env.id, env.key, told.at);
};

/** Does what was asked, and notes how it ended. `undefined`: something did not serve. */
const performed = async <M extends Any>(
  env: Env,
  service: Service<M>,
  asked: Passed<M>,
  exchange: Exchange,
  objection: HeaderReason | undefined,
): Promise<Envelope | undefined> => {
  const references = service.references(asked.message);
  if (objection !== undefined) return answerOf(env, service, asked, exchange, objection, references.length);
  const result = await service.perform(env, asked, exchange);
  if (result === undefined || !(await note(env, service, asked, exchange, result.outcomes))) return undefined;
  return answerOf(env, service, asked, exchange, result, references.length);
};

type Refuse = (code: Parameters<typeof errReply>[0]) => Response;
type Work<M extends Any> = Readonly<{
  env: Env;
  service: Service<M>;
  asked: Passed<M>;
  exchange: Exchange;
  objection: HeaderReason | undefined;
  refuse: Refuse;
}>;

const answeredNow = async <M extends Any>({ env, service, asked, exchange, objection, refuse }: Work<M>) => {
  const envelope = await performed(env, service, asked, exchange, objection);
  return envelope === undefined ? refuse('err.service.unavailable') : jsonReply(envelope);
};

/** Takes the message, and posts the answer when there is one. */
const answeredLater = async <M extends Any>(work: Work<M>, defer: Defer): Promise<Response> => {
  const { env, service, asked, exchange, objection, refuse } = work;
  const references = new Set(service.references(asked.message));
  const pending = [...references].map((reference) => ({ reference, status: 'pdng' as const }));
  if (objection === undefined && !(await note(env, service, asked, exchange, pending))) {
    return refuse('err.service.unavailable');
  }
  const { callback } = asked.sender;
  defer(async () => {
    const envelope = await performed(env, service, asked, exchange, objection);
    if (envelope === undefined || callback === undefined) return;
    const address = asked.header.sender_uri ?? addressOf(callback, service.callback);
    // Who does not hear of it asks for the status of the transaction, or asks again.
    await posted(env.fetch, address, envelope, env.limits.callbackMs);
  });
  return ackReply(callback === undefined ? 'NACK' : 'ACK', env.clock.now(), exchange.correlation);
};

const served =
  <M extends Any>(env: Env, service: Service<M>, mode: 'sync' | 'async', defer: Defer) =>
  async (request: Request): Promise<Response> => {
    const correlation = env.newId();
    const refuse: Refuse = (code) => errReply(code, env.clock.now(), correlation);
    const read = await passed(env, await bodyOf(request, env.limits.bytes), service.schema);
    if (E.isLeft(read)) return refuse(read.left);
    const asked = read.right;
    const duplicate = await isDuplicate(env, asked);
    if (duplicate === undefined) return refuse('err.service.unavailable');
    const expected = { action: service.action, count: service.references(asked.message).length };
    const objection = duplicate ? 'rjct.message_id.duplicate' : headerObjection(env, asked.header, expected);
    const { transaction_id: transaction } = asked.message;
    const exchange = { transaction, correlation, messageId: asked.header.message_id, at: env.clock.now() };
    const work = { env, service, asked, exchange, objection, refuse };
    return mode === 'sync' ? answeredNow(work) : answeredLater(work, defer);
  };

/** Answers requests below `/registry`. Whatever is sent is answered in the standard's words, and nothing is thrown. */
export const dciRegistry = (options: RegistryOptions): ((request: Request) => Promise<Response>) => {
  const env = envOf(options);
  const { defer = inBackground } = options;
  const app = new Hono();
  const refused = (code: Parameters<typeof errReply>[0]): Response => errReply(code, env.clock.now(), env.newId());
  const at = <M extends Any>(path: string, service: Service<M>, mode: 'sync' | 'async'): void => {
    const serve = served(env, service, mode, defer);
    app.post(path, (context) => serve(context.req.raw));
  };
  at('/registry/search', searching, 'async');
  at('/registry/sync/search', searching, 'sync');
  at('/registry/subscribe', subscribing, 'async');
  at('/registry/unsubscribe', unsubscribing, 'async');
  at('/registry/txn/status', askingStatus, 'async');
  at('/registry/sync/txn/status', askingStatus, 'sync');
  app.notFound(() => refused('err.request.not_found'));
  app.onError(() => refused('err.service.unavailable'));
  return async (request) => app.fetch(request);
};
