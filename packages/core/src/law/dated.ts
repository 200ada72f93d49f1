/** Dated rows: one value of the law, from when to when, known since when, on which text, and how sure we are. */
import type { PlainDate } from '../values/plain-date.js';

/** How well a row is sourced: the text itself, a secondary account of it, or our inference. */
export type Confidence = 'official' | 'secondary' | 'inferred';

/** Where a rule stands. `act` is an id of `acts.ts`, such as `63/2024/NĐ-CP`. */
export type Citation = Readonly<{
  act: string;
  article?: string;
  clause?: string;
  point?: string;
  inForceFrom: PlainDate;
  inForceTo?: PlainDate;
  confidence: Confidence;
}>;

/**
 * One row. In force on days `from` to `to` inclusive (open when absent); published on `knownFrom`; written down by us in
 * `release`. Rows are never edited: a mistake of ours is mended by a later row that names it in `supersedes`.
 */
export type Row<V> = Readonly<{
  id: string;
  value: V;
  from: PlainDate;
  to?: PlainDate;
  knownFrom: PlainDate;
  /** True when no promulgation date was found and `from` stands in for it. */
  knownFromInferred?: true;
  citation: Citation;
  confidence: Confidence;
  release: string;
  supersedes?: string;
  /** What is uncertain, or why the row reads as it does. */
  note?: string;
}>;

/**
 * A named series of rows, newest last. `unit` says what the value counts. A parameter `ofDays` has a row for each single
 * day it speaks of (holidays): all of its rows belong to a law set, whatever day the set governs.
 */
export type Parameter<V> = Readonly<{
  name: string;
  unit: string;
  about: string;
  rows: readonly Row<V>[];
  ofDays?: true;
}>;

/** A provision: a parameter whose value is only that it holds; its rows say which text says so, and when. */
export type Provision = Parameter<true>;

/** The law as it is asked for: the day it governs, and the day whose knowledge of it counts. */
export type LawDate = Readonly<{ on: PlainDate; knownOn: PlainDate }>;

/** Names one set of rows so that any later release can rebuild it. */
export type LawSetId = Readonly<{ release: string; on: PlainDate; knownOn: PlainDate; hash: string }>;

/** The law in force for one `LawDate`: the row, not only the value; `undefined` when no row exists. */
export type LawInForce = Readonly<{
  date: LawDate;
  id: LawSetId;
  row: <V>(parameter: Parameter<V>) => Row<V> | undefined;
}>;

/** All rows of one release (with an embedder's additions). The only form in which rules see the law. */
export type LawBook = Readonly<{
  release: string;
  parameters: readonly Parameter<unknown>[];
  at: (date: LawDate) => LawInForce;
  /** A parameter by its name; `undefined` when the book has none so called. */
  named: (name: string) => Parameter<unknown> | undefined;
  /** The row chosen for one calendar day of a parameter, as known on a day: holidays and the like. */
  rowOn: <V>(parameter: Parameter<V>, on: PlainDate, knownOn: PlainDate) => Row<V> | undefined;
  /** The book as an earlier release had it; `undefined` for a release this book does not contain. */
  rebuild: (release: string) => LawBook | undefined;
}>;
