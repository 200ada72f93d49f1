/** The parts of an OpenAPI document that every purpose has alike: its four operations, its callback, the problems. */
import type { JsonObject } from '@lienthong/core/evidence';
import { NOT_RECEIVED, NOT_TAKEN, PROBLEM_JSON, problemBody } from './problem.js';
import type { AnyPurposeWire } from './purpose-wire.js';

const ref = (kind: string, name: string): JsonObject => ({ $ref: `#/components/${kind}/${name}` });
const json = (schema: JsonObject, example?: JsonObject): JsonObject => ({
  'application/json': { schema, ...(example && { example }) },
});

export const COMMON_SCHEMAS: JsonObject = {
  Problem: {
    type: 'object',
    description: 'RFC 9457. The types `not-taken` and `not-received` are promises; any other is only a description.',
    required: ['type', 'title', 'status'],
    properties: {
      type: { type: 'string', examples: [NOT_TAKEN, NOT_RECEIVED] },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string' },
      at: { type: 'string', description: 'The field that does not read.' },
      expected: { type: 'string', description: 'What belongs there.' },
    },
  },
};

export const parameters: JsonObject = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'The key of the request, the same however often it is sent.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
  Traceparent: {
    name: 'traceparent',
    in: 'header',
    required: false,
    description: 'W3C Trace Context. Its trace id is the key of the request without dashes.',
    schema: { type: 'string', pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$' },
  },
  Signature: {
    name: 'Signature',
    in: 'header',
    required: false,
    description:
      'RFC 9421, with `Signature-Input` and `Content-Digest` (SHA-256), over method, path, query, digest, content type and key.',
    schema: { type: 'string' },
  },
  Key: { name: 'key', in: 'path', required: true, schema: { type: 'string', minLength: 1, maxLength: 200 } },
};

const problem = (status: number, type: string, description: string, code?: string, retryAfter = false): JsonObject => ({
  description,
  ...(retryAfter && {
    headers: { 'Retry-After': { description: 'Seconds, or an HTTP date.', schema: { type: 'string' } } },
  }),
  content: {
    [PROBLEM_JSON]: {
      schema: ref('schemas', 'Problem'),
      example: problemBody(type, status, description, code === undefined ? {} : { code }),
    },
  },
});

export const problemResponses: JsonObject = {
  NotRead: problem(422, NOT_TAKEN, 'What was sent does not read; nothing was taken'),
  LoginRefused: problem(401, NOT_TAKEN, 'The login or the signature was refused; nothing was taken', 'login-refused'),
  Busy: problem(429, NOT_TAKEN, 'Too much at once; nothing was taken', 'busy', true),
  Unreachable: problem(503, NOT_TAKEN, 'Nothing can be taken now', 'unreachable', true),
  NotReceived: problem(404, NOT_RECEIVED, 'Nothing came under this key'),
};

const TROUBLES: JsonObject = {
  '401': ref('responses', 'LoginRefused'),
  '429': ref('responses', 'Busy'),
  '503': ref('responses', 'Unreachable'),
};
const TRACED = [ref('parameters', 'Traceparent'), ref('parameters', 'Signature')];
const POSTED = [ref('parameters', 'IdempotencyKey'), ...TRACED];

const REPEATS: Readonly<Record<AnyPurposeWire['repeats'], string>> = {
  keyed: 'Asked again under the same key it gives the first answer, and acts once.',
  queryable: 'It acts as often as it is asked; whether an ask arrived can be looked up.',
  neither: 'It acts as often as it is asked, and nothing can be looked up: an unknown outcome is settled by people.',
};

const asking = ({ title, purpose, repeats }: AnyPurposeWire, name: string): JsonObject => ({
  operationId: `ask${name}`,
  summary: title,
  description: REPEATS[repeats],
  'x-purpose': purpose,
  'x-repeats': repeats,
  parameters: POSTED,
  requestBody: {
    required: true,
    content: json({
      type: 'object',
      additionalProperties: false,
      required: ['caseId', 'request', 'content'],
      properties: {
        caseId: { type: 'string', maxLength: 200 },
        request: { type: 'string', maxLength: 200, description: 'Its name within the case, such as `issue-card#1`.' },
        content: ref('schemas', `${name}Content`),
      },
    }),
  },
  responses: {
    '200': { description: 'The answer', content: json(ref('schemas', `${name}Reply`)) },
    '202': {
      description: 'Received, or on its way; the answer comes later',
      content: json(ref('schemas', `${name}Reply`)),
    },
    ...TROUBLES,
    '422': ref('responses', 'NotRead'),
    '504': { description: 'What became of it is not known' },
  },
});

const lookingUp = ({ title }: AnyPurposeWire, name: string): JsonObject => ({
  operationId: `find${name}`,
  summary: `What became of: ${title}`,
  parameters: [ref('parameters', 'Key'), ...TRACED],
  responses: {
    '200': { description: 'As it stands', content: json(ref('schemas', `${name}Reply`)) },
    '404': ref('responses', 'NotReceived'),
    ...TROUBLES,
  },
});

const collecting = ({ title }: AnyPurposeWire, name: string): JsonObject => ({
  operationId: `collect${name}`,
  summary: `Replies that came since: ${title}`,
  description: 'Each comes again until its receipt is confirmed; a reply may come twice, late, or out of order.',
  parameters: TRACED,
  responses: { '200': { description: 'What is due', content: json(ref('schemas', `${name}Deliveries`)) }, ...TROUBLES },
});

const confirming = ({ title }: AnyPurposeWire, name: string): JsonObject => ({
  operationId: `confirm${name}`,
  summary: `These are recorded: ${title}`,
  parameters: TRACED,
  requestBody: {
    required: true,
    content: json(
      {
        type: 'object',
        additionalProperties: false,
        required: ['receipts'],
        properties: { receipts: { type: 'array', items: { type: 'string', maxLength: 200 } } },
      },
      { receipts: ['5b0d6c1e'] },
    ),
  },
  responses: { '204': { description: 'They come no more' }, ...TROUBLES, '422': ref('responses', 'NotRead') },
});

export const pathsOf = (wire: AnyPurposeWire, name: string): JsonObject => ({
  [wire.path]: { post: asking(wire, name) },
  ...(wire.repeats === 'queryable' && { [`${wire.path}/{key}`]: { get: lookingUp(wire, name) } }),
  [`${wire.path}/replies`]: { get: collecting(wire, name) },
  [`${wire.path}/replies/confirm`]: { post: confirming(wire, name) },
});

export const deliveriesOf = (name: string): JsonObject => ({
  [`${name}Delivery`]: {
    type: 'object',
    additionalProperties: false,
    required: ['receipt', 'key', 'reply'],
    properties: {
      receipt: { type: 'string', maxLength: 200 },
      key: { type: 'string', maxLength: 200 },
      reply: ref('schemas', `${name}Reply`),
    },
  },
  [`${name}Deliveries`]: {
    type: 'object',
    required: ['deliveries'],
    properties: { deliveries: { type: 'array', items: ref('schemas', `${name}Delivery`) } },
  },
});

/** What the agency posts by itself, signed, below the address it was given for it. */
export const callbacksOf = ({ title, path }: AnyPurposeWire, name: string): JsonObject => ({
  [`replied${name}`]: {
    post: {
      operationId: `replied${name}`,
      summary: `A reply by itself: ${title}`,
      description: `Posted to \`{callback}${path}\`, signed, until it is accepted.`,
      parameters: [ref('parameters', 'Signature')],
      requestBody: { required: true, content: json(ref('schemas', `${name}Delivery`)) },
      responses: {
        '204': { description: 'Kept; also when it came before' },
        '401': ref('responses', 'LoginRefused'),
        '404': { description: 'Nobody asked under this key or path' },
        '422': ref('responses', 'NotRead'),
        '503': ref('responses', 'Unreachable'),
      },
    },
  },
});
