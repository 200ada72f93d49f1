/**
 * What can be watched (quan trắc): traces and metrics through the OpenTelemetry API, which does nothing until a program
 * brings an SDK; and a log that knows codes only, so that nobody's data can reach it.
 */
export { together } from './listeners.js';
export { createLog, type Log, type LogFields, type LogLevel, type LogLine, type LogOptions } from './log.js';
export { logRequests } from './request-log.js';
export { meterRequests } from './request-metrics.js';
export { traceRequests } from './request-traces.js';
export { parentSpanOf, traceIdOf } from './trace-id.js';
export { AGENCIES, CODES } from './vocabulary.js';
