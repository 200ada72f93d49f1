/** Commands as strangers send them (cli.md): `{ id?, type, at?, actor, onBehalfOf?, seen?, data }`. */
import * as z from 'zod';
import { ROLES } from '../../authority/roles.js';
import { isPersonal } from '../../borders/personal.js';
import {
  accept,
  code,
  count,
  date,
  fields,
  flag,
  jsonObject,
  jsonSchemaOf,
  listOf,
  oneOf,
  optional,
  orNull,
  type Received,
  received,
  text,
} from '../../borders/received.schema.js';
import type { JsonObject } from '../../evidence/canonical.js';
import { E, type Either } from '../../fp.js';
import type { Actor, Party, Personal } from '../../kernel/index.js';
import type { Answer } from '../../requests/events.js';
import { type Malformed, malformed } from '../../values/malformed.js';
import { type Instant, instant } from '../../values/plain-date.js';
import type { BirthCommand } from './commands.js';
import type { Declaration } from './events.js';

const moment = received(instant);
const leg = oneOf('birth', 'residence', 'card', 'identity-card');
const span = oneOf('birth', 'residence', 'card', 'identity-card', 'whole');
const words = listOf(code());
const personal = jsonObject
  .refine(isPersonal, 'one block of fields for each person')
  .transform((blocks) => blocks as Personal) as Received<Personal>;

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

const party = fields({ id: code(), role: code(), unit: optional(code()) }) satisfies Received<Party>;
const actor = fields({
  id: code(),
  role: oneOf(...ROLES),
  unit: optional(code()),
  decidedBy: optional(party),
  confirmedBy: optional(party),
  helpedAt: optional(code()),
  receivedAt: optional(code()),
  competent: optional(code()),
}) satisfies Received<Actor>;

const silence = [
  'unreachable',
  'login-refused',
  'timed-out',
  'busy',
  'read-only',
  'full',
  'corrupt',
  'newer-schema',
  'malformed-answer',
  'closed',
] as const;
const failure = oneOf(...silence, 'outcome-unknown');
const answer = jsonObject
  .refine(({ outcome }) => typeof outcome === 'string', { message: 'text', path: ['outcome'] })
  .transform((said) => said as Answer) as Received<Answer>;

const nothing = fields({});
const cause = fields({ cause: code() });

type Data = { readonly [T in BirthCommand['type']]: Received<Extract<BirthCommand, { type: T }>['data']> };

/** Every command of a birth case; the compiler names one that cannot be received. */
const data: Data = {
  Apply: fields({ declaration, personal }),
  AttachBirthNotice: fields({ code: code(), signed: flag, personal: optional(personal) }),
  RecordFee: fields({ amount: count(), purpose: code() }),
  WithdrawLeg: fields({ leg }),
  WithdrawCase: nothing,
  ResyncStatus: fields({ request: code() }),

  ReceiveDossier: fields({ leg, agency: code() }),
  RequestSupplement: fields({ leg, items: words, cause: code() }),
  ProvideSupplement: fields({ leg, items: words, personal: optional(personal) }),
  RecordMissedDeadline: fields({ deadline: code(), dueOn: date, duty: code() }),
  ReviseDeadline: fields({ span, from: date, to: date, cause: code() }),
  SendApology: fields({ span, cause: code(), newDate: date }),
  DeliverResult: fields({ leg, channel: code() }),

  Escalate: fields({ about: code(), cause: code() }),
  GiveGuidance: fields({ about: code(), guidance: code() }),
  ResolveEscalation: fields({ about: code(), resolution: code() }),

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

  DraftExtract: nothing,
  ConfirmExtract: nothing,
  ReturnExtract: cause,
  SignExtract: nothing,
  SealExtract: nothing,
  TimestampExtract: nothing,
  RecordSigningFailure: fields({ slot: oneOf('leader', 'seal'), cause: code(), safe: flag }),
  PublishExtract: nothing,
  IssueExtractOnPaper: nothing,
  RecallExtract: cause,

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

  RecordRequestSent: fields({ request: code(), attempt: count(1) }),
  RecordRequestAcknowledged: fields({ request: code(), receivedAt: moment, reference: code() }),
  RecordRequestDeferred: fields({ request: code(), until: moment, why: oneOf(...silence, 'asked-to-wait') }),
  RecordRequestFailed: fields({ request: code(), why: failure }),
  RecordRequestGivenUp: fields({ request: code(), why: failure, lookFor: text() }),
  RecordProgress: fields({ request: code(), step: code(), reason: code(), at: moment }),
  RecordAnswer: fields({
    request: code(),
    answer,
    answeredAt: moment,
    receivedAt: moment,
    by: party,
    personal: optional(personal),
  }),
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const uuid = received((raw) => (UUID.test(raw) ? E.right(raw) : malformed('a lower-case UUID (RFC 9562)')), 40);

const seen = jsonObject
  .refine((legs) => Object.values(legs).every(Number.isSafeInteger), 'a revision for each leg')
  .transform((legs) => legs as Readonly<Record<string, number>>) as Received<Readonly<Record<string, number>>>;

const types = Object.keys(data) as [BirthCommand['type'], ...BirthCommand['type'][]];

const envelopeOf = <T extends BirthCommand['type'], D>(type: T, orders: Received<D>) =>
  fields({
    id: optional(uuid),
    type: z.literal(type),
    at: optional(moment),
    actor,
    onBehalfOf: optional(party),
    seen: optional(seen),
    data: orders,
  });

const envelopes = types.map((type) => envelopeOf(type, data[type] as Received<unknown>));

const command = z.discriminatedUnion('type', envelopes as [(typeof envelopes)[number], ...typeof envelopes], {
  error: `one of: ${types.join(', ')}`,
});

/**
 * Reads a command. `defaults` stand in for an id and a moment that were not sent: the edge stamps them, the library never
 * does. Errors: the first field that is not as it should be.
 */
export const readCommand = (
  raw: unknown,
  defaults: Readonly<{ id: string; at: Instant }>,
): Either<Malformed, BirthCommand> =>
  // Each envelope carries the data of its own type, which a union built from a table cannot say.
  E.map((sent: object) => ({ ...defaults, ...sent }) as unknown as BirthCommand)(accept<object>(command, raw));

/** JSON Schema of the commands. */
export const commandJsonSchema = (): JsonObject => jsonSchemaOf(command);
