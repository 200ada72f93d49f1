/** Requests as lines of a log: what stands in the journal now, and at `debug` each try. */
import type { CourierNews } from '@lienthong/core/requests';
import type { Log } from './log.js';

/** For `onNews` of a courier. */
export const logRequests =
  (log: Log): ((news: CourierNews) => void) =>
  ({ kind, at, key, caseId, request, purpose, agency, attempts, code }) => {
    const level = kind === 'tried' ? 'debug' : kind === 'given-up' ? 'warn' : 'info';
    const about = { at, case: caseId, key, request, purpose, agency, attempt: attempts };
    log[level](`request-${kind}`, code === undefined ? about : { ...about, code });
  };
