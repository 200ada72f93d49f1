export { type OpenApiMore, openApiOf, schemaNameOf } from './open-api.js';
export { NOT_RECEIVED, NOT_TAKEN, PROBLEM_JSON, type Problem, problemBody, readProblem } from './problem.js';
export type { AgencyWire, AnyPurposeWire, PurposeWire } from './purpose-wire.js';
export { asJson, type RawDelivery, readRawDelivery, readReply } from './reply.js';
