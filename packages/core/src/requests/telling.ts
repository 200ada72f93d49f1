/** Telling an agency of a change: a correction, a replaced personal number, a death. It takes it or does not. */
import type { JsonObject } from '../evidence/canonical.js';
import type { Desk } from './port.js';

export type Change = Readonly<{
  what: 'correction' | 'personal-number' | 'death';
  fields: readonly string[];
  people: Readonly<Record<string, JsonObject>>;
}>;
export type ChangeAnswer = Readonly<{ outcome: 'taken' }> | Readonly<{ outcome: 'not-taken'; reason: string }>;
export type Told = Desk<Change, ChangeAnswer>;
