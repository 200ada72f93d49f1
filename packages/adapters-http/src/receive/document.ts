/** Parts of OpenAPI documents that belong to no purpose: look-ups, and what comes in. */
import type { JsonObject } from '@lienthong/core/evidence';
import { jsonSchemaOf, type Received } from '@lienthong/core/received';

/** A schema inside a document, which says for all of them which draft it is. */
export const schemaOf = (schema: Received<unknown>): JsonObject => {
  const { $schema: _, ...inside } = jsonSchemaOf(schema);
  return inside;
};

export const jsonContent = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });

const problemSchema: JsonObject = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['at', 'expected'],
        properties: { at: { type: 'string' }, expected: { type: 'string' } },
      },
    },
    refusals: { type: 'array', items: { type: 'object', required: ['reason', 'citations', 'message'] } },
  },
};

/** A problem (RFC 9457), and when it is answered. */
export const problem = (description: string): JsonObject => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** What may go wrong with anything that is sent in signed. */
export const RECEIVING_PROBLEMS: JsonObject = {
  400: problem('A field is not as it should be; `errors` names each, and what belongs there.'),
  401: problem('No signature of somebody known here holds over these bytes (RFC 9421).'),
  403: problem('Signed by another than the one it speaks for.'),
  409: problem('Another message stands under these names already.'),
  413: problem('Too long.'),
  415: problem('Not JSON in UTF-8.'),
  422: problem('The law says no; `refusals` names each obstacle, its text and what would open the way.'),
  503: problem('Not recorded, or not known whether it was: send the very same again.'),
};

const SIGNED: readonly JsonObject[] = ['Signature', 'Signature-Input', 'Content-Digest'].map((name) => ({
  name,
  in: 'header',
  required: true,
  description: 'RFC 9421 and RFC 9530, over method, path, query and digest.',
  schema: { type: 'string' },
}));

/** A message that is sent in, signed. */
export const receiving = (operationId: string, summary: string, schema: Received<unknown>): JsonObject => ({
  post: {
    operationId,
    summary,
    parameters: SIGNED,
    requestBody: { required: true, content: jsonContent(schemaOf(schema)) },
    responses: {
      202: { description: 'Recorded now.' },
      204: { description: 'It stood there already; nothing was written.' },
      ...RECEIVING_PROBLEMS,
    },
  },
});
