/** The facts of a death that decide its benefits, as strangers write them in a file (`lienthong benefit --case`). */
import {
  accept,
  date,
  fields,
  jsonSchemaOf,
  listOf,
  oneOf,
  optional,
  type Received,
} from '../borders/received.schema.js';
import type { JsonObject } from '../evidence/canonical.js';
import type { Either } from '../fp.js';
import { funeralClasses } from '../law/index.js';
import type { Malformed } from '../values/malformed.js';
import type { BenefitCase } from './case.js';
import { amount, contributions, insured, pension, province, relative, unclaimedBody } from './facts.schema.js';

const survivors = fields({
  relatives: listOf(relative, 100),
  prefer: oneOf('monthly', 'lump-sum').default('monthly'),
  contributions,
  pension,
});

const benefitCase: Received<BenefitCase> = fields({
  diedOn: date,
  decidedOn: optional(date),
  knownOn: optional(date),
  province: optional(province),
  classes: listOf(oneOf(...funeralClasses), funeralClasses.length),
  insured: optional(insured),
  disaster: optional(unclaimedBody),
  meritAllowance: optional(amount),
  survivors: optional(survivors),
});

/** Reads a case. Errors: the first field that is not as it should be. */
export const readBenefitCase = (raw: unknown): Either<Malformed, BenefitCase> => accept(benefitCase, raw);

/** JSON Schema of the file. */
export const benefitCaseJsonSchema = (): JsonObject => jsonSchemaOf(benefitCase);
