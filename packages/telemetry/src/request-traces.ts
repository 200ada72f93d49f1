/**
 * Requests as traces (vết của yêu cầu): each try and each thing recorded is a span, and at its end the whole life is one, from
 * the moment it was wanted to the moment it was answered or given up. All of them in the trace that the key names.
 */
import type { CourierNews } from '@lienthong/core/requests';
import { type Context, context, SpanKind, SpanStatusCode, TraceFlags, type Tracer, trace } from '@opentelemetry/api';
import { parentSpanOf, traceIdOf } from './trace-id.js';

const NAME = '@lienthong/telemetry';
const ENDS: readonly CourierNews['kind'][] = ['answered', 'given-up'];

const inTrace = (traceId: string): Context =>
  trace.setSpanContext(context.active(), {
    traceId,
    spanId: parentSpanOf(traceId),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  });

const attributesOf = ({ purpose, agency, request, caseId, attempts, code }: CourierNews) => ({
  'lienthong.purpose': purpose,
  'lienthong.agency': agency,
  'lienthong.request': request,
  'lienthong.case': caseId,
  'lienthong.attempts': attempts,
  ...(code === undefined ? {} : { 'lienthong.code': code }),
});

/** For `onNews` of a courier. Without an SDK it costs a few function calls. */
export const traceRequests =
  (tracer: Tracer = trace.getTracer(NAME)): ((news: CourierNews) => void) =>
  (news) => {
    const traceId = traceIdOf(news.key);
    if (traceId === undefined) return;
    const at = Date.parse(news.at);
    const parent = inTrace(traceId);
    const attributes = attributesOf(news);
    const kind = news.kind === 'tried' ? SpanKind.CLIENT : SpanKind.INTERNAL;
    tracer.startSpan(`request ${news.kind}`, { kind, startTime: at, attributes }, parent).end(at);
    if (!ENDS.includes(news.kind)) return;
    const startTime = Date.parse(news.intendedAt);
    const life = tracer.startSpan(`request ${news.purpose}`, { startTime, attributes }, parent);
    life.setStatus({ code: news.kind === 'given-up' ? SpanStatusCode.ERROR : SpanStatusCode.OK });
    life.end(at);
  };
