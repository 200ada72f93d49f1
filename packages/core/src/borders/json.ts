/** What both borders let pass as JSON: plain values of bounded size, without the keys that reach into prototypes. */
import type { JsonObject } from '../evidence/canonical.js';

/** Technical limits, far above any declaration; not rules of law. */
export const DEEPEST = 16;
export const MOST_VALUES = 20_000;

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What is wrong with a value as JSON of bounded size; `undefined` when nothing is. How long its texts are is not measured
 * here. Walks at most `MOST_VALUES` values, whatever it is given.
 */
export const notBoundedJson = (value: unknown): string | undefined => {
  let seen = 0;
  const walk = (part: unknown, depth: number): string | undefined => {
    seen += 1;
    if (seen > MOST_VALUES) return `at most ${MOST_VALUES} values`;
    if (depth > DEEPEST) return `at most ${DEEPEST} levels`;
    if (part === null || typeof part === 'boolean') return undefined;
    if (typeof part === 'string') return part.isWellFormed() ? undefined : 'text without lone surrogates';
    if (typeof part === 'number') return Number.isFinite(part) ? undefined : 'a finite number';
    return typeof part === 'object' ? walkInto(part, depth + 1) : 'a JSON value';
  };
  const walkInto = (part: object, depth: number): string | undefined => {
    const prototype: unknown = Object.getPrototypeOf(part);
    if (!Array.isArray(part) && prototype !== Object.prototype && prototype !== null) return 'a plain object';
    const keys = Array.isArray(part) ? [] : Object.keys(part);
    if (keys.some((key) => FORBIDDEN.has(key) || !key.isWellFormed())) return 'ordinary field names';
    for (const inner of Array.isArray(part) ? (part as readonly unknown[]) : Object.values(part)) {
      const problem = walk(inner, depth);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
  return walk(value, 0);
};

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && notBoundedJson(value) === undefined;
