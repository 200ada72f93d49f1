/** What a case claims, in words that a broken store is recognised by. Needs no test runner. */

export class Broken extends Error {}

export function claim(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(what);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Equality of JSON values by content; own keys only, so that `__proto__` is a key like any other. */
export const equal = (one: unknown, other: unknown): boolean => {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && equal(own(one, key), own(other, key)))
  );
};

const own = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.getOwnPropertyDescriptor(value, key)?.value;

export const same = (actual: unknown, expected: unknown, what: string): void =>
  claim(equal(actual, expected), `${what}: expected ${brief(expected)}, found ${brief(actual)}`);

const brief = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

/** A promise that must settle in time: a store that hangs fails its case instead of the run. */
export const within = async <T>(ms: number, work: Promise<T>, what: string): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Broken(`${what}: no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** All of it, joined: when one fails, the others have ended too before that is heard of. */
export const together = async <T extends readonly unknown[] | []>(
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> => {
  await Promise.allSettled(work);
  return Promise.all(work);
};

/** One turn of the event loop. */
export const aTurn = (): Promise<void> => new Promise((turn) => setTimeout(turn, 0));

/** A short rest between two tries. */
export const aPause = (ms: number): Promise<void> => new Promise((rested) => setTimeout(rested, ms));
