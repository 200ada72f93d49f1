/** What decides on the benefits after a death, as strangers write it: in a file of its own, or within a form 02. */
import * as z from 'zod';
import {
  count,
  date,
  fields,
  flag,
  oneOf,
  optional,
  orNull,
  type Received,
  received,
} from '../borders/received.schema.js';
import { E, type Either } from '../fp.js';
import { insuredStates } from '../law/index.js';
import { type Malformed, malformed } from '../values/malformed.js';
import type { Dong } from '../values/money.js';
import { provinceByCode } from '../values/provinces.js';
import { ALL_RELATIVES } from './consent.js';

/** What `count` lets through is whole, exact and no debt: an amount. */
export const amount = count().transform((raw) => raw as Dong) as Received<Dong, number>;
const percent = count(0, 100);
const months = count(0, 1_200);
const halfYears = z.number().min(0).max(80).multipleOf(0.5);
export const province = received((raw) =>
  provinceByCode(raw) ? E.right(raw) : malformed('a province code of two or three digits'),
);

export const insuredState = oneOf(...insuredStates);
export const insuredFacts = {
  months: optional(months),
  diedOfWork: optional(flag),
  injuryLoss: optional(percent),
};
/** How somebody stood with social insurance. */
export const insured = fields({ status: insuredState, ...insuredFacts });
export const unclaimedBody = fields({ unclaimedBody: z.literal(true), actualCost: amount });

const LABEL =
  /^(?:[A-Z]\d{0,2}|\d{1,3}|(?:spouse|wife|husband|child|son|daughter|parent|mother|father|relative)(?:-\d{1,2})?)$/;
const readLabel = (raw: string): Either<Malformed, string> =>
  LABEL.test(raw) ? E.right(raw) : malformed('a letter, a number or a kinship, as A, 2 or child-1');

/** What a family calls a relative where everybody may read it: never a name. */
export const relativeLabel: Received<string, string> = received(readLabel, 20);

/** Whoever consents: one of them, or `all` in one statement. */
export const consentingLabel: Received<string, string> = received(
  (raw) => (raw === ALL_RELATIVES ? E.right(raw) : readLabel(raw)),
  20,
);

const means = {
  of: relativeLabel,
  capacityLoss: optional(percent),
  monthlyIncome: optional(amount),
  insuredWork: optional(flag),
  withoutCarer: optional(flag),
  twoDeaths: optional(flag),
};

/** A relative. A child not yet born has no day of birth: `null`. */
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

export const contributions = optional(fields({ averageSalary: amount, yearsBefore: halfYears, yearsSince: halfYears }));
export const pension = optional(fields({ monthly: amount, monthsDrawn: months }));
