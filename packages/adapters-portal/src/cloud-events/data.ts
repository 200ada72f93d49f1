/** The `data` of each audience's events, as it is read by whoever receives them; the JSON Schemas that we publish come from these. */
import type { JsonObject } from '@lienthong/core/evidence';
import {
  code,
  date,
  fields,
  flag,
  jsonSchemaOf,
  listOf,
  oneOf,
  orNull,
  type Received,
  receivedInstant,
} from '@lienthong/core/received';
import type { Audience } from '../status/views.js';
import { ACTORS, AGENCIES, DUTIES, SPANS, STATUSES } from '../status/vocabulary.js';

const toDo = fields({ duty: oneOf(...DUTIES), papers: listOf(code(60)), until: orNull(date) });
const next = fields({ by: oneOf(...ACTORS), agency: orNull(oneOf(...AGENCIES)), unit: orNull(code()) });
const nextForCitizens = fields({ by: oneOf(...ACTORS), agency: orNull(oneOf(...AGENCIES)) });

const common = {
  case: code(),
  group: oneOf('birth', 'death'),
  span: oneOf(...SPANS),
  status: oneOf(...STATUSES),
  since: receivedInstant,
  dueOn: orNull(date),
  toDo: listOf(toDo),
};

export const statusData = {
  portal: fields({ ...common, next }),
  province: fields({ ...common, next, late: flag, stuck: flag }),
  citizen: fields({ ...common, next: nextForCitizens }),
} as const satisfies Readonly<Record<Audience, Received<unknown>>>;

/** Raised whenever the data of an audience changes its shape. */
const SHAPE = 1;

/** The name of a schema, where whoever publishes it has put it: `base` is a URI that such names can be added to. */
export const schemaId = (base: string, audience: Audience): string => `${base}status-${audience}.v${SHAPE}`;

/** The JSON Schema of an audience's data, under its published name. */
export const statusSchema = (base: string, audience: Audience): JsonObject => ({
  ...jsonSchemaOf(statusData[audience]),
  $id: schemaId(base, audience),
  title: `Status of a case, for the ${audience}`,
});
