/** Which of several funeral benefits is paid (nguyên tắc chi trả): one death, one benefit, and support shown beside it. */
import {
  type Citation,
  type FuneralClass,
  type LawInForce,
  type Parameter,
  provision,
  type Row,
  type StandingBack,
} from '../law/index.js';
import type { Dong } from '../values/money.js';
import type { Obstacle, Worth } from './worth.js';

/** Why a class is not paid. */
export type NotPaid = Obstacle | 'AnotherClassGoesFirst' | 'HigherBenefitPaid' | 'EqualBenefitPaid';

/** A class that is not paid, and which one stood in its way. */
export type Passed = Readonly<{
  worth: Worth;
  because: NotPaid;
  citation: Citation | null;
  inFavourOf?: FuneralClass;
}>;

/** `beside` is support of which no text says whether it is paid in addition (R18). */
export type Choice = Readonly<{
  paid?: Worth;
  beside?: Readonly<{ worth: Worth; citation: Citation }>;
  passed: readonly Passed[];
}>;

const standingBack: readonly Parameter<StandingBack>[] = [
  provision.meritAfterInsurance,
  provision.veteranLast,
  provision.socialPensionAfterInsurance,
  provision.socialProtectionAfterInsurance,
  provision.meritHighest,
  provision.veteranHighest,
  provision.socialPensionHighest,
  provision.socialProtectionHighest,
];

type Payable = Worth & Readonly<{ amount: Dong }>;

const isPayable = (each: Worth): each is Payable => each.amount !== null && each.obstacle === undefined;

/** The highest; of equals the one the law of ties names first. */
const highest = (ties: readonly FuneralClass[], all: readonly Payable[]): Payable | undefined =>
  all.toSorted((a, b) => b.amount - a.amount || ties.indexOf(a.class) - ties.indexOf(b.class))[0];

type Rules = readonly Row<StandingBack>[];

const ruleBetween = (rules: Rules, loser: Worth, winner: Worth, when: StandingBack['when']) =>
  rules.find(({ value }) => value.class === loser.class && value.before.includes(winner.class) && value.when === when);

/** A class that always stands back for another of those that could be paid. */
const standsBack = (rules: Rules, each: Payable, all: readonly Payable[]): Passed | undefined => {
  for (const other of all) {
    const rule = ruleBetween(rules, each, other, 'always');
    if (!rule) continue;
    return { worth: each, because: 'AnotherClassGoesFirst', citation: rule.citation, inFavourOf: other.class };
  }
  return undefined;
};

/** Chooses among the classes given. The order in which they are given does not matter. */
export const choose = (law: LawInForce, all: readonly Worth[]): Choice => {
  const rules = standingBack.flatMap((each) => law.row(each) ?? []);
  const tieRow = law.row(provision.funeralTies);
  const ties = tieRow?.value ?? [];
  const combining = law.row(provision.funeralCombining);
  const standsOutside = ({ class: of }: Worth): boolean => combining?.value.classes.includes(of) ?? false;

  const payable = all.filter(isPayable);
  const inside = payable.filter((each) => !standsOutside(each) && !standsBack(rules, each, payable));
  const best = highest(ties, inside);
  const support = highest(ties, payable.filter(standsOutside));
  const combines = best && support && combining?.value.combinesWith.includes(best.class);
  const contenders = [best, support].filter((each) => each !== undefined);
  const paid = combines ? best : highest(ties, contenders);
  const beside = combines ? support : undefined;

  /** Between equal ones the order of ties decides; of unequal ones an article speaks, but for two kinds of support (R18). */
  const beaten = (each: Payable, by: Payable): Passed =>
    each.amount === by.amount
      ? { worth: each, because: 'EqualBenefitPaid', citation: tieRow?.citation ?? null, inFavourOf: by.class }
      : {
          worth: each,
          because: 'HigherBenefitPaid',
          citation: (standsOutside(each) ? combining : ruleBetween(rules, each, by, 'unless-higher'))?.citation ?? null,
          inFavourOf: by.class,
        };

  const passed = all.flatMap((each): readonly Passed[] => {
    if (each.obstacle) return [{ worth: each, ...each.obstacle }];
    if (!isPayable(each) || each === paid || each === beside || !paid) return [];
    return [standsBack(rules, each, payable) ?? beaten(each, beside && standsOutside(each) ? beside : paid)];
  });

  return {
    ...(paid ? { paid } : {}),
    ...(beside && combining ? { beside: { worth: beside, citation: combining.citation } } : {}),
    passed,
  };
};
