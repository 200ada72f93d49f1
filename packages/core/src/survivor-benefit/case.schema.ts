/** The facts of a death that decide its benefits, as strangers write them in a file (`lienthong benefit --case`). */
import * as z from 'zod';
import {
  accept,
  code,
  count,
  date,
  fields,
  flag,
  jsonSchemaOf,
  listOf,
  oneOf,
  optional,
  orNull,
  type Received,
  received,
} from '../borders/received.schema.js';
import type { JsonObject } from '../evidence/canonical.js';
import { E, type Either } from '../fp.js';
import { funeralClasses, insuredStates } from '../law/index.js';
import { type Malformed, malformed } from '../values/malformed.js';
import type { Dong } from '../values/money.js';
import { provinceByCode } from '../values/provinces.js';
import type { BenefitCase } from './case.js';

/** What `count` lets through is whole, exact and no debt: an amount. */
const amount = count().transform((raw) => raw as Dong);
const percent = count(0, 100);
const months = count(0, 1_200);
const halfYears = z.number().min(0).max(80).multipleOf(0.5);
const province = received((raw) =>
  provinceByCode(raw) ? E.right(raw) : malformed('a province code of two or three digits'),
);

const means = {
  of: code(),
  capacityLoss: optional(percent),
  monthlyIncome: optional(amount),
  insuredWork: optional(flag),
  withoutCarer: optional(flag),
  twoDeaths: optional(flag),
};

const relative = z.discriminatedUnion(
  'kind',
  [
    /** A child not yet born has no day of birth: `null`. */
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

const survivors = fields({
  relatives: listOf(relative, 100),
  prefer: oneOf('monthly', 'lump-sum').default('monthly'),
  contributions: optional(fields({ averageSalary: amount, yearsBefore: halfYears, yearsSince: halfYears })),
  pension: optional(fields({ monthly: amount, monthsDrawn: months })),
});

const benefitCase: Received<BenefitCase> = fields({
  diedOn: date,
  decidedOn: optional(date),
  knownOn: optional(date),
  province: optional(province),
  classes: listOf(oneOf(...funeralClasses), funeralClasses.length),
  insured: optional(
    fields({
      status: oneOf(...insuredStates),
      months: optional(months),
      diedOfWork: optional(flag),
      injuryLoss: optional(percent),
    }),
  ),
  disaster: optional(fields({ unclaimedBody: z.literal(true), actualCost: amount })),
  meritAllowance: optional(amount),
  survivors: optional(survivors),
});

/** Reads a case. Errors: the first field that is not as it should be. */
export const readBenefitCase = (raw: unknown): Either<Malformed, BenefitCase> => accept(benefitCase, raw);

/** JSON Schema of the file. */
export const benefitCaseJsonSchema = (): JsonObject => jsonSchemaOf(benefitCase);
