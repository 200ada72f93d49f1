/**
 * Asking a civil registry by the standard (phía bảo hiểm và an sinh hỏi hộ tịch). Whatever the registry says becomes an
 * answer or a fault; nothing is thrown.
 */
import { type Clock, type Fault, type OutcomeUnknown, unavailable } from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';
import { E, type Either, type TE } from '@lienthong/core/fp';
import { accept, type Received } from '@lienthong/core/received';
import { requestHeaderOf } from '../message/building.js';
import {
  type Ack,
  ackReply,
  callbackHeader,
  envelopeParts,
  type SearchAnswer,
  searchAnswer,
  type TxnStatusAnswer,
  txnStatusAnswer,
} from '../message/messages.schema.js';
import { type PublicKey, type SecretKey, signed, verified } from '../message/signature.js';
import type { Action, CallbackAction, SearchItem, SubscribeItem, TxnStatusRequest } from '../message/types.js';
import { postBy, REGISTRY_NAME, type Way } from './way.js';

export type Registry = Readonly<{ id: string; keys: readonly PublicKey[] }>;

export type ClientOptions = Readonly<{
  /** Our name, as the registry knows it. */
  id: string;
  key: SecretKey;
  registry: Registry;
  way: Way;
  clock: Clock;
  newId: () => string;
}>;

type Criteria = SearchItem['search_criteria'];
type Wanted = SubscribeItem['subscribe_criteria'];
type StatusOf = TxnStatusRequest['txnstatus_request'];

/** The registry took the message and says no to it, by the code in its header or its immediate reply. */
export type Rejected = Readonly<{ kind: 'Rejected'; code: string }>;
/** A reply without the registry's signature, or from somebody else. */
export type NotTheirs = Readonly<{ kind: 'NotTheirs' }>;
/** Sent, and not known whether it was taken: `syncTxnStatus` by this transaction tells. */
export type NotKnown = OutcomeUnknown & Readonly<{ transaction: string }>;
export type DciFault = Fault | Rejected | NotTheirs | NotKnown;

/** What names a request: for callbacks, and for asking how it stands. */
export type Asked = Readonly<
  { transaction: string; references: readonly string[] } & Pick<Ack, 'ack_status' | 'correlation_id'>
>;

export type DciClient = Readonly<{
  search: (...criteria: readonly Criteria[]) => TE.TaskEither<DciFault, Asked>;
  syncSearch: (...criteria: readonly Criteria[]) => TE.TaskEither<DciFault, SearchAnswer>;
  subscribe: (...wanted: readonly Wanted[]) => TE.TaskEither<DciFault, Asked>;
  unsubscribe: (...codes: readonly string[]) => TE.TaskEither<DciFault, Asked>;
  txnStatus: (asked: Omit<StatusOf, 'reference_id'>) => TE.TaskEither<DciFault, Asked>;
  syncTxnStatus: (asked: Omit<StatusOf, 'reference_id'>) => TE.TaskEither<DciFault, TxnStatusAnswer>;
}>;

type Request = Readonly<{ action: Action; message: JsonObject; total: number; transaction: string }>;

const malformed = unavailable(REGISTRY_NAME, 'malformed-answer', false);

const post = async (
  { id, key, registry, way, clock, newId }: ClientOptions,
  path: string,
  { action, message, total, transaction }: Request,
): Promise<Either<DciFault, unknown>> => {
  const at = clock.now();
  const header = requestHeaderOf(action, { id: newId(), at, from: id, to: registry.id, total });
  const answer = await postBy(way)(path, await signed({ header, message }, id, key, at));
  if (E.isLeft(answer)) {
    return E.left(answer.left.kind === 'OutcomeUnknown' ? { ...answer.left, transaction } : answer.left);
  }
  const { status, body } = answer.right;
  const reply = accept(ackReply, body);
  if (E.isRight(reply) && reply.right.message.ack_status === 'ERR') {
    return E.left({ kind: 'Rejected', code: reply.right.message.error?.code ?? 'err.request.bad' });
  }
  if (status >= 200 && status < 300) return E.right(body);
  return E.left(status >= 500 ? { kind: 'OutcomeUnknown', system: REGISTRY_NAME, transaction } : malformed);
};

const acknowledged = async (
  options: ClientOptions,
  path: string,
  request: Request,
  references: readonly string[],
): Promise<Either<DciFault, Asked>> => {
  const body = await post(options, path, request);
  if (E.isLeft(body)) return body;
  const reply = accept(ackReply, body.right);
  if (E.isLeft(reply)) return E.left(malformed);
  const { ack_status, correlation_id } = reply.right.message;
  return E.right({ transaction: request.transaction, references, ack_status, correlation_id });
};

const answered = async <A>(
  options: ClientOptions,
  path: string,
  request: Request,
  expected: Readonly<{ action: CallbackAction; schema: Received<A> }>,
): Promise<Either<DciFault, A>> => {
  const body = await post(options, path, request);
  if (E.isLeft(body)) return body;
  const envelope = accept(envelopeParts, body.right);
  if (E.isLeft(envelope)) return E.left(malformed);
  const header = accept(callbackHeader, envelope.right.header);
  if (E.isLeft(header) || header.right.action !== expected.action) return E.left(malformed);
  const { registry, clock } = options;
  const { sender_id } = header.right;
  const theirs = await verified(envelope.right, sender_id, registry.keys, clock.now());
  if (E.isLeft(theirs) || sender_id !== registry.id) return E.left({ kind: 'NotTheirs' });
  if (header.right.status === 'rjct') {
    return E.left({ kind: 'Rejected', code: header.right.status_reason_code ?? 'rjct.errors.too_many' });
  }
  const message = accept(expected.schema, envelope.right.message);
  return E.isLeft(message) ? E.left(malformed) : message;
};

export const dciClient = (options: ClientOptions): DciClient => {
  const { clock, newId } = options;

  const batch = (name: 'search' | 'subscribe', of: string, items: readonly object[]) => {
    const [transaction, timestamp] = [newId(), clock.now()];
    const list = items.map((criteria) => ({ reference_id: newId(), timestamp, [of]: criteria, locale: 'vie' }));
    const message = { transaction_id: transaction, [`${name}_request`]: list } as unknown as JsonObject;
    const references = list.map(({ reference_id }) => reference_id);
    return { request: { action: name, message, total: list.length, transaction } as const, references };
  };

  const asking = (asked: Omit<StatusOf, 'reference_id'>) => {
    const [transaction, reference] = [newId(), newId()];
    const message = { transaction_id: transaction, txnstatus_request: { reference_id: reference, ...asked } };
    const request = { action: 'txn-status', message: message as unknown as JsonObject, total: 1, transaction } as const;
    return { request, references: [reference] };
  };

  const sent = (path: string, { request, references }: ReturnType<typeof batch | typeof asking>) =>
    acknowledged(options, path, request, references);

  return {
    search:
      (...criteria) =>
      () =>
        sent('/registry/search', batch('search', 'search_criteria', criteria)),
    syncSearch:
      (...criteria) =>
      () => {
        const { request } = batch('search', 'search_criteria', criteria);
        return answered(options, '/registry/sync/search', request, { action: 'on-search', schema: searchAnswer });
      },
    subscribe:
      (...wanted) =>
      () =>
        sent('/registry/subscribe', batch('subscribe', 'subscribe_criteria', wanted)),
    unsubscribe:
      (...codes) =>
      () => {
        const transaction = newId();
        const message = { transaction_id: transaction, timestamp: clock.now(), subscription_codes: codes };
        const request = { action: 'unsubscribe', message, total: codes.length, transaction } as const;
        return acknowledged(options, '/registry/unsubscribe', request, []);
      },
    txnStatus: (asked) => () => sent('/registry/txn/status', asking(asked)),
    syncTxnStatus: (asked) => () => {
      const { request } = asking(asked);
      return answered(options, '/registry/sync/txn/status', request, {
        action: 'txn-on-status',
        schema: txnStatusAnswer,
      });
    },
  };
};
