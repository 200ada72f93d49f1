/** What the kernel must know of a kind of case to keep it: its decider, its codec, and which leg an event belongs to. */
import type { JsonObject } from '../evidence/canonical.js';
import type { Either } from '../fp.js';
import type { LawBook } from '../law/dated.js';
import type { Malformed } from '../values/malformed.js';
import type { Command, Decider, DomainEvent, Personal } from './decider.js';

/** An event's stored form before sealing: its facts, and apart from them what concerns persons. */
export type Kept = Readonly<{ type: string; schema: number; facts: JsonObject; personal?: Personal }>;

/** Both ways, every stored version: `recall(keep(event))` is the event. */
export type EventCodec<Ev> = Readonly<{
  keep: (event: Ev) => Kept;
  recall: (kept: Kept) => Either<Malformed, Ev>;
}>;

/** What a command orders, without who gave it, when and under which id: those stand in the envelope of its record. */
export type Order<C> = C extends Command ? Pick<C, 'type' | 'data'> : never;

/** A command's own facts and personal blocks, for the record that each commit keeps of it (R1). */
export type CommandCodec<C> = Readonly<{
  keep: (command: C) => Readonly<{ facts: JsonObject; personal?: Personal }>;
  recall: (type: string, kept: Readonly<{ facts: JsonObject; personal?: Personal }>) => Either<Malformed, Order<C>>;
}>;

export type CaseKind<C extends Command, Ev extends DomainEvent, S, R extends string> = Readonly<{
  /** Prefix of its streams: `birth` gives `birth-<uuid>`. */
  name: string;
  law: LawBook;
  decider: Decider<C, Ev, S, R>;
  events: EventCodec<Ev>;
  commands: CommandCodec<C>;
  /** The leg whose officers must have seen this event; `undefined` for request events, which nobody need have seen (R8). */
  legOf: (event: Ev) => string | undefined;
}>;
