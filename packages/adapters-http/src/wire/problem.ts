/** Problems (RFC 9457): how an agency says what went wrong, and the two types of which this protocol makes promises. */
import type { JsonObject } from '@lienthong/core/evidence';

/** Nothing was taken, for certain: the same may be asked again by anybody. */
export const NOT_TAKEN = 'not-taken';
/** A look-up found nothing: what is asked after never arrived. */
export const NOT_RECEIVED = 'not-received';

export const PROBLEM_JSON = 'application/problem+json';

export type Problem = Readonly<{ type: string; code?: string }>;

/** As much of a problem as is understood here; its prose is for people, and is not kept. */
export const readProblem = (raw: unknown): Problem | undefined => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const { type, code } = raw as Readonly<Record<string, unknown>>;
  if (typeof type !== 'string') return undefined;
  return { type, ...(typeof code === 'string' && { code }) };
};

/** A problem as it is answered. */
export const problemBody = (type: string, status: number, title: string, more: JsonObject = {}): JsonObject => ({
  type,
  title,
  status,
  ...more,
});
