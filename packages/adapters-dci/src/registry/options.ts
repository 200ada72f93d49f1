/** What a registry needs to answer by the standard (các cổng của phía hộ tịch). */
import type { Clock, Journal } from '@lienthong/core';
import type { Keys } from '@lienthong/core/evidence';
import type { LawBook } from '@lienthong/core/law';
import type { SecretKey } from '../message/signature.js';
import type { DciBook } from './book.js';
import { type Entries, entriesIn } from './entries.js';
import type { Digests } from './query.js';
import type { Opening } from './record.js';
import type { Sender } from './senders.js';

export type RegistryOptions = Readonly<{
  /** Our own name in headers: `ho-tich.example.vn`. */
  id: string;
  key: SecretKey;
  senders: readonly Sender[];
  journal: Journal;
  /** Where looks are recorded; the journal itself unless said. */
  log?: Journal;
  keys: Keys;
  law: LawBook;
  book: DciBook;
  digests: Digests;
  clock: Clock;
  fetch: typeof fetch;
  /** An id never given before: of correlations and of messages. */
  newId: () => string;
  limits?: Partial<Limits>;
  /** Where work goes on after the immediate reply; a platform that stops a request's work needs its own. */
  defer?: (work: () => Promise<void>) => void;
}>;

export type Limits = Readonly<{
  /** Requests in one message. */
  requests: number;
  /** Records in one page, and in an answer without pages. */
  page: number;
  /** Milliseconds by which a message's own time may differ from ours. */
  freshMs: number;
  /** Bytes of a body. */
  bytes: number;
  /** Milliseconds for a callback. */
  callbackMs: number;
}>;

const usual: Limits = { requests: 50, page: 100, freshMs: 300_000, bytes: 1_000_000, callbackMs: 10_000 };

export type Env = Omit<RegistryOptions, 'limits' | 'defer' | 'log'> &
  Readonly<{ limits: Limits; entries: Entries; opening: Opening }>;

export const envOf = ({ limits, defer: _, log, ...options }: RegistryOptions): Env => ({
  ...options,
  limits: { ...usual, ...limits },
  entries: entriesIn(options),
  opening: { journal: options.journal, log: log ?? options.journal, keys: options.keys },
});
