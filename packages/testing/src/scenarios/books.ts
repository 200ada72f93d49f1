/** The books of a run (sổ sách), and what comparing them may find. */
import type { Instant } from '@lienthong/core';
import type { BirthCase } from '@lienthong/core/birth-case';
import type { DeathCase } from '@lienthong/core/death-case';
import type { Effect, Resident } from '../agencies/index.js';

export type Kept<S> = Readonly<{ state: S; keys: Readonly<Record<string, string>> }>;
export type KeptBirth = Kept<BirthCase> & Readonly<{ filing: Readonly<{ at: Instant }> }>;
export type KeptDeath = Kept<DeathCase> &
  Readonly<{ filing: Readonly<{ household: Readonly<{ household: string }> }> }>;

export type Books = Readonly<{
  /** Cases whose filing was confirmed to a family. */
  filed: readonly string[];
  /** The cases as the journal has them. */
  births: ReadonlyMap<string, KeptBirth>;
  deaths: ReadonlyMap<string, KeptDeath>;
  /** What the agencies did, by their own records. */
  effects: readonly Effect[];
  /** The residence register at the end. */
  residents: readonly Resident[];
}>;

export type Finding =
  | Readonly<{ kind: 'lost'; caseId: string; what: string }>
  | Readonly<{ kind: 'duplicated'; caseId: string; what: string; times: number }>;

export type Reconciled = Readonly<{ lost: number; duplicatedEffects: number; findings: readonly Finding[] }>;
