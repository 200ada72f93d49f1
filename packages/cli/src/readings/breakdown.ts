/** The counts of a store broken down by what its cases or legs have in common. */
import { sumOf } from './money.js';
import { type CaseSummary, type Figures, figuresOfCase, figuresOfLeg } from './statistics.js';

export const DIMENSIONS = ['group', 'status', 'province', 'commune', 'leg', 'month'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One line of a breakdown: the values of its dimensions, and the figures of the cases (or legs) that share them. */
export type Breakdown = readonly Readonly<{ key: Readonly<Partial<Record<Dimension, string>>>; figures: Figures }>[];

/** Legs go by their group: a residence is registered in one and deleted in the other. */
export const dimensionsOf = (by: readonly Dimension[]): readonly Dimension[] =>
  by.includes('leg') && !by.includes('group') ? ['group', ...by] : by;

const together = (one: Figures, other: Figures): Figures => ({
  received: one.received + other.received,
  decided: one.decided + other.decided,
  handedOver: one.handedOver + other.handedOver,
  paid: one.paid + other.paid,
  benefits: sumOf([one.benefits, other.benefits]),
});

/** By leg, legs are counted; else cases. */
export const breakdown = (
  cases: readonly CaseSummary[],
  by: readonly Dimension[],
  provinceOf: (commune: string) => string,
): Breakdown => {
  const rows = new Map<string, Breakdown[number]>();
  const add = (key: Breakdown[number]['key'], figures: Figures): void => {
    const name = by.map((dimension) => key[dimension]).join('\u0000');
    const row = rows.get(name);
    rows.set(name, { key, figures: row === undefined ? figures : together(row.figures, figures) });
  };
  for (const each of cases) {
    const value = (dimension: Dimension, leg: string): string =>
      dimension === 'leg' ? leg : dimension === 'province' ? provinceOf(each.commune) : each[dimension];
    const keyOf = (leg: string) => Object.fromEntries(by.map((dimension) => [dimension, value(dimension, leg)]));
    if (by.includes('leg')) for (const leg of each.legs) add(keyOf(leg.leg), figuresOfLeg(leg));
    else add(keyOf(''), figuresOfCase(each));
  }
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
};
