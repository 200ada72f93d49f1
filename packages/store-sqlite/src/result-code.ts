/** What SQLite's result codes mean to a journal. */
import { type Fault, type OutcomeUnknown, type Unavailable, type UnavailableCode, unavailable } from '@lienthong/core';

/** The primary codes, each at its number. */
const PRIMARY = (
  'OK ERROR INTERNAL PERM ABORT BUSY LOCKED NOMEM READONLY INTERRUPT IOERR CORRUPT NOTFOUND FULL CANTOPEN PROTOCOL ' +
  'EMPTY SCHEMA TOOBIG CONSTRAINT MISMATCH MISUSE NOLFS AUTH FORMAT RANGE NOTADB'
).split(' ');

const EXTENDED: Readonly<Record<string, number>> = { SQLITE_IOERR_SHORT_READ: 522, SQLITE_IOERR_CORRUPTFS: 8458 };

/** The number of a code that a library gives by name, such as `SQLITE_BUSY_SNAPSHOT`. */
export const codeNamed = (name: string): number | undefined => {
  const number =
    EXTENDED[name] ??
    PRIMARY.findIndex((primary) => name === `SQLITE_${primary}` || name.startsWith(`SQLITE_${primary}_`));
  return number < 0 ? undefined : number;
};

const MEANING: Readonly<Record<string, readonly [UnavailableCode, retry: boolean]>> = {
  BUSY: ['busy', true],
  LOCKED: ['busy', true],
  PROTOCOL: ['busy', true],
  PERM: ['read-only', false],
  READONLY: ['read-only', false],
  AUTH: ['read-only', false],
  FULL: ['full', false],
  IOERR: ['unreachable', true],
  NOMEM: ['unreachable', true],
  CANTOPEN: ['unreachable', false],
};

/** Every other code means that the file is not what we made it: a missing table, a broken page, a foreign format. */
const CORRUPT = ['corrupt', false] as const;

const primaryOf = (code: number): string | undefined => PRIMARY[code & 0xff];

export const SYSTEM = 'sqlite';

export const faultOf = (code: number | undefined): Unavailable => {
  const primary = code === undefined ? undefined : primaryOf(code);
  const torn = code === EXTENDED['SQLITE_IOERR_SHORT_READ'] || code === EXTENDED['SQLITE_IOERR_CORRUPTFS'];
  const [meaning, retry] = (torn || primary === undefined ? undefined : MEANING[primary]) ?? CORRUPT;
  return unavailable(SYSTEM, meaning, retry);
};

/** A commit that failed while writing may yet stand after a crash; one that was refused before writing may not. */
export const commitFaultOf = (code: number | undefined): Fault | OutcomeUnknown =>
  code !== undefined && primaryOf(code) === 'IOERR' ? { kind: 'OutcomeUnknown', system: SYSTEM } : faultOf(code);

/** The file system's own errors, met before SQLite is asked. */
export const fileFault = (error: unknown): Unavailable => {
  switch ((error as { code?: unknown } | undefined)?.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return unavailable(SYSTEM, 'read-only', false);
    case 'ENOSPC':
    case 'EDQUOT':
      return unavailable(SYSTEM, 'full', false);
    default:
      return unavailable(SYSTEM, 'unreachable', false);
  }
};
