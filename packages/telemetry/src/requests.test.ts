import { instant } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import type { CourierNews } from '@lienthong/core/requests';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { describe, expect, it } from 'vitest';
import { together } from './listeners.js';
import { createLog, type LogLine } from './log.js';
import { logRequests } from './request-log.js';
import { meterRequests } from './request-metrics.js';
import { traceRequests } from './request-traces.js';
import { parentSpanOf, traceIdOf } from './trace-id.js';

const at = (raw: string) => {
  const read = instant(raw);
  if (E.isLeft(read)) throw new RangeError(raw);
  return read.right;
};
const key = '6ba7b810-9dad-51d1-80b4-00c04fd430c8';
const other = '7ba7b810-9dad-51d1-80b4-00c04fd430c9';

const news = (kind: CourierNews['kind'], moment: string, more: Partial<CourierNews> = {}): CourierNews => ({
  kind,
  at: at(moment),
  key,
  caseId: key,
  request: 'issue-card#1',
  purpose: 'issue-card',
  agency: 'social-insurance',
  attempts: 1,
  intendedAt: at('2023-07-10T01:00:00Z'),
  ...more,
});

const life: readonly CourierNews[] = [
  news('sent', '2023-07-10T01:00:00Z'),
  news('tried', '2023-07-10T01:00:00Z', { code: 'unreachable' }),
  news('failed', '2023-07-10T01:00:00Z', { code: 'unreachable' }),
  news('tried', '2023-07-10T03:00:00Z', { code: 'acknowledged', attempts: 2 }),
  news('acknowledged', '2023-07-10T03:00:00Z', { attempts: 2 }),
  news('answered', '2023-07-12T03:00:00Z', { attempts: 2, code: 'issued' }),
];

describe('a request watched', () => {
  it('is one trace from the moment it was wanted, whatever happens to it', () => {
    const exporter = new InMemorySpanExporter();
    const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
    const listen = traceRequests(provider.getTracer('test'));
    for (const each of life) listen(each);
    listen(news('given-up', '2023-07-13T00:00:00Z', { key: other, code: 'timed-out' }));
    const spans = exporter.getFinishedSpans();
    const mine = spans.filter((span) => span.spanContext().traceId === traceIdOf(key));
    expect(mine.map(({ name }) => name)).toEqual([
      ...[
        'request sent',
        'request tried',
        'request failed',
        'request tried',
        'request acknowledged',
        'request answered',
      ],
      'request issue-card',
    ]);
    expect(new Set(mine.map((span) => span.parentSpanContext?.spanId))).toEqual(
      new Set([parentSpanOf(traceIdOf(key) ?? '')]),
    );
    expect(mine.at(-1)?.duration[0]).toBe(50 * 3_600);
    expect(spans.filter((span) => span.spanContext().traceId === traceIdOf(other)).map(({ name }) => name)).toEqual([
      'request given-up',
      'request issue-card',
    ]);
  });

  it('is counted and timed', async () => {
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
    const provider = new MeterProvider({ readers: [reader] });
    const listen = meterRequests(provider.getMeter('test'));
    for (const each of life) listen(each);
    await reader.forceFlush();
    const found = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics));
    const named = (name: string) => found.find(({ descriptor }) => descriptor.name === name)?.dataPoints ?? [];
    expect(named('lienthong.request.tries').map(({ attributes, value }) => [attributes['code'], value])).toEqual([
      ['unreachable', 1],
      ['acknowledged', 1],
    ]);
    expect(named('lienthong.request.recorded')).toHaveLength(4);
    expect(named('lienthong.request.duration')[0]?.value).toMatchObject({ sum: 50 * 3_600, count: 1 });
    await provider.shutdown();
  });

  it('does nothing and costs nothing to say while no SDK is there', () => {
    const listen = together(traceRequests(), meterRequests());
    expect(() => life.forEach(listen)).not.toThrow();
  });

  it('is told in a log without a redaction, and one listener’s fall leaves the others', () => {
    const lines: LogLine[] = [];
    const log = createLog({ write: (line) => void lines.push(line) });
    const fall = () => {
      throw new Error('down');
    };
    for (const each of life) together<CourierNews>(fall, logRequests(log))(each);
    expect(lines).toHaveLength(life.length);
    expect(JSON.stringify(lines)).not.toContain('redacted');
  });

  it('takes no trace from what is no key', () => {
    expect(traceIdOf('nguyen-van-an')).toBeUndefined();
    expect(traceIdOf('00000000-0000-0000-0000-000000000000')).toBeUndefined();
  });
});
