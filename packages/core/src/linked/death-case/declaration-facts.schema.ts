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
} from '../../borders/received.schema.js';
import { funeralClasses } from '../../law/index.js';
import {
  contributions,
  insured,
  insuredFacts,
  insuredState,
  pension,
  province,
  relative,
  unclaimedBody,
} from '../../survivor-benefit/facts.schema.js';
import type { DeathDeclaration, FuneralClaim, SurvivorClaim } from './events.js';

const classFacts = fields({
  insured: optional(insured),
  disaster: optional(unclaimedBody),
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
  deceased: fields({ insured: optional(insuredState), ...insuredFacts }),
  relatives: listOf(relative, 100),
  prefer: oneOf('monthly', 'lump-sum'),
  contributions,
  pension,
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
