/** What a specification answers with when it does not hold: both sides, so that a test runner can show the difference. */

export class Mismatch extends Error {
  readonly expected: unknown;
  readonly actual: unknown;
  readonly showDiff = true;

  constructor(what: string, expected: unknown, actual: unknown) {
    super(`${what}\n  expected ${JSON.stringify(expected)}\n  found    ${JSON.stringify(actual)}`);
    this.name = 'Mismatch';
    this.expected = expected;
    this.actual = actual;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The part of `actual` that `expected` speaks of; what is not spoken of may be anything. */
export const inTermsOf = (expected: unknown, actual: unknown): unknown => {
  if (Array.isArray(expected) && Array.isArray(actual))
    return actual.map((each, at) => (at < expected.length ? inTermsOf(expected[at], each) : each));
  if (!isObject(expected) || !isObject(actual)) return actual;
  return Object.fromEntries(
    Object.keys(expected).flatMap((key) => (key in actual ? [[key, inTermsOf(expected[key], actual[key])]] : [])),
  );
};

const same = (one: unknown, other: unknown): boolean => {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && same(one[key], other[key]))
  );
};

/** Throws a `Mismatch` unless `actual` says all that `expected` says. */
export const matches = (what: string, expected: unknown, actual: unknown): void => {
  const found = inTermsOf(expected, actual);
  if (!same(expected, found)) throw new Mismatch(what, expected, found);
};
