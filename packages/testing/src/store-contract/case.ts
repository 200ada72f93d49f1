/** A case of the contract: a stable id, what must hold, and how it is tried. */
import type { Journal } from '@lienthong/core';
import { type Bench, benchAt, type Offer, type Place } from './bench.js';
import { within } from './check.js';

export type Case = Readonly<{
  /** As in the contract's tables: A1, B3, J4 … */
  id: string;
  says: string;
  needs?: readonly Offer[];
  /** How long it may take, in milliseconds; 20 seconds unless said. */
  patience?: number;
  run: (bench: Bench) => Promise<void>;
}>;

/** A case found out by asking that the journal does not offer what it is about. */
export class NotOffered extends Error {}

const PATIENCE_MS = 20_000;

/** Runs one case in a fresh place; rejects with `Broken` when the store breaks it. */
export const runCase = async (
  place: () => Promise<Place>,
  { id, run, patience = PATIENCE_MS }: Case,
): Promise<void> => {
  const at = await place();
  const opened: Journal[] = [];
  const others: Place[] = [];
  try {
    await within(patience, run(benchAt(at, opened, others)), id);
  } finally {
    for (const journal of opened) await journal.close()();
    for (const place of [...others, at]) await place.remove?.();
  }
};
