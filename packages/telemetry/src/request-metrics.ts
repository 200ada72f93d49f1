/** Requests as figures (số đo của yêu cầu): how often each agency is tried and with what outcome, and how long a life lasts. */
import type { CourierNews } from '@lienthong/core/requests';
import { type Meter, metrics } from '@opentelemetry/api';

const NAME = '@lienthong/telemetry';

/** For `onNews` of a courier. Durations in seconds, from wanted to answered or given up. */
export const meterRequests = (meter: Meter = metrics.getMeter(NAME)): ((news: CourierNews) => void) => {
  const tries = meter.createCounter('lienthong.request.tries', { description: 'Attempts, by agency and outcome' });
  const recorded = meter.createCounter('lienthong.request.recorded', { description: 'What stands in the journal' });
  const duration = meter.createHistogram('lienthong.request.duration', { unit: 's', description: 'Whole lives' });
  return ({ kind, agency, purpose, code = '', at, intendedAt }) => {
    if (kind === 'tried') return tries.add(1, { agency, purpose, code });
    recorded.add(1, { agency, purpose, kind });
    if (kind !== 'answered' && kind !== 'given-up') return;
    duration.record((Date.parse(at) - Date.parse(intendedAt)) / 1_000, { agency, purpose, kind });
  };
};
