/**
 * The electronic declaration after a death (tờ khai điện tử, form 02) as people send it. The form's own layout was not found;
 * its blocks are those that procedures and payers ask for, so that one form serves bundles of two, three and four.
 */
import * as z from 'zod';
import { commitment, email, moment, name, number, paper, place } from '../../borders/people.schema.js';
import {
  accept,
  code,
  count,
  date,
  fields,
  jsonSchemaOf,
  LINE,
  listOf,
  oneOf,
  optional,
  orNull,
  problemsIn,
  received,
  text,
} from '../../borders/received.schema.js';
import type { JsonObject } from '../../evidence/canonical.js';
import { E, type Either, type NonEmpty } from '../../fp.js';
import { funeralClasses } from '../../law/index.js';
import {
  contributions,
  insured,
  pension,
  province,
  relative as relativeFacts,
  relativeLabel,
  unclaimedBody,
} from '../../survivor-benefit/facts.schema.js';
import { type Malformed, malformed } from '../../values/malformed.js';
import { addDays, addMonths, type PlainDate, plainDate } from '../../values/plain-date.js';
import * as facts from './declaration-facts.schema.js';
import { type Form02, partsOf, type ReceivedDeathDeclaration } from './declaration-parts.js';
import { wordsOf } from './form-fields.js';

/** A day, or as much of it as is known: its month, its year. */
export type PartialDay = Readonly<{ on: PlainDate; precision: 'day' | 'month' | 'year' }>;

/** The last day of what is known: nobody is late before that day. */
const readPartialDay = (raw: string): Either<Malformed, PartialDay> => {
  const lastOf = (first: string, months: number, precision: 'month' | 'year'): Either<Malformed, PartialDay> =>
    E.map((on: PlainDate): PartialDay => ({ on: addDays(addMonths(on, months), -1), precision }))(plainDate(first));
  if (/^\d{4}$/.test(raw)) return lastOf(`${raw}-01-01`, 12, 'year');
  if (/^\d{4}-\d\d$/.test(raw)) return lastOf(`${raw}-01`, 1, 'month');
  const [, month, year] = /^(\d\d?)\/(\d{4})$/.exec(raw) ?? [];
  if (month !== undefined) return lastOf(`${year}-${month.padStart(2, '0')}-01`, 1, 'month');
  const [, day, ofMonth, ofYear] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(raw) ?? [];
  const written =
    day === undefined || ofMonth === undefined ? raw : `${ofYear}-${ofMonth.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const whole = plainDate(written);
  return E.isLeft(whole) ? malformed('a date, or its month or year') : E.right({ on: whole.right, precision: 'day' });
};

const applicant = fields({
  name,
  personalNumber: number,
  residence: optional(place),
  paper: optional(paper),
  relation: facts.declarant,
  /** An agency or person who declares for others names the paper that lets them. */
  authorisation: optional(code(LINE)),
  phone: optional(code(20)),
  email: optional(email),
});

const choices = fields({
  legs: facts.legs.refine((legs) => new Set(legs).size === legs.length, 'each procedure once'),
  authorities: facts.authorities,
  channel: oneOf('desk', 'national-portal', 'vneid'),
  delivery: oneOf('electronic', 'desk', 'post'),
  copies: count(0, 100).default(0),
  feeExempt: facts.feeExempt.default(null),
});

const deceased = fields({
  name,
  personalNumber: optional(number),
  bornOn: optional(date),
  birthYear: optional(count(1800, 2299)),
  sex: oneOf('male', 'female', 'undetermined'),
  ethnicity: optional(text()),
  nationality: text(),
  paper: optional(paper),
  /** `null` where the last residence is not known. */
  lastResidence: orNull(place),
  /** A foreigner, or a death abroad. */
  foreignElement: z.boolean().default(false),
});

const death = fields({
  diedOn: received(readPartialDay, 40),
  time: optional(received((raw) => (/^\d\d:\d\d$/.test(raw) ? E.right(raw) : malformed('a time such as 21:40')))),
  kind: oneOf('facility', 'home', 'elsewhere'),
  place,
  cause: optional(text()),
  registration: oneOf('ordinary', 'long-past').default('ordinary'),
});

const benefit = fields({
  classes: listOf(oneOf(...funeralClasses), funeralClasses.length, 1),
  insured: optional(insured),
  disaster: optional(unclaimedBody),
  province: optional(province),
  /** In đồng, of the month of death. */
  meritAllowance: optional(count()),
  insuranceNumber: optional(code()),
  managementNumber: optional(code()),
});

/** What names a relative stands in the block, what decides on them in `facts`. */
const relative = fields({ name, personalNumber: optional(number), relation: optional(text()), facts: relativeFacts });

const survivors = fields({
  prefer: oneOf('monthly', 'lump-sum').default('monthly'),
  relatives: listOf(relative, 100),
  contributions,
  pension,
  consents: listOf(
    fields({ of: relativeLabel, mode: oneOf('vneid', 'e-statement'), at: optional(moment) }),
    100,
  ).default([]),
});

const payee = fields({
  name,
  personalNumber: optional(number),
  relation: optional(text()),
  channel: oneOf('bank', 'cash'),
  bank: optional(text()),
  account: optional(code(40)),
}).refine(({ channel, account }) => channel === 'cash' || account !== undefined, {
  message: 'an account, for it is paid through a bank',
  path: ['account'],
});

const form = fields({
  applicant,
  choices,
  deceased,
  death,
  evidence: facts.evidence,
  benefit: optional(benefit),
  allowances: facts.allowances.default([]),
  survivors: optional(survivors),
  payee: optional(payee),
  commitment,
}).superRefine(({ choices: { legs, authorities }, ...blocks }, context) => {
  const needs = (path: readonly string[], message: string): void =>
    context.addIssue({ code: 'custom', path: [...path], message });
  for (const leg of legs) {
    if (authorities[leg] === undefined)
      needs(['choices', 'authorities', leg], 'the unit asked, for the procedure is chosen');
  }
  if (legs.includes('funeral') && blocks.benefit === undefined)
    needs(['benefit'], 'this block, for the procedure is chosen');
  if (legs.includes('survivor') && blocks.survivors === undefined)
    needs(['survivors'], 'this block, for the procedure is chosen');
});

const read: (raw: unknown) => Either<Malformed, Form02> = (raw) => accept<Form02>(form, raw);

/** Reads a declaration. Errors: the first field that is not as it should be. */
export const readDeathDeclaration = (raw: unknown): Either<Malformed, ReceivedDeathDeclaration> =>
  E.map(partsOf)(read(raw));

/** Everything wrong with a declaration, field by field, for forms that mark it all at once. */
export const deathDeclarationProblems = (raw: unknown): readonly Malformed[] => {
  const found: Either<NonEmpty<Malformed>, unknown> = problemsIn<Form02>(form, raw);
  return E.isLeft(found) ? found.left : [];
};

/** JSON Schema of the form; titles in Vietnamese, descriptions in English. */
export const deathDeclarationJsonSchema = (): JsonObject => jsonSchemaOf(form, wordsOf);
