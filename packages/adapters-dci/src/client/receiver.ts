/**
 * What a registry sends of its own accord (nhận gọi lại và thông báo): answers to what was asked, and notices. Only signed
 * messages of known registries are read; one that comes again is acknowledged and not handed on; one that cannot be
 * handed on now is not acknowledged, so that it comes again.
 */
import type { Clock, Fault, OutcomeUnknown } from '@lienthong/core';
import { E, type TE } from '@lienthong/core/fp';
import { accept, type Received } from '@lienthong/core/received';
import { Hono } from 'hono';
import { ackReply, errReply } from '../message/building.js';
import {
  callbackHeader,
  envelopeParts,
  type NotifyEvents,
  notifyEvents,
  type SearchAnswer,
  type SubscribeAnswer,
  searchAnswer,
  subscribeAnswer,
  type TxnStatusAnswer,
  txnStatusAnswer,
  type UnsubscribeAnswer,
  unsubscribeAnswer,
} from '../message/messages.schema.js';
import { verified } from '../message/signature.js';
import type { CallbackAction, CallbackHeader } from '../message/types.js';
import { bodyOf } from '../registry/gate.js';
import type { Registry } from './client.js';

/** A rejected message has a header that says why, and may have no message. */
export type Heard<M> = Readonly<{ header: CallbackHeader; message: M | undefined }>;
type Handler<M> = (heard: Heard<M>) => TE.TaskEither<Fault | OutcomeUnknown, void>;

/** Message ids that were handed on already; kept at least as long as a registry may repeat itself. */
export type SeenMessages = Readonly<{
  has: (registry: string, messageId: string) => TE.TaskEither<Fault, boolean>;
  add: (registry: string, messageId: string) => TE.TaskEither<Fault | OutcomeUnknown, void>;
}>;

export const memorySeen = (): SeenMessages => {
  const seen = new Set<string>();
  return {
    has:
      (...key) =>
      async () =>
        E.right(seen.has(JSON.stringify(key))),
    add:
      (...key) =>
      async () => {
        seen.add(JSON.stringify(key));
        return E.right(undefined);
      },
  };
};

export type ReceiverOptions = Readonly<{
  id: string;
  registries: readonly Registry[];
  clock: Clock;
  newId: () => string;
  seen: SeenMessages;
  on: Readonly<{
    notify?: Handler<NotifyEvents>;
    search?: Handler<SearchAnswer>;
    subscribe?: Handler<SubscribeAnswer>;
    unsubscribe?: Handler<UnsubscribeAnswer>;
    txnStatus?: Handler<TxnStatusAnswer>;
  }>;
  bytes?: number;
}>;

const nothing = (): TE.TaskEither<Fault, void> => async () => E.right(undefined);

const received = async <M>(
  { id, registries, clock, newId, seen, bytes = 5_000_000 }: ReceiverOptions,
  request: Request,
  expected: Readonly<{ action: CallbackAction; schema: Received<M>; handler: Handler<M> | undefined }>,
): Promise<Response> => {
  const correlation = newId();
  const refuse = (code: Parameters<typeof errReply>[0]): Response => errReply(code, clock.now(), correlation);
  const envelope = accept(envelopeParts, await bodyOf(request, bytes));
  if (E.isLeft(envelope)) return refuse('err.request.bad');
  const read = accept(callbackHeader, envelope.right.header);
  if (E.isLeft(read) || read.right.action !== expected.action) return refuse('err.request.bad');
  const header = read.right;
  const registry = registries.find((known) => known.id === header.sender_id);
  if (registry === undefined) return refuse('err.sender_id.invalid');
  const theirs = await verified(envelope.right, registry.id, registry.keys, clock.now());
  if (E.isLeft(theirs)) return refuse(theirs.left);
  if (header.receiver_id !== undefined && header.receiver_id !== id) return refuse('err.receiver_id.invalid');
  const given = envelope.right.message;
  if (given === undefined && header.status !== 'rjct') return refuse('err.request.bad');
  const message = given === undefined ? E.right(undefined) : accept(expected.schema, given);
  if (E.isLeft(message)) return refuse('err.request.bad');
  const known = await seen.has(registry.id, header.message_id)();
  if (E.isLeft(known)) return refuse('err.service.unavailable');
  if (!known.right) {
    const handled = await (expected.handler ?? nothing)({ header, message: message.right })();
    if (E.isLeft(handled)) return refuse('err.service.unavailable');
    if (E.isLeft(await seen.add(registry.id, header.message_id)())) return refuse('err.service.unavailable');
  }
  return ackReply('NACK', clock.now(), correlation);
};

/** Answers requests below our callback address. `NACK` says what the standard means by it: taken, and nothing follows. */
export const dciReceiver = (options: ReceiverOptions): ((request: Request) => Promise<Response>) => {
  const { on, clock, newId } = options;
  const app = new Hono();
  /** Messages of one kind one after another, so that a repeat that comes at the same moment is seen as one. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<Response>): Promise<Response> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const at = <M>(path: string, expected: Parameters<typeof received<M>>[2]): void => {
    app.post(path, (context) => inTurn(() => received(options, context.req.raw, expected)));
  };
  at('/registry/notify', { action: 'notify', schema: notifyEvents, handler: on.notify });
  at('/registry/on-search', { action: 'on-search', schema: searchAnswer, handler: on.search });
  at('/registry/on-subscribe', { action: 'on-subscribe', schema: subscribeAnswer, handler: on.subscribe });
  at('/registry/on-unsubscribe', { action: 'on-unsubscribe', schema: unsubscribeAnswer, handler: on.unsubscribe });
  at('/registry/txn/on-status', { action: 'txn-on-status', schema: txnStatusAnswer, handler: on.txnStatus });
  app.notFound(() => errReply('err.request.not_found', clock.now(), newId()));
  app.onError(() => errReply('err.service.unavailable', clock.now(), newId()));
  return async (request) => app.fetch(request);
};
