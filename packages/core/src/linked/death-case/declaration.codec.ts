/** How the facts of a declaration after a death are kept. */
import { keptClass } from '../../benefit/events.codec.js';
import {
  type Codec,
  count,
  either,
  exact,
  flag,
  kept,
  listOf,
  oneOf,
  optional,
  orNull,
  text,
} from '../../borders/stored.codec.js';
import { keptDate, keptLegs } from '../../dossier/events.codec.js';
import type { ClassFacts } from '../../funeral-benefit/index.js';
import { deathGroup } from '../../law/group-law.js';
import { insuredStates } from '../../law/index.js';
import { keptAllowance, keptChannel } from '../../payment/events.codec.js';
import type { Contributions, Deceased, Pension, Relative } from '../../survivor-benefit/index.js';
import type { Dong } from '../../values/money.js';
import type { DeathDeclaration, Evidence, FuneralClaim, SurvivorClaim } from './events.js';

/** The legs of the group as they are kept. */
export const deathLegs = keptLegs(deathGroup);

/** Whole đồng: a count that a smart constructor let through before. */
const amount = count as unknown as Codec<Dong>;
const halves: Codec<number> = kept(
  'a number of half years',
  (value): value is number => typeof value === 'number' && value >= 0 && Number.isInteger(value * 2),
);
const insured = oneOf(...insuredStates);

const evidence: Codec<Evidence> = either(
  exact<Extract<Evidence, { kind: 'notice' }>>({ kind: oneOf('notice'), code: text, form: text, issuedOn: keptDate }),
  exact<Exclude<Evidence, { kind: 'notice' }>>({
    kind: oneOf(
      'execution-record',
      'court-decision',
      'police-record',
      'forensic-result',
      'commune-confirmation',
      'old-papers',
      'none',
    ),
  }),
);

const means = {
  of: text,
  capacityLoss: optional(count),
  monthlyIncome: optional(amount),
  insuredWork: optional(flag),
  withoutCarer: optional(flag),
  twoDeaths: optional(flag),
};

const relative: Codec<Relative> = either(
  exact<Extract<Relative, { kind: 'child' }>>({ ...means, kind: oneOf('child'), bornOn: orNull(keptDate) }),
  exact<Exclude<Relative, { kind: 'child' }>>({
    ...means,
    kind: oneOf('spouse', 'parent', 'parent-in-law', 'other'),
    bornOn: keptDate,
    sex: oneOf('female', 'male'),
    supported: optional(flag),
  }),
);

const classFacts: Codec<ClassFacts> = exact<ClassFacts>({
  insured: optional(
    exact<NonNullable<ClassFacts['insured']>>({
      status: insured,
      months: optional(count),
      diedOfWork: optional(flag),
      injuryLoss: optional(count),
    }),
  ),
  disaster: optional(
    exact<NonNullable<ClassFacts['disaster']>>({
      unclaimedBody: kept('true', (value): value is true => value === true),
      actualCost: amount,
    }),
  ),
  province: optional(text),
});

const funeral: Codec<FuneralClaim> = exact<FuneralClaim>({
  classes: listOf(keptClass),
  classFacts,
  meritAllowance: orNull(count),
});

const survivors: Codec<SurvivorClaim> = exact<SurvivorClaim>({
  deceased: exact<Deceased>({
    insured: optional(insured),
    months: optional(count),
    diedOfWork: optional(flag),
    injuryLoss: optional(count),
  }),
  relatives: listOf(relative),
  prefer: oneOf('monthly', 'lump-sum'),
  contributions: optional(exact<Contributions>({ averageSalary: amount, yearsBefore: halves, yearsSince: halves })),
  pension: optional(exact<Pension>({ monthly: amount, monthsDrawn: count })),
});

export const keptDeathDeclaration: Codec<DeathDeclaration> = exact<DeathDeclaration>({
  legs: listOf(deathLegs.leg),
  diedOn: keptDate,
  precision: oneOf('day', 'month', 'year'),
  diedAt: oneOf('facility', 'home', 'elsewhere'),
  evidence,
  longPast: flag,
  foreignElement: flag,
  lastResidence: optional(text),
  placeOfDeath: text,
  declarant: oneOf('spouse', 'child', 'parent', 'relative', 'agency', 'authorised', 'officer'),
  feeExempt: orNull(oneOf('poor', 'disabled', 'merit-family')),
  copies: count,
  authorities: exact<DeathDeclaration['authorities']>({
    death: text,
    residence: optional(text),
    funeral: optional(text),
    survivor: optional(text),
  }),
  funeral: orNull(funeral),
  survivors: orNull(survivors),
  allowances: listOf(keptAllowance),
  payee: orNull(keptChannel),
  channel: oneOf('desk', 'national-portal', 'vneid'),
  delivery: oneOf('electronic', 'desk', 'post'),
  claim: text,
});
