/** How a leg stands in the eyes of whoever counts: how it ended, whether somebody decided on it, and the money it came to. */
import type { LegName } from '../application/index.js';
import { type Benefit, type BenefitName, benefitSettled, type Decided } from '../benefit/index.js';
import { type BirthCase, outcomeOf as birthOutcome } from '../linked/birth-case/index.js';
import { type DeathCase, type DeathLegOutcome, outcomeOf as deathOutcome } from '../linked/death-case/index.js';
import { type Money, money, sumOf } from './money.js';

export const GROUPS = ['birth', 'death'] as const;
export type GroupName = (typeof GROUPS)[number];

/** How a leg of either group ended. */
export type Outcome = DeathLegOutcome;

/** `decided`: somebody has decided on the leg, whether or not the money has come. `money`: where the leg ends in money. */
export type LegStanding = Readonly<{ outcome: Outcome | null; decided: boolean; money: Money | null }>;

export const birthStanding = (birth: BirthCase, leg: LegName): LegStanding => {
  const own = birth.application.declaration?.legs.find((each) => each === leg);
  const outcome = (own && birthOutcome(birth, own)) ?? null;
  return { outcome, decided: outcome === 'done' || outcome === 'refused', money: null };
};

/** What was decided on a leg that ends in money, and what was paid of it; `null` while nothing was decided. */
const moneyOf = ({ payments }: DeathCase, { decided }: Benefit): Money | null => {
  const benefits = Object.entries(decided) as readonly [BenefitName, Decided][];
  return benefits.length === 0
    ? null
    : sumOf(benefits.map(([benefit, { amount, toppedUp }]) => money(amount, toppedUp, payments.paid[benefit] ?? 0)));
};

export const deathStanding = (death: DeathCase, leg: LegName): LegStanding => {
  const asked = death.application.declaration?.legs.find((each) => each === leg);
  const outcome = (asked && deathOutcome(death, asked)) ?? null;
  const ended = outcome === 'done' || outcome === 'refused';
  if (asked !== 'funeral' && asked !== 'survivor') return { outcome, decided: ended, money: null };
  const own = death[asked];
  // A decision stands before the money comes, and is handed over before it.
  const decided = ended || (outcome === null && benefitSettled(own));
  return { outcome, decided, money: moneyOf(death, own) };
};
