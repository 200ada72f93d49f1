/**
 * What a case has open before the support team (việc đang ở tổ hỗ trợ), with the moments and words that its state does not keep:
 * since when, why, what to look for, what was advised.
 */
import type { DomainEvent } from '../kernel/index.js';
import type { Instant } from '../values/plain-date.js';

export type Matter = Readonly<{
  since: Instant;
  cause: string;
  lookFor?: string;
  /** What was advised so far, as codes. */
  guidance: readonly string[];
}>;
export type Matters = Readonly<Record<string, Matter>>;

type About = Readonly<{ type: string; about: string; cause: string; lookFor?: string; guidance: string }>;

/** A matter brought again while it is open stays the one it was. */
export const mattersAfter = (matters: Matters, event: DomainEvent, at: Instant): Matters => {
  const { type, about, cause, lookFor, guidance } = event as unknown as About;
  const known = matters[about];
  switch (type) {
    case 'Escalated':
      return known === undefined
        ? { ...matters, [about]: { since: at, cause, ...(lookFor === undefined ? {} : { lookFor }), guidance: [] } }
        : matters;
    case 'GuidanceGiven':
      return known === undefined
        ? matters
        : { ...matters, [about]: { ...known, guidance: [...known.guidance, guidance] } };
    case 'EscalationResolved':
      return Object.fromEntries(Object.entries(matters).filter(([each]) => each !== about));
    default:
      return matters;
  }
};
