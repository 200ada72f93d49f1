/**
 * Counts over cases (thống kê). Each case is folded to a short summary, and only summaries are counted: received,
 * decided, handed over and paid are four things, and a case counts in each on its own.
 */
import type { LegName } from '../application/index.js';
import { dayOf, type Instant } from '../values/plain-date.js';
import { type Money, sumOf } from './money.js';
import { GROUPS, type GroupName, type LegStanding } from './standing.js';

/**
 * Where a case stands; every case stands in exactly one. `done`: every chosen leg has its result; `partly`: some were
 * refused, withdrawn, stopped or asked for elsewhere after the registration; `refused`, `withdrawn`: the registration itself was,
 * or an agency stopped it; `stuck`: open, and in the hands of the support team; `open`: under way.
 */
export const STATUSES = ['open', 'stuck', 'done', 'partly', 'refused', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

export type LegSummary = Readonly<{ leg: LegName; handedOver: boolean }> & LegStanding;

export type CaseSummary = Readonly<{
  group: GroupName;
  status: Status;
  /** The commune that registers the birth or the death. */
  commune: string;
  /** Of the filing, in Vietnam: `2023-07`. */
  month: string;
  legs: readonly LegSummary[];
  /** An agency let a day pass; the citizen's own duties do not count. */
  late: boolean;
}>;

/** What a case looks like in the eyes of its group. */
export type Looked = Readonly<{
  group: GroupName;
  phase: 'none' | 'open' | 'closed';
  stuck: boolean;
  late: boolean;
  commune: string | undefined;
  filedAt: Instant | undefined;
  legs: readonly LegSummary[];
}>;

const statusOf = ({ group, phase, stuck, legs }: Looked): Status => {
  if (phase !== 'closed') return stuck ? 'stuck' : 'open';
  const registration = legs.find(({ leg }) => leg === group)?.outcome;
  if (registration === 'refused' || registration === 'withdrawn') return registration;
  if (registration === 'stopped') return 'refused';
  return legs.every(({ outcome }) => outcome === 'done') ? 'done' : 'partly';
};

/** `undefined` for a case in which nothing was applied for. */
export const summarise = (looked: Looked): CaseSummary | undefined => {
  const { group, commune, filedAt, legs, late } = looked;
  if (commune === undefined || filedAt === undefined) return undefined;
  return { group, status: statusOf(looked), commune, month: dayOf(filedAt).slice(0, 7), legs, late };
};

/**
 * `decided`: every chosen leg has come to an end, or to a decision whose money is still to come, and somebody decided on one.
 * `handedOver`: each such result was given out. `paid`: of what was decided in money, nothing is outstanding.
 */
export type Figures = Readonly<{
  received: number;
  decided: number;
  handedOver: number;
  paid: number;
  benefits: Money;
}>;
export type LegFigures = Readonly<{
  chosen: number;
  decided: number;
  granted: number;
  refused: number;
  withdrawn: number;
  handedOver: number;
  /** Only for legs that end in money. */
  paid?: number;
  benefits?: Money;
}>;

export type Statistics = Readonly<{
  received: Readonly<{ total: number; birth: number; death: number }>;
  byStatus: Readonly<Record<Status, number>>;
  decided: number;
  handedOver: number;
  paid: number;
  /** Of all cases. */
  benefits: Money;
  /** Cases that ended without an agency letting a day pass; cases in which one did; cases stuck; with a leg refused. */
  onTime: number;
  late: number;
  stuck: number;
  refused: number;
  /** By group, for each has a leg of its own called `residence`. */
  legs: Readonly<Partial<Record<GroupName, Readonly<Partial<Record<LegName, LegFigures>>>>>>;
  events: number;
}>;

const isEnded = ({ status }: CaseSummary): boolean => status !== 'open' && status !== 'stuck';
const isDecided = ({ legs }: CaseSummary): boolean =>
  legs.some(({ decided }) => decided) && legs.every(({ outcome, decided }) => decided || outcome !== null);
const isHandedOver = (summary: CaseSummary): boolean =>
  isDecided(summary) && summary.legs.every(({ decided, handedOver }) => handedOver || !decided);

const endsInMoney = ({ leg }: LegSummary): boolean => leg === 'funeral' || leg === 'survivor';
/** Nothing is outstanding, and no payer still owes a decision. */
const isLegPaid = ({ outcome, decided, money }: LegSummary): boolean =>
  money !== null && money.outstanding.dong <= 0 && (decided || outcome !== null);
const isPaid = ({ legs }: CaseSummary): boolean => {
  const owed = legs.filter((leg) => endsInMoney(leg) && (leg.outcome === null || leg.money !== null));
  return owed.length > 0 && owed.every(isLegPaid);
};
const moneyOf = (legs: readonly LegSummary[]): Money => sumOf(legs.map(({ money }) => money));

/** Counted as ones and noughts, so that figures can be added up. */
const counted = (decided: boolean, handedOver: boolean, paid: boolean, legs: readonly LegSummary[]): Figures => ({
  received: 1,
  decided: Number(decided),
  handedOver: Number(handedOver),
  paid: Number(paid),
  benefits: moneyOf(legs),
});

export const figuresOfCase = (each: CaseSummary): Figures =>
  counted(isDecided(each), isHandedOver(each), isPaid(each), each.legs);
export const figuresOfLeg = (leg: LegSummary): Figures => counted(leg.decided, leg.handedOver, isLegPaid(leg), [leg]);

const count = <T>(items: readonly T[], holds: (item: T) => boolean): number => items.filter(holds).length;

const legFigures = (legs: readonly LegSummary[]): LegFigures => ({
  chosen: legs.length,
  decided: count(legs, ({ decided }) => decided),
  granted: count(legs, ({ outcome, decided }) => decided && outcome !== 'refused'),
  refused: count(legs, ({ outcome }) => outcome === 'refused'),
  withdrawn: count(legs, ({ outcome }) => outcome === 'withdrawn'),
  handedOver: count(legs, ({ handedOver }) => handedOver),
  ...(legs.some(endsInMoney) ? { paid: count(legs, isLegPaid), benefits: moneyOf(legs) } : {}),
});

const LEGS: readonly LegName[] = ['birth', 'death', 'residence', 'card', 'identity-card', 'funeral', 'survivor'];

const legsOfGroup = (cases: readonly CaseSummary[]): Readonly<Partial<Record<LegName, LegFigures>>> => {
  const legs = cases.flatMap((each) => each.legs);
  const chosen = LEGS.filter((leg) => legs.some((each) => each.leg === leg));
  return Object.fromEntries(chosen.map((leg) => [leg, legFigures(legs.filter((each) => each.leg === leg))]));
};

export const statisticsOf = (cases: readonly CaseSummary[], events: number): Statistics => {
  const of = (group: GroupName): readonly CaseSummary[] => cases.filter((each) => each.group === group);
  const standing = STATUSES.map((status) => [status, count(cases, (each) => each.status === status)] as const);
  const present = GROUPS.filter((group) => of(group).length > 0);
  return {
    received: { total: cases.length, birth: of('birth').length, death: of('death').length },
    byStatus: Object.fromEntries(standing) as Record<Status, number>,
    decided: count(cases, isDecided),
    handedOver: count(cases, isHandedOver),
    paid: count(cases, isPaid),
    benefits: moneyOf(cases.flatMap(({ legs }) => legs)),
    onTime: count(cases, (each) => isEnded(each) && !each.late),
    late: count(cases, ({ late }) => late),
    stuck: count(cases, ({ status }) => status === 'stuck'),
    refused: count(cases, (each) => each.legs.some(({ outcome }) => outcome === 'refused')),
    legs: Object.fromEntries(present.map((group) => [group, legsOfGroup(of(group))])),
    events,
  };
};
