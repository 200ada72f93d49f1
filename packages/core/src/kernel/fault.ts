/**
 * Faults: a silence, a collision or an unreadable record; something that may be asked again.
 * Never to be confused with a refusal, which is the law's answer (see refusal.ts). No fault carries personal data.
 */
import type { Instant } from '../values/plain-date.js';
import type { Expected } from './journal.js';

/** The head was not where the writer expected it; nothing was written. `actual` is `null` when the stream is missing. */
export type Conflict = Readonly<{ kind: 'Conflict'; stream: string; expected: Expected; actual: number | null }>;
/** An event id stands in the stream already, with other content, or only part of the batch stands there. */
export type IdReused = Readonly<{ kind: 'IdReused'; stream: string; id: string }>;
/** The caller's input was wrong; refused before anything was read or written. */
export type BadInput = Readonly<{ kind: 'BadInput'; at: string; expected: string }>;
/** Another command stands under this command id. */
export type CommandIdReused = Readonly<{ kind: 'CommandIdReused'; stream: string; command: string }>;
/** Others kept writing first; ask again. */
export type Contended = Readonly<{ kind: 'Contended'; stream: string; tries: number }>;
/** Something of this leg happened after what the officer had seen. */
export type Stale = Readonly<{ kind: 'Stale'; leg: string; seen: number; actual: number }>;
/** The command says it happened before the last thing recorded. */
export type ClockBehind = Readonly<{ kind: 'ClockBehind'; at: Instant; last: Instant }>;
/** A stored event that this release cannot read. */
export type Unreadable = Readonly<{
  kind: 'Unreadable';
  stream: string;
  revision: number;
  at: string;
  expected: string;
}>;

export type UnavailableCode =
  | 'unreachable'
  | 'login-refused'
  | 'timed-out'
  | 'busy'
  | 'read-only'
  | 'full'
  | 'corrupt'
  | 'newer-schema'
  | 'malformed-answer'
  | 'closed';
/**
 * A store, agency or token that did not serve. `retry` says whether asking again can help; `waitMs` how long it asked to be
 * left alone.
 */
export type Unavailable = Readonly<{
  kind: 'Unavailable';
  system: string;
  code: UnavailableCode;
  retry: boolean;
  waitMs?: number;
}>;

export type Fault =
  | Conflict
  | IdReused
  | BadInput
  | CommandIdReused
  | Contended
  | Stale
  | ClockBehind
  | Unreadable
  | Unavailable;

/** Asked, and not known whether it was done: settled by looking, never by asking again blindly. */
export type OutcomeUnknown = Readonly<{ kind: 'OutcomeUnknown'; system: string }>;

export const unavailable = (system: string, code: UnavailableCode, retry: boolean): Unavailable => ({
  kind: 'Unavailable',
  system,
  code,
  retry,
});
