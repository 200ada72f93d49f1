/**
 * Tells an event that is plain JSON from one that must be looked at more closely, in one walk, and freezes it on the way: so
 * that it can be kept as it is, for nobody can change it any more. Whatever is not certainly plain is left to the long way.
 */
import type { NewEvent } from './envelope.js';

/** Far below what canonical text allows: what is deeper or longer takes the long way, which measures exactly. */
const DEEPEST = 50;
const LONGEST = 1_000_000;

/**
 * Whether the event is certainly JSON that reads back as it is; then it is frozen, to its innermost value. Not certain are
 * objects with a prototype of their own, negative zero, lone surrogates, holes, and whatever is very deep or long.
 */
export const frozenIfPlain = (event: NewEvent): boolean => {
  let left = LONGEST;

  const plain = (value: unknown, depth: number): boolean => {
    if (typeof value === 'string') {
      left -= value.length;
      return left >= 0 && value.isWellFormed();
    }
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
    if (typeof value !== 'object') return typeof value === 'boolean';
    return (
      value === null || (depth < DEEPEST && (Array.isArray(value) ? list(value, depth + 1) : record(value, depth + 1)))
    );
  };

  const list = (items: readonly unknown[], depth: number): boolean => {
    for (let index = 0; index < items.length; index += 1) if (!plain(items[index], depth)) return false;
    Object.freeze(items);
    return true;
  };

  const record = (value: object, depth: number): boolean => {
    if (Object.getPrototypeOf(value) !== Object.prototype) return false;
    const keys = Object.keys(value);
    left -= keys.length;
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] as string;
      if (!key.isWellFormed() || !plain((value as Readonly<Record<string, unknown>>)[key], depth)) return false;
    }
    Object.freeze(value);
    return true;
  };

  return record(event, 0);
};
