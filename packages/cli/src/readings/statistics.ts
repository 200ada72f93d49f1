/**
 * Counts over the cases of a store (thống kê). Each case is folded to a short summary, and only summaries are counted:
 * received, decided and handed over are three things, and a case counts in each on its own.
 */
import { dayOf, type StoredEvent } from '@lienthong/core';
import { type BirthCase, type BirthEvent, type LegOutcome, outcomeOf } from '@lienthong/core/birth-case';

export type LegName = 'birth' | 'residence' | 'card' | 'identity-card';

/**
 * Where a case stands; every case stands in exactly one. `done`: every chosen leg has its result; `partly`: some were refused
 * or withdrawn after the birth was registered; `refused`, `withdrawn`: the birth itself was; `stuck`: open, and in the hands
 * of the support team; `open`: under way.
 */
export const STATUSES = ['open', 'stuck', 'done', 'partly', 'refused', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

export type CaseSummary = Readonly<{
  group: 'birth';
  status: Status;
  /** The commune that registers the birth. */
  commune: string;
  /** Of the filing, in Vietnam: `2023-07`. */
  month: string;
  legs: readonly Readonly<{ leg: LegName; outcome: LegOutcome | null; handedOver: boolean }>[];
  /** An agency let a day pass; the citizen's own duties do not count. */
  late: boolean;
}>;

const isStuck = ({ application, requests }: BirthCase): boolean =>
  application.escalated.length > 0 || Object.values(requests).some(({ status }) => status === 'given-up');

const statusOf = (birth: BirthCase, legs: readonly (LegOutcome | null)[]): Status => {
  if (birth.application.phase !== 'closed') return isStuck(birth) ? 'stuck' : 'open';
  const ofBirth = outcomeOf(birth, 'birth');
  if (ofBirth === 'refused' || ofBirth === 'withdrawn') return ofBirth;
  return legs.every((outcome) => outcome === 'done') ? 'done' : 'partly';
};

/** `undefined` for a stream in which nothing was applied for. */
export const summarise = (
  birth: BirthCase,
  events: Iterable<BirthEvent>,
  stored: readonly StoredEvent[],
): CaseSummary | undefined => {
  const { declaration, delivered } = birth.application;
  const [first] = stored;
  if (declaration === null || first === undefined) return undefined;
  const legs = declaration.legs.map((leg) => ({
    leg,
    outcome: outcomeOf(birth, leg) ?? null,
    handedOver: delivered.includes(leg),
  }));
  return {
    group: 'birth',
    status: statusOf(
      birth,
      legs.map(({ outcome }) => outcome),
    ),
    commune: declaration.authorities.birth,
    month: dayOf(first.occurredAt).slice(0, 7),
    legs,
    late: [...events].some((event) => event.type === 'DeadlineMissed' && event.duty !== 'citizen'),
  };
};

/** `decided`: every chosen leg has come to an end that somebody decided. `handedOver`: each such result was given out. */
export type Figures = Readonly<{ received: number; decided: number; handedOver: number }>;
export type LegFigures = Readonly<{
  chosen: number;
  decided: number;
  granted: number;
  refused: number;
  withdrawn: number;
  handedOver: number;
}>;

export type Statistics = Readonly<{
  received: Readonly<{ total: number; birth: number; death: number }>;
  byStatus: Readonly<Record<Status, number>>;
  decided: number;
  handedOver: number;
  /** Cases that ended without an agency letting a day pass; cases in which one did; cases stuck; with a leg refused. */
  onTime: number;
  late: number;
  stuck: number;
  refused: number;
  legs: Readonly<Partial<Record<LegName, LegFigures>>>;
  events: number;
}>;

const wasDecided = (outcome: LegOutcome | null): boolean => outcome === 'done' || outcome === 'refused';
const isEnded = ({ status }: CaseSummary): boolean => status !== 'open' && status !== 'stuck';
const isDecided = (summary: CaseSummary): boolean =>
  isEnded(summary) && summary.legs.some(({ outcome }) => wasDecided(outcome));
const isHandedOver = (summary: CaseSummary): boolean =>
  isDecided(summary) && summary.legs.every(({ outcome, handedOver }) => handedOver || !wasDecided(outcome));

const count = <T>(items: readonly T[], holds: (item: T) => boolean): number => items.filter(holds).length;

const legFigures = (legs: CaseSummary['legs']): LegFigures => ({
  chosen: legs.length,
  decided: count(legs, ({ outcome }) => wasDecided(outcome)),
  granted: count(legs, ({ outcome }) => outcome === 'done'),
  refused: count(legs, ({ outcome }) => outcome === 'refused'),
  withdrawn: count(legs, ({ outcome }) => outcome === 'withdrawn'),
  handedOver: count(legs, ({ handedOver }) => handedOver),
});

const LEGS: readonly LegName[] = ['birth', 'residence', 'card', 'identity-card'];

export const statisticsOf = (cases: readonly CaseSummary[], events: number): Statistics => {
  const legs = cases.flatMap((each) => each.legs);
  const chosen = LEGS.filter((leg) => legs.some((each) => each.leg === leg));
  const standing = STATUSES.map((status) => [status, count(cases, (each) => each.status === status)] as const);
  return {
    received: { total: cases.length, birth: cases.length, death: 0 },
    byStatus: Object.fromEntries(standing) as Record<Status, number>,
    decided: count(cases, isDecided),
    handedOver: count(cases, isHandedOver),
    onTime: count(cases, (each) => isEnded(each) && !each.late),
    late: count(cases, ({ late }) => late),
    stuck: count(cases, ({ status }) => status === 'stuck'),
    refused: count(cases, (each) => each.legs.some(({ outcome }) => outcome === 'refused')),
    legs: Object.fromEntries(chosen.map((leg) => [leg, legFigures(legs.filter((each) => each.leg === leg))])),
    events,
  };
};

export const DIMENSIONS = ['group', 'status', 'province', 'commune', 'leg', 'month'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One line of a breakdown: the values of its dimensions, and the figures of the cases (or legs) that share them. */
export type Breakdown = readonly Readonly<{ key: Readonly<Partial<Record<Dimension, string>>>; figures: Figures }>[];

/** By leg, legs are counted; else cases. */
export const breakdown = (
  cases: readonly CaseSummary[],
  by: readonly Dimension[],
  provinceOf: (commune: string) => string,
): Breakdown => {
  const rows = new Map<
    string,
    { key: Partial<Record<Dimension, string>>; figures: { received: number; decided: number; handedOver: number } }
  >();
  const add = (key: Partial<Record<Dimension, string>>, decided: boolean, handedOver: boolean): void => {
    const name = by.map((dimension) => key[dimension]).join('\u0000');
    const row = rows.get(name) ?? { key, figures: { received: 0, decided: 0, handedOver: 0 } };
    row.figures.received += 1;
    row.figures.decided += decided ? 1 : 0;
    row.figures.handedOver += handedOver ? 1 : 0;
    rows.set(name, row);
  };
  for (const each of cases) {
    const value = (dimension: Dimension, leg: string): string =>
      dimension === 'leg' ? leg : dimension === 'province' ? provinceOf(each.commune) : each[dimension];
    const keyOf = (leg: string) => Object.fromEntries(by.map((dimension) => [dimension, value(dimension, leg)]));
    if (by.includes('leg')) {
      for (const { leg, outcome, handedOver } of each.legs) add(keyOf(leg), wasDecided(outcome), handedOver);
    } else add(keyOf(''), isDecided(each), isHandedOver(each));
  }
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
};
