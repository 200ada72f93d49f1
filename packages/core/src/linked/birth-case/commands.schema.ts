/** The commands of a birth case as strangers send them. */
import * as z from 'zod';
import {
  cause,
  commandReader,
  nothing,
  personal,
  type ReceivedData,
  sharedCommandData,
  words,
} from '../../application/commands.schema.js';
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
import { birthGroup } from '../../law/group-law.js';
import type { BirthCommand } from './commands.js';
import type { Declaration } from './events.js';

const leg = oneOf('birth', 'residence', 'card', 'identity-card');

const parent = fields({
  known: flag,
  residesIn: optional(code()),
  residence: oneOf('permanent', 'temporary', 'none'),
  foreign: flag,
});

/** The facts of a declaration already read; a form 01 is read by `readDeclaration`. */
const declaration = fields({
  legs: listOf(leg, 4, 1),
  bornOn: date,
  sex: oneOf('male', 'female', 'undetermined'),
  birthOrder: count(1, 12),
  multiple: count(1, 12),
  bornAt: oneOf('facility', 'home', 'elsewhere'),
  proof: z.discriminatedUnion(
    'kind',
    [fields({ kind: z.literal('notice'), code: code() }), fields({ kind: oneOf('witness', 'pledge', 'none') })],
    { error: 'one of: notice, witness, pledge, none' },
  ),
  mother: parent,
  father: parent,
  married: flag,
  speciality: orNull(
    oneOf(
      'foundling',
      'surrogacy',
      'father-acknowledged',
      'foreign-parent',
      'border-area',
      'stillbirth',
      'collective-household',
    ),
  ),
  authorities: fields({
    birth: code(),
    residence: optional(code()),
    card: optional(code()),
    'identity-card': optional(code()),
  }),
  lodging: orNull(
    fields({
      with: oneOf('parents', 'mother', 'father', 'other'),
      owned: oneOf('own', 'not-own'),
      place: code(),
    }),
  ),
  firstCard: flag,
  firstFacility: orNull(code()),
  channel: oneOf('desk', 'national-portal', 'vneid'),
  delivery: oneOf('electronic', 'desk', 'post'),
  claim: code(200),
}) satisfies Received<Declaration>;

/** Every command of a birth case; the compiler names one that cannot be received. */
const data: ReceivedData<BirthCommand> = {
  Apply: fields({ declaration, personal }),
  AttachBirthNotice: fields({ code: code(), signed: flag, personal: optional(personal) }),
  ...sharedCommandData(birthGroup),

  RequestPersonalNumber: nothing,
  RecordPersonalNumberObstacle: fields({
    cause: oneOf('SuspectedDuplicate', 'DataMismatch', 'Technical', 'NoAnswer'),
  }),
  ReplacePersonalNumber: fields({ cause: code(), index: code(200), personal }),
  RegisterBirth: fields({ holder: code() }),
  RefuseBirth: fields({
    cause: oneOf(
      'SupplementOverdue',
      'OutOfScope',
      'WrongAuthority',
      'BirthAlreadyRegistered',
      'ProofOfBirthMissing',
      'NameNotPermitted',
      'ContentConflict',
    ),
  }),
  RegisterCorrection: fields({ fields: words, registeredOn: date, personal: optional(personal) }),

  ForwardResidence: nothing,
  RecordConsent: fields({ from: oneOf('owner', 'household-head', 'parent'), mode: code() }),
  ExpireConsent: fields({ from: oneOf('owner', 'household-head', 'parent') }),
  OpenVerification: cause,
  DecideResidence: z.discriminatedUnion(
    'decision',
    [
      fields({ decision: z.literal('register'), entry: code(), registeredOn: date }),
      fields({ decision: z.literal('refuse'), cause: oneOf('ConsentMissing', 'PlaceBanned', 'NoLawfulPlace') }),
    ],
    { error: 'one of: register, refuse' },
  ),

  ForwardCard: nothing,
  IssueCard: fields({ issuedOn: date, personal }),
  RejectCard: fields({ items: words }),
  ReturnCardUpstream: fields({ field: code() }),

  ForwardIdentityCard: nothing,
  DecideIdentityCard: z.discriminatedUnion(
    'decision',
    [
      fields({ decision: z.literal('issue'), issuedOn: date }),
      fields({ decision: z.literal('refuse'), cause: code() }),
    ],
    { error: 'one of: issue, refuse' },
  ),
};

const reader = commandReader<BirthCommand>(data);

/** Reads a command; see `CommandReader`. */
export const readCommand = reader.read;

/** JSON Schema of the commands. */
export const commandJsonSchema = reader.jsonSchema;
