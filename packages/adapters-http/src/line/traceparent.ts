/** `traceparent` (W3C Trace Context): the key of a request is the name of its trace, so one request's whole life is one trace. */

const hex = (digits: number, chance: () => number): string =>
  Array.from({ length: digits }, () => Math.min(15, Math.floor(chance() * 16)).toString(16)).join('');

const named = (digits: number, chance: () => number): string => {
  const drawn = hex(digits, chance);
  return /^0+$/.test(drawn) ? `${drawn.slice(0, -1)}1` : drawn;
};

/** The trace of a key that is a UUID; a trace of its own for anything else. */
export const traceIdOf = (key: string | undefined, chance: () => number): string => {
  const id = key?.replaceAll('-', '').toLowerCase() ?? '';
  return /^[0-9a-f]{32}$/.test(id) && !/^0+$/.test(id) ? id : named(32, chance);
};

export const traceparent = (traceId: string, chance: () => number): string => `00-${traceId}-${named(16, chance)}-01`;
