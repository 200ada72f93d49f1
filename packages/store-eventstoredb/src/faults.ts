/** The faults of the port, made of what the driver says. */
import { type Fault, type OutcomeUnknown, type Unavailable, type UnavailableCode, unavailable } from '@lienthong/core';
import type { Trouble } from './driver.js';

export const SYSTEM = 'eventstoredb';

export const OUTCOME_UNKNOWN: OutcomeUnknown = { kind: 'OutcomeUnknown', system: SYSTEM };

/** What stands in the server is not what this journal wrote, or not all of it. */
export const CORRUPT: Unavailable = unavailable(SYSTEM, 'corrupt', false);
export const CLOSED: Unavailable = unavailable(SYSTEM, 'closed', false);

const CODES: Readonly<Record<Exclude<Trouble, 'too-large'>, readonly [UnavailableCode, boolean]>> = {
  unreachable: ['unreachable', true],
  'not-leader': ['unreachable', true],
  'timed-out': ['timed-out', true],
  'login-refused': ['login-refused', false],
  tombstone: ['corrupt', false],
  malformed: ['malformed-answer', false],
  'in-doubt': ['malformed-answer', true],
};

export const faultOf = (trouble: Trouble): Fault => {
  if (trouble === 'too-large')
    return { kind: 'BadInput', at: 'events', expected: 'no more than the server takes at once' };
  const [code, retry] = CODES[trouble];
  return unavailable(SYSTEM, code, retry);
};

/** Asking again, soon, may help. */
export const isPassing = (trouble: Trouble): boolean => trouble === 'unreachable' || trouble === 'not-leader';
