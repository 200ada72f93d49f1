/**
 * What a registry keeps of its talk with others (sổ trao đổi): which messages came, what became of each transaction, and who is
 * subscribed to what. Nothing of it says who anybody asked about.
 */
import type { Fault, Instant, OutcomeUnknown } from '@lienthong/core';
import { E, type TE } from '@lienthong/core/fp';
import type { Status, TxnType } from '../message/types.js';
import type { RegistryEvent } from '../vital-events.js';
import type { Query } from './query.js';

export type Subscription = Readonly<{
  code: string;
  sender: string;
  event: RegistryEvent;
  filter: Query;
  recordType: string;
  since: Instant;
  /** Absent while it is alive. */
  until?: Instant;
}>;

/** One request of a batch, and how it stands. */
export type Outcome = Readonly<{
  reference: string;
  status: Status;
  reason?: string;
  total?: number;
  codes?: readonly string[];
}>;
export type Transaction = Readonly<{
  type: TxnType;
  sender: string;
  transaction: string;
  correlation: string;
  at: Instant;
  outcomes: readonly Outcome[];
}>;

type Asked<T> = TE.TaskEither<Fault | OutcomeUnknown, T>;

export type DciBook = Readonly<{
  /** Whether this is the first message of this sender under this id. */
  first: (sender: string, messageId: string, at: Instant) => Asked<boolean>;
  note: (transaction: Transaction) => Asked<void>;
  /** Those of one sender, as they last stood. */
  transactions: (sender: string) => Asked<readonly Transaction[]>;
  keep: (subscription: Subscription) => Asked<void>;
  subscriptions: () => Asked<readonly Subscription[]>;
}>;

/** For tests and trials: forgotten with the process. */
export const memoryBook = (): DciBook => {
  const messages = new Set<string>();
  const transactions = new Map<string, Transaction>();
  const subscriptions = new Map<string, Subscription>();
  return {
    first: (sender, messageId) => async () => {
      const key = JSON.stringify([sender, messageId]);
      if (messages.has(key)) return E.right(false);
      messages.add(key);
      return E.right(true);
    },
    note: (transaction) => async () => {
      transactions.set(transaction.correlation, transaction);
      return E.right(undefined);
    },
    transactions: (sender) => async () =>
      E.right([...transactions.values()].filter((transaction) => transaction.sender === sender)),
    keep: (subscription) => async () => {
      subscriptions.set(subscription.code, subscription);
      return E.right(undefined);
    },
    subscriptions: () => async () => E.right([...subscriptions.values()]),
  };
};
