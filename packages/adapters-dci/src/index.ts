/** `@lienthong/adapters-dci`: our civil status registers, asked and subscribed to by the DCI registry API v1.0.0. */
export type { PublicKey, SecretKey } from './message/signature.js';
export type { Status, TxnType } from './message/types.js';
export type { DciBook, Outcome, Subscription, Transaction } from './registry/book.js';
export { memoryBook } from './registry/book.js';
export { journalBook } from './registry/journal-book.js';
export { dciNotices, NOTICED_EVENTS } from './registry/notices.js';
export type { Limits, RegistryOptions } from './registry/options.js';
export type { Digests, Query } from './registry/query.js';
export { dciRegistry } from './registry/registry.js';
export type { Sender } from './registry/senders.js';
export { EXTENSION, eventCodes, extensionContext, REGISTRY_EVENTS, type RegistryEvent } from './vital-events.js';
