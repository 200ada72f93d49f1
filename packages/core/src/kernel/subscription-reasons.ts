/** What a fault is called where it is kept and shown: a code, for messages may carry what nobody may read. */
import type { Fault, OutcomeUnknown } from './fault.js';
import type { HandlingFailure, PortFailure } from './subscription.js';
import type { ViewFault } from './view-store.js';

type Any = Fault | ViewFault | OutcomeUnknown;

const A_CODE = /^[A-Za-z][A-Za-z0-9.:_-]{0,99}$/;

/** The reason if it is a code; what looks like a sentence is not kept. */
export const asCode = (reason: string): string => (A_CODE.test(reason) ? reason : 'no-code');

/** What was thrown goes by the name of its type, never by what it says. */
export const codeOfThrown = (thrown: unknown): string =>
  asCode(`threw:${thrown instanceof Error ? thrown.name : typeof thrown}`);

export const codeOf = (fault: Any): string =>
  fault.kind === 'Unavailable' ? asCode(`${fault.system}:${fault.code}`) : fault.kind;

/** Whether asking again can help, and whether somebody else went on from here. */
export const failureOf = (fault: Any): PortFailure & HandlingFailure => {
  const reason = codeOf(fault);
  switch (fault.kind) {
    case 'StaleCheckpoint':
    case 'NoSuchGeneration':
    case 'LeaseHeld':
      return { reason, again: true, stale: true };
    case 'Unavailable':
      return { reason, again: fault.retry };
    case 'OutcomeUnknown':
    case 'Contended':
      return { reason, again: true };
    case 'Conflict':
    case 'IdReused':
    case 'BadInput':
    case 'OtherVersion':
    case 'CommandIdReused':
    case 'Stale':
    case 'ClockBehind':
    case 'Unreadable':
      return { reason, again: false };
  }
};
