/**
 * The electronic declaration (tờ khai điện tử, form 01) as people send it: one form from which the three declarations of birth,
 * residence and card are drawn. The form's own layout was not found; its blocks are those of the three together.
 */
import * as z from 'zod';
import { commitment, email, moment, name, number, paper, place } from '../../borders/people.schema.js';
import {
  accept,
  code,
  count,
  date,
  fields,
  flag,
  jsonSchemaOf,
  LINE,
  listOf,
  oneOf,
  optional,
  orNull,
  PARAGRAPH,
  problemsIn,
  text,
} from '../../borders/received.schema.js';
import type { JsonObject } from '../../evidence/canonical.js';
import { E, type Either, type NonEmpty } from '../../fp.js';
import type { Malformed } from '../../values/malformed.js';
import { partsOf, type ReceivedDeclaration } from './declaration-parts.js';
import { wordsOf } from './form-fields.js';

/** Read as it is declared: whether the law permits a child's name is not for a form to say. */
const childName = fields({ surname: optional(text()), middle: optional(text()), given: text() });
const leg = oneOf('birth', 'residence', 'card', 'identity-card');

const applicant = fields({
  name,
  personalNumber: number,
  residence: optional(place),
  paper: optional(paper),
  relation: oneOf('mother', 'father', 'grandparent', 'relative', 'carer', 'representative'),
  phone: optional(code(20)),
  email: optional(email),
});
const choices = fields({
  legs: listOf(leg, 4, 1).refine((legs) => new Set(legs).size === legs.length, 'each procedure once'),
  birthCase: oneOf(
    'ordinary',
    'foundling',
    'surrogacy',
    'father-acknowledged',
    'foreign-parent',
    'border-area',
    'stillbirth',
    'collective-household',
  ).default('ordinary'),
  authorities: fields({
    birth: code(),
    residence: optional(code()),
    card: optional(code()),
    'identity-card': optional(code()),
  }),
  channel: oneOf('desk', 'national-portal', 'vneid'),
  delivery: oneOf('electronic', 'desk', 'post'),
  copies: count(0, 100).default(0),
});

/** The notice of birth (giấy chứng sinh) by its number, or what stands in for it, with a reference to the file. */
const birthProof = z.discriminatedUnion(
  'kind',
  [
    fields({ kind: z.literal('notice'), code: code(), file: optional(code(LINE)) }),
    fields({ kind: z.literal('witness'), file: optional(code(LINE)) }),
    fields({ kind: z.literal('pledge'), file: optional(code(LINE)) }),
    fields({ kind: z.literal('none') }),
  ],
  { error: 'one of: notice, witness, pledge, none' },
);

const child = fields({
  name: childName,
  bornOn: date,
  bornOnInWords: optional(text()),
  sex: oneOf('male', 'female', 'undetermined'),
  ethnicity: text(),
  nationality: text(),
  birthplace: fields({
    kind: oneOf('facility', 'home', 'elsewhere'),
    name: optional(text()),
    address: optional(place),
  }),
  nativePlace: text(PARAGRAPH),
  birthOrder: count(1, 12).default(1),
  multiple: count(1, 12).default(1),
}).refine(({ birthOrder, multiple }) => birthOrder <= multiple, {
  message: 'an order within the number of children born',
  path: ['birthOrder'],
});

const parent = fields({
  name,
  bornOn: optional(date),
  birthYear: optional(count(1800, 2299)),
  ethnicity: optional(text()),
  nationality: text(),
  nativePlace: optional(text(PARAGRAPH)),
  residence: z.discriminatedUnion(
    'kind',
    [
      fields({ kind: z.literal('permanent'), address: place }),
      fields({ kind: z.literal('temporary'), address: place }),
      /** Where they in fact live, if they say so. */
      fields({ kind: z.literal('none'), address: optional(place) }),
    ],
    { error: 'one of: permanent, temporary, none' },
  ),
  personalNumber: optional(number),
  passport: optional(code()),
  paper: optional(paper),
});

const marriage = fields({
  married: flag,
  certificate: optional(code()),
  registeredOn: optional(date),
  registeredAt: optional(text()),
});

const somebody = fields({ name, personalNumber: optional(number), relation: optional(text()) });

const residence = fields({
  address: place,
  with: oneOf('parents', 'mother', 'father', 'other'),
  owned: oneOf('own', 'not-own'),
  placeKind: code().default('ordinary'),
  householdHead: optional(somebody),
  relationToHead: optional(text()),
  members: listOf(somebody, 30).default([]),
  owner: optional(somebody),
  consents: listOf(
    fields({ from: oneOf('owner', 'household-head', 'parent'), mode: code(), at: optional(moment) }),
    6,
  ).default([]),
});

const card = fields({
  first: flag.default(true),
  firstFacility: optional(code()),
  address: optional(place),
  householdCode: optional(code()),
  poorHousehold: optional(code()),
});

const form = fields({
  applicant,
  choices,
  birthProof,
  child,
  /** `null` where a parent is not determined. */
  mother: orNull(parent),
  father: orNull(parent),
  marriage,
  residence: optional(residence),
  card: optional(card),
  commitment,
}).superRefine(({ choices: { legs, authorities }, residence: block }, context) => {
  for (const chosen of legs) {
    if (authorities[chosen] === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['choices', 'authorities', chosen],
        message: 'the unit asked, for the procedure is chosen',
      });
    }
  }
  if (legs.includes('residence') && block === undefined) {
    context.addIssue({ code: 'custom', path: ['residence'], message: 'this block, for the procedure is chosen' });
  }
});

/** The form as it was read: every value by its own rule. */
export type Form01 = z.output<typeof form>;

/** Reads a declaration. Errors: the first field that is not as it should be. */
export const readDeclaration = (raw: unknown): Either<Malformed, ReceivedDeclaration> =>
  E.map(partsOf)(accept<Form01>(form, raw));

/** Everything wrong with a declaration, field by field, for forms that mark it all at once. */
export const declarationProblems = (raw: unknown): readonly Malformed[] => {
  const read: Either<NonEmpty<Malformed>, unknown> = problemsIn<Form01>(form, raw);
  return E.isLeft(read) ? read.left : [];
};

/** JSON Schema of the form; titles in Vietnamese, descriptions in English. */
export const declarationJsonSchema = (): JsonObject => jsonSchemaOf(form, wordsOf);
