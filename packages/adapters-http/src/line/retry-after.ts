/** `Retry-After` (RFC 9110 §10.2.3): how long a system asks to be left alone, in seconds or until a date. */

/** A year: nobody means more, and no clock runs over by it. */
const LONGEST_MS = 366 * 86_400_000;
const HTTP_DATE = /^[A-Z][a-z]{2,8}, /;

/** Milliseconds to wait; `undefined` where the header says nothing that can be read. */
export const waitFrom = (header: string | null, nowMs: number): number | undefined => {
  const said = header?.trim() ?? '';
  if (/^\d{1,12}$/.test(said)) return Math.min(Number(said) * 1000, LONGEST_MS);
  const until = HTTP_DATE.test(said) ? Date.parse(said) : Number.NaN;
  return Number.isNaN(until) ? undefined : Math.min(Math.max(0, until - nowMs), LONGEST_MS);
};
