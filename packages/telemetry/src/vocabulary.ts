/** Words a log may carry (từ được phép ghi): coded, closed, and nobody's. Whatever else stands there is redacted. */
import { BIRTH_PURPOSES, DEATH_PURPOSES } from '@lienthong/core/requests';

export const PURPOSES: ReadonlySet<string> = new Set([...BIRTH_PURPOSES, ...DEATH_PURPOSES]);

/** The systems this library connects; a province with others adds them. */
export const AGENCIES: readonly string[] = [
  'civil-status-register',
  'population-database',
  'residence-register',
  'identity-authority',
  'social-insurance',
  'social-protection',
  'merit-office',
  'payment-service',
  'none',
];

/** Outcomes, steps on the way, and the codes of faults. */
export const CODES: readonly string[] = [
  ...['unreachable', 'login-refused', 'timed-out', 'busy', 'read-only', 'full', 'corrupt', 'newer-schema'],
  ...['malformed-answer', 'closed', 'outcome-unknown', 'asked-to-wait'],
  ...['answered', 'acknowledged', 'progress', 'tried', 'sent', 'progressed', 'deferred', 'failed', 'given-up'],
  ...['entered', 'already-entered', 'not-entered', 'assigned', 'held', 'registered', 'refused', 'incomplete'],
  ...['returned', 'issued', 'rejected', 'deleted', 'nothing-to-delete', 'decided', 'paid', 'stopped', 'not-drawn'],
  ...['taken', 'not-taken', 'verifying', 'record-incomplete', 'record-completed', 'resumed'],
  ...['endorsed-commune', 'endorsed-district', 'endorsed-province'],
];
