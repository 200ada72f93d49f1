/** The same book in a journal, so that it lasts as long as the cases do, in any store that keeps those. */
import {
  consequentId,
  type Fault,
  type Instant,
  type Journal,
  type NewEvent,
  type OutcomeUnknown,
  type StoredEvent,
} from '@lienthong/core';
import { canonical, type JsonObject, type JsonValue } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import type { DciBook, Subscription, Transaction } from './book.js';

const SUBSCRIPTIONS = 'dci-subscriptions';
const streamFor = (kind: 'message' | 'transactions', name: string): string =>
  `dci-${kind}-${consequentId(`dci-${kind}/${name}`)}`;

const eventOf = (type: string, cause: string, sender: string, at: Instant, data: JsonObject): NewEvent => ({
  id: consequentId(cause),
  type,
  schema: 1,
  occurredAt: at,
  actor: { id: sender, role: 'dci-sender', unit: sender },
  causation: consequentId(cause),
  correlation: consequentId(cause),
  data,
});

const asData = (value: Subscription | Transaction): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;
/** What is kept names its content, so a repeat of it writes nothing. */
const causeOf = (kind: string, value: Subscription | Transaction): string =>
  `${kind}/${canonical(asData(value) as JsonValue)}`;

const lastOf = <T>(events: readonly StoredEvent[], key: (value: T) => string): readonly T[] => [
  ...new Map(events.map(({ data }) => [key(data as unknown as T), data as unknown as T])).values(),
];

export const journalBook = (journal: Journal): DciBook => ({
  first: (sender, messageId, at) => async (): Promise<Either<Fault | OutcomeUnknown, boolean>> => {
    const name = JSON.stringify([sender, messageId]);
    const event = eventOf('DciMessageReceived', `dci-message/${name}/${at}`, sender, at, {});
    const appended = await journal.append(streamFor('message', name), 'none', [event])();
    if (E.isRight(appended)) return E.right(!appended.right.repeated);
    return appended.left.kind === 'Conflict' || appended.left.kind === 'IdReused' ? E.right(false) : appended;
  },
  note: (transaction) =>
    pipe(
      journal.append(streamFor('transactions', transaction.sender), 'any', [
        eventOf(
          'DciTransactionNoted',
          causeOf('dci-transaction', transaction),
          transaction.sender,
          transaction.at,
          asData(transaction),
        ),
      ]),
      TE.map(() => undefined),
    ),
  transactions: (sender) =>
    pipe(
      journal.read(streamFor('transactions', sender)),
      TE.map(({ events }) => lastOf<Transaction>(events, ({ correlation }) => correlation)),
    ),
  keep: (subscription) =>
    pipe(
      journal.append(SUBSCRIPTIONS, 'any', [
        eventOf(
          subscription.until === undefined ? 'DciSubscribed' : 'DciUnsubscribed',
          causeOf('dci-subscription', subscription),
          subscription.sender,
          subscription.until ?? subscription.since,
          asData(subscription),
        ),
      ]),
      TE.map(() => undefined),
    ),
  subscriptions: () =>
    pipe(
      journal.read(SUBSCRIPTIONS),
      TE.map(({ events }) => lastOf<Subscription>(events, ({ code }) => code)),
    ),
});
