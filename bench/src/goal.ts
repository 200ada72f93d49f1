/** What a goal of the bench is: rows, each a ratio with what it must reach, or the reason why it was not run. */
import type { Comparison, Judged, Variant } from './measure.js';
import type { Spread } from './spread.js';

/** `quick` shows only that everything runs; `full` is the one whose figures count. */
export type Scale = Readonly<{
  quick: boolean;
  rounds: number;
  warmUps: number;
  /** The first number in a full run, the second in a quick one. */
  size: (full: number, quick: number) => number;
  /** A folder of its own on a real disk, for files. */
  folder: string;
}>;

export type Target = Readonly<{ atLeast: number } | { atMost: number }>;

export type Measured = Readonly<{
  what: string;
  /** Absent when the figure is only shown. */
  target?: Target;
  figure: Spread;
  judged: Judged | 'once';
  unit?: string;
  note?: string;
  /** Met, and so steady that even a quick run far below it means that something broke. */
  stable?: boolean;
  /** What ran, so that a missed goal can be looked into. */
  ours?: Variant;
}>;

export type NotRun = Readonly<{ what: string; notRun: string }>;
export type Row = Measured | NotRun;

/** `close` ends what the variants still need when a missed goal is looked into. */
export type Outcome = Readonly<{
  rows: readonly Row[];
  rates: readonly Rate[];
  close?: () => unknown;
}>;

export type Goal = Readonly<{
  number: number;
  title: string;
  /** What the peers do that the floor and the limit do not, or the other way round. */
  fairness: string;
  run: (scale: Scale) => Promise<Outcome>;
}>;

/** A variant's own speed: the ratio's raw material, good for this machine on this day. */
export type Rate = Readonly<{ name: string; perSecond: Spread; unit: string }>;

export const ratesOf = (compared: Comparison, unit: string): readonly Rate[] =>
  [...compared.samples.keys()].map((name) => ({ name, perSecond: compared.rate(name), unit }));

export const isMet = ({ target, figure: { median } }: Measured): boolean | undefined =>
  target === undefined ? undefined : 'atLeast' in target ? median >= target.atLeast : median <= target.atMost;

/** The figure as a share of its goal: 1 is met, 0.7 is a third too slow. */
export const shareOfGoal = ({ target, figure: { median } }: Measured): number | undefined =>
  target === undefined ? undefined : 'atLeast' in target ? median / target.atLeast : target.atMost / median;

export const atLeast = (
  what: string,
  least: number,
  compared: Comparison,
  ours: string,
  base: string,
  note?: string,
): Measured => ({
  what,
  target: { atLeast: least },
  figure: compared.ratio(ours, base),
  judged: compared.judged,
  ours: compared.variant(ours),
  ...(note === undefined ? {} : { note }),
});

export const shown = (what: string, compared: Comparison, ours: string, base: string, note?: string): Measured => ({
  what,
  figure: compared.ratio(ours, base),
  judged: compared.judged,
  ...(note === undefined ? {} : { note }),
});

/** Marks a figure that even a quick run on a busy machine does not bring far down. */
export const stable = (row: Measured): Measured => ({ ...row, stable: true });
