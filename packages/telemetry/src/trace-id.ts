/**
 * One request's whole life is one trace (một yêu cầu, một vết): the trace id is the idempotency key, which stays the same over
 * days, restarts and machines. W3C Trace Context asks for 16 bytes, and a UUID has just as many.
 */

const HEX_32 = /^[0-9a-f]{32}$/;

/** 32 hex digits; `undefined` for what is no UUID. */
export const traceIdOf = (key: string): string | undefined => {
  const hex = key.replaceAll('-', '').toLowerCase();
  return HEX_32.test(hex) && !/^0+$/.test(hex) ? hex : undefined;
};

/** The span all others of that trace hang from: the same for everybody who knows the key. 16 hex digits. */
export const parentSpanOf = (traceId: string): string => {
  const half = traceId.slice(16);
  return /^0+$/.test(half) ? traceId.slice(0, 16) : half;
};
