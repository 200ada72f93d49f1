/** What the errors of the client package prove, and what they leave in doubt. Never by the text of a message. */
import { ErrorType } from '@eventstore/db-client';
import type { Trouble, Wire } from './driver.js';

type Known = Readonly<{ type?: unknown; code?: unknown }>;

/**
 * gRPC's own numbers for what will not be otherwise when it is asked again: invalid argument, more than can be taken, and a
 * call that the server does not know. A connection that breaks shows in several others.
 */
const FOR_GOOD: readonly unknown[] = [3, 8, 12];

const known = (error: unknown): Known => (typeof error === 'object' && error !== null ? (error as Known) : {});

/** A question that changes nothing: whatever the error is, it may be asked again. */
export const readTrouble = (error: unknown): Trouble => {
  const { type, code } = known(error);
  switch (type) {
    case ErrorType.ACCESS_DENIED:
      return 'login-refused';
    case ErrorType.NOT_LEADER:
      return 'not-leader';
    case ErrorType.STREAM_DELETED:
      return 'tombstone';
    case ErrorType.DEADLINE_EXCEEDED:
    case ErrorType.TIMEOUT:
      return 'timed-out';
    case ErrorType.UNAVAILABLE:
    case ErrorType.CANCELLED:
      return 'unreachable';
    default:
      // No error of a call at all is one of the client's own making: it could not read what it was given.
      return FOR_GOOD.includes(code) || error instanceof TypeError ? 'malformed' : 'unreachable';
  }
};

/**
 * An append: only a refusal that answers this very request proves that nothing was written. By batch append, an error that
 * bears a status of the call ended the stream that all pending appends share, and says nothing of any of them.
 */
export const appendTrouble = (error: unknown, wire: Wire): Trouble | 'wrong-version' => {
  const { type, code } = known(error);
  if (wire === 'batch-append' && code !== undefined) return 'in-doubt';
  switch (type) {
    case ErrorType.WRONG_EXPECTED_VERSION:
      return 'wrong-version';
    case ErrorType.NOT_LEADER:
      return 'not-leader';
    case ErrorType.ACCESS_DENIED:
      return 'login-refused';
    case ErrorType.STREAM_DELETED:
      return 'tombstone';
    case ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED:
      return 'too-large';
    default:
      return 'in-doubt';
  }
};

/** A missing stream is an answer. */
export const isMissing = (error: unknown): boolean => known(error).type === ErrorType.STREAM_NOT_FOUND;
