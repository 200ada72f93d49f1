import { ErrorType } from '@eventstore/db-client';
import { describe, expect, it } from 'vitest';
import { appendTrouble, isMissing, readTrouble } from './db-client-errors.js';

/** The client's errors carry a type; those of a call carry gRPC's number as well. */
const error = (type: ErrorType | undefined, code?: number): unknown => ({ type, code });

describe('what an error of a read says', () => {
  it('tells what may be asked again from what may not', () => {
    expect(readTrouble(error(ErrorType.UNAVAILABLE, 14))).toBe('unreachable');
    expect(readTrouble(error(ErrorType.UNKNOWN, 13))).toBe('unreachable');
    expect(readTrouble(error(ErrorType.NOT_LEADER, 5))).toBe('not-leader');
    expect(readTrouble(error(ErrorType.DEADLINE_EXCEEDED, 4))).toBe('timed-out');
    expect(readTrouble(error(ErrorType.ACCESS_DENIED, 16))).toBe('login-refused');
    expect(readTrouble(error(ErrorType.STREAM_DELETED, 9))).toBe('tombstone');
    for (const code of [3, 8, 12]) expect(readTrouble(error(ErrorType.UNKNOWN, code))).toBe('malformed');
    expect(readTrouble(new TypeError('of undefined'))).toBe('malformed');
    expect(readTrouble(new Error('failed to discover'))).toBe('unreachable');
    expect(readTrouble(undefined)).toBe('unreachable');
    expect(isMissing(error(ErrorType.STREAM_NOT_FOUND))).toBe(true);
    expect(isMissing(error(ErrorType.STREAM_DELETED))).toBe(false);
  });
});

describe('what an error of an append proves', () => {
  const refusals = [
    [ErrorType.WRONG_EXPECTED_VERSION, 'wrong-version'],
    [ErrorType.NOT_LEADER, 'not-leader'],
    [ErrorType.ACCESS_DENIED, 'login-refused'],
    [ErrorType.STREAM_DELETED, 'tombstone'],
    [ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED, 'too-large'],
  ] as const;

  it('is a refusal only when it answers this very request', () => {
    for (const [type, trouble] of refusals) {
      expect(appendTrouble(error(type, 9), 'append')).toBe(trouble);
      expect(appendTrouble(error(type), 'batch-append')).toBe(trouble);
      // Bearing a status, it ended the stream that all pending appends share.
      expect(appendTrouble(error(type, 9), 'batch-append')).toBe('in-doubt');
    }
  });

  it('is nothing, whatever else it is', () => {
    for (const type of Object.values(ErrorType).filter((one) => !refusals.some(([known]) => known === one))) {
      expect(appendTrouble(error(type, 14), 'append')).toBe('in-doubt');
      expect(appendTrouble(error(type), 'batch-append')).toBe('in-doubt');
    }
    for (const other of [new Error('lost'), new TypeError('lost'), undefined, 'lost']) {
      expect(appendTrouble(other, 'append')).toBe('in-doubt');
    }
  });
});
