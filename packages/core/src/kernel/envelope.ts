/** What is kept of an event, beside its own words: who, when, because of what, and the hash that binds it to the one before. */
import type { JsonObject } from '../evidence/canonical.js';
import type { Instant } from '../values/plain-date.js';

/** Somebody or something that acts: a coded id (never a name), the role it acts in, and the unit it acts for. */
export type Party = Readonly<{ id: string; role: string; unit?: string }>;

/**
 * Who asked; and, where they differ, who decided and who confirmed. Place of help, receiving desk and competent agency
 * are three facts, never one.
 */
export type Actor = Party &
  Readonly<{ decidedBy?: Party; confirmedBy?: Party; helpedAt?: string; receivedAt?: string; competent?: string }>;

/** An event on its way into a journal. `data` is its sealed form: facts in the clear, one sealed block a person. */
export type NewEvent = Readonly<{
  /** UUIDv5 of the command's id and the event's place in the batch. */
  id: string;
  type: string;
  /** Version of the event's stored form, from 1. */
  schema: number;
  occurredAt: Instant;
  actor: Actor;
  onBehalfOf?: Party;
  /** Id of the command that caused it. */
  causation: string;
  /** Id of the case. */
  correlation: string;
  data: JsonObject;
}>;

/** An event as it stands in a journal. Everything but `position` and `hash` is what the hash covers. */
export type StoredEvent = NewEvent &
  Readonly<{
    v: 1;
    stream: string;
    /** From 0, without gaps. */
    revision: number;
    /** Opaque; sorts as text within one store; not dense. */
    position: string;
    /** Stamped by the store, never below the event before it. */
    recordedAt: Instant;
    previous: string;
    hash: string;
  }>;
