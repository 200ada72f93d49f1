/** Relatives of the deceased (thân nhân): who of them draws a monthly survivor allowance, and why another does not. */
import {
  type Citation,
  type LawInForce,
  provision,
  type Row,
  referenceValue,
  type SurvivorRelatives,
} from '../law/index.js';
import type { Dong } from '../values/money.js';
import { addMonths, type PlainDate } from '../values/plain-date.js';

type Means = Readonly<{
  /** Percent of the capacity to work that is lost. */
  capacityLoss?: number;
  /** Wages, pensions and the like a month; merit allowances left out. */
  monthlyIncome?: Dong;
  /** Works for a wage with compulsory social insurance. */
  insuredWork?: boolean;
  /** Nobody is there to care for this relative. */
  withoutCarer?: boolean;
  /** Lost two insured people. */
  twoDeaths?: boolean;
}>;

/** A child (born, or not yet), or a grown relative. `of` is the family's own name for it: a number, an initial. */
export type Relative = Means &
  Readonly<{ of: string }> &
  (
    | Readonly<{ kind: 'child'; bornOn: PlainDate | null }>
    | Readonly<{
        kind: 'spouse' | 'parent' | 'parent-in-law' | 'other';
        bornOn: PlainDate;
        sex: 'female' | 'male';
        /** The deceased had to support this relative; asked of others than spouse and parents. */
        supported?: boolean;
      }>
  );

export type NotEntitledBecause =
  | 'ChildGrownUp'
  | 'AgeNotReached'
  | 'NoAgeOnRecord'
  | 'NotSupported'
  | 'IncomeTooHigh'
  | 'InsuredWork'
  | 'NoRuleOnRecord'
  | 'EnoughRelatives';

/** Yes with the rows it rests on, or no with the reason. */
export type Standing =
  | Readonly<{ entitled: true; rows: readonly Row<unknown>[] }>
  | Readonly<{ entitled: false; because: NotEntitledBecause; citation: Citation | null }>;

/** Younger than an age on a day. A child not yet born is. */
export const youngerThan = (bornOn: PlainDate | null, months: number, on: PlainDate): boolean =>
  bornOn === null || on < addMonths(bornOn, months);

const no = (because: NotEntitledBecause, row?: Row<unknown>): Standing => ({
  entitled: false,
  because,
  citation: row?.citation ?? null,
});

const yes = (...rows: readonly Row<unknown>[]): Standing => ({ entitled: true, rows });

/** Whether age or capacity opens the allowance, before any look at income. */
const byPerson = (law: LawInForce, rule: Row<SurvivorRelatives>, relative: Relative): Standing => {
  const { on } = law.date;
  const { childUntil, capacityLoss, ages } = rule.value;
  if ((relative.capacityLoss ?? 0) >= capacityLoss) return yes(rule);
  if (relative.kind === 'child')
    return youngerThan(relative.bornOn, childUntil, on) ? yes(rule) : no('ChildGrownUp', rule);
  const needed = ages === 'retirement' ? law.row(provision.retirementAge) : { ...rule, value: ages };
  if (!needed) return no('NoAgeOnRecord', rule);
  const tooYoung = youngerThan(relative.bornOn, needed.value[relative.sex], on);
  return tooYoung ? no('AgeNotReached', needed) : yes(rule, needed);
};

const isMinor = (rule: Row<SurvivorRelatives>, relative: Relative, on: PlainDate): boolean =>
  relative.kind === 'child' && youngerThan(relative.bornOn, rule.value.childUntil, on);

/** Nobody but a minor may have an income of the reference value or more. */
const byMeans = (law: LawInForce, relative: Relative, so: Standing): Standing => {
  const rule = law.row(provision.survivorMeans);
  if (!so.entitled || !rule) return so;
  if (rule.value.insuredWorkBars && relative.insuredWork) return no('InsuredWork', rule);
  if (relative.monthlyIncome === undefined) return so;
  const below = referenceValue(law, rule.value.below);
  if (!below) return no('NoRuleOnRecord', rule);
  return relative.monthlyIncome >= below.dong ? no('IncomeTooHigh', rule) : yes(...so.rows, rule, ...below.rows);
};

/** What the law of the day of death says of one relative. */
export const standing = (law: LawInForce, relative: Relative): Standing => {
  const rule = law.row(provision.survivorRelatives);
  if (!rule) return no('NoRuleOnRecord');
  if (relative.kind === 'other' && !relative.supported) return no('NotSupported', rule);
  const so = byPerson(law, rule, relative);
  return isMinor(rule, relative, law.date.on) ? so : byMeans(law, relative, so);
};
