/**
 * How the database is laid out, and the steps that bring an older one there. Keys are lean: a stream is known by the
 * position of its first event. An event is kept as the very text that was hashed; the other fields only help to find it.
 */
import type { Instant } from '@lienthong/core';
import type { DBSchema, IDBPDatabase, StoreNames } from 'idb';

export type EventRow = Readonly<{
  position: number;
  stream: number;
  revision: number;
  id: string;
  hash: string;
  text: string;
}>;

/** The head of a stream; `begun` is the position of its first event. */
export type StreamRow = Readonly<{ name: string; begun: number; revision: number; recordedAt: Instant; hash: string }>;

/** One record. `identity` tells this journal from another made later under its name; the rest counts what must be there. */
export type AboutRow = Readonly<{ key: 'journal'; identity: string; position: number; streams: number }>;

export interface Layout extends DBSchema {
  events: { key: number; value: EventRow; indexes: { byRevision: [number, number]; byId: [number, string] } };
  streams: { key: string; value: StreamRow };
  about: { key: string; value: AboutRow };
}

export type Database = IDBPDatabase<Layout>;
export const STORES: readonly StoreNames<Layout>[] = ['events', 'streams', 'about'];

/** Step n brings a database of version n to n + 1, inside the one transaction that the browser gives an upgrade. */
export type Step = (database: IDBDatabase, upgrade: IDBTransaction) => void;

const identity = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const first: Step = (database) => {
  const events = database.createObjectStore('events', { keyPath: 'position' });
  events.createIndex('byRevision', ['stream', 'revision'], { unique: true });
  events.createIndex('byId', ['stream', 'id'], { unique: true });
  database.createObjectStore('streams', { keyPath: 'name' });
  const about: AboutRow = { key: 'journal', identity: identity(), position: 0, streams: 0 };
  database.createObjectStore('about', { keyPath: 'key' }).add(about);
};

export const STEPS: readonly Step[] = [first];
