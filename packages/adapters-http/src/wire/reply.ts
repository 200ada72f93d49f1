/** Replies as they travel (thư trả lời trên đường truyền): one JSON form for answers, progress and acknowledgements, polled or called back. */
import type { Malformed } from '@lienthong/core';
import type { JsonObject, JsonValue } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import {
  accept,
  code,
  fields,
  jsonObject,
  jsonSchemaOf,
  oneOf,
  optional,
  type Received,
  receivedInstant,
  text,
} from '@lienthong/core/received';
import type { Acknowledged, Answered, Progress, Reply } from '@lienthong/core/requests';

const party = fields({ id: code(), role: code(), unit: optional(code()) });

const acknowledged: Received<Acknowledged> = fields({
  kind: oneOf('acknowledged'),
  receivedAt: receivedInstant,
  reference: text(),
});

const progress: Received<Progress> = fields({
  kind: oneOf('progress'),
  step: code(),
  reason: text(),
  at: receivedInstant,
});

const answered = <A>(answer: Received<A>): Received<Answered<A>> =>
  fields({
    kind: oneOf('answered'),
    answer,
    at: receivedInstant,
    receivedAt: receivedInstant,
    by: party,
  }) as unknown as Received<Answered<A>>;

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** Reads a reply in the words of one purpose. Errors: the first thing wrong, never the value. */
export const readReply = <A>(answer: Received<A>): ((raw: unknown) => Either<Malformed, Reply<A>>) => {
  const whole = answered(answer);
  return (raw) => {
    const kind = isObject(raw) ? raw['kind'] : undefined;
    if (kind === 'answered') return accept(whole, raw);
    if (kind === 'progress') return accept(progress, raw);
    if (kind === 'acknowledged') return accept(acknowledged, raw);
    return E.left({ at: 'kind', expected: 'one of: acknowledged, progress, answered' });
  };
};

/** A delivery before its purpose has read it. */
export type RawDelivery = Readonly<{ receipt: string; key: string; reply: JsonObject }>;

const rawDelivery = fields({ receipt: code(200), key: code(200), reply: jsonObject });

export const readRawDelivery = (raw: unknown): Either<Malformed, RawDelivery> => accept(rawDelivery, raw);

/** What came out of a schema, as JSON says it: a value is its own JSON, so its schema reads it again as the same value. */
export const asJson = (value: unknown): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;

/** The JSON Schemas of the three kinds, for the other side. */
export const replySchemas = (
  answer: Received<unknown>,
): Readonly<{ answered: JsonObject; progress: JsonObject; acknowledged: JsonObject }> => ({
  answered: jsonSchemaOf(answered(answer) as Received<unknown>),
  progress: jsonSchemaOf(progress as Received<unknown>),
  acknowledged: jsonSchemaOf(acknowledged as Received<unknown>),
});
