/** What the errors of IndexedDB mean to a journal. */
import { type Fault, type OutcomeUnknown, type Unavailable, type UnavailableCode, unavailable } from '@lienthong/core';

export const SYSTEM = 'indexeddb';

export const BUSY: Unavailable = unavailable(SYSTEM, 'busy', true);
export const CLOSED: Unavailable = unavailable(SYSTEM, 'closed', false);
export const CORRUPT: Unavailable = unavailable(SYSTEM, 'corrupt', false);

const MEANING: Readonly<Record<string, readonly [UnavailableCode, retry: boolean]>> = {
  QuotaExceededError: ['full', false],
  VersionError: ['newer-schema', false],
  ReadOnlyError: ['read-only', false],
  TimeoutError: ['timed-out', true],
  // The browser forbids a database here: a sandboxed frame, blocked site data.
  SecurityError: ['unreachable', false],
  NotAllowedError: ['unreachable', false],
  // What we ask for is not there, or stands there twice: somebody else rearranged the database.
  ConstraintError: ['corrupt', false],
  DataError: ['corrupt', false],
  NotFoundError: ['corrupt', false],
  NotReadableError: ['corrupt', false],
  DataCloneError: ['corrupt', false],
};

/** Everything else (UnknownError, AbortError, InvalidStateError) is the browser's trouble, which may pass. */
const TROUBLE = ['unreachable', true] as const;

const nameOf = (error: unknown): string => String((error as { name?: unknown } | null | undefined)?.name);

export const faultOf = (error: unknown): Unavailable => {
  const [code, retry] = MEANING[nameOf(error)] ?? TROUBLE;
  return unavailable(SYSTEM, code, retry);
};

/** A commit that was refused for a reason wrote nothing; one that broke off may have been written before the browser knew. */
export const commitFaultOf = (error: unknown): Fault | OutcomeUnknown =>
  Object.hasOwn(MEANING, nameOf(error)) ? faultOf(error) : { kind: 'OutcomeUnknown', system: SYSTEM };

/** The connection was closed by the browser, or politely by us, before anything was asked of it. */
export const isClosing = (error: unknown): boolean => nameOf(error) === 'InvalidStateError';
