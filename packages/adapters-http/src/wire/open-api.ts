/** An agency's OpenAPI 3.1 document (tài liệu giao diện), made from the schemas that read what it is sent and what it answers. */
import type { JsonObject } from '@lienthong/core/evidence';
import { jsonSchemaOf } from '@lienthong/core/received';
import { COMMON_SCHEMAS, callbacksOf, deliveriesOf, parameters, pathsOf, problemResponses } from './open-api-parts.js';
import type { AgencyWire, AnyPurposeWire } from './purpose-wire.js';
import { replySchemas } from './reply.js';

export type OpenApiMore = Readonly<{
  /** The address the paths stand below. */
  server?: string;
  /** Where tokens are asked for; the login is described where it is told. */
  tokenPath?: string;
  /** Further paths and schemas of the same agency, beside its purposes. */
  paths?: JsonObject;
  schemas?: JsonObject;
}>;

/** A name for the schemas of a wire: `/births/changes` is `BirthsChanges`. */
export const schemaNameOf = (path: string): string =>
  path
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .map((part) => `${part[0]?.toUpperCase()}${part.slice(1)}`)
    .join('');

/** A schema inside a document needs no dialect of its own: 3.1 names it once for all. */
const embedded = ({ $schema: _dialect, ...schema }: JsonObject): JsonObject => schema;

const schemasOf = (wire: AnyPurposeWire): JsonObject => {
  const name = schemaNameOf(wire.path);
  const { answered, progress, acknowledged } = replySchemas(wire.answer);
  return {
    [`${name}Content`]: embedded(jsonSchemaOf(wire.content)),
    [`${name}Reply`]: { oneOf: [embedded(answered), embedded(progress), embedded(acknowledged)] },
    ...deliveriesOf(name),
  };
};

const securityOf = (tokenPath: string | undefined): Readonly<{ schemes: JsonObject; required: JsonObject[] }> => {
  const mutualTls = {
    type: 'mutualTLS',
    description: 'Beside or in place of a token, where the agency asks for certificates.',
  };
  if (tokenPath === undefined) return { schemes: { mutualTls }, required: [{ mutualTls: [] }, {}] };
  const flows = { clientCredentials: { tokenUrl: tokenPath, scopes: {} } };
  return {
    schemes: { login: { type: 'oauth2', flows }, mutualTls },
    required: [{ login: [] }, { login: [], mutualTls: [] }],
  };
};

export const openApiOf = (agency: AgencyWire, more: OpenApiMore = {}): JsonObject => {
  const { schemes, required } = securityOf(more.tokenPath);
  const each = (of: (wire: AnyPurposeWire, name: string) => JsonObject): JsonObject =>
    Object.assign({}, ...agency.purposes.map((wire) => of(wire, schemaNameOf(wire.path)))) as JsonObject;
  return {
    openapi: '3.1.0',
    info: {
      title: agency.title,
      version: agency.version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      'x-agency': agency.agency,
    },
    servers: [{ url: more.server ?? '/' }],
    security: required,
    paths: { ...each(pathsOf), ...more.paths },
    webhooks: each(callbacksOf),
    components: {
      schemas: { ...COMMON_SCHEMAS, ...each(schemasOf), ...more.schemas },
      parameters,
      responses: problemResponses,
      securitySchemes: schemes,
    },
  };
};
