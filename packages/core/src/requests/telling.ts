/** Telling an agency of a change after issue: a correction, a replaced personal number. It takes it or does not. */
import type { JsonObject } from '../evidence/canonical.js';
import type { Desk } from './port.js';

export type Change = Readonly<{
  what: 'correction' | 'personal-number';
  fields: readonly string[];
  people: Readonly<Record<string, JsonObject>>;
}>;
export type ChangeAnswer = Readonly<{ outcome: 'taken' }> | Readonly<{ outcome: 'not-taken'; reason: string }>;
export type Told = Desk<Change, ChangeAnswer>;
