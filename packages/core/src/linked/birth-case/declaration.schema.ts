/**
 * The electronic declaration (tờ khai điện tử, form 01) as people send it: one form from which the three declarations of birth,
 * residence and card are drawn. The form's own layout was not found; its blocks are those of the three together.
 */
import * as z from 'zod';
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
  received,
  text,
} from '../../borders/received.schema.js';
import type { JsonObject } from '../../evidence/canonical.js';
import { E, type Either, type NonEmpty } from '../../fp.js';
import { type Malformed, malformed } from '../../values/malformed.js';
import { type PersonName, personName, TECHNICAL_LIMIT_OF_A_NAME_PART } from '../../values/person-name.js';
import { personalNumber } from '../../values/personal-number.js';
import { type Address, address, TECHNICAL_LIMIT_OF_A_LINE } from '../../values/place.js';
import { instant } from '../../values/plain-date.js';
import { partsOf, type ReceivedDeclaration } from './declaration-parts.js';
import { wordsOf } from './form-fields.js';

const part = z.string().max(TECHNICAL_LIMIT_OF_A_NAME_PART, { abort: true });
const line = z.string().max(TECHNICAL_LIMIT_OF_A_LINE, { abort: true });

/** Lifts a smart constructor of several fields; what it objects to keeps its place. */
const composed =
  <Raw, A>(read: (raw: Raw) => Either<Malformed, A>) =>
  (raw: Raw, context: z.core.ParsePayload): A => {
    const made = read(raw);
    if (E.isRight(made)) return made.right;
    const path = made.left.at === '' ? [] : [made.left.at];
    context.issues.push({ code: 'custom', message: made.left.expected, path, input: undefined });
    return z.NEVER;
  };

const name = fields({ surname: optional(part), middle: optional(part), given: part }).transform(
  composed<Parameters<typeof personName>[0], PersonName>(personName),
);
/** Read as it is declared: whether the law permits a child's name is not for a form to say. */
const childName = fields({ surname: optional(text()), middle: optional(text()), given: text() });
const place = fields({ commune: z.string().max(LINE, { abort: true }), line: optional(line) }).transform(
  composed<Parameters<typeof address>[0], Address>(address),
);
const number = received(personalNumber);
const moment = received(instant);
const email = received((raw) => (/^[^@\s]+@[^@\s]+$/.test(raw) ? E.right(raw) : malformed('an e-mail address')));
const leg = oneOf('birth', 'residence', 'card', 'identity-card');

const paper = fields({
  kind: oneOf('identity-card', 'passport', 'other'),
  number: code(),
  issuedOn: optional(date),
  issuedBy: optional(text()),
});

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

const commitment = fields({
  truthful: z.literal(true, { error: 'the statement that everything declared is true' }),
  at: moment,
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
