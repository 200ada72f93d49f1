/** What went wrong between us and PostgreSQL, and what that means to a journal: one table, by SQLSTATE. */
import { type OutcomeUnknown, type Unavailable, type UnavailableCode, unavailable } from '@lienthong/core';

export const SYSTEM = 'postgresql';

/**
 * `unreached`: nothing was asked, and why (a SQLSTATE, or the operating system's code). `said`: the server answered this SQLSTATE. `lost`: the connection ended with a question
 * open. `silent`: no answer came in time.
 */
export type Failure =
  | Readonly<{ kind: 'unreached' | 'said'; code: string }>
  | Readonly<{ kind: 'lost' }>
  | Readonly<{ kind: 'silent' }>;

type Meaning = readonly [code: UnavailableCode, retry: boolean];

const UNREACHABLE: Meaning = ['unreachable', true];

/** A whole SQLSTATE, or its class (its first two characters). */
const MEANING: Readonly<Record<string, Meaning>> = {
  '08': UNREACHABLE, // connection exceptions
  '25006': ['read-only', false], // a standby, or a database set to read only
  '28': ['login-refused', false],
  '3D000': ['unreachable', false], // no such database
  '3F000': ['corrupt', false], // no such schema
  '40': ['busy', true], // serialization failure, deadlock
  '42501': ['read-only', false], // this role may not
  '42': ['corrupt', false], // a table, column or function of ours is missing
  '53100': ['full', false],
  '53': ['busy', true], // out of memory, too many connections
  '55P03': ['busy', true], // a lock was not to be had in time
  '57014': ['timed-out', true], // cancelled, be it by the time limit
  '57': UNREACHABLE, // shut down, crashed, starting up
  '58': UNREACHABLE, // the server's own disk or files
  XX001: ['corrupt', false],
  XX002: ['corrupt', false],
};

const meaningOf = (code: string): Meaning =>
  MEANING[code] ?? MEANING[code.slice(0, 2)] ?? (['malformed-answer', false] as const);

/** The operating system's codes (`EPIPE`) look alike, but no SQLSTATE begins with E. */
export const isSqlState = (code: string): boolean => /^[0-9A-DF-Z][0-9A-Z]{4}$/.test(code);

/** After these the server has hung up, or is about to. */
export const endsConnection = (code: string): boolean => code.startsWith('57P') || code.startsWith('08');

/** A failure of a question that changes nothing. */
export const faultOf = (failure: Failure): Unavailable => {
  if (failure.kind === 'lost') return unavailable(SYSTEM, 'unreachable', true);
  if (failure.kind === 'silent') return unavailable(SYSTEM, 'timed-out', true);
  if (failure.code === 'ETIMEDOUT') return unavailable(SYSTEM, 'timed-out', true);
  const [code, retry] = isSqlState(failure.code) ? meaningOf(failure.code) : UNREACHABLE;
  return unavailable(SYSTEM, code, retry);
};

/** Said while a commit waits for a replica, these leave it open whether it stands. */
const mayStand = (code: string): boolean => code.startsWith('08') || code === '57P01' || code === '57P02';

/** A failure of an append: known to have written nothing, or not known. */
export const writeFaultOf = (failure: Failure): Unavailable | OutcomeUnknown =>
  failure.kind === 'lost' || failure.kind === 'silent' || (failure.kind === 'said' && mayStand(failure.code))
    ? { kind: 'OutcomeUnknown', system: SYSTEM }
    : faultOf(failure);

/** Nothing was written, and the same may succeed at once: it collided with another transaction. */
export const isCollision = (failure: Failure): boolean =>
  failure.kind === 'said' && (failure.code.startsWith('40') || failure.code === '55P03' || failure.code === '23505');
