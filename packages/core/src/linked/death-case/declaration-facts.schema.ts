/** The facts of a declaration already read, as a command carries them; a form 02 is read by `readDeathDeclaration`. */
import * as z from 'zod';
import {
  code,
  count,
  date,
  fields,
  flag,
  listOf,
  oneOf,
  optional,
  orNull,
  type Received,
  received,
} from '../../borders/received.schema.js';
import { E } from '../../fp.js';
import { funeralClasses, insuredStates } from '../../law/index.js';
import { malformed } from '../../values/malformed.js';
import type { Dong } from '../../values/money.js';
import { provinceByCode } from '../../values/provinces.js';
import type { DeathDeclaration, FuneralClaim, SurvivorClaim } from './events.js';

/** What `count` lets through is whole, exact and no debt: an amount. */
export const amount = count().transform((raw) => raw as Dong) as Received<Dong, number>;
const percent = count(0, 100);
const months = count(0, 1_200);
const halfYears = z.number().min(0).max(80).multipleOf(0.5);
const province = received((raw) =>
  provinceByCode(raw) ? E.right(raw) : malformed('a province code of two or three digits'),
);
const insured = oneOf(...insuredStates);

const means = {
  of: code(),
  capacityLoss: optional(percent),
  monthlyIncome: optional(amount),
  insuredWork: optional(flag),
  withoutCarer: optional(flag),
  twoDeaths: optional(flag),
};

/** A relative, by the family's own name for them. A child not yet born has no day of birth: `null`. */
export const relative = z.discriminatedUnion(
  'kind',
  [
    fields({ ...means, kind: z.literal('child'), bornOn: orNull(date) }),
    fields({
      ...means,
      kind: z.enum(['spouse', 'parent', 'parent-in-law', 'other']),
      bornOn: date,
      sex: oneOf('female', 'male'),
      supported: optional(flag),
    }),
  ],
  { error: 'one of: child, spouse, parent, parent-in-law, other' },
);

const classFacts = fields({
  insured: optional(
    fields({
      status: insured,
      months: optional(months),
      diedOfWork: optional(flag),
      injuryLoss: optional(percent),
    }),
  ),
  disaster: optional(fields({ unclaimedBody: z.literal(true), actualCost: amount })),
  province: optional(province),
});

/** What decides on the funeral benefit. */
export const funeral = fields({
  classes: listOf(oneOf(...funeralClasses), funeralClasses.length, 1),
  classFacts,
  meritAllowance: orNull(count()),
}) satisfies Received<FuneralClaim>;

/** What decides on the survivor benefit. */
export const survivors = fields({
  deceased: fields({
    insured: optional(insured),
    months: optional(months),
    diedOfWork: optional(flag),
    injuryLoss: optional(percent),
  }),
  relatives: listOf(relative, 100),
  prefer: oneOf('monthly', 'lump-sum'),
  contributions: optional(fields({ averageSalary: amount, yearsBefore: halfYears, yearsSince: halfYears })),
  pension: optional(fields({ monthly: amount, monthsDrawn: months })),
}) satisfies Received<SurvivorClaim>;

const SUBSTITUTES = [
  'execution-record',
  'court-decision',
  'police-record',
  'forensic-result',
  'commune-confirmation',
  'old-papers',
  'none',
] as const;

export const evidence = z.discriminatedUnion(
  'kind',
  [
    fields({ kind: z.literal('notice'), code: code(), form: code(), issuedOn: date }),
    fields({ kind: z.enum(SUBSTITUTES) }),
  ],
  { error: `one of: notice, ${SUBSTITUTES.join(', ')}` },
);

export const declarant = oneOf('spouse', 'child', 'parent', 'relative', 'agency', 'authorised', 'officer');
export const feeExempt = orNull(oneOf('poor', 'disabled', 'merit-family'));
export const authorities = fields({
  death: code(),
  residence: optional(code()),
  funeral: optional(code()),
  survivor: optional(code()),
});
export const legs = listOf(oneOf('death', 'residence', 'funeral', 'survivor'), 4, 1);
export const allowances = listOf(oneOf('merit', 'social', 'pension'), 3);

export const declaration = fields({
  legs,
  diedOn: date,
  precision: oneOf('day', 'month', 'year'),
  diedAt: oneOf('facility', 'home', 'elsewhere'),
  evidence,
  longPast: flag,
  foreignElement: flag,
  lastResidence: optional(code()),
  placeOfDeath: code(),
  declarant,
  feeExempt,
  copies: count(0, 100),
  authorities,
  funeral: orNull(funeral),
  survivors: orNull(survivors),
  allowances,
  payee: orNull(oneOf('bank', 'cash')),
  channel: oneOf('desk', 'national-portal', 'vneid'),
  delivery: oneOf('electronic', 'desk', 'post'),
  claim: code(200),
}) satisfies Received<DeathDeclaration>;
