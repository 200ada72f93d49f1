/** Commands as strangers send them (cli.md): `{ id?, type, at?, actor, onBehalfOf?, seen?, data }`, for either group. */
import * as z from 'zod';
import { ROLES } from '../authority/roles.js';
import { isPersonal } from '../borders/personal.js';
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
  type Received,
  received,
  text,
} from '../borders/received.schema.js';
import type { LegDossierCommand } from '../dossier/commands.js';
import type { LegName } from '../dossier/events.js';
import type { JsonObject } from '../evidence/canonical.js';
import type { ExtractCommand } from '../extract/events.js';
import { E, type Either } from '../fp.js';
import type { Actor, Command, Party, Personal } from '../kernel/index.js';
import type { GroupLaw } from '../law/group-law.js';
import type { RequestCommand } from '../requests/commands.js';
import type { Answer } from '../requests/events.js';
import { GUIDANCE } from '../support/index.js';
import { type Malformed, malformed } from '../values/malformed.js';
import { type Instant, instant } from '../values/plain-date.js';
import type { ApplicationCommand } from './commands.js';

const moment = received(instant);
export const words: Received<string[]> = listOf(code()) as Received<string[]>;
export const personal = jsonObject
  .refine(isPersonal, 'one block of fields for each person')
  .transform((blocks) => blocks as Personal) as Received<Personal>;

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

/** An order without particulars, and one that only says why. */
export const nothing = fields({});
export const cause = fields({ cause: code() });

/** One schema for the data of each command; the compiler names one that cannot be received. */
export type ReceivedData<C extends Command> = {
  readonly [T in C['type']]: Received<Extract<C, { type: T }>['data']>;
};

type SharedCommand<L extends LegName> = ApplicationCommand<L> | LegDossierCommand<L> | ExtractCommand | RequestCommand;

/** The data of every order that both groups know. */
export const sharedCommandData = <L extends LegName>({ legs }: GroupLaw<L>): ReceivedData<SharedCommand<L>> => {
  const leg = oneOf(...(legs as readonly [LegName, ...LegName[]]));
  const span = oneOf('whole', ...legs);
  const data: ReceivedData<SharedCommand<LegName>> = {
    RecordFee: fields({ amount: count(), purpose: code() }),
    WithdrawLeg: fields({ leg }),
    WithdrawCase: nothing,
    RecordMissedDeadline: fields({ deadline: code(), dueOn: date, duty: code() }),
    ReviseDeadline: fields({ span, from: date, to: date, cause: code() }),
    SendApology: fields({ span, cause: code(), newDate: date }),
    DeliverResult: fields({ leg, channel: code() }),

    Escalate: fields({ about: code(), cause: code() }),
    GiveGuidance: fields({ about: code(), guidance: oneOf(...GUIDANCE) }),
    ResolveEscalation: fields({ about: code(), resolution: code() }),
    TakeUp: fields({ about: code() }),
    HandBack: fields({ about: code() }),
    RecordAlias: fields({ system: code(), code: code() }),

    ReceiveDossier: fields({ leg, agency: code() }),
    RequestSupplement: fields({ leg, items: words, cause: code() }),
    ProvideSupplement: fields({ leg, items: words, personal: optional(personal) }),

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

    ResyncStatus: fields({ request: code() }),
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
  // The schemas let through the legs of this group alone, which their own types cannot say.
  return data as unknown as ReceivedData<SharedCommand<L>>;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const uuid = received((raw) => (UUID.test(raw) ? E.right(raw) : malformed('a lower-case UUID (RFC 9562)')), 40);

const seen = jsonObject
  .refine((legs) => Object.values(legs).every(Number.isSafeInteger), 'a revision for each leg')
  .transform((legs) => legs as Readonly<Record<string, number>>) as Received<Readonly<Record<string, number>>>;

const envelopeOf = (type: string, orders: Received<unknown>) =>
  fields({
    id: optional(uuid),
    type: z.literal(type),
    at: optional(moment),
    actor,
    onBehalfOf: optional(party),
    seen: optional(seen),
    data: orders,
  });

/** Reads a command of one group, and describes what it reads. */
export type CommandReader<C extends Command> = Readonly<{
  /**
   * `defaults` stand in for an id and a moment that were not sent: the edge stamps them, the library never does. Errors: the
   * first field that is not as it should be.
   */
  read: (raw: unknown, defaults: Readonly<{ id: string; at: Instant }>) => Either<Malformed, C>;
  jsonSchema: () => JsonObject;
}>;

export const commandReader = <C extends Command>(data: ReceivedData<C>): CommandReader<C> => {
  const envelopes = Object.entries(data).map(([type, orders]) => envelopeOf(type, orders as Received<unknown>));
  const types = Object.keys(data);
  const command = z.discriminatedUnion('type', envelopes as [(typeof envelopes)[number], ...typeof envelopes], {
    error: `one of: ${types.join(', ')}`,
  });
  return {
    // Each envelope carries the data of its own type, which a union built from a table cannot say.
    read: (raw, defaults) =>
      E.map((sent: object) => ({ ...defaults, ...sent }) as unknown as C)(accept<object>(command, raw)),
    jsonSchema: () => jsonSchemaOf(command),
  };
};
